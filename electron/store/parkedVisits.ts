import { sql } from 'kysely';
import type { CustomerId, ParkedVisitId, StaffId, VisitId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { hotQuery, parameter, plainRun, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// Visits that are not finished 挂单: they survive a restart (X30). One that was written down waits with its visit, in case that is undone.

export interface ParkedVisit {
  id: ParkedVisitId;
  customerId: CustomerId | null;
  label: string;
  /** JSON. */
  draft: string;
  at: Instant;
  staffId: StaffId | null;
}

const keep = hotQuery<ParkedVisit>(
  sqlite
    .insertInto('parked_visits')
    .values({
      id: parameter('id'),
      customer_id: parameter('customerId'),
      label: parameter('label'),
      draft: parameter('draft'),
      parked_at: parameter('at'),
      changed_at: parameter('at'),
      staff_id: parameter('staffId'),
    })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((of) => ({
        customer_id: of.ref('excluded.customer_id'),
        label: of.ref('excluded.label'),
        draft: of.ref('excluded.draft'),
        changed_at: of.ref('excluded.changed_at'),
        visit_id: null,
      })),
    ),
);

/** Parks a visit, or writes one that is parked already as it stands now. */
export const keepParkedVisit = (database: StoreDatabase, visit: ParkedVisit): void => {
  keep.run(database, visit);
};

export interface ParkedRow {
  id: ParkedVisitId;
  customer_id: CustomerId | null;
  customer_name: string | null;
  label: string;
  draft: string;
  parked_at: Instant;
  staff_name: string | null;
}

const parkedRows = sqlite
  .selectFrom('parked_visits')
  .leftJoin('customers', 'customers.id', 'parked_visits.customer_id')
  .leftJoin('staff', 'staff.id', 'parked_visits.staff_id')
  .where('parked_visits.visit_id', 'is', null)
  .select([
    'parked_visits.id',
    'parked_visits.customer_id',
    'customers.name as customer_name',
    'parked_visits.label',
    'parked_visits.draft',
    'parked_visits.parked_at',
    'staff.name as staff_name',
  ]);

/** So many can wait at once. */
export const MOST_PARKED = 200;
const all = hotQuery<object, ParkedRow>(
  parkedRows.orderBy('parked_visits.parked_at').orderBy('parked_visits.id').limit(sql.lit(MOST_PARKED)),
);
const byId = hotQuery<{ id: ParkedVisitId }, ParkedRow>(
  parkedRows.where('parked_visits.id', '=', parameter<ParkedVisitId>('id')),
);
const count = hotQuery<object, { parked: number }>(
  sqlite
    .selectFrom('parked_visits')
    .where('visit_id', 'is', null)
    .select(({ fn }) => fn.countAll<number>().as('parked')),
);

export const listParkedVisits = (database: StoreDatabase): ParkedRow[] => all.rows(database, {});
export const findParkedVisit = (database: StoreDatabase, id: ParkedVisitId): ParkedRow | undefined =>
  byId.first(database, { id });
export const countParkedVisits = (database: StoreDatabase): number => count.first(database, {})?.parked ?? 0;

/** False when it was not parked (any more). */
export const removeParkedVisit = (database: StoreDatabase, id: ParkedVisitId): boolean =>
  plainRun(database, 'DELETE FROM parked_visits WHERE id = @id AND visit_id IS NULL', { id }) > 0;

/** It is parked no more: it was written down as this visit. False when it was not parked (any more). */
export const keepWithVisit = (database: StoreDatabase, id: ParkedVisitId, visitId: VisitId): boolean =>
  plainRun(database, 'UPDATE parked_visits SET visit_id = @visitId WHERE id = @id AND visit_id IS NULL', { id, visitId }) > 0;

/** What a visit was parked as waits again, as it was. False when it was not parked, or was parked anew since. */
export const parkAgain = (database: StoreDatabase, visitId: VisitId): boolean =>
  plainRun(database, 'UPDATE parked_visits SET visit_id = NULL WHERE visit_id = @visitId', { visitId }) > 0;
