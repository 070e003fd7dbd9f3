import { SHARED_BY_AT_MOST } from '../../../shared/domain/care/anomalies.ts';
import { judgeCare } from '../../../shared/domain/care/judge.ts';
import type { CareBasis, CareJudgement } from '../../../shared/domain/care/judge.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { anomaliesBetween, careBetween, holdersOfPhone, keepAnomalies, keepCare, unnotedSharers } from '../../store/care.ts';
import type { AnomalyRow, CareRow } from '../../store/care.ts';
import { readCareRun } from '../../store/careRun.ts';
import type { StoreDatabase } from '../../store/database.ts';
import { countUpRevision } from '../../store/judgements.ts';
import type { IdRange } from '../../store/tradeSums.ts';
import type { EngineContext } from '../types.ts';
import { careBasisOf } from './basis.ts';
import { readCareRecords } from './records.ts';
import type { CareRecord } from './records.ts';

/** What of a customer's kept score and anomalies differs from what the facts say; an absent part stays as it is. */
export interface ChangedCare {
  readonly customerId: CustomerId;
  /** The summary's revision when the facts were read; another one meanwhile makes this stale. */
  readonly revision: number | null;
  readonly care?: CareRow | null;
  readonly anomalies?: readonly AnomalyRow[];
}

const byKindAndValue = (one: AnomalyRow, other: AnomalyRow): number =>
  one.kind === other.kind ? (one.value < other.value ? -1 : 1) : one.kind < other.kind ? -1 : 1;

const rowsOf = (customerId: CustomerId, judged: CareJudgement | null): { care: CareRow | null; anomalies: AnomalyRow[] } => {
  if (judged === null) return { care: null, anomalies: [] };
  const { score, missing, flawed } = judged;
  return {
    care: { customer_id: customerId, score, missing, flawed },
    anomalies: judged.anomalies
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
    : one.score === other.score && one.missing === other.missing && one.flawed === other.flawed;

const isSameAnomaly = (one: AnomalyRow, other: AnomalyRow | undefined): boolean =>
  one.kind === other?.kind && one.value === other.value && one.is_accepted === other.is_accepted;

const differenceOf = (
  { customerId, revision, isRemoved, facts }: CareRecord,
  basis: CareBasis,
  stored: { readonly care: CareRow | null; readonly anomalies: readonly AnomalyRow[] },
): ChangedCare | null => {
  const { care, anomalies } = rowsOf(customerId, isRemoved ? null : judgeCare(facts, basis));
  const sameCare = isSameCare(care, stored.care);
  const sameAnomalies =
    anomalies.length === stored.anomalies.length && anomalies.every((row, index) => isSameAnomaly(row, stored.anomalies[index]));
  if (sameCare && sameAnomalies) return null;
  return { customerId, revision, ...(sameCare ? {} : { care }), ...(sameAnomalies ? {} : { anomalies }) };
};

/** Scores and checks the customers whose ids lie between two; returns what is not stored yet. Read it in one transaction. */
export const careDifferences = (database: StoreDatabase, basis: CareBasis, range: IdRange): ChangedCare[] => {
  const care = new Map(careBetween(database, range).map((row) => [row.customer_id, row]));
  const anomalies = new Map<CustomerId, AnomalyRow[]>();
  for (const row of anomaliesBetween(database, range)) {
    const known = anomalies.get(row.customer_id);
    if (known) known.push(row);
    else anomalies.set(row.customer_id, [row]);
  }
  return readCareRecords(database, range).flatMap((record) => {
    const stored = { care: care.get(record.customerId) ?? null, anomalies: anomalies.get(record.customerId) ?? [] };
    return differenceOf(record, basis, stored) ?? [];
  });
};

/** Writes what a check of one customer changes. */
export const keepChangedCare = (database: StoreDatabase, { customerId, care, anomalies }: ChangedCare): void => {
  if (care !== undefined) keepCare(database, customerId, care);
  if (anomalies !== undefined) keepAnomalies(database, customerId, anomalies);
};

const sharedNumbers = (database: StoreDatabase, range: IdRange): Set<string> =>
  new Set(
    anomaliesBetween(database, range)
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
    for (const change of careDifferences(database, basis, { from: id, to: id })) keepChangedCare(database, change);
  };
  const range = { from: customerId, to: customerId };
  const before = sharedNumbers(database, range);
  judgeOne(customerId);
  for (const other of new Set(touchedBy(database, before, sharedNumbers(database, range)))) {
    // A run under way may hold what it read of them before this fact.
    countUpRevision(database, other);
    judgeOne(other);
  }
};

/** One customer's data as it stands now, with its reasons and figures; null when nobody has the id or they were removed. */
export const careOf = ({ database, today, settings }: EngineContext, customerId: CustomerId): CareJudgement | null => {
  const record = readCareRecords(database, { from: customerId, to: customerId })[0];
  if (!record || record.isRemoved) return null;
  return judgeCare(record.facts, careBasisOf(today(), settings(), readCareRun(database)));
};
