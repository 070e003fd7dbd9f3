import { SHARED_BY_AT_MOST } from '../../../shared/domain/care/anomalies.ts';
import type { KnownPhone } from '../../../shared/domain/care/anomalies.ts';
import { careFields } from '../../../shared/domain/care/fields.ts';
import { anomalyKey } from '../../../shared/domain/care/judge.ts';
import type { CareFacts } from '../../../shared/domain/care/judge.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import {
  acceptedOf,
  careBirthdaysOf,
  careContactsOf,
  careFactsOf,
  careVerificationsOf,
  holdersOfPhone,
  numbersNotedOftener,
} from '../../store/care.ts';
import type { CareBirthdayRow, CareContactRow, CareFactsRow } from '../../store/care.ts';
import type { StoreDatabase } from '../../store/database.ts';

/** One customer's data as it is scored and checked. */
export interface CareRecord {
  readonly customerId: CustomerId;
  readonly revision: number | null;
  readonly isRemoved: boolean;
  readonly facts: CareFacts;
}

const groupBy = <Row extends { readonly customer_id: CustomerId }>(rows: readonly Row[]): Map<CustomerId, Row[]> => {
  const groups = new Map<CustomerId, Row[]>();
  for (const row of rows) {
    const known = groups.get(row.customer_id);
    if (known) known.push(row);
    else groups.set(row.customer_id, [row]);
  }
  return groups;
};

const isPhone = ({ type }: CareContactRow): boolean => type === 'mobile' || type === 'landline';

/** How many people have a number, counted only as far as it matters: how many more than too many they are is read when somebody looks. */
const countsOf = (database: StoreDatabase, methods: readonly CareContactRow[]): ReadonlyMap<string, number> => {
  const numbers = new Set(methods.flatMap((method) => (isPhone(method) && method.is_valid === 1 ? (method.e164 ?? []) : [])));
  return new Map(
    numbersNotedOftener(database, [...numbers], SHARED_BY_AT_MOST).map((e164) => [
      e164,
      holdersOfPhone(database, e164, SHARED_BY_AT_MOST + 1).length,
    ]),
  );
};

const phonesOf = (counts: ReadonlyMap<string, number>, methods: readonly CareContactRow[]): KnownPhone[] =>
  methods
    .filter((method) => isPhone(method) && method.is_valid === 1)
    .map(({ value, e164 }) => ({ value, e164, people: e164 === null ? 0 : (counts.get(e164) ?? 1) }));

const later = (one: LocalDate | null | undefined, other: LocalDate | null | undefined): LocalDate | null =>
  one != null && other != null ? (one > other ? one : other) : (one ?? other ?? null);

const verifiedOf = (
  row: CareFactsRow,
  methods: readonly CareContactRow[],
  fields: readonly { readonly field: string; readonly verified_on: LocalDate }[],
): Map<string, LocalDate> => {
  const days = new Map<string, LocalDate>();
  const note = (field: string, day: LocalDate | null | undefined): void => {
    const latest = later(days.get(field), day);
    if (latest !== null) days.set(field, latest);
  };
  for (const field of careFields) note(field, row.verified_on);
  for (const { field, verified_on: day } of fields) note(field, day);
  note('phone', methods.find((method) => isPhone(method) && method.is_valid === 1)?.verified_on);
  note('wechat', methods.find(({ type, is_valid: isValid }) => type === 'wechat' && isValid === 1)?.verified_on);
  return days;
};

const factsOf = (
  counts: ReadonlyMap<string, number>,
  row: CareFactsRow,
  methods: readonly CareContactRow[],
  birthday: CareBirthdayRow | undefined,
  rest: Pick<CareFacts, 'verifiedOn' | 'accepted'>,
): CareFacts => ({
  ...rest,
  name: row.name,
  gender: row.gender,
  cardNo: row.card_no,
  region: row.region,
  preferredChannel: row.preferred_channel,
  consentOn: row.consent_on,
  birthday: birthday === undefined ? null : { ...birthday, isLeapMonth: birthday.is_leap_month === 1 },
  phones: phonesOf(counts, methods),
  emails: methods.filter(({ type, is_valid: isValid }) => type === 'email' && isValid === 1).map(({ value }) => value),
  purchaseDays: row.purchase_days ?? 0,
  hasLikes: row.likes !== null || row.has_tags === 1,
  hasPhone: methods.some((method) => isPhone(method)),
  hasWechat: methods.some(({ type }) => type === 'wechat'),
  hasValidWechat: methods.some(({ type, is_valid: isValid }) => type === 'wechat' && isValid === 1),
});

/** The data of these customers, in the order of their ids. Read it in one transaction. */
export const readCareRecords = (database: StoreDatabase, ids: readonly CustomerId[]): CareRecord[] => {
  const contacts = careContactsOf(database, ids);
  const counts = countsOf(database, contacts);
  const methods = groupBy(contacts);
  const birthdays = new Map(careBirthdaysOf(database, ids).map((row) => [row.customer_id, row]));
  const verified = groupBy(careVerificationsOf(database, ids));
  const accepted = groupBy(acceptedOf(database, ids));
  return careFactsOf(database, ids).map((row) => {
    const own = methods.get(row.id) ?? [];
    return {
      customerId: row.id,
      revision: row.revision,
      isRemoved: row.removed_at !== null || row.is_inactive === 1,
      facts: factsOf(counts, row, own, birthdays.get(row.id), {
        verifiedOn: verifiedOf(row, own, verified.get(row.id) ?? []),
        accepted: new Set((accepted.get(row.id) ?? []).map(anomalyKey)),
      }),
    };
  });
};
