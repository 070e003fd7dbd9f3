import { sql } from 'kysely';
import { cents } from '../../shared/types/amounts.ts';
import type { Cents } from '../../shared/types/amounts.ts';
import type { CouponId, CouponTypeId, CustomerId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// What is out in coupons, and what they brought: read from what the ledger keeps of them, never from its entries (R084).

interface FiguresRow {
  typeId: CouponTypeId;
  name: string;
  issued: number;
  used: number;
  cents: Cents;
}
const byType = hotQuery<{ from: LocalDate }, FiguresRow>(
  sqlite
    .selectFrom('coupon_days as figures')
    .innerJoin('coupon_types as type', 'type.id', 'figures.type_id')
    .where('figures.business_date', '>=', parameter<LocalDate>('from'))
    .select((of) => [
      'type.id as typeId',
      'type.name',
      of.fn.sum<number>('figures.issued').as('issued'),
      of.fn.sum<number>('figures.used').as('used'),
      of.fn.sum<Cents>('figures.cents').as('cents'),
    ])
    .groupBy('type.id')
    .orderBy('issued', 'desc')
    .orderBy('type.id'),
);

/** What was issued and used of each type since a day, and what it took off; what was taken back is taken off again. */
export const listCouponFigures = (database: StoreDatabase, from: LocalDate): FiguresRow[] =>
  byType.rows(database, { from }).map((row) => ({ ...row, cents: cents(row.cents) }));

interface Until {
  today: LocalDate;
  until: LocalDate;
}
const isOpen = sql<boolean>`coupons.uses_left > 0`;
const countOpen = sqlite
  .selectFrom('coupons')
  .where(isOpen)
  .select((of) => of.fn.countAll<number>().as('total'));
const withoutEnd = hotQuery<object, { total: number }>(countOpen.where('coupons.expires_on', 'is', null));
const notLapsed = hotQuery<{ today: LocalDate }, { total: number }>(
  countOpen.where('coupons.expires_on', '>=', parameter<LocalDate>('today')),
);
/** The few of people in the bin are taken off, so that nobody has to be looked up for all the others. */
const inBin = hotQuery<{ today: LocalDate }, { total: number }>(
  sqlite
    .selectFrom('customers')
    .crossJoin('coupons')
    .whereRef('coupons.customer_id', '=', 'customers.id')
    .where('customers.removed_at', 'is not', null)
    .where(isOpen)
    .where(sql<boolean>`(coupons.expires_on IS NULL OR coupons.expires_on >= @today)`)
    .select((of) => of.fn.countAll<number>().as('total')),
);

/** Coupons that can be used now or later; those of people in the bin are left out. */
export const countOpenCoupons = (database: StoreDatabase, today: LocalDate): number =>
  (withoutEnd.first(database, {})?.total ?? 0) +
  (notLapsed.first(database, { today })?.total ?? 0) -
  (inBin.first(database, { today })?.total ?? 0);

const lapsing = sqlite
  .selectFrom('coupons')
  .innerJoin('customers', 'customers.id', 'coupons.customer_id')
  .where(isOpen)
  .where('coupons.expires_on', '>=', parameter<LocalDate>('today'))
  .where('coupons.expires_on', '<=', parameter<LocalDate>('until'))
  .where('customers.removed_at', 'is', null);

export interface LapsingCoupon {
  id: CouponId;
  customerId: CustomerId;
  customerName: string;
  number: string;
  name: string;
  left: number;
  lastDay: LocalDate;
}
const page = hotQuery<Until & { limit: number; offset: number }, LapsingCoupon>(
  lapsing
    .select(['coupons.id', 'coupons.customer_id as customerId', 'customers.name as customerName', 'coupons.number'])
    .select(['coupons.name', 'coupons.uses_left as left', sql<LocalDate>`coupons.expires_on`.as('lastDay')])
    .orderBy('coupons.expires_on')
    .orderBy('coupons.id')
    .limit(parameter<number>('limit'))
    .offset(parameter<number>('offset')),
);
const total = hotQuery<Until, { total: number }>(lapsing.select((of) => of.fn.countAll<number>().as('total')));

/** Coupons whose last day comes up to that day, the soonest first, and how many there are. */
export const listLapsingCoupons = (
  database: StoreDatabase,
  until: Until,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): { readonly total: number; readonly rows: LapsingCoupon[] } => ({
  total: total.first(database, until)?.total ?? 0,
  rows: page.rows(database, { ...until, limit, offset }),
});

/** The SQL of the reads above, so that their plans can be asserted. */
export const couponFigureQueries = {
  byType: byType.sql,
  withoutEnd: withoutEnd.sql,
  notLapsed: notLapsed.sql,
  inBin: inBin.sql,
  page: page.sql,
  total: total.sql,
};
