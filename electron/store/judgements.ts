import type { CallbackId, CustomerId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { CallbackQueueTable, CustomerClassesTable, RemindersTable } from './schema.ts';
import type { IdRange } from './tradeSums.ts';

// What the engine keeps of its judgements: classes, reminders and the place in the queue. Written only by the engine.

export type ClassesRow = CustomerClassesTable;
export interface ReminderRow {
  customer_id: CustomerId;
  rule: RemindersTable['rule'];
  occurrence: string;
  due_on: LocalDate;
  params: string;
  weight: number;
  attempts: number;
  closed_by: CallbackId | null;
}
export type QueueRow = CallbackQueueTable;

const from = parameter<CustomerId>('from');
const to = parameter<CustomerId>('to');

const classes = hotQuery<IdRange, ClassesRow>(
  sqlite.selectFrom('customer_classes').selectAll().where('customer_id', '>=', from).where('customer_id', '<=', to),
);
const reminders = hotQuery<IdRange, ReminderRow>(
  sqlite
    .selectFrom('reminders')
    .selectAll()
    .where('customer_id', '>=', from)
    .where('customer_id', '<=', to)
    .orderBy('customer_id')
    .orderBy('rule')
    .orderBy('occurrence'),
);
const queue = hotQuery<IdRange, QueueRow>(
  sqlite.selectFrom('callback_queue').selectAll().where('customer_id', '>=', from).where('customer_id', '<=', to),
);

export const classesBetween = (database: StoreDatabase, range: IdRange): ClassesRow[] => classes.rows(database, range);
/** By customer, rule and occurrence. */
export const remindersBetween = (database: StoreDatabase, range: IdRange): ReminderRow[] => reminders.rows(database, range);
export const queueBetween = (database: StoreDatabase, range: IdRange): QueueRow[] => queue.rows(database, range);

const putClasses = hotQuery<ClassesRow>(
  sqlite
    .insertInto('customer_classes')
    .values({
      customer_id: parameter('customer_id'),
      as_of: parameter('as_of'),
      recency_score: parameter('recency_score'),
      frequency_score: parameter('frequency_score'),
      money_score: parameter('money_score'),
      rfm: parameter('rfm'),
      rfm8: parameter('rfm8'),
      value: parameter('value'),
      activity: parameter('activity'),
      is_dormant: parameter('is_dormant'),
      lifecycle: parameter('lifecycle'),
      window_purchase_days: parameter('window_purchase_days'),
      window_spend_cents: parameter('window_spend_cents'),
      year_spend_cents: parameter('year_spend_cents'),
    })
    .onConflict((conflict) =>
      conflict.column('customer_id').doUpdateSet((row) => ({
        as_of: row.ref('excluded.as_of'),
        recency_score: row.ref('excluded.recency_score'),
        frequency_score: row.ref('excluded.frequency_score'),
        money_score: row.ref('excluded.money_score'),
        rfm: row.ref('excluded.rfm'),
        rfm8: row.ref('excluded.rfm8'),
        value: row.ref('excluded.value'),
        activity: row.ref('excluded.activity'),
        is_dormant: row.ref('excluded.is_dormant'),
        lifecycle: row.ref('excluded.lifecycle'),
        window_purchase_days: row.ref('excluded.window_purchase_days'),
        window_spend_cents: row.ref('excluded.window_spend_cents'),
        year_spend_cents: row.ref('excluded.year_spend_cents'),
      })),
    ),
);
const dropClasses = hotQuery<{ customerId: CustomerId }>(
  sqlite.deleteFrom('customer_classes').where('customer_id', '=', parameter<CustomerId>('customerId')),
);

/** Keeps one customer's classes; null for someone who has none any more. */
export const keepClasses = (database: StoreDatabase, customerId: CustomerId, row: ClassesRow | null): void => {
  if (row) putClasses.run(database, row);
  else dropClasses.run(database, { customerId });
};

const dropReminders = hotQuery<{ customerId: CustomerId }>(
  sqlite.deleteFrom('reminders').where('customer_id', '=', parameter<CustomerId>('customerId')),
);
const putReminder = hotQuery<ReminderRow>(
  sqlite.insertInto('reminders').values({
    customer_id: parameter('customer_id'),
    rule: parameter('rule'),
    occurrence: parameter('occurrence'),
    due_on: parameter('due_on'),
    params: parameter('params'),
    weight: parameter('weight'),
    attempts: parameter('attempts'),
    closed_by: parameter('closed_by'),
  }),
);

/** Keeps exactly these reminders of one customer. */
export const keepReminders = (database: StoreDatabase, customerId: CustomerId, kept: readonly ReminderRow[]): void => {
  dropReminders.run(database, { customerId });
  for (const row of kept) putReminder.run(database, row);
};

const putInQueue = hotQuery<QueueRow>(
  sqlite
    .insertInto('callback_queue')
    .values({
      customer_id: parameter('customer_id'),
      promised_at: parameter('promised_at'),
      hidden_until: parameter('hidden_until'),
      score: parameter('score'),
      judged_on: parameter('judged_on'),
    })
    .onConflict((conflict) =>
      conflict.column('customer_id').doUpdateSet((row) => ({
        promised_at: row.ref('excluded.promised_at'),
        hidden_until: row.ref('excluded.hidden_until'),
        score: row.ref('excluded.score'),
        judged_on: row.ref('excluded.judged_on'),
      })),
    ),
);
const takeFromQueue = hotQuery<{ customerId: CustomerId }>(
  sqlite.deleteFrom('callback_queue').where('customer_id', '=', parameter<CustomerId>('customerId')),
);

/** Keeps one customer's place in the queue; null for someone who need not be called. */
export const keepQueue = (database: StoreDatabase, customerId: CustomerId, row: QueueRow | null): void => {
  if (row) putInQueue.run(database, row);
  else takeFromQueue.run(database, { customerId });
};

const revisionOf = hotQuery<{ customerId: CustomerId }, { revision: number }>(
  sqlite.selectFrom('customer_summaries').select('revision').where('customer_id', '=', parameter<CustomerId>('customerId')),
);
const countUp = hotQuery<{ customerId: CustomerId }>(
  sqlite
    .updateTable('customer_summaries')
    .set((summary) => ({ revision: summary('revision', '+', 1) }))
    .where('customer_id', '=', parameter<CustomerId>('customerId')),
);

/** By which a judgement made from an earlier reading is recognised as stale; null without a summary. */
export const summaryRevision = (database: StoreDatabase, customerId: CustomerId): number | null =>
  revisionOf.first(database, { customerId })?.revision ?? null;

/** Says that the customer has been judged by a new fact, of whatever kind. */
export const countUpRevision = (database: StoreDatabase, customerId: CustomerId): void => {
  countUp.run(database, { customerId });
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const judgementQueries = { classes: classes.sql, reminders: reminders.sql, queue: queue.sql };
