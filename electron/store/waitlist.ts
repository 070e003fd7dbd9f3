import { sql } from 'kysely';
import type { WaitlistEntry } from '../../shared/contract/waitlist.ts';
import type { CustomerId, ProductId, StaffId, WaitlistEntryId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import { phoneOf } from './phoneOf.ts';

// Who wants a slot as soon as there is one (X34): those still waiting, on an index of their own.

const entries = sqlite
  .selectFrom('waitlist_entries as entry')
  .leftJoin('customers', 'customers.id', 'entry.customer_id')
  .leftJoin('staff', 'staff.id', 'entry.staff_id')
  .select(['entry.id', 'entry.customer_id as customerId', 'entry.name', 'entry.contact', 'entry.product_id as productId'])
  .select(['entry.service', 'entry.staff_id as staffId', 'staff.name as staffName', 'entry.from_on as fromOn'])
  .select(['entry.until_on as untilOn', 'entry.from_minute as fromMinute', 'entry.until_minute as untilMinute'])
  .select(['entry.length_minutes as lengthMinutes', 'entry.note', 'entry.state', 'customers.name as customerName'])
  .select(phoneOf('entry.customer_id').as('phone'));
export type WaitlistRow = Awaited<ReturnType<typeof entries.executeTakeFirstOrThrow>>;

const waiting = sql<boolean>`entry.state = 'waiting' AND entry.until_on >= ${parameter('on')}
  AND (entry.customer_id IS NULL OR customers.removed_at IS NULL)`;

const byId = hotQuery<{ id: WaitlistEntryId }, WaitlistRow>(entries.where('entry.id', '=', parameter<WaitlistEntryId>('id')));
const stillWaiting = hotQuery<{ on: LocalDate; offset: number; limit: number }, WaitlistRow>(
  entries
    .where(waiting)
    .orderBy('entry.created_at')
    .orderBy('entry.id')
    .limit(parameter<number>('limit'))
    .offset(parameter<number>('offset')),
);
const waitingTotal = hotQuery<{ on: LocalDate }, { total: number }>(
  sqlite
    .selectFrom('waitlist_entries as entry')
    .leftJoin('customers', 'customers.id', 'entry.customer_id')
    .select((row) => row.fn.countAll<number>().as('total'))
    .where(waiting),
);

export const findWaitlistEntry = (database: StoreDatabase, id: WaitlistEntryId): WaitlistRow | undefined =>
  byId.first(database, { id });

/** Those who wait for a slot on a day or later, who has waited longest first. */
export const listWaiting = (
  database: StoreDatabase,
  { on, offset, limit }: { readonly on: LocalDate; readonly offset: number; readonly limit: number },
): WaitlistRow[] => stillWaiting.rows(database, { on, offset, limit });

export const countWaiting = (database: StoreDatabase, on: LocalDate): number => waitingTotal.first(database, { on })?.total ?? 0;

export interface WaitlistValues {
  readonly customerId: CustomerId | null;
  readonly name: string;
  readonly contact: string | null;
  readonly productId: ProductId | null;
  readonly service: string;
  readonly staffId: StaffId | null;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  readonly fromMinute: number;
  readonly untilMinute: number;
  readonly lengthMinutes: number;
  readonly note: string | null;
}

/** Writes a new entry, or changes the one of this id. */
export const saveWaitlistEntry = (database: StoreDatabase, id: WaitlistEntryId, values: WaitlistValues, at: Instant): void => {
  const row = {
    customer_id: values.customerId,
    name: values.name,
    contact: values.contact,
    product_id: values.productId,
    service: values.service,
    staff_id: values.staffId,
    from_on: values.fromOn,
    until_on: values.untilOn,
    from_minute: values.fromMinute,
    until_minute: values.untilMinute,
    length_minutes: values.lengthMinutes,
    note: values.note,
  };
  execute(
    database,
    sqlite
      .insertInto('waitlist_entries')
      .values({ id, ...row, state: 'waiting', created_at: at })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row)),
  );
};

export const markWaitlistEntry = (database: StoreDatabase, id: WaitlistEntryId, state: WaitlistEntry['state']): void => {
  execute(database, sqlite.updateTable('waitlist_entries').set({ state }).where('id', '=', id));
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const waitlistQueries = { byId: byId.sql, stillWaiting: stillWaiting.sql, waitingTotal: waitingTotal.sql };
