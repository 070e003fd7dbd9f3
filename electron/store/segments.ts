import type { SegmentFilter } from '../../shared/contract/segments.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { firstRow, hotQuery, rows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { ClassesRow } from './judgements.ts';
import type { Flag } from './schema.ts';

/** The axes that have an index of their own; each count reads that index alone. */
const axes = ['rfm', 'rfm8', 'value', 'activity', 'is_dormant'] as const;
type Axis = (typeof axes)[number];

const countsOf = <Column extends Axis>(column: Column) =>
  hotQuery<Record<never, never>, { segment: ClassesRow[Column]; count: number }>(
    sqlite
      .selectFrom('customer_classes')
      .select((row) => [row.ref(column).$castTo<ClassesRow[Column]>().as('segment'), row.fn.countAll<number>().as('count')])
      .groupBy(column),
  );
const counts = {
  rfm: countsOf('rfm'),
  rfm8: countsOf('rfm8'),
  value: countsOf('value'),
  activity: countsOf('activity'),
  dormant: countsOf('is_dormant'),
};
const matrix = hotQuery<Record<never, never>, { recency_score: number; frequency_score: number; count: number }>(
  sqlite
    .selectFrom('customer_classes')
    .select(['recency_score', 'frequency_score'])
    .select((row) => row.fn.countAll<number>().as('count'))
    .groupBy(['recency_score', 'frequency_score']),
);

/** How many customers stand in each group of each axis; a group without anyone is absent. */
export const countSegments = (database: StoreDatabase) => ({
  rfm: counts.rfm.rows(database, {}),
  rfm8: counts.rfm8.rows(database, {}),
  value: counts.value.rows(database, {}),
  activity: counts.activity.rows(database, {}),
  dormant: counts.dormant.rows(database, {}),
  matrix: matrix.rows(database, {}),
});

export interface MemberRow extends Omit<ClassesRow, 'customer_id'> {
  id: CustomerId;
  number: string;
  name: string;
  is_vip: Flag;
  last_purchase_on: LocalDate | null;
  rhythm_days: number | null;
}

const within = (filter: SegmentFilter) => {
  const classes = sqlite.selectFrom('customer_classes as classes');
  switch (filter.axis) {
    case 'rfm':
      return classes.where('classes.rfm', '=', filter.segment);
    case 'rfm8':
      return classes.where('classes.rfm8', '=', filter.segment);
    case 'value':
      return classes.where('classes.value', '=', filter.segment);
    case 'activity':
      return classes.where('classes.activity', '=', filter.segment);
    case 'dormant':
      return classes.where('classes.is_dormant', '=', filter.segment === 'dormant' ? 1 : 0);
    case 'matrix':
      return classes
        .where('classes.recency_score', '=', filter.recencyScore)
        .where('classes.frequency_score', '=', filter.frequencyScore);
  }
};

/** One page of a group, by the spend of the last 12 months, most first: the order of the group's own index. */
export const membersQuery = (filter: SegmentFilter, offset: number, limit: number) =>
  within(filter)
    .innerJoin('customers', 'customers.id', 'classes.customer_id')
    .innerJoin('customer_summaries as summary', 'summary.customer_id', 'classes.customer_id')
    .select([
      'customers.id',
      'customers.number',
      'customers.name',
      'customers.is_vip',
      'summary.last_purchase_on',
      'summary.rhythm_days',
      'classes.as_of',
      'classes.recency_score',
      'classes.frequency_score',
      'classes.money_score',
      'classes.rfm',
      'classes.rfm8',
      'classes.value',
      'classes.activity',
      'classes.is_dormant',
      'classes.lifecycle',
      'classes.window_purchase_days',
      'classes.window_spend_cents',
      'classes.year_spend_cents',
    ])
    .orderBy('classes.year_spend_cents', 'desc')
    .orderBy('classes.customer_id', 'desc')
    .limit(limit)
    .offset(offset);

export const listMembers = (database: StoreDatabase, filter: SegmentFilter, offset: number, limit: number): MemberRow[] =>
  rows(database, membersQuery(filter, offset, limit));

export const countMembers = (database: StoreDatabase, filter: SegmentFilter): number =>
  firstRow(
    database,
    within(filter).select((row) => row.fn.countAll<number>().as('count')),
  )?.count ?? 0;

/** The SQL of the counts, so that their plans can be asserted. */
export const segmentQueries: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(counts).map(([axis, query]) => [axis, query.sql])),
  matrix: matrix.sql,
};
