import type { SegmentFilter } from '../../shared/contract/segments.ts';
import type { HandlerInput } from '../../shared/contract.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { plainRows, walkRows } from './database.ts';
import { notListedSql } from './inactive.ts';
import { listIdsByOwner, ownersByName } from './ownerOrder.ts';
import type { StoreDatabase } from './database.ts';

// Pages of customer ids in the order of an index. Plain SQL: which table leads is the whole point of each statement.

export type CustomerSort = HandlerInput<'customers.list'>['sort'];
export type SortDirection = HandlerInput<'customers.list'>['direction'];

export interface CustomerOrder {
  readonly sort: CustomerSort;
  readonly direction: SortDirection;
}

export interface PageRange {
  readonly offset: number;
  readonly limit: number;
}

interface SortSource {
  readonly table: 'customers' | 'customer_summaries';
  readonly id: string;
  readonly column: string;
  /** No column holds the order: it stands in `places`, read from @owners and joined to the rows. */
  readonly isPlaced?: true;
}

const summary = (column: string): SortSource => ({ table: 'customer_summaries', id: 'sorted.customer_id', column });
const person = (column: string): SortSource => ({ table: 'customers', id: 'sorted.id', column });

const sources: Readonly<Record<CustomerSort, SortSource>> = {
  last_visit: summary('last_visit_on'),
  spend: summary('spend_cents'),
  visits: summary('visit_count'),
  points: summary('points_balance'),
  name: person('name_pinyin'),
  created: person('created_at'),
  region: person('region'),
  owner: { ...person('owner_id'), isPlaced: true },
  birthday: summary('next_birthday_on'),
  completeness: summary('completeness'),
};

/** Columns that not everyone has a value of. */
const mayLack: readonly string[] = ['region', 'owner_id', 'next_birthday_on', 'completeness'];

/** Removed customers are few and stand in a small index of their own. */
const isPresent = ({ table, id }: SortSource): string =>
  table === 'customers' ? 'sorted.removed_at IS NULL' : `${id} NOT IN (SELECT id FROM customers WHERE removed_at IS NOT NULL)`;

/** Neither removed nor inactive. */
const isListed = ({ table, id }: SortSource): string =>
  table === 'customers'
    ? `sorted.removed_at IS NULL AND ${id} NOT IN (SELECT id FROM customers WHERE is_inactive = 1)`
    : `${id} NOT IN (${notListedSql})`;

/** Built once for a statement, so that each row finds the place of its owner by a key. */
const placesOf = ({ isPlaced }: SortSource): string =>
  isPlaced === true ? 'WITH places (owner, place) AS MATERIALIZED (SELECT value, key FROM json_each(@owners)) ' : '';
const joinOf = ({ isPlaced, column }: SortSource): string =>
  isPlaced === true ? ` LEFT JOIN places ON places.owner = sorted.${column}` : '';

const orderBy = ({ column, id, isPlaced }: SortSource, direction: SortDirection): string => {
  const word = direction === 'ascending' ? 'ASC' : 'DESC';
  // Whoever has none comes after those who have one, whichever way it is sorted.
  const nulls = mayLack.includes(column) ? ' NULLS LAST' : '';
  return `ORDER BY ${isPlaced === true ? 'places.place' : `sorted.${column}`} ${word}${nulls}, ${id} ${word} LIMIT @limit OFFSET @offset`;
};

/** The condition of a segment on customer_classes; its values are named. */
export const segmentCondition = (segment: SegmentFilter): { readonly where: string; readonly values: object } => {
  switch (segment.axis) {
    case 'matrix':
      return {
        where: 'classes.recency_score = @recency AND classes.frequency_score = @frequency',
        values: { recency: segment.recencyScore, frequency: segment.frequencyScore },
      };
    case 'dormant':
      return { where: 'classes.is_dormant = @segment', values: { segment: segment.segment === 'dormant' ? 1 : 0 } };
    case 'rfm':
    case 'rfm8':
    case 'value':
    case 'activity':
      return { where: `classes.${segment.axis} = @segment`, values: { segment: segment.segment } };
  }
};

/** Every statement of this file by what it is for, so that its plan can be asserted. */
export const orderQueries = {
  everyone: ({ sort, direction }: CustomerOrder, withInactive = false): string => {
    const source = sources[sort];
    const condition = withInactive ? isPresent(source) : isListed(source);
    return `${placesOf(source)}SELECT ${source.id} AS id FROM ${source.table} AS sorted${joinOf(source)} WHERE ${condition} ${orderBy(source, direction)}`;
  },
  /** Few of many: from the ids to their rows, then sorted. */
  given: ({ sort, direction }: CustomerOrder): string => {
    const source = sources[sort];
    return `${placesOf(source)}SELECT ${source.id} AS id FROM json_each(@ids) AS given
      CROSS JOIN ${source.table} AS sorted ON ${source.id} = given.value${joinOf(source)}
      WHERE ${isPresent(source)} ${orderBy(source, direction)}`;
  },
  countSegment: (segment: SegmentFilter): string =>
    `SELECT count(*) AS count FROM customer_classes AS classes WHERE ${segmentCondition(segment).where}
      AND classes.customer_id NOT IN (SELECT id FROM customers WHERE removed_at IS NOT NULL)`,
  segmentIds: (segment: SegmentFilter): string =>
    `SELECT classes.customer_id AS id FROM json_each(@ids) AS given
      CROSS JOIN customer_classes AS classes ON classes.customer_id = given.value WHERE ${segmentCondition(segment).where}`,
  /** From the members to their rows, then sorted: for a small segment, or a page far down. */
  gatheredSegment: ({ sort, direction }: CustomerOrder, segment: SegmentFilter): string => {
    const source = sources[sort];
    return `${placesOf(source)}SELECT ${source.id} AS id FROM customer_classes AS classes CROSS JOIN ${source.table} AS sorted
      ON ${source.id} = classes.customer_id${joinOf(source)} WHERE ${segmentCondition(segment).where} AND ${isPresent(source)} ${orderBy(source, direction)}`;
  },
  /** Down the order, leaving out who is no member: for the first pages of a large segment. */
  walkedSegment: ({ sort, direction }: CustomerOrder, segment: SegmentFilter): string => {
    const source = sources[sort];
    return `${placesOf(source)}SELECT ${source.id} AS id FROM ${source.table} AS sorted CROSS JOIN customer_classes AS classes
      ON classes.customer_id = ${source.id}${joinOf(source)} WHERE ${isPresent(source)} AND ${segmentCondition(segment).where} ${orderBy(source, direction)}`;
  },
};

const idsOf = (found: readonly { readonly id: CustomerId }[]): CustomerId[] => found.map(({ id }) => id);

/** A page of everyone who is active. */
export const listIds = (database: StoreDatabase, order: CustomerOrder, { offset, limit }: PageRange): CustomerId[] =>
  order.sort === 'owner'
    ? listIdsByOwner(database, { direction: order.direction, offset, limit })
    : idsOf(plainRows(database, orderQueries.everyone(order), { offset, limit }));

/** The order of owners, for the statements that read it. */
const ownersFor = (database: StoreDatabase, { sort }: CustomerOrder): { readonly owners?: string } =>
  sort === 'owner' ? { owners: JSON.stringify(ownersByName(database)) } : {};

const listGiven = (database: StoreDatabase, order: CustomerOrder, ids: readonly CustomerId[], page: PageRange): CustomerId[] =>
  idsOf(plainRows(database, orderQueries.given(order), { ...page, ...ownersFor(database, order), ids: JSON.stringify(ids) }));

/** Looking up one row by id costs about as much as this many steps down an index. */
const STEPS_PER_LOOKUP = 4;

/** Whether a page of `count` among `total` is found sooner down the order than from the members. */
const isWalkShorter = (count: number, total: number, page: PageRange): boolean =>
  (Math.min(page.offset + page.limit, count) * total) / Math.max(1, count) < count * STEPS_PER_LOOKUP;

const walkGiven = (database: StoreDatabase, order: CustomerOrder, ids: readonly CustomerId[], page: PageRange): CustomerId[] => {
  const wanted = new Set(ids);
  const found: CustomerId[] = [];
  const last = Math.min(page.offset + page.limit, wanted.size);
  if (last === 0) return found;
  // Step by step in one go: a page read at an offset would walk there from the top each time.
  walkRows<{ id: CustomerId }>(database, orderQueries.everyone(order, true), { offset: 0, limit: -1 }, ({ id }) => {
    if (wanted.has(id)) found.push(id);
    return found.length < last;
  });
  return found.slice(page.offset, last);
};

/** A page of these customers; `total` is how many there are in all. */
export const listIdsAmong = (
  database: StoreDatabase,
  order: CustomerOrder,
  ids: readonly CustomerId[],
  page: PageRange,
  total: number,
): CustomerId[] =>
  order.sort !== 'owner' && isWalkShorter(ids.length, total, page)
    ? walkGiven(database, order, ids, page)
    : listGiven(database, order, ids, page);

/** How many customers a segment has. */
export const countSegment = (database: StoreDatabase, segment: SegmentFilter): number =>
  plainRows<{ count: number }>(database, orderQueries.countSegment(segment), segmentCondition(segment).values)[0]?.count ?? 0;

/** Those of the ids that are in a segment. */
export const idsInSegment = (database: StoreDatabase, segment: SegmentFilter, ids: readonly CustomerId[]): CustomerId[] =>
  idsOf(plainRows(database, orderQueries.segmentIds(segment), { ...segmentCondition(segment).values, ids: JSON.stringify(ids) }));

/** A page of a segment; `count` is its size, `total` that of everyone. */
export const listSegmentIds = (
  database: StoreDatabase,
  order: CustomerOrder,
  segment: SegmentFilter,
  page: PageRange,
  { count, total }: { readonly count: number; readonly total: number },
): CustomerId[] => {
  // Without an index of the order there is nothing to walk down.
  const query =
    order.sort !== 'owner' && isWalkShorter(count, total, page) ? orderQueries.walkedSegment : orderQueries.gatheredSegment;
  return idsOf(
    plainRows(database, query(order, segment), { ...page, ...ownersFor(database, order), ...segmentCondition(segment).values }),
  );
};
