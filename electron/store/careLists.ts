import { sql } from 'kysely';
import type { PeopleFilter } from '../../shared/contract/care.ts';
import type { AnomalyKind } from '../../shared/domain/care/anomalies.ts';
import { fieldBit } from '../../shared/domain/care/fields.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { hotQuery, plainRows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// Sums and pages over everyone's kept scores and anomalies: sums from running counts, pages each from one covering index.

export interface ScoreGroup {
  readonly score: number;
  readonly missing: number;
  readonly flawed: number;
  readonly people: number;
}
const groups = hotQuery<Record<never, never>, ScoreGroup>(
  sqlite.selectFrom('care_groups').select(['score', 'missing', 'flawed', 'people']),
);
/** How many people have each score with each missing and flawed fields. */
export const scoreGroups = (database: StoreDatabase): ScoreGroup[] => groups.rows(database, {});

export interface PersonRow {
  readonly customer_id: CustomerId;
  readonly number: string;
  readonly name: string;
}

const peopleWhere = (filter: PeopleFilter): { readonly where: string; readonly values: object } =>
  filter.by === 'score'
    ? { where: 'score BETWEEN @from AND @to', values: { from: filter.from, to: filter.to } }
    : { where: `(${filter.problem} & @bit) <> 0`, values: { bit: fieldBit(filter.field) } };

/** The page is cut from the index alone; only then are its people read. */
export const peopleSql = (where: string): string =>
  `WITH page AS MATERIALIZED (SELECT customer_id, score, missing, flawed FROM customer_care INDEXED BY customer_care_by_score
     WHERE ${where} ORDER BY score, missing, flawed, customer_id LIMIT @limit OFFSET @offset)
   SELECT page.*, number, name FROM page JOIN customers ON customers.id = page.customer_id ORDER BY score, missing, flawed, page.customer_id`;

/** Thousands of groups at most, however large the shop. */
export const peopleCountSql = (where: string): string => `SELECT ifnull(sum(people), 0) AS total FROM care_groups WHERE ${where}`;

export const listCarePeople = (
  database: StoreDatabase,
  filter: PeopleFilter,
  page: { readonly offset: number; readonly limit: number },
): { readonly total: number; readonly rows: (PersonRow & { score: number; missing: number })[] } => {
  const { where, values } = peopleWhere(filter);
  const counted = plainRows<{ total: number }>(database, peopleCountSql(where), values);
  const { offset, limit } = page;
  return { total: counted[0]?.total ?? 0, rows: plainRows(database, peopleSql(where), { ...values, offset, limit }) };
};

const kinds = hotQuery<Record<never, never>, { kind: AnomalyKind; count: number }>(
  sqlite
    .selectFrom('care_anomalies')
    .select('kind')
    .select((anomaly) => anomaly.fn.countAll<number>().as('count'))
    .where('is_accepted', '=', sql.lit(0))
    .groupBy('kind'),
);
/** How many open anomalies there are of each kind. */
export const countAnomalies = (database: StoreDatabase): { kind: AnomalyKind; count: number }[] => kinds.rows(database, {});

export interface OpenAnomalyRow extends PersonRow {
  readonly kind: AnomalyKind;
  readonly value: string;
}

/** Those of one kind, or of all in the order of their names. */
export const anomaliesSql = (hasKind: boolean): string =>
  `WITH page AS MATERIALIZED (SELECT customer_id, kind, value FROM care_anomalies INDEXED BY care_anomalies_open
     WHERE is_accepted = 0${hasKind ? ' AND kind = @kind' : ''} ORDER BY kind, customer_id, value LIMIT @limit OFFSET @offset)
   SELECT page.*, number, name FROM page JOIN customers ON customers.id = page.customer_id
   ORDER BY kind, page.customer_id, value`;

export const listOpenAnomalies = (
  database: StoreDatabase,
  { kind, offset, limit }: { readonly kind: AnomalyKind | null; readonly offset: number; readonly limit: number },
): OpenAnomalyRow[] =>
  kind === null
    ? plainRows(database, anomaliesSql(false), { offset, limit })
    : plainRows(database, anomaliesSql(true), { kind, offset, limit });

/** The SQL of the sums above, so that their plans can be asserted. */
export const careListQueries = { groups: groups.sql, kinds: kinds.sql };
