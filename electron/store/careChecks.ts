import { sql } from 'kysely';
import type { CheckOutcome } from '../../shared/domain/care/quarter.ts';
import type { ContactMethodId, CustomerId, StaffId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, plainRows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// The check list of a quarter (R183): drawn up once, worked off in its order, taken up again where it was left.

export interface CheckRow {
  readonly customer_id: CustomerId;
  readonly number: string;
  readonly name: string;
  readonly score: number | null;
  readonly outcome: CheckOutcome | null;
  readonly at: Instant | null;
}

const ofQuarter = hotQuery<{ quarter: string }, CheckRow>(
  sqlite
    .selectFrom('care_checks')
    .innerJoin('customers', 'customers.id', 'care_checks.customer_id')
    .leftJoin('customer_care', 'customer_care.customer_id', 'care_checks.customer_id')
    .select(['care_checks.customer_id', 'customers.number', 'customers.name', 'customer_care.score', 'outcome', 'at'])
    .where('quarter', '=', parameter<string>('quarter'))
    .where('customers.removed_at', 'is', null)
    .orderBy('position')
    .limit(sql.lit(200)),
);
/** The list of a quarter in its order; people removed since are left out. */
export const listChecks = (database: StoreDatabase, quarter: string): CheckRow[] => ofQuarter.rows(database, { quarter });

/**
 * Those whom to check next: who came lately and spends most leads (the order of the classes' own index), who may be contacted, was not
 * confirmed since the quarter began and is not on the list. Stops at the first `limit` it finds.
 */
export const candidatesSql = `SELECT classes.customer_id
  FROM customer_classes AS classes INDEXED BY customer_classes_by_activity
  JOIN customers ON customers.id = classes.customer_id
  WHERE classes.activity = @activity AND customers.removed_at IS NULL AND customers.do_not_contact = 0 AND customers.status <> 'lost'
    AND ifnull(customers.verified_on, '') < @firstDay
    AND NOT EXISTS (SELECT 1 FROM care_checks WHERE care_checks.quarter = @quarter AND care_checks.customer_id = classes.customer_id)
    AND EXISTS (SELECT 1 FROM contact_methods WHERE contact_methods.customer_id = classes.customer_id AND contact_methods.is_valid = 1)
  ORDER BY classes.year_spend_cents DESC, classes.customer_id DESC LIMIT @limit`;

export const checkCandidates = (
  database: StoreDatabase,
  wanted: { readonly activity: string; readonly quarter: string; readonly firstDay: LocalDate; readonly limit: number },
): CustomerId[] => plainRows<{ customer_id: CustomerId }>(database, candidatesSql, wanted).map((row) => row.customer_id);

const lastPosition = hotQuery<{ quarter: string }, { position: number }>(
  sqlite
    .selectFrom('care_checks')
    .select('position')
    .where('quarter', '=', parameter<string>('quarter'))
    .orderBy('position', 'desc')
    .limit(sql.lit(1)),
);
/** Puts people at the end of a quarter's list. */
export const appendChecks = (database: StoreDatabase, quarter: string, customerIds: readonly CustomerId[]): void => {
  const first = (lastPosition.first(database, { quarter })?.position ?? 0) + 1;
  for (const [index, customerId] of customerIds.entries())
    execute(database, sqlite.insertInto('care_checks').values({ quarter, position: first + index, customer_id: customerId }));
};

const one = hotQuery<{ quarter: string; customerId: CustomerId }, { outcome: CheckOutcome | null; before: string | null }>(
  sqlite
    .selectFrom('care_checks')
    .select(['outcome', 'before'])
    .where('quarter', '=', parameter<string>('quarter'))
    .where('customer_id', '=', parameter<CustomerId>('customerId')),
);
/** Someone's place on the list; undefined for those who are not on it. */
export const findCheck = (
  database: StoreDatabase,
  quarter: string,
  customerId: CustomerId,
): { outcome: CheckOutcome | null; before: string | null } | undefined => one.first(database, { quarter, customerId });

/** Writes what the check came to, or with nulls that it is open again. */
export const settleCheck = (
  database: StoreDatabase,
  check: {
    readonly quarter: string;
    readonly customerId: CustomerId;
    readonly outcome: CheckOutcome | null;
    readonly at: Instant | null;
    readonly before: string | null;
    readonly staffId: StaffId | null;
  },
): void => {
  const { quarter, customerId, outcome, at, before, staffId } = check;
  execute(
    database,
    sqlite
      .updateTable('care_checks')
      .set({ outcome, at, before, staff_id: staffId })
      .where('quarter', '=', quarter)
      .where('customer_id', '=', customerId),
  );
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const careCheckQueries = {
  ofQuarter: ofQuarter.sql,
  lastPosition: lastPosition.sql,
  one: one.sql,
  candidates: candidatesSql,
};

/** The day on which the whole card was last confirmed; null for never. */
export const setCardVerifiedOn = (database: StoreDatabase, customerId: CustomerId, on: LocalDate | null): void => {
  execute(database, sqlite.updateTable('customers').set({ verified_on: on }).where('id', '=', customerId));
};

/** The day on which one way of contact was last confirmed; null for never. */
export const setContactVerifiedOn = (database: StoreDatabase, id: ContactMethodId, on: LocalDate | null): void => {
  execute(database, sqlite.updateTable('contact_methods').set({ verified_on: on }).where('id', '=', id));
};
