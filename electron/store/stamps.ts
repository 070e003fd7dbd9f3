import type { StampEntryKind } from '../../shared/domain/loyalty/stamps.ts';
import type { CouponId, CustomerId, PointsEntryId, StaffId, StampCardId, StampEntryId, VisitId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// The ledger of stamps (X61): rows are added, never changed (a trigger refuses it). What is on a card is their sum.

export interface NewStampEntry {
  readonly id: StampEntryId;
  readonly customerId: CustomerId;
  readonly cardId: StampCardId;
  readonly at: Instant;
  readonly businessDate: LocalDate;
  readonly kind: StampEntryKind;
  readonly stamps: number;
  readonly reason: string | null;
  readonly visitId: VisitId | null;
  /** JSON of `countedSchema`. */
  readonly counted: string | null;
  readonly reversesId: StampEntryId | null;
  readonly concernsId: StampEntryId | null;
  readonly pointsEntryId: PointsEntryId | null;
  readonly couponId: CouponId | null;
  readonly staffId: StaffId | null;
}
export interface StoredStampEntry extends NewStampEntry {
  readonly staffName: string | null;
}

const insertEntry = hotQuery<NewStampEntry>(
  sqlite.insertInto('stamp_entries').values({
    id: parameter('id'),
    customer_id: parameter('customerId'),
    card_id: parameter('cardId'),
    at: parameter('at'),
    business_date: parameter('businessDate'),
    kind: parameter('kind'),
    stamps: parameter('stamps'),
    reason: parameter('reason'),
    visit_id: parameter('visitId'),
    counted: parameter('counted'),
    reverses_id: parameter('reversesId'),
    concerns_id: parameter('concernsId'),
    points_entry_id: parameter('pointsEntryId'),
    coupon_id: parameter('couponId'),
    staff_id: parameter('staffId'),
  }),
);
export const appendStampEntry = (database: StoreDatabase, entry: NewStampEntry): void => {
  insertEntry.run(database, entry);
};

const entries = sqlite
  .selectFrom('stamp_entries')
  .leftJoin('staff', 'staff.id', 'stamp_entries.staff_id')
  .select([
    'stamp_entries.id',
    'stamp_entries.customer_id as customerId',
    'stamp_entries.card_id as cardId',
    'stamp_entries.at',
    'stamp_entries.business_date as businessDate',
    'stamp_entries.kind',
    'stamp_entries.stamps',
    'stamp_entries.reason',
    'stamp_entries.visit_id as visitId',
    'stamp_entries.counted',
    'stamp_entries.reverses_id as reversesId',
    'stamp_entries.concerns_id as concernsId',
    'stamp_entries.points_entry_id as pointsEntryId',
    'stamp_entries.coupon_id as couponId',
    'stamp_entries.staff_id as staffId',
    'staff.name as staffName',
  ]);
const ofCustomer = hotQuery<{ customerId: CustomerId }, StoredStampEntry>(
  entries
    .where('stamp_entries.customer_id', '=', parameter<CustomerId>('customerId'))
    .orderBy('stamp_entries.at')
    .orderBy('stamp_entries.id'),
);
const ofVisit = hotQuery<{ visitId: VisitId }, StoredStampEntry>(
  entries
    .where('stamp_entries.visit_id', '=', parameter<VisitId>('visitId'))
    .orderBy('stamp_entries.at')
    .orderBy('stamp_entries.id'),
);
const byId = hotQuery<{ id: StampEntryId }, StoredStampEntry>(
  entries.where('stamp_entries.id', '=', parameter<StampEntryId>('id')),
);

/** Everything that moved a customer's stamps, in the order it was written. */
export const listStampEntries = (database: StoreDatabase, customerId: CustomerId): StoredStampEntry[] =>
  ofCustomer.rows(database, { customerId });
/** What a visit moved, taken back or not. */
export const listStampsOfVisit = (database: StoreDatabase, visitId: VisitId): StoredStampEntry[] =>
  ofVisit.rows(database, { visitId });
export const findStampEntry = (database: StoreDatabase, id: StampEntryId): StoredStampEntry | undefined =>
  byId.first(database, { id });

/** The SQL of the reads above, so that their plans can be asserted. */
export const stampQueries = { stampsOfCustomer: ofCustomer.sql, stampsOfVisit: ofVisit.sql, stampById: byId.sql };
