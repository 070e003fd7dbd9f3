import { points } from '../../shared/types/amounts.ts';
import type { Cents, Points, Quantity } from '../../shared/types/amounts.ts';
import type {
  CustomerId,
  EarningRuleId,
  ImportId,
  OrderId,
  ProductId,
  StaffId,
  ThingId,
  VisitId,
  VisitLineId,
} from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { Flag } from './schema.ts';

export interface NewVisit {
  id: VisitId;
  customerId: CustomerId | null;
  at: Instant;
  businessDate: LocalDate;
  receiptNumber: string;
  staffId: StaffId | null;
  note: string | null;
  isPurchase: Flag;
  totalCents: Cents;
  costCents: Cents | null;
  itemQuantity: Quantity;
  discountCents: Cents;
  discountReason: string | null;
  pointsEarned: Points;
  returnsVisitId: VisitId | null;
  /** The order that is handed over with it. */
  orderId: OrderId | null;
}

const insertOne = hotQuery<NewVisit>(
  sqlite.insertInto('visits').values({
    id: parameter('id'),
    customer_id: parameter('customerId'),
    at: parameter('at'),
    business_date: parameter('businessDate'),
    receipt_number: parameter('receiptNumber'),
    staff_id: parameter('staffId'),
    note: parameter('note'),
    is_purchase: parameter('isPurchase'),
    total_cents: parameter('totalCents'),
    cost_cents: parameter('costCents'),
    item_quantity: parameter('itemQuantity'),
    discount_cents: parameter('discountCents'),
    discount_reason: parameter('discountReason'),
    points_earned: parameter('pointsEarned'),
    returns_visit_id: parameter('returnsVisitId'),
    order_id: parameter('orderId'),
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
  discountCents: Cents;
  shareCents: Cents;
  amountCents: Cents;
  /** What the whole line cost the shop; null when it does not know. */
  costCents: Cents | null;
  staffId: StaffId | null;
  isRequested: Flag | null;
  /** Which of the customer's things it was for. */
  thingId: ThingId | null;
  returnsPosition: number | null;
  serialNumber: string | null;
  specification: string | null;
  startedAt: Instant | null;
  stoppedAt: Instant | null;
  /** What it earned, below zero where a return took it back; null is not known line by line. */
  pointsEarned: Points | null;
  earningRuleId: EarningRuleId | null;
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
    discount_cents: parameter('discountCents'),
    share_cents: parameter('shareCents'),
    amount_cents: parameter('amountCents'),
    cost_cents: parameter('costCents'),
    staff_id: parameter('staffId'),
    is_requested: parameter('isRequested'),
    thing_id: parameter('thingId'),
    returns_position: parameter('returnsPosition'),
    serial_number: parameter('serialNumber'),
    specification: parameter('specification'),
    started_at: parameter('startedAt'),
    stopped_at: parameter('stoppedAt'),
    points_earned: parameter('pointsEarned'),
    earning_rule_id: parameter('earningRuleId'),
  }),
);

/** Stores a visit with its lines; the caller has checked everything they name. */
export const insertVisit = (database: StoreDatabase, visit: NewVisit, lines: readonly StoredVisitLine[]): void => {
  insertOne.run(database, visit);
  for (const line of lines) insertLine.run(database, line);
};

export interface VisitRow {
  id: VisitId;
  customer_id: CustomerId | null;
  at: Instant;
  business_date: LocalDate;
  receipt_number: string | null;
  staff_name: string | null;
  note: string | null;
  total_cents: Cents;
  discount_cents: Cents;
  discount_reason: string | null;
  points_earned: Points;
  returns_visit_id: VisitId | null;
  /** The order it handed over, and its number while that is in the books. */
  order_id: OrderId | null;
  order_number: string | null;
  claimed_at: Instant | null;
  import_id: ImportId | null;
  undone_at: Instant | null;
}

/** Visits with the name of who served, and the number of the order they handed over. */
export const visitRows = sqlite
  .selectFrom('visits')
  .leftJoin('staff', 'staff.id', 'visits.staff_id')
  .leftJoin('orders', (join) => join.onRef('orders.id', '=', 'visits.order_id').on('orders.removed_at', 'is', null))
  .select([
    'visits.id',
    'visits.customer_id',
    'visits.at',
    'visits.business_date',
    'visits.receipt_number',
    'staff.name as staff_name',
    'visits.note',
    'visits.total_cents',
    'visits.discount_cents',
    'visits.discount_reason',
    'visits.points_earned',
    'visits.returns_visit_id',
    'visits.order_id',
    'orders.number as order_number',
    'visits.claimed_at',
    'visits.import_id',
    'visits.undone_at',
  ]);

const visitById = hotQuery<{ id: VisitId }, VisitRow>(visitRows.where('visits.id', '=', parameter<VisitId>('id')));

/** The order a visit handed over. */
export const orderOfVisit = ({
  order_id: id,
  order_number: number,
}: VisitRow): { readonly id: OrderId; readonly number: string } | null =>
  id === null || number === null ? null : { id, number };

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
      'discount_cents as discountCents',
      'share_cents as shareCents',
      'amount_cents as amountCents',
      'cost_cents as costCents',
      'staff_id as staffId',
      'is_requested as isRequested',
      'thing_id as thingId',
      'returns_position as returnsPosition',
      'serial_number as serialNumber',
      'specification',
      'started_at as startedAt',
      'stopped_at as stoppedAt',
      'points_earned as pointsEarned',
      'earning_rule_id as earningRuleId',
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

const nameOne = hotQuery<{ id: VisitId; customerId: CustomerId | null; pointsEarned: Points; at: Instant | null }>(
  sqlite
    .updateTable('visits')
    .set({
      customer_id: parameter<CustomerId | null>('customerId'),
      points_earned: parameter<Points>('pointsEarned'),
      claimed_at: parameter<Instant | null>('at'),
    })
    .where('id', '=', parameter<VisitId>('id')),
);

/** Says whose a walk-in's visit was, and what they earn by it; null makes it a walk-in's again (X29). */
export const nameVisit = (
  database: StoreDatabase,
  id: VisitId,
  to: { readonly customerId: CustomerId; readonly pointsEarned: Points; readonly at: Instant } | null,
): void => {
  nameOne.run(database, {
    id,
    customerId: to?.customerId ?? null,
    pointsEarned: to?.pointsEarned ?? points(0),
    at: to?.at ?? null,
  });
};
interface LinePoints {
  readonly position: number;
  readonly pointsEarned: Points;
  readonly earningRuleId: EarningRuleId | null;
}
const linePoints = hotQuery<LinePoints & { visitId: VisitId }>(
  sqlite
    .updateTable('visit_lines')
    .set({ points_earned: parameter<Points>('pointsEarned'), earning_rule_id: parameter<EarningRuleId | null>('earningRuleId') })
    .where('visit_id', '=', parameter<VisitId>('visitId'))
    .where('position', '=', parameter<number>('position')),
);

/** What the lines of a visit earn, once somebody is known who earns it; 0 for a walk-in's. */
export const keepLinePoints = (database: StoreDatabase, visitId: VisitId, lines: readonly LinePoints[]): void => {
  for (const line of lines) linePoints.run(database, { ...line, visitId });
};
