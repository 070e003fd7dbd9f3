import type { Cents, Points, Quantity } from '../../shared/types/amounts.ts';
import type { CustomerId, ImportId, ProductId, StaffId, ThingId, VisitId, VisitLineId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { Flag } from './schema.ts';

export interface NewVisit {
  id: VisitId;
  customerId: CustomerId;
  at: Instant;
  businessDate: LocalDate;
  staffId: StaffId | null;
  note: string | null;
  isPurchase: Flag;
  totalCents: Cents;
  costCents: Cents | null;
  itemQuantity: Quantity;
  pointsEarned: Points;
  importId: ImportId | null;
}

const insertOne = hotQuery<NewVisit>(
  sqlite.insertInto('visits').values({
    id: parameter('id'),
    customer_id: parameter('customerId'),
    at: parameter('at'),
    business_date: parameter('businessDate'),
    staff_id: parameter('staffId'),
    note: parameter('note'),
    is_purchase: parameter('isPurchase'),
    total_cents: parameter('totalCents'),
    cost_cents: parameter('costCents'),
    item_quantity: parameter('itemQuantity'),
    points_earned: parameter('pointsEarned'),
    import_id: parameter('importId'),
  }),
);

export interface StoredVisitLine {
  id: VisitLineId;
  visitId: VisitId;
  position: number;
  productId: ProductId | null;
  name: string;
  quantity: Quantity;
  unitPriceCents: Cents | null;
  amountCents: Cents;
  /** What the whole line cost the shop; null when it does not know. */
  costCents: Cents | null;
  staffId: StaffId | null;
  /** Which of the customer's things it was for. */
  thingId: ThingId | null;
}

const insertLine = hotQuery<StoredVisitLine>(
  sqlite.insertInto('visit_lines').values({
    visit_id: parameter('visitId'),
    position: parameter('position'),
    id: parameter('id'),
    product_id: parameter('productId'),
    name: parameter('name'),
    quantity: parameter('quantity'),
    unit_price_cents: parameter('unitPriceCents'),
    amount_cents: parameter('amountCents'),
    cost_cents: parameter('costCents'),
    staff_id: parameter('staffId'),
    thing_id: parameter('thingId'),
  }),
);

/** Stores a visit with its lines; the caller has checked everything they name. */
export const insertVisit = (database: StoreDatabase, visit: NewVisit, lines: readonly StoredVisitLine[]): void => {
  insertOne.run(database, visit);
  for (const line of lines) insertLine.run(database, line);
};

export interface VisitRow {
  id: VisitId;
  customer_id: CustomerId;
  at: Instant;
  business_date: LocalDate;
  staff_name: string | null;
  note: string | null;
  total_cents: Cents;
  points_earned: Points;
  import_id: ImportId | null;
  undone_at: Instant | null;
}

/** Visits with the name of who served. */
export const visitRows = sqlite
  .selectFrom('visits')
  .leftJoin('staff', 'staff.id', 'visits.staff_id')
  .select([
    'visits.id',
    'visits.customer_id',
    'visits.at',
    'visits.business_date',
    'staff.name as staff_name',
    'visits.note',
    'visits.total_cents',
    'visits.points_earned',
    'visits.import_id',
    'visits.undone_at',
  ]);

const visitById = hotQuery<{ id: VisitId }, VisitRow>(visitRows.where('visits.id', '=', parameter<VisitId>('id')));

export const findVisitById = (database: StoreDatabase, id: VisitId): VisitRow | undefined => visitById.first(database, { id });

const linesOfVisit = hotQuery<{ visitId: VisitId }, StoredVisitLine>(
  sqlite
    .selectFrom('visit_lines')
    .select([
      'id',
      'visit_id as visitId',
      'position',
      'product_id as productId',
      'name',
      'quantity',
      'unit_price_cents as unitPriceCents',
      'amount_cents as amountCents',
      'cost_cents as costCents',
      'staff_id as staffId',
      'thing_id as thingId',
    ])
    .where('visit_id', '=', parameter<VisitId>('visitId'))
    .orderBy('position'),
);

export const listLinesOfVisit = (database: StoreDatabase, visitId: VisitId): StoredVisitLine[] =>
  linesOfVisit.rows(database, { visitId });

const markOne = hotQuery<{ id: VisitId; at: Instant }>(
  sqlite
    .updateTable('visits')
    .set({ undone_at: parameter('at') })
    .where('id', '=', parameter<VisitId>('id'))
    .where('undone_at', 'is', null),
);

/** Marks a visit as taken back; false when it was already, or was never there. */
export const markVisitUndone = (database: StoreDatabase, id: VisitId, at: Instant): boolean =>
  markOne.run(database, { id, at }) > 0;
