import { sql } from 'kysely';
import type { Cents, Points } from '../../shared/types/amounts.ts';
import type { CustomerId, VisitId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// Visits as lists: of a day, by receipt, by what stands on a piece.

export interface ListedVisit {
  id: VisitId;
  customer_id: CustomerId | null;
  customer_name: string | null;
  at: Instant;
  business_date: LocalDate;
  receipt_number: string | null;
  staff_name: string | null;
  note: string | null;
  total_cents: Cents;
  points_earned: Points;
  returns_visit_id: VisitId | null;
  undone_at: Instant | null;
  /** JSON array. */
  items: string;
}

/** So many names are enough for the eye. */
const NAMES = 5;
const listed = sqlite
  .selectFrom('visits')
  .leftJoin('customers', 'customers.id', 'visits.customer_id')
  .leftJoin('staff', 'staff.id', 'visits.staff_id')
  .select([
    'visits.id',
    'visits.customer_id',
    'customers.name as customer_name',
    'visits.at',
    'visits.business_date',
    'visits.receipt_number',
    'staff.name as staff_name',
    'visits.note',
    'visits.total_cents',
    'visits.points_earned',
    'visits.returns_visit_id',
    'visits.undone_at',
  ])
  .select(
    sql<string>`(SELECT json_group_array(name) FROM (
      SELECT name FROM visit_lines WHERE visit_id = visits.id ORDER BY position LIMIT ${sql.lit(NAMES)}) AS few)`.as('items'),
  );

interface Day {
  day: LocalDate;
}
const page = hotQuery<Day & { offset: number; limit: number }, ListedVisit>(
  listed
    .where('visits.business_date', '=', parameter<LocalDate>('day'))
    .orderBy('visits.at', 'desc')
    .orderBy('visits.id', 'desc')
    .limit(parameter<number>('limit'))
    .offset(parameter<number>('offset')),
);
const sums = hotQuery<Day, { total: number; standing: number; cents: Cents | null }>(
  sqlite
    .selectFrom('visits')
    .where('business_date', '=', parameter<LocalDate>('day'))
    .select((of) => [
      of.fn.countAll<number>().as('total'),
      sql<number>`count(*) FILTER (WHERE undone_at IS NULL)`.as('standing'),
      sql<Cents | null>`sum(total_cents) FILTER (WHERE undone_at IS NULL)`.as('cents'),
    ]),
);

export const listVisitsOfDay = (
  database: StoreDatabase,
  day: LocalDate,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): { readonly total: number; readonly standing: number; readonly cents: Cents | null; readonly rows: ListedVisit[] } => ({
  ...(sums.first(database, { day }) ?? { total: 0, standing: 0, cents: null }),
  rows: page.rows(database, { day, offset, limit }),
});

const MOST_FOUND = 20;
const byReceipt = hotQuery<{ text: string }, ListedVisit>(
  listed.where('visits.receipt_number', '=', parameter<string>('text')).limit(sql.lit(MOST_FOUND)),
);
const bySerial = hotQuery<{ text: string }, ListedVisit>(
  listed
    .where(
      'visits.id',
      'in',
      sql<VisitId>`(SELECT visit_id FROM visit_lines WHERE serial_number = ${parameter<string>('text')} COLLATE NOCASE)`,
    )
    .orderBy('visits.at', 'desc')
    .orderBy('visits.id', 'desc')
    .limit(sql.lit(MOST_FOUND)),
);

/** By the number of its receipt, else by a serial number on a line; latest first. */
export const findVisits = (database: StoreDatabase, text: string): ListedVisit[] => {
  const found = byReceipt.rows(database, { text });
  return found.length > 0 ? found : bySerial.rows(database, { text });
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const visitListQueries = { page: page.sql, sums: sums.sql, byReceipt: byReceipt.sql, bySerial: bySerial.sql };
