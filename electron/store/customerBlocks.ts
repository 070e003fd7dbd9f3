import { sql } from 'kysely';
import type { CustomerBlockId, CustomerId, StaffId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { Flag } from './schema.ts';

interface BlockRow {
  id: CustomerBlockId;
  reason: string;
  blocked_on: LocalDate;
  blocked_at: Instant;
  staff_name: string | null;
}

const standing = hotQuery<{ customerId: CustomerId }, BlockRow>(
  sqlite
    .selectFrom('customer_blocks')
    .leftJoin('staff', 'staff.id', 'customer_blocks.blocked_by')
    .select([
      'customer_blocks.id',
      'customer_blocks.reason',
      'customer_blocks.blocked_on',
      'customer_blocks.blocked_at',
      'staff.name as staff_name',
    ])
    .where('customer_blocks.customer_id', '=', parameter<CustomerId>('customerId'))
    .where('customer_blocks.lifted_at', 'is', null)
    .orderBy('customer_blocks.blocked_at')
    .limit(sql.lit(1)),
);

/** Why the customer is not to be served; undefined when they are. */
export const findBlock = (database: StoreDatabase, customerId: CustomerId): BlockRow | undefined =>
  standing.first(database, { customerId });

export const insertBlock = (
  database: StoreDatabase,
  block: {
    readonly id: CustomerBlockId;
    readonly customerId: CustomerId;
    readonly reason: string;
    readonly on: LocalDate;
    readonly at: Instant;
    readonly staffId: StaffId | null;
  },
): void => {
  const row = {
    id: block.id,
    customer_id: block.customerId,
    reason: block.reason,
    blocked_on: block.on,
    blocked_at: block.at,
    blocked_by: block.staffId,
    lifted_at: null,
    lifted_by: null,
  };
  execute(database, sqlite.insertInto('customer_blocks').values(row));
};

/** Serves the customer again: whatever stands is lifted. */
export const liftBlocks = (database: StoreDatabase, customerId: CustomerId, at: Instant, staffId: StaffId | null): void => {
  execute(
    database,
    sqlite
      .updateTable('customer_blocks')
      .set({ lifted_at: at, lifted_by: staffId })
      .where('customer_id', '=', customerId)
      .where('lifted_at', 'is', null),
  );
};

/** What a line of a list says beside the name. */
export interface CustomerMark {
  id: CustomerId;
  is_blocked: Flag;
  has_alert: Flag;
}

const marks = hotQuery<{ ids: string; today: LocalDate }, CustomerMark>(
  sqlite
    .selectFrom('customers')
    .select((of) => [
      'customers.id',
      sql<Flag>`${of.exists(
        of
          .selectFrom('customer_blocks')
          .select('customer_blocks.id')
          .whereRef('customer_blocks.customer_id', '=', 'customers.id')
          .where('customer_blocks.lifted_at', 'is', null),
      )}`.as('is_blocked'),
      sql<Flag>`${of.exists(
        of
          .selectFrom('arrival_alerts')
          .select('arrival_alerts.id')
          .whereRef('arrival_alerts.customer_id', '=', 'customers.id')
          .where('arrival_alerts.dismissed_at', 'is', null)
          .where('arrival_alerts.visit_id', 'is', null)
          .where('arrival_alerts.from_on', '<=', parameter<LocalDate>('today'))
          .where((alert) =>
            alert.or([
              alert('arrival_alerts.until_on', 'is', null),
              alert('arrival_alerts.until_on', '>=', parameter<LocalDate>('today')),
            ]),
          ),
      )}`.as('has_alert'),
    ])
    .where('customers.id', 'in', sql<CustomerId>`(SELECT value FROM json_each(${parameter<string>('ids')}))`),
);

/** Who of these is not to be served, and for whom an alert is shown today. */
export const listCustomerMarks = (
  database: StoreDatabase,
  ids: readonly CustomerId[],
  today: LocalDate,
): ReadonlyMap<CustomerId, CustomerMark> =>
  new Map(ids.length === 0 ? [] : marks.rows(database, { ids: JSON.stringify(ids), today }).map((row) => [row.id, row]));

/** The SQL of the reads above, so that their plans can be asserted. */
export const customerBlockQueries = { standing: standing.sql, marks: marks.sql };
