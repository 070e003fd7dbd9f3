import { sql } from 'kysely';
import { points } from '../../shared/types/amounts.ts';
import type { Points } from '../../shared/types/amounts.ts';
import type { CustomerId, StaffId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// Points that were earned oftener on one day than is usual, and those given by hand (X66). What was taken back does not count.

interface Wanted {
  from: LocalDate;
  times: number;
}

const stands = sql<boolean>`NOT EXISTS (SELECT 1 FROM points_entries AS reversal WHERE reversal.reverses_id = entry.id)`;
const earned = sqlite
  .selectFrom('points_entries as entry')
  .where('entry.kind', '=', sql.lit('earn' as const))
  .where('entry.business_date', '>=', parameter<LocalDate>('from'))
  .where(stands);
const often = sql<boolean>`count(*) >= @times`;

export interface UnusualDay {
  readonly customerId: CustomerId;
  readonly customerName: string;
  readonly businessDate: LocalDate;
  readonly times: number;
  readonly points: Points;
}
const days = earned
  .select((of) => [
    'entry.customer_id',
    'entry.business_date',
    of.fn.countAll<number>().as('times'),
    of.fn.sum<Points>('entry.points').as('points'),
  ])
  .groupBy(['entry.business_date', 'entry.customer_id'])
  .having(often);
const page = hotQuery<Wanted & { limit: number; offset: number }, UnusualDay>(
  sqlite
    .selectFrom(days.as('few'))
    .innerJoin('customers', 'customers.id', 'few.customer_id')
    .select(['few.customer_id as customerId', 'customers.name as customerName', 'few.business_date as businessDate'])
    .select(['few.times', 'few.points'])
    .orderBy('few.business_date', 'desc')
    .orderBy('few.times', 'desc')
    .orderBy('few.customer_id')
    .limit(parameter<number>('limit'))
    .offset(parameter<number>('offset')),
);
const total = hotQuery<Wanted, { total: number }>(
  sqlite.selectFrom(days.as('few')).select((of) => of.fn.countAll<number>().as('total')),
);

/** Days on which a customer earned so many times or more, the latest first, and how many such days there are. */
export const listUnusualDays = (
  database: StoreDatabase,
  wanted: Wanted & { readonly limit: number; readonly offset: number },
): { readonly total: number; readonly rows: UnusualDay[] } => ({
  total: total.first(database, { from: wanted.from, times: wanted.times })?.total ?? 0,
  rows: page.rows(database, wanted).map((row) => ({ ...row, points: points(row.points) })),
});

export interface UnusualStaff {
  readonly staffId: StaffId;
  readonly name: string;
  /** Earnings of such days that this person wrote down. */
  readonly earnings: number;
  /** Adjustments by hand that gave points, and how many points they gave. */
  readonly adjustments: number;
  readonly adjusted: Points;
}
const byStaff = hotQuery<Wanted, Omit<UnusualStaff, 'adjusted'> & { adjusted: Points | null }>(
  sqlite
    .selectFrom(
      earned
        .innerJoin(days.as('few'), (on) =>
          on.onRef('few.customer_id', '=', 'entry.customer_id').onRef('few.business_date', '=', 'entry.business_date'),
        )
        .select(['entry.staff_id', sql<number>`1`.as('earning'), sql<number>`0`.as('adjustment'), sql<Points>`0`.as('adjusted')])
        .unionAll(
          sqlite
            .selectFrom('points_entries as entry')
            .select(['entry.staff_id', sql<number>`0`.as('earning'), sql<number>`1`.as('adjustment'), 'entry.points as adjusted'])
            .where('entry.kind', '=', sql.lit('adjust' as const))
            .where('entry.business_date', '>=', parameter<LocalDate>('from'))
            .where('entry.points', '>', sql.lit(points(0)))
            .where(stands),
        )
        .as('few'),
    )
    .innerJoin('staff', 'staff.id', 'few.staff_id')
    .select((of) => [
      'staff.id as staffId',
      'staff.name',
      of.fn.sum<number>('few.earning').as('earnings'),
      of.fn.sum<number>('few.adjustment').as('adjustments'),
      of.fn.sum<Points | null>('few.adjusted').as('adjusted'),
    ])
    .groupBy('staff.id')
    .orderBy('earnings', 'desc')
    .orderBy('adjusted', 'desc')
    .orderBy('staff.id'),
);

/** Who wrote down earnings of such days, and who gave points by hand, the most first. */
export const listUnusualStaff = (database: StoreDatabase, wanted: Wanted): UnusualStaff[] =>
  byStaff.rows(database, wanted).map((row) => ({ ...row, adjusted: points(row.adjusted ?? 0) }));

/** The SQL of the reads above, so that their plans can be asserted. */
export const unusualPointsQueries = { page: page.sql, total: total.sql, byStaff: byStaff.sql };
