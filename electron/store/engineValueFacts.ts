import { sql } from 'kysely';
import type { LapsingValue, MissedBooking } from '../../shared/domain/reminders/types.ts';
import { comingStatuses } from '../../shared/domain/appointments/statuses.ts';
import type { AppointmentStatus } from '../../shared/domain/appointments/statuses.ts';
import type { Cents } from '../../shared/types/amounts.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { IdRange } from './tradeSums.ts';

// Bookings, what lapses and what is owed, of one customer or some hundreds: what the engine judges by besides cards and visits (X01, X07, X09).

const from = parameter<CustomerId>('from');
const to = parameter<CustomerId>('to');
const today = parameter<LocalDate>('today');
const until = parameter<LocalDate>('until');

type Whose<Row> = Row & { readonly customer_id: CustomerId };
type OnDay = IdRange & { readonly today: LocalDate };
type Between = OnDay & { readonly until: LocalDate };

const missedStates: readonly AppointmentStatus[] = ['no_show', 'cancelled', 'late_cancelled'];
const isOneOf = (states: readonly AppointmentStatus[]) =>
  sql<boolean>`status IN (${sql.join(states.map((state) => sql.lit(state)))})`;

const booked = hotQuery<OnDay, Whose<{ on: LocalDate }>>(
  sqlite
    .selectFrom('appointments')
    .select((row) => [
      row.ref('customer_id').$castTo<CustomerId>().as('customer_id'),
      row.fn.min<LocalDate>('starts_on').as('on'),
    ])
    .where('customer_id', '>=', from)
    .where('customer_id', '<=', to)
    .where('starts_on', '>=', today)
    .where('removed_at', 'is', null)
    .where(isOneOf(comingStatuses))
    .groupBy('customer_id'),
);

const missed = hotQuery<IdRange & { since: LocalDate }, Whose<Omit<MissedBooking, 'isNoShow'> & { status: AppointmentStatus }>>(
  sqlite
    .selectFrom('appointments')
    .select((row) => row.ref('customer_id').$castTo<CustomerId>().as('customer_id'))
    .select(['id as appointmentId', 'service', 'starts_on as bookedFor', 'business_date as missedOn', 'status'])
    .where('customer_id', '>=', from)
    .where('customer_id', '<=', to)
    .where('business_date', '>=', parameter<LocalDate>('since'))
    .where('removed_at', 'is', null)
    .where(isOneOf(missedStates))
    .orderBy('customer_id')
    .orderBy('business_date')
    .orderBy('starts_on')
    .orderBy('id'),
);

const points = hotQuery<Between, Whose<{ amount: number; lastDay: LocalDate }>>(
  sqlite
    .selectFrom('lapsing_points')
    .select(['customer_id', 'last_day as lastDay'])
    .select((row) => row.fn.sum<number>('remaining').as('amount'))
    .where('customer_id', '>=', from)
    .where('customer_id', '<=', to)
    .where('last_day', '>=', today)
    .where('last_day', '<=', until)
    .groupBy(['customer_id', 'last_day'])
    .orderBy('customer_id')
    .orderBy('last_day'),
);

type NamedRow = Whose<{ id: string; name: string; amount: number | null; lastDay: LocalDate }>;

const coupons = hotQuery<Between, NamedRow>(
  sqlite
    .selectFrom('coupons')
    .select(['customer_id', 'id', 'name', 'uses_left as amount'])
    .select((row) => row.ref('expires_on').$notNull().as('lastDay'))
    .where('customer_id', '>=', from)
    .where('customer_id', '<=', to)
    .where('expires_on', '>=', today)
    .where('expires_on', '<=', until)
    .where(sql<boolean>`uses_left > 0`)
    .orderBy('customer_id')
    .orderBy('expires_on')
    .orderBy('id'),
);

const countCards = hotQuery<Between, NamedRow>(
  sqlite
    .selectFrom('count_cards as card')
    .innerJoin('open_count_cards as open', 'open.card_id', 'card.id')
    .select(['card.customer_id', 'card.id', 'card.name', 'open.uses_left as amount', 'open.last_day as lastDay'])
    .where('card.customer_id', '>=', from)
    .where('card.customer_id', '<=', to)
    .where('open.last_day', '>=', today)
    .where('open.last_day', '<=', until)
    .orderBy('card.customer_id')
    .orderBy('open.last_day')
    .orderBy('card.id'),
);

/** Memberships that end without another that goes on after them. */
const memberships = hotQuery<Between, NamedRow>(
  sqlite
    .selectFrom('membership_terms as term')
    .select(['term.customer_id', 'term.id', 'term.name', sql<null>`NULL`.as('amount'), 'term.until_on as lastDay'])
    .where('term.customer_id', '>=', from)
    .where('term.customer_id', '<=', to)
    .where('term.until_on', '>=', today)
    .where('term.until_on', '<=', until)
    .where('term.is_void', '=', sql.lit(0))
    .where('term.is_ended', '=', sql.lit(0))
    .where((term) =>
      term.not(
        term.exists(
          term
            .selectFrom('membership_terms as next')
            .select('next.id')
            .whereRef('next.customer_id', '=', 'term.customer_id')
            .whereRef('next.until_on', '>', 'term.until_on')
            .where('next.is_void', '=', sql.lit(0))
            .where('next.is_ended', '=', sql.lit(0)),
        ),
      ),
    )
    .orderBy('term.customer_id')
    .orderBy('term.until_on')
    .orderBy('term.id'),
);

const keptGoods = hotQuery<Between, NamedRow>(
  sqlite
    .selectFrom('kept_goods')
    .select(['customer_id', 'id', 'name', 'left_quantity as amount'])
    .select((row) => row.ref('expires_on').$notNull().as('lastDay'))
    .where('customer_id', '>=', from)
    .where('customer_id', '<=', to)
    .where('expires_on', '>=', today)
    .where('expires_on', '<=', until)
    .where(sql<boolean>`left_quantity > 0`)
    .orderBy('customer_id')
    .orderBy('expires_on')
    .orderBy('id'),
);

interface WaitingRow {
  readonly customer_id: CustomerId;
  readonly orderId: string;
  readonly number: string;
  readonly readyOn: LocalDate;
  readonly toldAt: Instant | null;
}
/** Told before it became ready is not told that it is. */
const waiting = hotQuery<IdRange, WaitingRow>(
  sqlite
    .selectFrom('orders')
    .select(['customer_id', 'id as orderId', 'number'])
    .select((row) => row.ref('ready_on').$notNull().as('readyOn'))
    .select((order) =>
      order
        .selectFrom('order_events as told')
        .innerJoin('interactions as contact', 'contact.id', 'told.interaction_id')
        .select((event) => event.fn.max<Instant | null>('told.at').as('at'))
        .where('contact.undone_at', 'is', null)
        .whereRef('told.order_id', '=', 'orders.id')
        .where('told.event', '=', sql.lit('told'))
        .where((event) =>
          event(
            'told.at',
            '>=',
            event
              .selectFrom('order_events as made')
              .select((made) => made.fn.max<Instant>('made.at').as('at'))
              .whereRef('made.order_id', '=', 'orders.id')
              .where('made.event', '=', sql.lit('status'))
              .where('made.status', '=', sql.lit('ready')),
          ),
        )
        .as('toldAt'),
    )
    .where('customer_id', '>=', from)
    .where('customer_id', '<=', to)
    .where('status', '=', sql.lit('ready'))
    .where('removed_at', 'is', null)
    .orderBy('customer_id')
    .orderBy('at')
    .orderBy('id'),
);

const debts = hotQuery<OnDay, Whose<{ owedCents: Cents; dueOn: LocalDate }>>(
  sqlite
    .selectFrom('credit_open_charges')
    .select('customer_id')
    .select((row) => [row.fn.sum<Cents>('open_cents').as('owedCents'), row.fn.min<LocalDate>('due_on').as('dueOn')])
    .where('customer_id', '>=', from)
    .where('customer_id', '<=', to)
    .where('due_on', '<=', today)
    .groupBy('customer_id'),
);

/** For which day from `today` on each is booked next. */
export const bookedBetween = (database: StoreDatabase, days: OnDay): ReadonlyMap<CustomerId, LocalDate> =>
  new Map(booked.rows(database, days).map((row) => [row.customer_id, row.on]));

/** The latest booking of each that was cancelled or missed on or after `since`. */
export const missedBetween = (
  database: StoreDatabase,
  days: IdRange & { since: LocalDate },
): ReadonlyMap<CustomerId, MissedBooking> =>
  new Map(
    missed
      .rows(database, days)
      .map(({ customer_id: id, status, ...booking }) => [id, { ...booking, isNoShow: status === 'no_show' }]),
  );

/** What lapses from `today` to `until`, soonest first within its kind. Times of a card without a last day are none of it. */
export const lapsingBetween = (database: StoreDatabase, days: Between): Whose<LapsingValue>[] => [
  ...points.rows(database, days).map((row): Whose<LapsingValue> => ({ ...row, kind: 'points', id: 'points', name: '' })),
  ...coupons.rows(database, days).map((row): Whose<LapsingValue> => ({ ...row, kind: 'coupon' })),
  ...countCards.rows(database, days).map((row): Whose<LapsingValue> => ({ ...row, kind: 'count_card' })),
  ...keptGoods.rows(database, days).map((row): Whose<LapsingValue> => ({ ...row, kind: 'kept_goods' })),
  ...memberships.rows(database, days).map((row): Whose<LapsingValue> => ({ ...row, kind: 'membership' })),
];

/** What each owes of charges that were due by `today`. */
export const debtsBetween = (
  database: StoreDatabase,
  days: OnDay,
): ReadonlyMap<CustomerId, { readonly owedCents: Cents; readonly dueOn: LocalDate }> =>
  new Map(debts.rows(database, days).map(({ customer_id: id, ...debt }) => [id, debt]));

/** Orders that are ready and not collected, oldest first. */
export const waitingBetween = (database: StoreDatabase, range: IdRange): WaitingRow[] => waiting.rows(database, range);

/** The SQL of the reads above, so that their plans can be asserted. */
export const engineValueQueries = {
  booked: booked.sql,
  missed: missed.sql,
  points: points.sql,
  coupons: coupons.sql,
  countCards: countCards.sql,
  memberships: memberships.sql,
  debts: debts.sql,
  keptGoods: keptGoods.sql,
  waiting: waiting.sql,
};
