import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { nameReading } from '../../../shared/domain/duplicates/names.ts';
import { LEAST_SCORE, comparedCard, compareCustomers } from '../../../shared/domain/duplicates/score.ts';
import type { Comparable } from '../../../shared/domain/duplicates/score.ts';
import { nameSortKey } from '../../../shared/domain/names.ts';
import { phoneE164 } from '../../../shared/domain/phones.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { findComparables } from '../../store/comparables.ts';
import type { ComparableRow } from '../../store/comparables.ts';
import { findCustomersByPhone } from '../../store/contactMethods.ts';
import { listCustomerRows } from '../../store/customerRows.ts';
import { findCustomerByCardNo } from '../../store/customers.ts';
import { findPair, orderedPair } from '../../store/duplicates.ts';
import { findCustomersByAccount, findCustomersByBirthday, findCustomersByReading } from '../../store/lookalikes.ts';
import type { StoreContext } from '../context.ts';
import { fingerprintOf } from '../duplicates/fingerprint.ts';

type Input = HandlerInput<'customers.findDuplicates'>;
type Because = OutputOf<'customers.findDuplicates'>['matches'][number]['because'];

const nobody: Comparable = {
  reading: { name: '', syllables: [] },
  gender: 'unknown',
  birthday: null,
  phones: [],
  accounts: [],
  card: null,
};
const added = (known: readonly string[], typed: readonly string[]): readonly string[] => [...new Set([...known, ...typed])];

/** The customer as the form would leave them: what is stored, and what is typed beside or over it. */
const asTyped = (input: Input, e164: string | null, stored: Comparable | undefined): Comparable => {
  const known = stored ?? nobody;
  const accounts = [
    ...(input.wechat === '' ? [] : [`wechat ${input.wechat.toLowerCase()}`]),
    ...(input.email === '' ? [] : [`email ${input.email.toLowerCase()}`]),
  ];
  return {
    ...known,
    reading: input.name === '' ? known.reading : nameReading(input.name, nameSortKey(input.name)),
    birthday: input.birthday ?? known.birthday,
    phones: e164 === null ? known.phones : added(known.phones, [e164]),
    accounts: added(known.accounts, accounts),
    card: input.cardNo === '' ? known.card : comparedCard(input.cardNo),
  };
};

/** Whether a person said that these two are two, and neither would be another than then (X38). */
const isSettled = ({ database }: StoreContext, typed: Comparable, exceptId: CustomerId | null, other: ComparableRow): boolean => {
  if (exceptId === null) return false;
  const pair = findPair(database, orderedPair(exceptId, other.id));
  if (pair?.state !== 'not_duplicate') return false;
  return pair.fingerprint === (exceptId < other.id ? fingerprintOf(typed, other) : fingerprintOf(other, typed));
};

/**
 * Who a customer who is being typed may already be: whoever has this phone, WeChat, e-mail or card, and whoever is at least as likely the
 * same as not by the weighing of `compareCustomers`, likeliest first (R184). A name or a day alone never is enough. Looks at a few
 * hundred people found by index, whatever the size of the shop.
 */
export const findLookalikes = (context: StoreContext, input: Input): OutputOf<'customers.findDuplicates'> => {
  const { database } = context;
  const e164 = input.phone === '' ? null : phoneE164(input.phone);
  const because = new Map<CustomerId, Because>();
  const note = (ids: readonly CustomerId[], why: Because): void => {
    for (const id of ids) if (id !== input.exceptId && !because.has(id)) because.set(id, why);
  };
  if (e164 !== null) note(findCustomersByPhone(database, e164), 'same_phone');
  const holder = input.cardNo === '' ? undefined : findCustomerByCardNo(database, input.cardNo);
  if (holder?.removed_at === null) note([holder.id], 'same_card');
  if (input.wechat !== '') note(findCustomersByAccount(database, 'wechat', input.wechat), 'same_wechat');
  if (input.email !== '') note(findCustomersByAccount(database, 'email', input.email), 'same_email');
  if (input.name !== '') {
    if (e164 !== null) note(findCustomersByReading(database, nameSortKey(input.name)), 'likely');
    if (input.birthday !== null) note(findCustomersByBirthday(database, input.birthday), 'likely');
  }
  const stored = input.exceptId === null ? undefined : findComparables(database, [input.exceptId])[0];
  const typed = asTyped(input, e164, stored);
  const found = findComparables(database, [...because.keys()])
    .map((other) => ({ other, why: because.get(other.id) ?? 'likely', ...compareCustomers(typed, other) }))
    .filter(({ why, score }) => why !== 'likely' || score >= LEAST_SCORE)
    .filter(({ other }) => !isSettled(context, typed, input.exceptId, other))
    .sort((one, two) => two.score - one.score);
  const rows = new Map(
    listCustomerRows(
      database,
      found.map(({ other }) => other.id),
    ).map((row) => [row.id, row]),
  );
  return {
    matches: found.flatMap(({ other, why, reasons }) => {
      const customer = rows.get(other.id);
      return customer ? [{ customer, because: why, reasons: [...reasons] }] : [];
    }),
  };
};
