import { sql } from 'kysely';
import type { VisitPaymentMethod } from '../../shared/domain/visits/payments.ts';
import { cents, points } from '../../shared/types/amounts.ts';
import type { Cents, Points } from '../../shared/types/amounts.ts';
import type { VisitId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

/** What a visit was paid with; what is not listed was paid in money. */
export interface PaymentRow {
  method: VisitPaymentMethod;
  cents: Cents;
  points: Points | null;
  /** How much of what stored value paid was gift. */
  giftCents: Cents | null;
}

const insert = hotQuery<PaymentRow & { visitId: VisitId }>(
  sqlite.insertInto('visit_payments').values({
    visit_id: parameter('visitId'),
    method: parameter('method'),
    cents: parameter('cents'),
    points: parameter('points'),
    gift_cents: parameter('giftCents'),
  }),
);

export const insertPayments = (database: StoreDatabase, visitId: VisitId, payments: readonly PaymentRow[]): void => {
  for (const payment of payments) insert.run(database, { ...payment, visitId });
};

/** What was written, and of stored value whose it was when it was somebody else's (X55). */
export interface PaidRow extends PaymentRow {
  fromName: string | null;
}
const fromName = sql<string | null>`CASE visit_payments.method WHEN 'stored' THEN (
  SELECT customers.name FROM shared_spendings AS shared
  JOIN stored_value_entries AS entry ON entry.id = shared.entry_id
  JOIN visits AS paid ON paid.id = shared.visit_id AND paid.customer_id <> entry.customer_id
  JOIN customers ON customers.id = entry.customer_id
  WHERE shared.visit_id = visit_payments.visit_id) END`.as('fromName');

const ofVisit = hotQuery<{ visitId: VisitId }, PaidRow>(
  sqlite
    .selectFrom('visit_payments')
    .select(['method', 'cents', 'points', 'gift_cents as giftCents', fromName])
    .where('visit_id', '=', parameter<VisitId>('visitId'))
    .orderBy('method'),
);

export const listPaymentsOfVisit = (database: StoreDatabase, visitId: VisitId): PaidRow[] => ofVisit.rows(database, { visitId });

const ofVisits = hotQuery<{ visitIds: string }, PaidRow & { visitId: VisitId }>(
  sqlite
    .selectFrom(sql<{ value: VisitId }>`json_each(@visitIds)`.as('few'))
    .crossJoin('visit_payments')
    .whereRef('visit_payments.visit_id', '=', 'few.value')
    .where('visit_payments.method', 'in', [
      sql.lit('points' as const),
      sql.lit('stored' as const),
      sql.lit('account' as const),
      sql.lit('value_card' as const),
    ])
    .select(['visit_payments.visit_id as visitId', 'method', 'cents', 'points', 'gift_cents as giftCents', fromName])
    .orderBy('method'),
);

/** What of these visits was paid with points, stored value, cards with money on them or on account. */
export const listValuePaymentsOfVisits = (
  database: StoreDatabase,
  visitIds: readonly VisitId[],
): (PaidRow & { readonly visitId: VisitId })[] =>
  visitIds.length === 0 ? [] : ofVisits.rows(database, { visitIds: JSON.stringify(visitIds) });

const givenBack = hotQuery<{ visitId: VisitId }, { cents: Cents | null; points: Points | null }>(
  sqlite
    .selectFrom('visits')
    .innerJoin('visit_payments', 'visit_payments.visit_id', 'visits.id')
    .where('visits.returns_visit_id', '=', parameter<VisitId>('visitId'))
    .where('visits.undone_at', 'is', null)
    .where('visit_payments.method', '=', sql.lit('points'))
    .where('visit_payments.cents', '<', sql.lit(cents(0)))
    .select(({ fn }) => [
      fn.sum<Cents | null>('visit_payments.cents').as('cents'),
      fn.sum<Points | null>('visit_payments.points').as('points'),
    ]),
);

/** What standing returns of a visit have given back in points, both as positive figures. */
export const pointsGivenBackOf = (database: StoreDatabase, visitId: VisitId): { cents: Cents; points: Points } => {
  const row = givenBack.first(database, { visitId });
  return { cents: cents(0 - (row?.cents ?? 0)), points: points(0 - (row?.points ?? 0)) };
};

/** What is no money of the day it pays on. */
type CountedMethod = 'stored' | 'account' | 'value_card';
const paidOfDay = hotQuery<{ day: LocalDate; method: CountedMethod }, { cents: Cents | null }>(
  sqlite
    .selectFrom('visits')
    .innerJoin('visit_payments', 'visit_payments.visit_id', 'visits.id')
    .where('visits.business_date', '=', parameter<LocalDate>('day'))
    .where('visits.undone_at', 'is', null)
    .where('visit_payments.method', '=', parameter<CountedMethod>('method'))
    .select(({ fn }) => fn.sum<Cents | null>('visit_payments.cents').as('cents')),
);

/** What of a business day's visits was paid with stored value, less what went back into it. */
export const storedPaidOfDay = (database: StoreDatabase, day: LocalDate): Cents =>
  paidOfDay.first(database, { day, method: 'stored' })?.cents ?? cents(0);

/** What of a business day's visits was put on account, less what returns took off the debt. */
export const onAccountOfDay = (database: StoreDatabase, day: LocalDate): Cents =>
  paidOfDay.first(database, { day, method: 'account' })?.cents ?? cents(0);

/** What of a business day's visits was paid with cards with money on them, less what went back to these. */
export const cardsPaidOfDay = (database: StoreDatabase, day: LocalDate): Cents =>
  paidOfDay.first(database, { day, method: 'value_card' })?.cents ?? cents(0);

/** The SQL of the reads above, so that their plans can be asserted. */
export const visitPaymentQueries = {
  ofVisit: ofVisit.sql,
  ofVisits: ofVisits.sql,
  givenBack: givenBack.sql,
  paidOfDay: paidOfDay.sql,
};
