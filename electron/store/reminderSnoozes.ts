import { sql } from 'kysely';
import type { ReminderRule, SnoozeUntil } from '../../shared/domain/reminders/types.ts';
import type { CustomerId, ReminderSnoozeId, StaffId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { IdRange } from './tradeSums.ts';

// Reasons that are not to be brought up of one person (X05).

export interface NewSnooze {
  id: ReminderSnoozeId;
  customerId: CustomerId;
  rule: ReminderRule;
  until: SnoozeUntil;
  untilOn: LocalDate | null;
  note: string | null;
  at: Instant;
  businessDate: LocalDate;
  staffId: StaffId | null;
}

const insertOne = hotQuery<NewSnooze>(
  sqlite.insertInto('reminder_snoozes').values({
    id: parameter('id'),
    customer_id: parameter('customerId'),
    rule: parameter('rule'),
    until: parameter('until'),
    until_on: parameter('untilOn'),
    note: parameter('note'),
    at: parameter('at'),
    business_date: parameter('businessDate'),
    staff_id: parameter('staffId'),
  }),
);
export const insertSnooze = (database: StoreDatabase, snooze: NewSnooze): void => {
  insertOne.run(database, snooze);
};

const standing = sqlite.selectFrom('reminder_snoozes as snooze').where('snooze.ended_at', 'is', null);

export interface StandingSnooze {
  customer_id: CustomerId;
  rule: ReminderRule;
  until: SnoozeUntil;
  until_on: LocalDate | null;
  is_owing: 0 | 1;
}
const between = hotQuery<IdRange, StandingSnooze>(
  standing
    .select(['snooze.customer_id', 'snooze.rule', 'snooze.until', 'snooze.until_on'])
    .select((row) =>
      sql<0 | 1>`${row.exists(
        row
          .selectFrom('credit_debts as debt')
          .select('debt.customer_id')
          .whereRef('debt.customer_id', '=', 'snooze.customer_id')
          .where(sql<boolean>`debt.owed_cents > 0`),
      )}`.as('is_owing'),
    )
    .where('snooze.customer_id', '>=', parameter<CustomerId>('from'))
    .where('snooze.customer_id', '<=', parameter<CustomerId>('to'))
    .orderBy('snooze.customer_id')
    .orderBy('snooze.at')
    .orderBy('snooze.id'),
);
/** What nobody has ended of the customers within the range. */
export const snoozesBetween = (database: StoreDatabase, range: IdRange): StandingSnooze[] => between.rows(database, range);

export interface SnoozeRow {
  id: ReminderSnoozeId;
  rule: ReminderRule;
  until: SnoozeUntil;
  until_on: LocalDate | null;
  note: string | null;
  business_date: LocalDate;
  staff_name: string | null;
}
const ofCustomer = hotQuery<{ customerId: CustomerId }, SnoozeRow>(
  standing
    .leftJoin('staff', 'staff.id', 'snooze.staff_id')
    .select(['snooze.id', 'snooze.rule', 'snooze.until', 'snooze.until_on', 'snooze.note', 'snooze.business_date'])
    .select('staff.name as staff_name')
    .where('snooze.customer_id', '=', parameter<CustomerId>('customerId'))
    .orderBy('snooze.at', 'desc')
    .orderBy('snooze.id', 'desc'),
);
/** The same of one customer, the latest first. */
export const listSnoozes = (database: StoreDatabase, customerId: CustomerId): SnoozeRow[] =>
  ofCustomer.rows(database, { customerId });

const byId = hotQuery<{ id: ReminderSnoozeId }, { customer_id: CustomerId; ended_at: Instant | null }>(
  sqlite.selectFrom('reminder_snoozes').select(['customer_id', 'ended_at']).where('id', '=', parameter<ReminderSnoozeId>('id')),
);
export const findSnooze = (
  database: StoreDatabase,
  id: ReminderSnoozeId,
): { customer_id: CustomerId; ended_at: Instant | null } | undefined => byId.first(database, { id });

const end = hotQuery<{ id: ReminderSnoozeId; at: Instant | null }>(
  sqlite
    .updateTable('reminder_snoozes')
    .set({ ended_at: parameter<Instant | null>('at') })
    .where('id', '=', parameter<ReminderSnoozeId>('id')),
);
/** Ends it; null lets it go on. */
export const endSnooze = (database: StoreDatabase, id: ReminderSnoozeId, at: Instant | null): void => {
  end.run(database, { id, at });
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const snoozeQueries = { between: between.sql, ofCustomer: ofCustomer.sql };
