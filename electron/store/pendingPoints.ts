import type { PendingKind } from '../../shared/domain/loyalty/pending.ts';
import { points } from '../../shared/types/amounts.ts';
import type { Points } from '../../shared/types/amounts.ts';
import type { CustomerId, PendingPointsId, PointsEntryId, StaffId, VisitId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { plainRows, plainRun, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// Points that are not spendable yet (X62): rows are added, never changed (a trigger refuses it). What is left of a lot is their sum.

export interface NewPendingEntry {
  readonly id: PendingPointsId;
  readonly customerId: CustomerId;
  readonly lotId: PendingPointsId;
  readonly at: Instant;
  readonly businessDate: LocalDate;
  readonly kind: PendingKind;
  readonly points: Points;
  readonly readyOn: LocalDate | null;
  readonly visitId: VisitId | null;
  readonly reversesId: PendingPointsId | null;
  readonly pointsEntryId: PointsEntryId | null;
  readonly staffId: StaffId | null;
}
const insertEntry = hotQuery<NewPendingEntry>(
  sqlite.insertInto('pending_points_entries').values({
    id: parameter('id'),
    customer_id: parameter('customerId'),
    lot_id: parameter('lotId'),
    at: parameter('at'),
    business_date: parameter('businessDate'),
    kind: parameter('kind'),
    points: parameter('points'),
    ready_on: parameter('readyOn'),
    visit_id: parameter('visitId'),
    reverses_id: parameter('reversesId'),
    points_entry_id: parameter('pointsEntryId'),
    staff_id: parameter('staffId'),
  }),
);

/** Adds the row, and keeps what is left of its lot. */
export const appendPendingPoints = (database: StoreDatabase, entry: NewPendingEntry): void => {
  insertEntry.run(database, entry);
  const { lotId } = entry;
  plainRun(database, 'DELETE FROM open_pending_points WHERE lot_id = @lotId', { lotId });
  plainRun(
    database,
    `INSERT INTO open_pending_points (lot_id, ready_on, remaining)
     SELECT lot.id, lot.ready_on, sum(entry.points) FROM pending_points_entries AS lot
     JOIN pending_points_entries AS entry ON entry.lot_id = lot.id
     WHERE lot.id = @lotId GROUP BY lot.id HAVING sum(entry.points) > 0`,
    { lotId },
  );
};

/** Points earned together of which something is left. */
export interface OpenPendingLot {
  readonly id: PendingPointsId;
  readonly customerId: CustomerId;
  readonly businessDate: LocalDate;
  readonly visitId: VisitId | null;
  readonly readyOn: LocalDate;
  readonly remaining: Points;
}
const columns = `lot.id, lot.customer_id AS customerId, lot.business_date AS businessDate, lot.visit_id AS visitId,
  open.ready_on AS readyOn, open.remaining`;
const ofCustomerText = `SELECT ${columns} FROM pending_points_entries AS lot INDEXED BY pending_points_by_customer
  JOIN open_pending_points AS open ON open.lot_id = lot.id WHERE lot.customer_id = @customerId AND lot.points > 0
  ORDER BY open.ready_on, lot.id`;
const ofVisitText = `SELECT ${columns} FROM pending_points_entries AS lot
  JOIN open_pending_points AS open ON open.lot_id = lot.id WHERE lot.visit_id = @visitId ORDER BY lot.id`;
const readyText = `SELECT ${columns} FROM open_pending_points AS open JOIN pending_points_entries AS lot ON lot.id = open.lot_id
  WHERE open.ready_on <= @today ORDER BY open.ready_on, open.lot_id LIMIT @most`;

/** What somebody has pending, what is ready first before the others. */
export const listPendingOf = (database: StoreDatabase, customerId: CustomerId): OpenPendingLot[] =>
  plainRows(database, ofCustomerText, { customerId });
/** What is pending of what a visit earned. */
export const listPendingOfVisit = (database: StoreDatabase, visitId: VisitId): OpenPendingLot[] =>
  plainRows(database, ofVisitText, { visitId });
/** What is due to become spendable, the oldest first. */
export const listReadyPending = (database: StoreDatabase, today: LocalDate, most: number): OpenPendingLot[] =>
  plainRows(database, readyText, { today, most });

const returnsText = `SELECT id, lot_id AS lotId, customer_id AS customerId, business_date AS businessDate, points
  FROM pending_points_entries AS back WHERE back.visit_id = @visitId AND back.kind = 'return'
    AND NOT EXISTS (SELECT 1 FROM pending_points_entries AS later WHERE later.reverses_id = back.id) ORDER BY id`;
export interface PendingReturn {
  readonly id: PendingPointsId;
  readonly lotId: PendingPointsId;
  readonly customerId: CustomerId;
  readonly businessDate: LocalDate;
  readonly points: Points;
}
/** What a return took out of pending points, and nothing has taken back. */
export const listPendingReturns = (database: StoreDatabase, visitId: VisitId): PendingReturn[] =>
  plainRows(database, returnsText, { visitId });

const takenText = `SELECT sum(entry.points) AS points FROM pending_points_entries AS lot
  JOIN pending_points_entries AS entry ON entry.lot_id = lot.id AND entry.kind IN ('return', 'reverse')
  WHERE lot.visit_id = @visitId AND lot.kind = 'earn'`;
/** What standing returns of a visit took out of its pending points, as a positive figure. */
export const pendingTakenBackOf = (database: StoreDatabase, visitId: VisitId): Points =>
  points(0 - (plainRows<{ points: number | null }>(database, takenText, { visitId })[0]?.points ?? 0));

const owedText = `SELECT count(DISTINCT lot.customer_id) AS customers, sum(open.remaining) AS points FROM open_pending_points AS open
  JOIN pending_points_entries AS lot ON lot.id = open.lot_id JOIN customers ON customers.id = lot.customer_id
  WHERE customers.removed_at IS NULL`;
/** What all customers have pending; the few in the bin have none. */
export const sumPending = (database: StoreDatabase): { readonly customers: number; readonly points: Points } => {
  const [row] = plainRows<{ customers: number; points: Points | null }>(database, owedText);
  return { customers: row?.customers ?? 0, points: row?.points ?? points(0) };
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const pendingPointsQueries = {
  pendingOfCustomer: ofCustomerText,
  pendingOfVisit: ofVisitText,
  pendingReturns: returnsText,
  pendingTaken: takenText,
};
