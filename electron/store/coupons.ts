import { sql } from 'kysely';
import { storedTermsSchema } from '../../shared/contract/couponTerms.ts';
import type { CouponEntryKind } from '../../shared/domain/coupons/ledger.ts';
import type { CouponOccasion, CouponTerms } from '../../shared/domain/coupons/terms.ts';
import type { Cents } from '../../shared/types/amounts.ts';
import type { BulkEditId, CouponEntryId, CouponId, CouponTypeId, CustomerId, StaffId, VisitId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { TimelinePage } from './timeline.ts';

// Coupons and their append-only ledger (R084).

export interface NewCoupon {
  readonly id: CouponId;
  readonly customerId: CustomerId;
  readonly number: string;
  readonly typeId: CouponTypeId;
  readonly name: string;
  readonly terms: CouponTerms;
  readonly occasion: CouponOccasion;
  readonly occasionYear: number | null;
  readonly at: Instant;
  readonly businessDate: LocalDate;
  readonly fromOn: LocalDate | null;
  readonly expiresOn: LocalDate | null;
  readonly reason: string | null;
  readonly visitId: VisitId | null;
  readonly batchId: BulkEditId | null;
  readonly staffId: StaffId | null;
}

const insertOne = hotQuery<Omit<NewCoupon, 'terms'> & { terms: string }>(
  sqlite.insertInto('coupons').values({
    id: parameter('id'),
    customer_id: parameter('customerId'),
    number: parameter('number'),
    type_id: parameter('typeId'),
    name: parameter('name'),
    terms: parameter('terms'),
    occasion: parameter('occasion'),
    occasion_year: parameter('occasionYear'),
    at: parameter('at'),
    business_date: parameter('businessDate'),
    from_on: parameter('fromOn'),
    expires_on: parameter('expiresOn'),
    reason: parameter('reason'),
    visit_id: parameter('visitId'),
    batch_id: parameter('batchId'),
    staff_id: parameter('staffId'),
  }),
);

export const insertCoupon = (database: StoreDatabase, coupon: NewCoupon): void => {
  insertOne.run(database, { ...coupon, terms: JSON.stringify(coupon.terms) });
};

/** A coupon as it was issued. */
export interface StoredCoupon extends NewCoupon {
  readonly staffName: string | null;
}

const coupons = sqlite
  .selectFrom('coupons')
  .leftJoin('staff', 'staff.id', 'coupons.staff_id')
  .select([
    'coupons.id',
    'coupons.customer_id as customerId',
    'coupons.number',
    'coupons.type_id as typeId',
    'coupons.name',
    'coupons.terms',
    'coupons.occasion',
    'coupons.occasion_year as occasionYear',
    'coupons.at',
    'coupons.business_date as businessDate',
    'coupons.from_on as fromOn',
    'coupons.expires_on as expiresOn',
    'coupons.reason',
    'coupons.visit_id as visitId',
    'coupons.batch_id as batchId',
    'coupons.staff_id as staffId',
    'staff.name as staffName',
  ]);
type CouponRow = Awaited<ReturnType<typeof coupons.executeTakeFirstOrThrow>>;
const couponOf = ({ terms, ...row }: CouponRow): StoredCoupon => ({ ...row, terms: storedTermsSchema.parse(JSON.parse(terms)) });

const byId = hotQuery<{ id: CouponId }, CouponRow>(coupons.where('coupons.id', '=', parameter<CouponId>('id')));
const byNumber = hotQuery<{ text: string }, CouponRow>(coupons.where('coupons.number', '=', parameter<string>('text')));
const ofCustomer = hotQuery<{ customerId: CustomerId }, CouponRow>(
  coupons
    .where('coupons.customer_id', '=', parameter<CustomerId>('customerId'))
    .orderBy('coupons.at', 'desc')
    .orderBy('coupons.id', 'desc'),
);
const ofVisit = hotQuery<{ visitId: VisitId }, CouponRow>(
  coupons.where('coupons.visit_id', '=', parameter<VisitId>('visitId')).orderBy('coupons.at').orderBy('coupons.id'),
);

const oneOf = (row: CouponRow | undefined): StoredCoupon | undefined => row && couponOf(row);
export const findCoupon = (database: StoreDatabase, id: CouponId): StoredCoupon | undefined =>
  oneOf(byId.first(database, { id }));
export const findCouponByNumber = (database: StoreDatabase, number: string): StoredCoupon | undefined =>
  oneOf(byNumber.first(database, { text: number }));
/** Every coupon of a customer, the latest issued first. */
export const listCouponsOfCustomer = (database: StoreDatabase, customerId: CustomerId): StoredCoupon[] =>
  ofCustomer.rows(database, { customerId }).map(couponOf);
/** What a visit brought its customer. */
export const listCouponsIssuedBy = (database: StoreDatabase, visitId: VisitId): StoredCoupon[] =>
  ofVisit.rows(database, { visitId }).map(couponOf);

export interface NewCouponEntry {
  readonly id: CouponEntryId;
  readonly couponId: CouponId;
  readonly at: Instant;
  readonly businessDate: LocalDate;
  readonly kind: CouponEntryKind;
  readonly uses: number;
  readonly cents: Cents;
  /** JSON of what it took off each line, by position. */
  readonly shares: string;
  readonly reason: string | null;
  readonly visitId: VisitId | null;
  readonly reversesId: CouponEntryId | null;
  readonly concernsId: CouponEntryId | null;
  readonly staffId: StaffId | null;
}
const insertEntry = hotQuery<NewCouponEntry>(
  sqlite.insertInto('coupon_entries').values({
    id: parameter('id'),
    coupon_id: parameter('couponId'),
    at: parameter('at'),
    business_date: parameter('businessDate'),
    kind: parameter('kind'),
    uses: parameter('uses'),
    cents: parameter('cents'),
    shares: parameter('shares'),
    reason: parameter('reason'),
    visit_id: parameter('visitId'),
    reverses_id: parameter('reversesId'),
    concerns_id: parameter('concernsId'),
    staff_id: parameter('staffId'),
  }),
);
export const appendCouponEntry = (database: StoreDatabase, entry: NewCouponEntry): void => {
  insertEntry.run(database, entry);
};

export interface CouponEntryRow extends NewCouponEntry {
  readonly staffName: string | null;
}
const entryRows = sqlite
  .selectFrom('coupon_entries')
  .leftJoin('staff', 'staff.id', 'coupon_entries.staff_id')
  .select([
    'coupon_entries.id',
    'coupon_entries.coupon_id as couponId',
    'coupon_entries.at',
    'coupon_entries.business_date as businessDate',
    'coupon_entries.kind',
    'coupon_entries.uses',
    'coupon_entries.cents',
    'coupon_entries.shares',
    'coupon_entries.reason',
    'coupon_entries.visit_id as visitId',
    'coupon_entries.reverses_id as reversesId',
    'coupon_entries.concerns_id as concernsId',
    'coupon_entries.staff_id as staffId',
    'staff.name as staffName',
  ]);
const entriesOf = hotQuery<{ id: CouponId }, CouponEntryRow>(
  entryRows
    .where('coupon_entries.coupon_id', '=', parameter<CouponId>('id'))
    .orderBy('coupon_entries.at')
    .orderBy('coupon_entries.id'),
);
const entriesOfVisit = hotQuery<{ visitId: VisitId }, CouponEntryRow>(
  entryRows
    .where('coupon_entries.visit_id', '=', parameter<VisitId>('visitId'))
    .where(sql<boolean>`NOT EXISTS (SELECT 1 FROM coupon_entries AS reversal WHERE reversal.reverses_id = coupon_entries.id)`)
    .orderBy('coupon_entries.at')
    .orderBy('coupon_entries.id'),
);

/** The ledger of one coupon, oldest first. */
export const listCouponEntries = (database: StoreDatabase, id: CouponId): CouponEntryRow[] => entriesOf.rows(database, { id });

/** What a visit did to coupons and still stands, oldest first. */
export const listStandingCouponEntries = (database: StoreDatabase, visitId: VisitId): CouponEntryRow[] =>
  entriesOfVisit.rows(database, { visitId }).filter(({ kind }) => kind !== 'reverse');

const returnsOf = hotQuery<{ entryId: CouponEntryId }, { id: CouponEntryId }>(
  sqlite
    .selectFrom('coupon_entries')
    .select('id')
    .where('concerns_id', '=', parameter<CouponEntryId>('entryId'))
    .where(sql<boolean>`NOT EXISTS (SELECT 1 FROM coupon_entries AS reversal WHERE reversal.reverses_id = coupon_entries.id)`),
);
/** Whether what an entry used was given back by a return that stands. */
export const isCouponGivenBack = (database: StoreDatabase, entryId: CouponEntryId): boolean =>
  returnsOf.first(database, { entryId }) !== undefined;

const onTimeline = hotQuery<TimelinePage, TimelineCouponRow>(
  sqlite
    .selectFrom('coupons')
    .innerJoin('coupon_entries', 'coupon_entries.coupon_id', 'coupons.id')
    .leftJoin('staff', 'staff.id', 'coupon_entries.staff_id')
    .leftJoin('coupon_entries as reversal', 'reversal.reverses_id', 'coupon_entries.id')
    .select([
      'coupon_entries.id',
      'coupon_entries.at',
      'coupon_entries.business_date',
      'coupons.id as coupon_id',
      'coupons.name',
      'coupons.number',
      'coupon_entries.kind',
      'coupon_entries.cents',
      sql<string | null>`CASE coupon_entries.kind WHEN 'issue' THEN coupons.reason ELSE coupon_entries.reason END`.as('reason'),
      sql<0 | 1>`reversal.id IS NOT NULL`.as('is_reversed'),
      'staff.name as staff_name',
      // To whom a void gave it, or from whom an issue came, where it changed hands.
      sql<string | null>`(SELECT customers.name FROM coupon_transfers AS transfer
        JOIN coupon_entries AS given ON given.id = transfer.given_id
        JOIN coupons AS other
          ON other.id = CASE coupon_entries.kind WHEN 'issue' THEN given.coupon_id ELSE transfer.received_id END
        JOIN customers ON customers.id = other.customer_id
        WHERE (coupon_entries.kind = 'void' AND transfer.given_id = coupon_entries.id)
          OR (coupon_entries.kind = 'issue' AND transfer.received_id = coupons.id))`.as('other_name'),
    ])
    .where('coupons.customer_id', '=', parameter<CustomerId>('customerId'))
    .where('coupon_entries.kind', '<>', sql.lit('reverse' as const))
    .where(sql<boolean>`(coupon_entries.at, coupon_entries.id) < (@at, @id)`)
    .orderBy('coupon_entries.at', 'desc')
    .orderBy('coupon_entries.id', 'desc')
    .limit(parameter<number>('limit')),
);

export interface TimelineCouponRow {
  readonly id: CouponEntryId;
  readonly at: Instant;
  readonly business_date: LocalDate;
  readonly coupon_id: CouponId;
  readonly name: string;
  readonly number: string;
  readonly kind: CouponEntryKind;
  readonly cents: Cents;
  readonly reason: string | null;
  readonly is_reversed: 0 | 1;
  readonly staff_name: string | null;
  readonly other_name: string | null;
}
/** What happened to a customer's coupons, newest first. One person has few of them: they are put in order as they are read. */
export const listTimelineCoupons = (database: StoreDatabase, page: TimelinePage): TimelineCouponRow[] =>
  onTimeline.rows(database, page);

const birthdays = hotQuery<{ limit: number }, { customerId: CustomerId; on: LocalDate }>(
  sqlite
    .selectFrom('reminders')
    .innerJoin('customers', 'customers.id', 'reminders.customer_id')
    .select(['reminders.customer_id as customerId', sql<LocalDate>`reminders.occurrence`.as('on')])
    .where('reminders.rule', '=', sql.lit('birthday' as const))
    // From the first on: down the index of birthdays. Those of other days have more behind the date.
    .where('reminders.occurrence', '>', sql.lit(''))
    .where(sql<boolean>`length(reminders.occurrence) = 10`)
    .where('customers.removed_at', 'is', null)
    .where(
      sql<boolean>`NOT EXISTS (SELECT 1 FROM coupons WHERE coupons.customer_id = reminders.customer_id
        AND coupons.occasion = 'birthday' AND coupons.occasion_year = CAST(substr(reminders.occurrence, 1, 4) AS INTEGER))`,
    )
    .orderBy('reminders.occurrence')
    .orderBy('reminders.customer_id')
    .limit(parameter<number>('limit')),
);
/** Whose birthday is near and has brought no coupon yet: the day of each, the nearest first. */
export const listBirthdaysWithoutCoupon = (
  database: StoreDatabase,
  limit: number,
): { readonly customerId: CustomerId; readonly on: LocalDate }[] => birthdays.rows(database, { limit });

/** The SQL of the reads above, so that their plans can be asserted. */
export const couponQueries = {
  byId: byId.sql,
  byNumber: byNumber.sql,
  ofCustomer: ofCustomer.sql,
  ofVisit: ofVisit.sql,
  entriesOf: entriesOf.sql,
  entriesOfVisit: entriesOfVisit.sql,
  onTimeline: onTimeline.sql,
  birthdays: birthdays.sql,
};
