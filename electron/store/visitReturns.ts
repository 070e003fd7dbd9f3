import { sql } from 'kysely';
import type { GivenBack } from '../../shared/domain/visits/returns.ts';
import { cents, points, quantity } from '../../shared/types/amounts.ts';
import type { Cents, Points, Quantity } from '../../shared/types/amounts.ts';
import type { VisitId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import { pendingTakenBackOf } from './pendingPoints.ts';
import type { StoreDatabase } from './database.ts';

// What has come back of a visit (R068). Returns that were taken back do not count.

interface ReturnedRow {
  position: number;
  quantity: Quantity;
  amount: Cents;
  cost: Cents | null;
  points: Points | null;
}
const returned = hotQuery<{ visitId: VisitId }, ReturnedRow>(
  sqlite
    .selectFrom('visits')
    .innerJoin('visit_lines', 'visit_lines.visit_id', 'visits.id')
    .where('visits.returns_visit_id', '=', parameter<VisitId>('visitId'))
    .where('visits.undone_at', 'is', null)
    .where('visit_lines.returns_position', 'is not', null)
    .select((of) => [
      sql<number>`visit_lines.returns_position`.as('position'),
      of.fn.sum<Quantity>('visit_lines.quantity').as('quantity'),
      of.fn.sum<Cents>('visit_lines.amount_cents').as('amount'),
      of.fn.sum<Cents | null>('visit_lines.cost_cents').as('cost'),
      of.fn.sum<Points | null>('visit_lines.points_earned').as('points'),
    ])
    .groupBy('visit_lines.returns_position'),
);

/** By the position of the line in the visit, all as positive figures. */
export const returnedOfVisit = (
  database: StoreDatabase,
  visitId: VisitId,
): ReadonlyMap<number, GivenBack & { readonly takenBack: Points }> =>
  new Map(
    returned.rows(database, { visitId }).map((row) => [
      row.position,
      {
        quantity: quantity(0 - row.quantity),
        amountCents: cents(0 - row.amount),
        costCents: row.cost === null ? null : cents(0 - row.cost),
        takenBack: points(0 - (row.points ?? 0)),
      },
    ]),
  );

const takenBack = hotQuery<{ visitId: VisitId }, { points: Points | null }>(
  sqlite
    .selectFrom('visits')
    .innerJoin('points_entries', 'points_entries.visit_id', 'visits.id')
    .where('visits.returns_visit_id', '=', parameter<VisitId>('visitId'))
    .where('visits.undone_at', 'is', null)
    .where('points_entries.kind', '=', sql.lit('return'))
    // What goes back to who had paid with points stands there as a return too.
    .where('points_entries.points', '<', sql.lit(points(0)))
    .select(({ fn }) => fn.sum<Points | null>('points_entries.points').as('points')),
);

/** The points that standing returns of a visit have taken back, out of the balance or of what was pending, as a positive figure. */
export const pointsTakenBackOf = (database: StoreDatabase, visitId: VisitId): Points =>
  points(pendingTakenBackOf(database, visitId) - (takenBack.first(database, { visitId })?.points ?? 0));

export interface ReturnRow {
  id: VisitId;
  at: Instant;
  total_cents: Cents;
}
const returnsOf = hotQuery<{ visitId: VisitId }, ReturnRow>(
  sqlite
    .selectFrom('visits')
    .select(['id', 'at', 'total_cents'])
    .where('returns_visit_id', '=', parameter<VisitId>('visitId'))
    .where('undone_at', 'is', null)
    .orderBy('at')
    .orderBy('id'),
);

/** The standing returns of a visit, first come first. */
export const listReturnsOf = (database: StoreDatabase, visitId: VisitId): ReturnRow[] => returnsOf.rows(database, { visitId });

/** The SQL of the reads above, so that their plans can be asserted. */
export const visitReturnQueries = { returned: returned.sql, takenBack: takenBack.sql, returnsOf: returnsOf.sql };
