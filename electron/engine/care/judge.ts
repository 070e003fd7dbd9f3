import { SHARED_BY_AT_MOST } from '../../../shared/domain/care/anomalies.ts';
import { judgeCare } from '../../../shared/domain/care/judge.ts';
import type { CareBasis, CareJudgement } from '../../../shared/domain/care/judge.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { nextBirthdayOf, recheckOn } from '../../../shared/domain/care/recheck.ts';
import { anomaliesKeptOf, careKeptOf, holdersOfPhone, keepAnomalies, keepCare, unnotedSharers } from '../../store/care.ts';
import type { AnomalyRow, CareRow } from '../../store/care.ts';
import { dueAmong, settleDue } from '../../store/careDue.ts';
import { readCareRun } from '../../store/careRun.ts';
import type { StoreDatabase } from '../../store/database.ts';
import { countUpRevision } from '../../store/judgements.ts';
import type { EngineContext } from '../types.ts';
import { careBasisOf } from './basis.ts';
import { readCareRecords } from './records.ts';
import type { CareRecord } from './records.ts';

/** What of a customer's kept score and anomalies differs from what the facts say; an absent part stays as it is. None is absent when only the note of a change is to go. */
export interface ChangedCare {
  readonly customerId: CustomerId;
  /** The summary's revision when the facts were read; another one meanwhile makes this stale. */
  readonly revision: number | null;
  readonly care?: CareRow | null;
  readonly anomalies?: readonly AnomalyRow[];
}

const byKindAndValue = (one: AnomalyRow, other: AnomalyRow): number =>
  one.kind === other.kind ? (one.value < other.value ? -1 : 1) : one.kind < other.kind ? -1 : 1;

const rowsOf = (
  { customerId, isRemoved, facts }: CareRecord,
  basis: CareBasis,
): { care: CareRow | null; anomalies: AnomalyRow[] } => {
  if (isRemoved) return { care: null, anomalies: [] };
  const { score, missing, flawed, anomalies } = judgeCare(facts, basis);
  return {
    care: {
      customer_id: customerId,
      score,
      missing,
      flawed,
      recheck_on: recheckOn(facts, basis),
      next_birthday_on: nextBirthdayOf(facts, basis),
    },
    anomalies: anomalies
      .map(({ kind, value, isAccepted }): AnomalyRow => ({
        customer_id: customerId,
        kind,
        value,
        is_accepted: isAccepted ? 1 : 0,
      }))
      .toSorted(byKindAndValue),
  };
};

const isSameCare = (one: CareRow | null, other: CareRow | null): boolean =>
  one === null || other === null
    ? one === other
    : one.score === other.score &&
      one.missing === other.missing &&
      one.flawed === other.flawed &&
      one.recheck_on === other.recheck_on &&
      one.next_birthday_on === other.next_birthday_on;

const isSameAnomaly = (one: AnomalyRow, other: AnomalyRow | undefined): boolean =>
  one.kind === other?.kind && one.value === other.value && one.is_accepted === other.is_accepted;

interface Kept {
  readonly care: CareRow | null;
  readonly anomalies: readonly AnomalyRow[];
}

const differenceOf = (record: CareRecord, basis: CareBasis, stored: Kept, isNoted: boolean): ChangedCare | null => {
  const { customerId, revision } = record;
  const { care, anomalies } = rowsOf(record, basis);
  const sameCare = isSameCare(care, stored.care);
  const sameAnomalies =
    anomalies.length === stored.anomalies.length && anomalies.every((row, index) => isSameAnomaly(row, stored.anomalies[index]));
  if (sameCare && sameAnomalies && !isNoted) return null;
  return { customerId, revision, ...(sameCare ? {} : { care }), ...(sameAnomalies ? {} : { anomalies }) };
};

/** Scores and checks these customers; returns what is not stored yet. Read it in one transaction. */
export const careDifferences = (database: StoreDatabase, basis: CareBasis, ids: readonly CustomerId[]): ChangedCare[] => {
  const care = new Map(careKeptOf(database, ids).map((row) => [row.customer_id, row]));
  const anomalies = new Map<CustomerId, AnomalyRow[]>();
  for (const row of anomaliesKeptOf(database, ids)) {
    const known = anomalies.get(row.customer_id);
    if (known) known.push(row);
    else anomalies.set(row.customer_id, [row]);
  }
  const noted = dueAmong(database, ids);
  return readCareRecords(database, ids).flatMap((record) => {
    const { customerId } = record;
    const stored = { care: care.get(customerId) ?? null, anomalies: anomalies.get(customerId) ?? [] };
    return differenceOf(record, basis, stored, noted.has(customerId)) ?? [];
  });
};

/** Writes what a check of one customer changes. */
export const keepChangedCare = (database: StoreDatabase, { customerId, care, anomalies }: ChangedCare): void => {
  if (care !== undefined) keepCare(database, customerId, care);
  if (anomalies !== undefined) keepAnomalies(database, customerId, anomalies);
  settleDue(database, customerId);
};

const sharedNumbers = (database: StoreDatabase, customerId: CustomerId): Set<string> =>
  new Set(
    anomaliesKeptOf(database, [customerId])
      .filter(({ kind }) => kind === 'phone_shared')
      .map(({ value }) => value),
  );

/** Who else is touched when one customer takes up a number or lets go of it: a number is shared by all its holders or by none. */
const touchedBy = (database: StoreDatabase, before: ReadonlySet<string>, after: ReadonlySet<string>): CustomerId[] => [
  ...[...after].flatMap((number) => unnotedSharers(database, number)),
  ...[...before]
    .filter((number) => !after.has(number))
    .flatMap((number) => {
      const left = holdersOfPhone(database, number, SHARED_BY_AT_MOST + 1);
      return left.length > SHARED_BY_AT_MOST ? [] : left;
    }),
];

/**
 * Scores and checks one customer anew after a fact, in the transaction of the fact, by the crowds of the latest run; and those who share a
 * number with them, where it is now too many or no longer. Equal to what a run over everyone with the same crowds would store.
 */
export const judgeCustomerCare = ({ database, today, settings }: EngineContext, customerId: CustomerId): void => {
  const basis = careBasisOf(today(), settings(), readCareRun(database));
  const judgeOne = (id: CustomerId): void => {
    for (const change of careDifferences(database, basis, [id])) keepChangedCare(database, change);
  };
  const before = sharedNumbers(database, customerId);
  judgeOne(customerId);
  for (const other of new Set(touchedBy(database, before, sharedNumbers(database, customerId)))) {
    // A run under way may hold what it read of them before this fact.
    countUpRevision(database, other);
    judgeOne(other);
  }
};

/** Customers' data as it stands now, with its reasons and figures; those whom nobody knows or who were removed are left out. */
export const careOfSeveral = (
  { database, today, settings }: EngineContext,
  ids: readonly CustomerId[],
): ReadonlyMap<CustomerId, CareJudgement> => {
  const basis = careBasisOf(today(), settings(), readCareRun(database));
  return new Map(
    readCareRecords(database, ids).flatMap(({ customerId, isRemoved, facts }): [CustomerId, CareJudgement][] =>
      isRemoved ? [] : [[customerId, judgeCare(facts, basis)]],
    ),
  );
};

/** The same of one customer; null when there is none. */
export const careOf = (context: EngineContext, customerId: CustomerId): CareJudgement | null =>
  careOfSeveral(context, [customerId]).get(customerId) ?? null;
