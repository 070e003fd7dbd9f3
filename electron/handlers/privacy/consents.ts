import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { consentPurposes, recordsConsent, standingConsent, WORDING_VERSION } from '../../../shared/domain/privacy/consents.ts';
import type { ConsentWay } from '../../../shared/domain/privacy/consents.ts';
import { wayWords } from '../../../shared/domain/privacy/wording.ts';
import { AppError } from '../../../shared/errors.ts';
import { consentId as toConsentId } from '../../../shared/types/ids.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { businessDate, instant } from '../../../shared/types/time.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';
import { z } from 'zod';
import { localDateSchema } from '../../../shared/contract/values.ts';
import { findConsent, insertConsent, listConsents, markConsentUndone } from '../../store/consents.ts';
import { fieldsOf, findCustomerById, updateCustomer } from '../../store/customers.ts';
import type { CustomerRecord } from '../../store/customers.ts';
import { noteEdit } from '../changeNotes.ts';
import { readClock } from '../clock.ts';
import type { StoreContext } from '../context.ts';
import { refuseField } from '../refuseField.ts';

/** The card's own fields of consent, as they were. */
const beforeSchema = z.object({
  consentOn: localDateSchema.nullable(),
  consentSource: z.string().nullable(),
  consentWithdrawnOn: localDateSchema.nullable(),
});
type RecordsFields = z.output<typeof beforeSchema>;

const requireCustomer = ({ database }: StoreContext, customerId: CustomerId): CustomerRecord => {
  const row = findCustomerById(database, customerId);
  if (!row) throw new AppError('not_found', { what: 'customer' });
  if (row.removed_at !== null) throw new AppError('conflict', { reason: 'customer_removed' });
  return row;
};

/** What a person has agreed to. Of keeping records the card's own fields tell, of the rest the latest word. */
export const readConsents = (
  { database }: Pick<StoreContext, 'database'>,
  customerId: CustomerId,
): OutputOf<'privacy.consents'> => {
  const row = findCustomerById(database, customerId);
  if (!row) throw new AppError('not_found', { what: 'customer' });
  const history = listConsents(database, customerId);
  const entries = history.map(({ id, purpose, state, on_date: on, at, undone_at: undoneAt }) => ({
    id,
    purpose,
    state,
    on,
    at,
    undoneAt,
  }));
  return {
    standing: consentPurposes.map((purpose) => {
      const found = purpose === 'records' ? recordsConsent(fieldsOf(row)) : standingConsent(entries, purpose);
      return { purpose, state: found?.state ?? null, on: found?.on ?? null };
    }),
    history: history.map((entry) => ({
      id: entry.id,
      purpose: entry.purpose,
      state: entry.state,
      on: entry.on_date,
      way: entry.way,
      wordingVersion: entry.wording_version,
      note: entry.note,
      at: entry.at,
      staffName: entry.staff_name,
      isUndone: entry.undone_at !== null,
    })),
  };
};

const pick = ({ consentOn, consentSource, consentWithdrawnOn }: RecordsFields): RecordsFields => ({
  consentOn,
  consentSource,
  consentWithdrawnOn,
});

/**
 * When something was said that counts from now on. While the clock is behind the last entry, its today would lie before what was said
 * until then, and a withdrawal would be outlived by the consent it withdraws: then the last known time stands for today (R7).
 */
const saidAt = (context: StoreContext, on: LocalDate): { readonly on: LocalDate; readonly at: Instant } => {
  const { now, lastAt, isBehind } = readClock(context);
  if (!isBehind || lastAt === null || on !== context.today()) return { on, at: context.now() };
  const { timeZone, dayTurnHour } = context.settings();
  const lastDay = businessDate(lastAt, timeZone, dayTurnHour);
  return { on: lastDay > on ? lastDay : on, at: instant(Math.max(now, lastAt + 1)) };
};

export const recordConsent = (
  context: StoreContext,
  input: HandlerInput<'privacy.recordConsent'>,
): OutputOf<'privacy.recordConsent'> => {
  const { database } = context;
  const { customerId, purpose, state, way } = input;
  const row = requireCustomer(context, customerId);
  if (input.on > context.today()) refuseField('on', 'date_in_future');
  const { on, at } = saidAt(context, input.on);
  const consentId = toConsentId(context.newId());
  const former = purpose === 'records' ? pick(fieldsOf(row)) : null;
  insertConsent(database, {
    id: consentId,
    customer_id: customerId,
    purpose,
    state,
    on_date: on,
    way,
    wording_version: WORDING_VERSION,
    note: input.note === '' ? null : input.note,
    at,
    staff_id: context.actor.staffId,
    before: former && JSON.stringify(former),
  });
  if (former !== null) {
    const source = wayWords[way][context.settings().language];
    const changes =
      state === 'given' ? { consentOn: on, consentSource: source, consentWithdrawnOn: null } : { consentWithdrawnOn: on };
    updateCustomer(database, customerId, changes, context.now());
    noteEdit(context, customerId, Object.keys(changes), former);
  } else noteEdit(context, customerId, ['consents'], { purpose, state });
  return { consentId };
};

export const undoConsent = (context: StoreContext, { consentId }: HandlerInput<'privacy.undoConsent'>): void => {
  const { database } = context;
  const entry = findConsent(database, consentId);
  if (!entry) throw new AppError('not_found', { what: 'consent' });
  if (entry.undone_at !== null) throw new AppError('already_undone', {});
  requireCustomer(context, entry.customer_id);
  markConsentUndone(database, consentId, context.now());
  if (entry.before !== null)
    updateCustomer(database, entry.customer_id, beforeSchema.parse(JSON.parse(entry.before)), context.now());
  noteEdit(context, entry.customer_id, ['consents'], { undone: entry.purpose });
};

interface TypedConsent {
  readonly consentOn?: LocalDate | null | undefined;
  readonly consentWithdrawnOn?: LocalDate | null | undefined;
}

/** What somebody typed into the card's own fields of consent, with the day that `saidAt` gives it. */
export const typedConsent = <Fields extends TypedConsent>(context: StoreContext, fields: Fields): Fields => {
  const { consentOn, consentWithdrawnOn } = fields;
  return {
    ...fields,
    ...(consentOn && { consentOn: saidAt(context, consentOn).on }),
    ...(consentWithdrawnOn && { consentWithdrawnOn: saidAt(context, consentWithdrawnOn).on }),
  };
};

/** Puts into the history what somebody typed into the card's own fields of consent; nothing when they did not change. */
export const noteTypedConsent = (
  context: StoreContext,
  customerId: CustomerId,
  before: { readonly consentOn?: LocalDate | null; readonly consentWithdrawnOn?: LocalDate | null },
  changes: TypedConsent & { readonly consentSource?: string | null | undefined },
  way: ConsentWay = 'card',
): void => {
  const said = [
    { state: 'given', on: changes.consentOn, before: before.consentOn },
    { state: 'withdrawn', on: changes.consentWithdrawnOn, before: before.consentWithdrawnOn },
  ] as const;
  for (const { state, on, before: former } of said) {
    if (on == null || on === former) continue;
    insertConsent(context.database, {
      id: toConsentId(context.newId()),
      customer_id: customerId,
      purpose: 'records',
      state,
      on_date: on,
      way,
      wording_version: 0,
      note: state === 'given' ? (changes.consentSource ?? null) : null,
      at: context.now(),
      staff_id: context.actor.staffId,
      before: null,
    });
  }
};
