import { sql } from 'kysely';
import type { Insertable, Updateable } from 'kysely';
import type { MembershipEntryKind } from '../../shared/domain/loyalty/memberships.ts';
import type { PaymentMethod } from '../../shared/domain/orders/money.ts';
import type { Cents } from '../../shared/types/amounts.ts';
import type { CustomerId, MembershipEntryId, MembershipTermId, StaffId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { Schema } from './schema.ts';
import type { TimelinePage } from './timeline.ts';

// The terms of paid memberships that customers bought (X57), and what moved them: rows are added, never changed (triggers refuse it).

const terms = sqlite
  .selectFrom('membership_terms')
  .select([
    'membership_terms.id',
    'membership_terms.customer_id as customerId',
    'membership_terms.plan_id as planId',
    'membership_terms.name',
    'membership_terms.paid_cents as paidCents',
    'membership_terms.from_on as fromOn',
    'membership_terms.sold_until_on as soldUntilOn',
    'membership_terms.until_on as untilOn',
    'membership_terms.tier_id as tierId',
    'membership_terms.every',
    'membership_terms.every_days as everyDays',
    'membership_terms.coupon_type_id as couponTypeId',
    'membership_terms.coupons',
    'membership_terms.points',
    'membership_terms.at',
    'membership_terms.is_void',
    'membership_terms.is_ended',
    'membership_terms.next_cycle as nextCycle',
    'membership_terms.next_on as nextOn',
  ]);
type TermRow = Awaited<ReturnType<typeof terms.executeTakeFirstOrThrow>>;
export type MembershipTerm = Omit<TermRow, 'is_void' | 'is_ended'> & { readonly isVoid: boolean; readonly isEnded: boolean };
const termOf = ({ is_void: isVoid, is_ended: isEnded, ...term }: TermRow): MembershipTerm => ({
  ...term,
  isVoid: isVoid === 1,
  isEnded: isEnded === 1,
});

const ofCustomer = hotQuery<{ customerId: CustomerId }, TermRow>(
  terms
    .where('membership_terms.customer_id', '=', parameter<CustomerId>('customerId'))
    .orderBy('membership_terms.from_on', 'desc')
    .orderBy('membership_terms.at', 'desc')
    .orderBy('membership_terms.id', 'desc'),
);
const byId = hotQuery<{ id: MembershipTermId }, TermRow>(
  terms.where('membership_terms.id', '=', parameter<MembershipTermId>('id')),
);
const due = hotQuery<{ until: LocalDate; limit: number }, TermRow>(
  terms
    .where('membership_terms.next_on', 'is not', null)
    .where('membership_terms.next_on', '<=', parameter<LocalDate>('until'))
    .orderBy('membership_terms.next_on')
    .orderBy('membership_terms.id')
    .limit(parameter<number>('limit')),
);

/** What somebody bought, what was taken back too, the one that begins last before all. */
export const listMembershipTerms = (database: StoreDatabase, customerId: CustomerId): MembershipTerm[] =>
  ofCustomer.rows(database, { customerId }).map(termOf);
export const findMembershipTerm = (database: StoreDatabase, id: MembershipTermId): MembershipTerm | undefined => {
  const row = byId.first(database, { id });
  return row && termOf(row);
};
/** Terms with a cycle that has begun by a day and was not looked at, what began first before all. */
export const listDueMemberships = (database: StoreDatabase, until: LocalDate, limit: number): MembershipTerm[] =>
  due.rows(database, { until, limit }).map(termOf);

export const insertMembershipTerm = (database: StoreDatabase, row: Insertable<Schema['membership_terms']>): void => {
  execute(database, sqlite.insertInto('membership_terms').values(row));
};
/** What follows from the entries and the cycles of a term. */
export const writeMembershipState = (
  database: StoreDatabase,
  id: MembershipTermId,
  state: Pick<Updateable<Schema['membership_terms']>, 'until_on' | 'is_void' | 'is_ended' | 'next_cycle' | 'next_on'>,
): void => {
  execute(database, sqlite.updateTable('membership_terms').set(state).where('id', '=', id));
};

const entries = sqlite
  .selectFrom('membership_entries')
  .innerJoin('membership_terms', 'membership_terms.id', 'membership_entries.term_id')
  .leftJoin('staff', 'staff.id', 'membership_entries.staff_id')
  .select([
    'membership_entries.id',
    'membership_entries.term_id as termId',
    'membership_entries.at',
    'membership_entries.business_date',
    'membership_entries.kind',
    'membership_entries.cents',
    'membership_entries.method',
    'membership_entries.reason',
    'membership_entries.staff_id as staffId',
    'membership_terms.name',
    'membership_terms.from_on as fromOn',
    'membership_terms.sold_until_on as soldUntilOn',
    'staff.name as staff_name',
  ]);
export interface MembershipEntryRow {
  readonly id: MembershipEntryId;
  readonly termId: MembershipTermId;
  readonly at: Instant;
  readonly business_date: LocalDate;
  readonly kind: MembershipEntryKind;
  readonly cents: Cents;
  readonly method: PaymentMethod;
  readonly reason: string | null;
  readonly staffId: StaffId | null;
  readonly name: string;
  readonly fromOn: LocalDate;
  readonly soldUntilOn: LocalDate;
  readonly staff_name: string | null;
}
const ofTerm = hotQuery<{ termId: MembershipTermId }, MembershipEntryRow>(
  entries
    .where('membership_entries.term_id', '=', parameter<MembershipTermId>('termId'))
    .orderBy('membership_entries.at')
    .orderBy('membership_entries.id'),
);
/** What moved a term, first to last. */
export const listMembershipEntries = (database: StoreDatabase, termId: MembershipTermId): MembershipEntryRow[] =>
  ofTerm.rows(database, { termId });

export const appendMembershipEntry = (database: StoreDatabase, row: Insertable<Schema['membership_entries']>): void => {
  execute(database, sqlite.insertInto('membership_entries').values(row));
};

const timeline = hotQuery<TimelinePage, MembershipEntryRow>(
  entries
    .where('membership_terms.customer_id', '=', parameter<CustomerId>('customerId'))
    .where(sql<boolean>`(membership_entries.at, membership_entries.id) < (@at, @id)`)
    .orderBy('membership_entries.at', 'desc')
    .orderBy('membership_entries.id', 'desc')
    .limit(parameter<number>('limit')),
);
/** What moved somebody's memberships, newest first. One person has few of them: they are put in order as they are read. */
export const listTimelineMemberships = (database: StoreDatabase, page: TimelinePage): MembershipEntryRow[] =>
  timeline.rows(database, page);

export interface MembershipTillRow extends MembershipEntryRow {
  readonly customerId: CustomerId;
  readonly customerName: string;
}
const till = hotQuery<{ day: LocalDate }, MembershipTillRow>(
  entries
    .innerJoin('customers', 'customers.id', 'membership_terms.customer_id')
    .select(['customers.id as customerId', 'customers.name as customerName'])
    .where('membership_entries.business_date', '=', parameter<LocalDate>('day'))
    .where('membership_entries.cents', '<>', sql.lit(0).$castTo<Cents>())
    .orderBy('membership_entries.at')
    .orderBy('membership_entries.id'),
);
/** The money that memberships brought in on a business day, or that went out again. */
export const listMembershipTill = (database: StoreDatabase, day: LocalDate): MembershipTillRow[] => till.rows(database, { day });

/** The SQL of the reads above, so that their plans can be asserted. */
export const membershipQueries = {
  membershipsOf: ofCustomer.sql,
  membershipById: byId.sql,
  membershipsDue: due.sql,
  membershipEntries: ofTerm.sql,
  membershipTimeline: timeline.sql,
  membershipTill: till.sql,
};
