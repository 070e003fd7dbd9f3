import { sql } from 'kysely';
import type { CreditEntry, CreditKind } from '../../shared/domain/credit/ledger.ts';
import type { PaymentMethod } from '../../shared/domain/orders/money.ts';
import { cents } from '../../shared/types/amounts.ts';
import type { Cents } from '../../shared/types/amounts.ts';
import type { CreditEntryId, CustomerId, StaffId, VisitId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// The ledger of what customers owe the shop: rows are added, never changed (a trigger refuses it). What is owed is their sum.

/** One row to append. */
export interface NewCreditEntry extends CreditEntry {
  readonly customerId: CustomerId;
  readonly at: Instant;
  readonly method: PaymentMethod | null;
  readonly reason: string | null;
  readonly staffId: StaffId | null;
}

const insertEntry = hotQuery<NewCreditEntry>(
  sqlite.insertInto('credit_entries').values({
    id: parameter('id'),
    customer_id: parameter('customerId'),
    at: parameter('at'),
    business_date: parameter('businessDate'),
    kind: parameter('kind'),
    cents: parameter('cents'),
    due_on: parameter('dueOn'),
    method: parameter('method'),
    reason: parameter('reason'),
    visit_id: parameter('visitId'),
    reverses_id: parameter('reversesId'),
    concerns_id: parameter('concernsId'),
    staff_id: parameter('staffId'),
  }),
);

export const appendCreditEntry = (database: StoreDatabase, entry: NewCreditEntry): void => {
  insertEntry.run(database, entry);
};

interface OfCustomer {
  customerId: CustomerId;
}
const ledgerOf = hotQuery<OfCustomer, { entries: number; owed: Cents | null; last_at: Instant | null }>(
  sqlite
    .selectFrom('credit_entries')
    .select((of) => [
      of.fn.countAll<number>().as('entries'),
      of.fn.sum<Cents | null>('cents').as('owed'),
      of.fn.max<Instant | null>('at').as('last_at'),
    ])
    .where('customer_id', '=', parameter<CustomerId>('customerId')),
);

export interface CreditLedger {
  readonly entries: number;
  readonly owedCents: Cents;
  /** When the last entry was written; null for none. */
  readonly lastAt: Instant | null;
}

/** How many entries a customer's ledger has, their sum, and when it was last written to. */
export const findCreditLedger = (database: StoreDatabase, customerId: CustomerId): CreditLedger => {
  const row = ledgerOf.first(database, { customerId });
  return { entries: row?.entries ?? 0, owedCents: row?.owed ?? cents(0), lastAt: row?.last_at ?? null };
};

export interface CreditRow {
  id: CreditEntryId;
  customer_id: CustomerId;
  at: Instant;
  business_date: LocalDate;
  kind: CreditKind;
  cents: Cents;
  due_on: LocalDate | null;
  method: PaymentMethod | null;
  reason: string | null;
  visit_id: VisitId | null;
  reverses_id: CreditEntryId | null;
  staff_id: StaffId | null;
  is_reversed: 0 | 1;
  staff_name: string | null;
}

/** Entries with the name of who wrote them and whether a later row takes them back. */
export const creditRows = sqlite
  .selectFrom('credit_entries')
  .leftJoin('staff', 'staff.id', 'credit_entries.staff_id')
  .select([
    'credit_entries.id',
    'credit_entries.customer_id',
    'credit_entries.at',
    'credit_entries.business_date',
    'credit_entries.kind',
    'credit_entries.cents',
    'credit_entries.due_on',
    'credit_entries.method',
    'credit_entries.reason',
    'credit_entries.visit_id',
    'credit_entries.reverses_id',
    'credit_entries.staff_id',
    'staff.name as staff_name',
  ])
  .select(({ selectFrom, exists }) =>
    exists(selectFrom('credit_entries as later').select('later.id').whereRef('later.reverses_id', '=', 'credit_entries.id'))
      .$castTo<0 | 1>()
      .as('is_reversed'),
  );

const entryById = hotQuery<{ id: CreditEntryId }, CreditRow>(
  creditRows.where('credit_entries.id', '=', parameter<CreditEntryId>('id')),
);

export const findCreditEntry = (database: StoreDatabase, id: CreditEntryId): CreditRow | undefined =>
  entryById.first(database, { id });

interface LedgerPage extends OfCustomer {
  offset: number;
  limit: number;
}
const page = hotQuery<LedgerPage, CreditRow>(
  creditRows
    .where('credit_entries.customer_id', '=', parameter<CustomerId>('customerId'))
    .orderBy('credit_entries.at', 'desc')
    .orderBy('credit_entries.id', 'desc')
    .limit(parameter<number>('limit'))
    .offset(parameter<number>('offset')),
);

/** A page of a customer's ledger, newest first. */
export const listCreditLedger = (database: StoreDatabase, values: LedgerPage): CreditRow[] => page.rows(database, values);

const standingOfVisit = hotQuery<{ visitId: VisitId }, { id: CreditEntryId; cents: Cents; kind: CreditKind }>(
  sqlite
    .selectFrom('credit_entries')
    .select(['id', 'cents', 'kind'])
    .where('visit_id', '=', parameter<VisitId>('visitId'))
    .where('kind', '!=', sql.lit('reverse'))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('credit_entries as later').select('later.id').whereRef('later.reverses_id', '=', 'credit_entries.id')),
      ),
    )
    .orderBy('at')
    .orderBy('id'),
);

/** What a visit caused in the ledger and nothing has taken back yet. */
export const findStandingCreditOfVisit = (database: StoreDatabase, visitId: VisitId) =>
  standingOfVisit.rows(database, { visitId });

const inOrder = hotQuery<OfCustomer, CreditEntry>(
  sqlite
    .selectFrom('credit_entries')
    .select([
      'id',
      'kind',
      'cents',
      'business_date as businessDate',
      'due_on as dueOn',
      'visit_id as visitId',
      'reverses_id as reversesId',
      'concerns_id as concernsId',
    ])
    .where('customer_id', '=', parameter<CustomerId>('customerId'))
    .orderBy('at')
    .orderBy('id'),
);

/** A customer's whole ledger in the order it was written. */
export const listCreditInOrder = (database: StoreDatabase, customerId: CustomerId): CreditEntry[] =>
  inOrder.rows(database, { customerId });

const between = hotQuery<OfCustomer & { from: LocalDate; to: LocalDate }, CreditRow & { receipt_number: string | null }>(
  creditRows
    .leftJoin('visits', 'visits.id', 'credit_entries.visit_id')
    .select('visits.receipt_number')
    .where('credit_entries.customer_id', '=', parameter<CustomerId>('customerId'))
    .where('credit_entries.business_date', '>=', parameter<LocalDate>('from'))
    .where('credit_entries.business_date', '<=', parameter<LocalDate>('to'))
    .orderBy('credit_entries.business_date')
    .orderBy('credit_entries.at')
    .orderBy('credit_entries.id'),
);
const sumBefore = hotQuery<OfCustomer & { from: LocalDate }, { owed: Cents | null }>(
  sqlite
    .selectFrom('credit_entries')
    .where('customer_id', '=', parameter<CustomerId>('customerId'))
    .where('business_date', '<', parameter<LocalDate>('from'))
    .select(({ fn }) => fn.sum<Cents | null>('cents').as('owed')),
);

/** A customer's entries between two business days, first come first, and what was owed before them. */
export const readCreditBetween = (
  database: StoreDatabase,
  values: { customerId: CustomerId; from: LocalDate; to: LocalDate },
): { readonly beforeCents: Cents; readonly rows: readonly (CreditRow & { receipt_number: string | null })[] } => ({
  beforeCents: sumBefore.first(database, values)?.owed ?? cents(0),
  rows: between.rows(database, values),
});

export interface RepaidRow {
  readonly id: CreditEntryId;
  readonly at: Instant;
  readonly kind: CreditKind;
  /** What came in; below nothing where it was taken back. */
  readonly cents: Cents;
  readonly method: PaymentMethod;
  readonly customerId: CustomerId;
  readonly name: string;
  readonly staffName: string | null;
}
const repaidOfDay = hotQuery<{ day: LocalDate }, RepaidRow>(
  sqlite
    .selectFrom('credit_entries as entry')
    .innerJoin('customers', 'customers.id', 'entry.customer_id')
    .leftJoin('staff', 'staff.id', 'entry.staff_id')
    .select(['entry.id', 'entry.at', 'entry.kind', 'entry.method', 'customers.id as customerId', 'customers.name'])
    .select('staff.name as staffName')
    .select(sql<Cents>`0 - entry.cents`.as('cents'))
    .where('entry.business_date', '=', parameter<LocalDate>('day'))
    .where('entry.method', 'is not', null)
    .orderBy('entry.at')
    .orderBy('entry.id')
    .$castTo<RepaidRow>(),
);

/** Money that came in for what had been put on account, on a business day, and what took it back. */
export const listRepaidOfDay = (database: StoreDatabase, day: LocalDate): RepaidRow[] => repaidOfDay.rows(database, { day });

/** The SQL of the reads above, so that their plans can be asserted. */
export const creditQueries = {
  ledgerOf: ledgerOf.sql,
  page: page.sql,
  standingOfVisit: standingOfVisit.sql,
  inOrder: inOrder.sql,
  between: between.sql,
  sumBefore: sumBefore.sql,
  repaidOfDay: repaidOfDay.sql,
};
