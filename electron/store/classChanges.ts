import { movementGroups } from '../../shared/domain/segments/movement.ts';
import type { Group, GroupSince, MovementAxis } from '../../shared/domain/segments/movement.ts';
import type { Cents } from '../../shared/types/amounts.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, plainRows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { ClassesRow } from './judgements.ts';
import type { ClassChangesTable } from './schema/classChanges.ts';
import type { IdRange } from './tradeSums.ts';

// In which groups everybody was, day by day (R039). Written with the judgements, so that no change passes unseen.

const latest = hotQuery<{ customerId: CustomerId }, ClassChangesTable>(
  sqlite
    .selectFrom('class_changes')
    .selectAll()
    .where('customer_id', '=', parameter<CustomerId>('customerId'))
    .orderBy('on_date', 'desc'),
);
const put = hotQuery<ClassChangesTable>(
  sqlite
    .insertInto('class_changes')
    .values({
      customer_id: parameter('customer_id'),
      on_date: parameter('on_date'),
      rfm: parameter('rfm'),
      rfm8: parameter('rfm8'),
      value: parameter('value'),
      activity: parameter('activity'),
      is_dormant: parameter('is_dormant'),
      lifecycle: parameter('lifecycle'),
    })
    .onConflict((conflict) =>
      conflict.columns(['customer_id', 'on_date']).doUpdateSet((row) => ({
        rfm: row.ref('excluded.rfm'),
        rfm8: row.ref('excluded.rfm8'),
        value: row.ref('excluded.value'),
        activity: row.ref('excluded.activity'),
        is_dormant: row.ref('excluded.is_dormant'),
        lifecycle: row.ref('excluded.lifecycle'),
      })),
    ),
);

const columns = ['rfm', 'rfm8', 'value', 'activity', 'is_dormant', 'lifecycle'] as const;
type Groups = Pick<ClassChangesTable, (typeof columns)[number]>;
const noGroups: Groups = { rfm: null, rfm8: null, value: null, activity: null, is_dormant: null, lifecycle: null };

/**
 * Writes down the groups somebody is in from a day on; null where they are in none. Nothing where they are as they were; a later change of
 * the same day stands in place of the earlier. A clock that went back takes nothing away: the change then counts as of the latest day known.
 */
export const rememberClasses = (
  database: StoreDatabase,
  customerId: CustomerId,
  on: LocalDate,
  classes: ClassesRow | null,
): void => {
  const known = latest.first(database, { customerId });
  const groups: Groups = classes ?? noGroups;
  const before: Groups = known ?? noGroups;
  if (columns.every((column) => groups[column] === before[column])) return;
  const { rfm, rfm8, value, activity, is_dormant, lifecycle } = groups;
  const day = known !== undefined && known.on_date > on ? known.on_date : on;
  put.run(database, { customer_id: customerId, on_date: day, rfm, rfm8, value, activity, is_dormant, lifecycle });
};

interface ChangeRow {
  readonly customer_id: CustomerId;
  readonly on_date: LocalDate;
  readonly group: string | number | null;
}

const changesOf = (column: (typeof columns)[number]) =>
  hotQuery<IdRange & { until: LocalDate }, ChangeRow>(
    sqlite
      .selectFrom('class_changes')
      .select(['customer_id', 'on_date'])
      .select((row) => row.ref(column).$castTo<string | number | null>().as('group'))
      .where('customer_id', '>=', parameter<CustomerId>('from'))
      .where('customer_id', '<=', parameter<CustomerId>('to'))
      .where('on_date', '<=', parameter<LocalDate>('until'))
      .orderBy('customer_id')
      .orderBy('on_date'),
  );
const changes = {
  rfm: changesOf('rfm'),
  rfm8: changesOf('rfm8'),
  value: changesOf('value'),
  activity: changesOf('activity'),
  dormant: changesOf('is_dormant'),
  lifecycle: changesOf('lifecycle'),
};

interface ClassChange extends GroupSince {
  readonly customerId: CustomerId;
}

const dormantGroups = movementGroups.dormant;
const allGroups: ReadonlyMap<string, Group> = new Map(
  Object.values(movementGroups).flatMap((groups) => groups.map((group) => [group, group])),
);

const groupOf = (stored: string | number | null): Group | null => {
  if (stored === null) return null;
  return (typeof stored === 'number' ? dormantGroups[stored] : allGroups.get(stored)) ?? null;
};

/** The changes on one axis of the customers whose ids lie between two, up to a day: by customer and day. */
export const classChangesBetween = (
  database: StoreDatabase,
  axis: MovementAxis,
  range: IdRange,
  until: LocalDate,
): ClassChange[] =>
  changes[axis].rows(database, { ...range, until }).map((row) => ({
    customerId: row.customer_id,
    on: row.on_date,
    group: groupOf(row.group),
  }));

export interface MoverRow {
  readonly id: CustomerId;
  readonly number: string;
  readonly name: string;
  readonly removed_at: number | null;
  readonly last_purchase_on: LocalDate | null;
  readonly year_spend_cents: Cents | null;
}

const movers = `SELECT customers.id, customers.number, customers.name, customers.removed_at, summary.last_purchase_on,
    classes.year_spend_cents
  FROM json_each(@ids) AS given
  CROSS JOIN customers ON customers.id = given.value
  LEFT JOIN customer_summaries AS summary ON summary.customer_id = customers.id
  LEFT JOIN customer_classes AS classes ON classes.customer_id = customers.id
  ORDER BY classes.year_spend_cents DESC, customers.id DESC LIMIT @limit OFFSET @offset`;

/** One page of these customers, by the spend of the last 12 months, most first. */
export const listMovers = (database: StoreDatabase, ids: readonly CustomerId[], offset: number, limit: number): MoverRow[] =>
  plainRows<MoverRow>(database, movers, { ids: JSON.stringify(ids), offset, limit });

/** The SQL of the reads, so that their plans can be asserted. */
export const classChangeQueries: Readonly<Record<string, string>> = {
  latestClasses: latest.sql,
  ...Object.fromEntries(Object.entries(changes).map(([axis, query]) => [`${axis}Changes`, query.sql])),
};
