import type { CustomCondition } from '../../shared/contract/customFields.ts';
import { conditionsOf, groupHolds } from '../../shared/domain/segments/conditions.ts';
import type { SegmentCondition, SegmentGroup, SegmentNode } from '../../shared/domain/segments/conditions.ts';
import type { CustomerId, OwnSegmentId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { plainRows } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { FilterBasis } from './customerFilter.ts';
import { readRun } from './engine.ts';
import { findOwnSegment } from './ownSegments.ts';
import { placesInUse } from './regions.ts';
import { attributeSql, basisValues, conditionSql, figureSql } from './segmentConditions.ts';
import type { SqlValues } from './segmentConditions.ts';

// Who is in an own segment: its tree as one statement over customers, their summaries and their classes.

const FROM = `FROM customers
  LEFT JOIN customer_summaries AS summaries ON summaries.customer_id = customers.id
  LEFT JOIN customer_classes AS classes ON classes.customer_id = customers.id`;
/** Inactive customers are in no segment, as in the classes. */
const PRESENT = 'customers.removed_at IS NULL AND customers.is_inactive = 0';

/** A stored segment, or a tree. */
export type SegmentSource = { readonly segmentId: OwnSegmentId } | { readonly tree: SegmentGroup };

interface Writing {
  readonly database: StoreDatabase;
  readonly today: LocalDate;
  readonly hidesNumbers: boolean;
  readonly bound: SqlValues;
  names: number;
}

const writing = (database: StoreDatabase, { today, settings, permissions }: FilterBasis): Writing => ({
  database,
  today,
  hidesNumbers: !permissions.includes('customers.phones'),
  bound: basisValues(today, settings, readRun(database).cutoffs),
  names: 0,
});

const sourceSql = (source: SegmentSource, w: Writing): string => {
  if ('tree' in source) return nodeSql(source.tree, w);
  const found = findOwnSegment(w.database, source.segmentId);
  if (found === null || found.isRemoved) return '0';
  if (found.kind === 'live') return nodeSql(found.tree, w);
  const name = `segment${(w.names += 1)}`;
  w.bound[name] = found.id;
  return `customers.id IN (SELECT customer_id FROM own_segment_members WHERE segment_id = @${name})`;
};

const leafSql = (condition: SegmentCondition, w: Writing): string => {
  if (condition.test === 'segment') {
    const holds = sourceSql({ segmentId: condition.segmentId }, w);
    return condition.is ? `(${holds})` : `NOT (${holds})`;
  }
  const name = `c${(w.names += 1)}`;
  return conditionSql(w.database, condition, { name, bound: w.bound, today: w.today, hidesNumbers: w.hidesNumbers });
};

const nodeSql = (node: SegmentNode, w: Writing): string => {
  if (node.test !== 'group') return leafSql(node, w);
  const items = node.items.map((item) => `(${nodeSql(item, w)})`);
  return node.match === 'all' ? items.join(' AND ') : `${node.match === 'none' ? 'NOT ' : ''}(${items.join(' OR ')})`;
};

/** The people of a segment as a statement that answers their ids; values are named. */
export const segmentQuery = (
  database: StoreDatabase,
  source: SegmentSource,
  basis: FilterBasis,
): { readonly sql: string; readonly values: Readonly<SqlValues> } => {
  const w = writing(database, basis);
  return { sql: `SELECT customers.id ${FROM} WHERE ${PRESENT} AND (${sourceSql(source, w)})`, values: w.bound };
};

export const segmentIds = (database: StoreDatabase, source: SegmentSource, basis: FilterBasis): CustomerId[] => {
  const { sql, values } = segmentQuery(database, source, basis);
  return plainRows<{ id: CustomerId }>(database, sql, values).map(({ id }) => id);
};

export const countSegment = (database: StoreDatabase, source: SegmentSource, basis: FilterBasis): number => {
  const { sql, values } = segmentQuery(database, source, basis);
  return plainRows<{ count: number }>(database, `SELECT count(*) AS count FROM (${sql})`, values)[0]?.count ?? 0;
};

export interface SegmentPersonRow {
  readonly id: CustomerId;
  readonly number: string;
  readonly name: string;
  readonly is_vip: 0 | 1;
  readonly last_purchase_on: LocalDate | null;
  readonly rhythm_days: number | null;
  readonly window_purchase_days: number;
  readonly year_spend_cents: number;
}

/** One page of them, by the spend of the last 12 months, most first. */
export const listSegment = (
  database: StoreDatabase,
  source: SegmentSource,
  basis: FilterBasis,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): SegmentPersonRow[] => {
  const { sql, values } = segmentQuery(database, source, basis);
  return plainRows<SegmentPersonRow>(
    database,
    `SELECT customers.id, customers.number, customers.name, customers.is_vip, summaries.last_purchase_on, summaries.rhythm_days,
       coalesce(classes.window_purchase_days, 0) AS window_purchase_days, coalesce(classes.year_spend_cents, 0) AS year_spend_cents
     ${FROM} WHERE customers.id IN (${sql})
     ORDER BY coalesce(classes.year_spend_cents, 0) DESC, customers.id DESC LIMIT @limit OFFSET @offset`,
    { ...values, limit, offset },
  );
};

/**
 * The conditions on the shop's own fields that speak in a source, those of the segments it names among them. Of a fixed list too: who
 * stands on it tells what held of them on its day. Fixed lists may name each other in a circle: each is looked at once.
 */
export const customConditionsIn = (
  database: StoreDatabase,
  source: SegmentSource,
  seen: ReadonlySet<OwnSegmentId> = new Set(),
): CustomCondition[] => {
  const segmentId = 'tree' in source ? null : source.segmentId;
  if (segmentId !== null && seen.has(segmentId)) return [];
  const tree = 'tree' in source ? source.tree : findOwnSegment(database, source.segmentId)?.tree;
  const looked = segmentId === null ? seen : new Set([...seen, segmentId]);
  return tree === undefined
    ? []
    : conditionsOf(tree).flatMap(({ condition }): CustomCondition[] => {
        if (condition.test === 'custom') return [condition.condition];
        return condition.test === 'segment' ? customConditionsIn(database, { segmentId: condition.segmentId }, looked) : [];
      });
};

/** How a condition stands with one customer: what it asks for and what they have. */
export interface Explained {
  readonly path: string;
  readonly holds: boolean;
  readonly figure: number | null;
  readonly values: string[];
}

const placePart = (database: StoreDatabase, region: string | null, part: 'province' | 'city' | 'district'): string[] => {
  const place = region === null ? undefined : placesInUse(database).get(region)?.[part];
  return place == null ? [] : [place];
};

const explainOne = (database: StoreDatabase, customerId: CustomerId, condition: SegmentCondition, basis: FilterBasis) => {
  const w = writing(database, basis);
  const holds = leafSql(condition, w);
  const shown =
    condition.test === 'figure'
      ? figureSql[condition.figure]
      : condition.test === 'one_of'
        ? attributeSql(condition.attribute)
        : 'NULL';
  const [row] = plainRows<{ holds: number; shown: number | string | null }>(
    database,
    `SELECT (${holds}) AS holds, (${shown}) AS shown ${FROM} WHERE customers.id = @explained`,
    { ...w.bound, explained: customerId },
  );
  const had = row?.shown ?? null;
  const values =
    condition.test !== 'one_of' || (had !== null && typeof had !== 'string')
      ? []
      : condition.attribute === 'province' || condition.attribute === 'city' || condition.attribute === 'district'
        ? placePart(database, had, condition.attribute)
        : had === null
          ? []
          : had.split('\n');
  return { holds: row?.holds === 1, figure: typeof had === 'number' ? had : null, values };
};

/** Each condition of a tree with what the customer has, and whether the whole holds: told by the conditions, as a reader would. */
export const explainSegment = (
  database: StoreDatabase,
  customerId: CustomerId,
  tree: SegmentGroup,
  basis: FilterBasis,
): { readonly isIn: boolean; readonly conditions: Explained[] } => {
  const conditions = conditionsOf(tree).map(({ path, condition }) => ({
    path,
    ...explainOne(database, customerId, condition, basis),
  }));
  const held = new Map(conditions.map(({ path, holds }) => [path, holds]));
  const holds = (node: SegmentNode, path: readonly number[]): boolean =>
    node.test === 'group'
      ? groupHolds(
          node.match,
          node.items.map((item, index) => holds(item, [...path, index])),
        )
      : (held.get(path.join('.')) ?? false);
  return { isIn: holds(tree, []), conditions };
};
