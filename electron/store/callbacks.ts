import { sql } from 'kysely';
import type { Outcome } from '../../shared/contract/callbacks.ts';
import type { Cents, Points } from '../../shared/types/amounts.ts';
import type { CallbackId, ContactMethodId, CustomerId, InteractionId, StaffId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { Flag } from './schema.ts';

/** One person of today's list, without the reasons. */
export interface CallPerson {
  id: CustomerId;
  number: string;
  name: string;
  is_vip: Flag;
  gender: 'female' | 'male' | 'unknown';
  preferred_channel: string | null;
  contact_from_hour: number | null;
  contact_to_hour: number | null;
  safety_note: string | null;
  likes: string | null;
  owner_name: string | null;
  first_visit_on: LocalDate | null;
  visit_count: number;
  points_balance: Points;
  year_spend_cents: Cents | null;
  birth_calendar: 'solar' | 'lunar' | null;
  birth_year: number | null;
  birth_month: number | null;
  birth_day: number | null;
  birth_is_leap_month: Flag | null;
  last_outcome: Outcome | null;
  score: number;
}

const person = hotQuery<{ id: CustomerId }, CallPerson>(
  sqlite
    .selectFrom('callback_queue as queue')
    .innerJoin('customers', 'customers.id', 'queue.customer_id')
    .innerJoin('customer_summaries as summary', 'summary.customer_id', 'queue.customer_id')
    .leftJoin('customer_classes as classes', 'classes.customer_id', 'queue.customer_id')
    .leftJoin('staff', 'staff.id', 'customers.owner_id')
    .leftJoin('important_dates as birthday', (join) =>
      join.onRef('birthday.customer_id', '=', 'queue.customer_id').on('birthday.kind', '=', sql.lit('birthday')),
    )
    .select([
      'customers.id',
      'customers.number',
      'customers.name',
      'customers.is_vip',
      'customers.gender',
      'customers.preferred_channel',
      'customers.contact_from_hour',
      'customers.contact_to_hour',
      'customers.safety_note',
      'customers.likes',
      'staff.name as owner_name',
      'summary.first_visit_on',
      'summary.visit_count',
      'summary.points_balance',
      'classes.year_spend_cents',
      'birthday.calendar as birth_calendar',
      'birthday.year as birth_year',
      'birthday.month as birth_month',
      'birthday.day as birth_day',
      'birthday.is_leap_month as birth_is_leap_month',
      'queue.score',
    ])
    .select((row) =>
      row
        .selectFrom('callbacks')
        .select('callbacks.outcome')
        .whereRef('callbacks.customer_id', '=', 'queue.customer_id')
        .where('callbacks.undone_at', 'is', null)
        .orderBy('callbacks.at', 'desc')
        .orderBy('callbacks.id', 'desc')
        .limit(sql.lit(1))
        .as('last_outcome'),
    )
    .where('queue.customer_id', '=', parameter<CustomerId>('id')),
);

/** One person of the queue with what the list shows. */
export const findCallPerson = (database: StoreDatabase, id: CustomerId): CallPerson | undefined => person.first(database, { id });

const notHidden = sqlite
  .selectFrom('callback_queue')
  .select('customer_id')
  .where((row) => row.or([row('hidden_until', 'is', null), row('hidden_until', '<=', parameter<Instant>('now'))]))
  .limit(parameter<number>('limit'));
const promised = hotQuery<{ now: Instant; limit: number }, { customer_id: CustomerId }>(
  notHidden.where('promised_at', 'is not', null).orderBy('promised_at').orderBy('customer_id'),
);
const weightiest = hotQuery<{ now: Instant; limit: number }, { customer_id: CustomerId }>(
  notHidden.where('promised_at', 'is', null).orderBy('score', 'desc').orderBy('customer_id'),
);

/** People whose own time is today or has passed, in the order of those times. */
export const promisedIds = (database: StoreDatabase, now: Instant, limit: number): CustomerId[] =>
  promised.rows(database, { now, limit }).map((row) => row.customer_id);
/** The others who are not hidden at this moment, weightiest first. */
export const weightiestIds = (database: StoreDatabase, now: Instant, limit: number): CustomerId[] =>
  weightiest.rows(database, { now, limit }).map((row) => row.customer_id);

const queued = hotQuery<Record<never, never>, { count: number }>(
  sqlite.selectFrom('callback_queue').select((row) => row.fn.countAll<number>().as('count')),
);
const hidden = hotQuery<{ now: Instant }, { count: number }>(
  sqlite
    .selectFrom('callback_queue')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('hidden_until', '>', parameter<Instant>('now')),
);

/** How many people have an open reason and are not hidden at this moment. */
export const countCallable = (database: StoreDatabase, now: Instant): number =>
  (queued.first(database, {})?.count ?? 0) - (hidden.first(database, { now })?.count ?? 0);

export interface HandledCall {
  id: CallbackId;
  customer_id: CustomerId;
  number: string;
  name: string;
  outcome: Outcome;
  next_attempt_at: Instant | null;
  note: string | null;
  at: Instant;
}

const handled = hotQuery<{ on: LocalDate; limit: number }, HandledCall>(
  sqlite
    .selectFrom('callbacks')
    .innerJoin('customers', 'customers.id', 'callbacks.customer_id')
    .select([
      'callbacks.id',
      'callbacks.customer_id',
      'customers.number',
      'customers.name',
      'callbacks.outcome',
      'callbacks.next_attempt_at',
      'callbacks.note',
      'callbacks.at',
    ])
    .where('callbacks.business_date', '=', parameter<LocalDate>('on'))
    .where('callbacks.undone_at', 'is', null)
    .orderBy('callbacks.at', 'desc')
    .orderBy('callbacks.id', 'desc')
    .limit(parameter<number>('limit')),
);
const settledPeople = hotQuery<{ on: LocalDate; now: Instant }, { count: number }>(
  sqlite
    .selectFrom('callbacks')
    .select((row) => row.fn.count<number>('callbacks.customer_id').distinct().as('count'))
    .where('callbacks.business_date', '=', parameter<LocalDate>('on'))
    .where('callbacks.undone_at', 'is', null)
    .where((call) =>
      call.not(
        call.exists(
          call
            .selectFrom('callback_queue')
            .select('callback_queue.customer_id')
            .whereRef('callback_queue.customer_id', '=', 'callbacks.customer_id')
            .where((row) => row.or([row('hidden_until', 'is', null), row('hidden_until', '<=', parameter<Instant>('now'))])),
        ),
      ),
    ),
);

/** Calls recorded on a business day and not taken back, latest first. */
export const handledOn = (database: StoreDatabase, on: LocalDate, limit: number): HandledCall[] =>
  handled.rows(database, { on, limit });
/** With how many people a call was recorded that day, those aside whose next attempt has come: they are to be called again. */
export const countSettledPeople = (database: StoreDatabase, on: LocalDate, now: Instant): number =>
  settledPeople.first(database, { on, now })?.count ?? 0;

export interface NewCallback {
  id: CallbackId;
  customerId: CustomerId;
  interactionId: InteractionId;
  at: Instant;
  businessDate: LocalDate;
  outcome: Outcome;
  nextAttemptAt: Instant | null;
  note: string | null;
  reasons: string;
  before: string;
  staffId: StaffId | null;
}

const insertOne = hotQuery<NewCallback>(
  sqlite.insertInto('callbacks').values({
    id: parameter('id'),
    customer_id: parameter('customerId'),
    interaction_id: parameter('interactionId'),
    at: parameter('at'),
    business_date: parameter('businessDate'),
    outcome: parameter('outcome'),
    next_attempt_at: parameter('nextAttemptAt'),
    note: parameter('note'),
    reasons: parameter('reasons'),
    before: parameter('before'),
    staff_id: parameter('staffId'),
  }),
);
export const insertCallback = (database: StoreDatabase, callback: NewCallback): void => {
  insertOne.run(database, callback);
};

const byId = hotQuery<
  { id: CallbackId },
  { customer_id: CustomerId; interaction_id: InteractionId; before: string; undone_at: Instant | null }
>(
  sqlite
    .selectFrom('callbacks')
    .select(['customer_id', 'interaction_id', 'before', 'undone_at'])
    .where('id', '=', parameter<CallbackId>('id')),
);
export const findCallback = (
  database: StoreDatabase,
  id: CallbackId,
): { customer_id: CustomerId; interaction_id: InteractionId; before: string; undone_at: Instant | null } | undefined =>
  byId.first(database, { id });

const standing = hotQuery<{ customerId: CustomerId; outcome: Outcome }, { before: string }>(
  sqlite
    .selectFrom('callbacks')
    .select('before')
    .where('customer_id', '=', parameter<CustomerId>('customerId'))
    .where('outcome', '=', parameter<Outcome>('outcome'))
    .where('undone_at', 'is', null),
);
/** What the customer's calls of an outcome found before them, as far as they were not taken back. */
export const standingBefore = (database: StoreDatabase, customerId: CustomerId, outcome: Outcome): string[] =>
  standing.rows(database, { customerId, outcome }).map((row) => row.before);

const undoCallback = hotQuery<{ id: CallbackId; at: Instant }>(
  sqlite
    .updateTable('callbacks')
    .set({ undone_at: parameter<Instant>('at') })
    .where('id', '=', parameter<CallbackId>('id')),
);
const undoInteraction = hotQuery<{ id: InteractionId; at: Instant }>(
  sqlite
    .updateTable('interactions')
    .set({ undone_at: parameter<Instant>('at') })
    .where('id', '=', parameter<InteractionId>('id')),
);
/** Takes a call back, with its entry on the timeline. */
export const markCallbackUndone = (
  database: StoreDatabase,
  call: { id: CallbackId; interactionId: InteractionId; at: Instant },
): void => {
  undoCallback.run(database, { id: call.id, at: call.at });
  undoInteraction.run(database, { id: call.interactionId, at: call.at });
};

const validity = hotQuery<{ id: ContactMethodId; isValid: Flag }>(
  sqlite
    .updateTable('contact_methods')
    .set({ is_valid: parameter<Flag>('isValid') })
    .where('id', '=', parameter<string>('id')),
);
export const setContactValidity = (database: StoreDatabase, id: ContactMethodId, isValid: Flag): void => {
  validity.run(database, { id, isValid });
};

const blocked = hotQuery<{ customerId: CustomerId }, { do_not_contact: Flag }>(
  sqlite.selectFrom('customers').select('do_not_contact').where('id', '=', parameter<CustomerId>('customerId')),
);
export const isContactBlocked = (database: StoreDatabase, customerId: CustomerId): boolean =>
  blocked.first(database, { customerId })?.do_not_contact === 1;

const block = hotQuery<{ customerId: CustomerId; doNotContact: Flag; at: Instant }>(
  sqlite
    .updateTable('customers')
    .set((customer) => ({
      do_not_contact: parameter<Flag>('doNotContact'),
      changed_at: parameter<Instant>('at'),
      revision: customer('revision', '+', 1),
    }))
    .where('id', '=', parameter<CustomerId>('customerId')),
);
export const setDoNotContact = (database: StoreDatabase, customerId: CustomerId, doNotContact: Flag, at: Instant): void => {
  block.run(database, { customerId, doNotContact, at });
};

/** The SQL of today's list, so that its plans can be asserted. */
export const callbackQueries = {
  person: person.sql,
  promised: promised.sql,
  weightiest: weightiest.sql,
  hidden: hidden.sql,
  handled: handled.sql,
  settledPeople: settledPeople.sql,
};
