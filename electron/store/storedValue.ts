import { sql } from 'kysely';
import type { PaymentMethod } from '../../shared/domain/orders/money.ts';
import { addPurses, emptyPurse, purse } from '../../shared/domain/storedValue/purse.ts';
import type { Purse, StoredValueKind } from '../../shared/domain/storedValue/purse.ts';
import type { StoredValueEntry } from '../../shared/domain/storedValue/replay.ts';
import type { Cents } from '../../shared/types/amounts.ts';
import type { CustomerId, ImportId, StaffId, StoredValueEntryId, VisitId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// The ledger of stored value: rows are added, never changed (a trigger refuses it). The balance is their sum, principal and gift apart.

/** One row to append. A row that takes another back names it in `reversesId`. */
export interface NewStoredValueEntry extends Purse {
  readonly id: StoredValueEntryId;
  readonly customerId: CustomerId;
  readonly at: Instant;
  readonly businessDate: LocalDate;
  readonly kind: StoredValueKind;
  /** How the money came, or went out again. */
  readonly method: PaymentMethod | null;
  readonly reason: string | null;
  readonly visitId: VisitId | null;
  readonly reversesId: StoredValueEntryId | null;
  /** The spending a return gives back to. */
  readonly concernsId: StoredValueEntryId | null;
  readonly staffId: StaffId | null;
  readonly importId: ImportId | null;
  /** Of what somebody else gave: when it came in first. */
  readonly cameOn: LocalDate | null;
}

const insertEntry = hotQuery<NewStoredValueEntry>(
  sqlite.insertInto('stored_value_entries').values({
    id: parameter('id'),
    customer_id: parameter('customerId'),
    at: parameter('at'),
    business_date: parameter('businessDate'),
    kind: parameter('kind'),
    principal_cents: parameter('principalCents'),
    gift_cents: parameter('giftCents'),
    method: parameter('method'),
    reason: parameter('reason'),
    visit_id: parameter('visitId'),
    reverses_id: parameter('reversesId'),
    concerns_id: parameter('concernsId'),
    staff_id: parameter('staffId'),
    import_id: parameter('importId'),
    came_on: parameter('cameOn'),
  }),
);

export const appendStoredValueEntry = (database: StoreDatabase, entry: NewStoredValueEntry): void => {
  insertEntry.run(database, entry);
};

interface LedgerSums {
  entries: number;
  principal: Cents | null;
  gift: Cents | null;
  last_at: Instant | null;
}
const ledgerOf = hotQuery<{ customerId: CustomerId }, LedgerSums>(
  sqlite
    .selectFrom('stored_value_entries')
    .select((of) => [
      of.fn.countAll<number>().as('entries'),
      of.fn.sum<Cents | null>('principal_cents').as('principal'),
      of.fn.sum<Cents | null>('gift_cents').as('gift'),
      of.fn.max<Instant | null>('at').as('last_at'),
    ])
    .where('customer_id', '=', parameter<CustomerId>('customerId')),
);

export interface StoredValueLedger {
  readonly entries: number;
  readonly balance: Purse;
  /** When the last entry was written; null for none. */
  readonly lastAt: Instant | null;
}

/** How many entries a customer's ledger has, their sum, and when it was last written to. */
export const findStoredValueLedger = (database: StoreDatabase, customerId: CustomerId): StoredValueLedger => {
  const row = ledgerOf.first(database, { customerId });
  return {
    entries: row?.entries ?? 0,
    balance: purse(row?.principal ?? 0, row?.gift ?? 0),
    lastAt: row?.last_at ?? null,
  };
};

export interface StoredValueRow {
  id: StoredValueEntryId;
  customer_id: CustomerId;
  at: Instant;
  business_date: LocalDate;
  kind: StoredValueKind;
  principal_cents: Cents;
  gift_cents: Cents;
  method: PaymentMethod | null;
  reason: string | null;
  visit_id: VisitId | null;
  reverses_id: StoredValueEntryId | null;
  staff_id: StaffId | null;
  is_reversed: 0 | 1;
  staff_name: string | null;
}

/** Entries with the name of who wrote them and whether a later row takes them back. */
export const storedValueRows = sqlite
  .selectFrom('stored_value_entries')
  .leftJoin('staff', 'staff.id', 'stored_value_entries.staff_id')
  .select([
    'stored_value_entries.id',
    'stored_value_entries.customer_id',
    'stored_value_entries.at',
    'stored_value_entries.business_date',
    'stored_value_entries.kind',
    'stored_value_entries.principal_cents',
    'stored_value_entries.gift_cents',
    'stored_value_entries.method',
    'stored_value_entries.reason',
    'stored_value_entries.visit_id',
    'stored_value_entries.reverses_id',
    'stored_value_entries.staff_id',
    'staff.name as staff_name',
  ])
  .select(({ selectFrom, exists }) =>
    exists(
      selectFrom('stored_value_entries as later')
        .select('later.id')
        .whereRef('later.reverses_id', '=', 'stored_value_entries.id'),
    )
      .$castTo<0 | 1>()
      .as('is_reversed'),
  );

const entryById = hotQuery<{ id: StoredValueEntryId }, StoredValueRow>(
  storedValueRows.where('stored_value_entries.id', '=', parameter<StoredValueEntryId>('id')),
);

export const findStoredValueEntry = (database: StoreDatabase, id: StoredValueEntryId): StoredValueRow | undefined =>
  entryById.first(database, { id });

interface LedgerPage {
  customerId: CustomerId;
  offset: number;
  limit: number;
}
const page = hotQuery<LedgerPage, StoredValueRow>(
  storedValueRows
    .where('stored_value_entries.customer_id', '=', parameter<CustomerId>('customerId'))
    .orderBy('stored_value_entries.at', 'desc')
    .orderBy('stored_value_entries.id', 'desc')
    .limit(parameter<number>('limit'))
    .offset(parameter<number>('offset')),
);
const sumOfNewest = hotQuery<{ customerId: CustomerId; count: number }, { principal: Cents | null; gift: Cents | null }>(
  sqlite
    .selectFrom((inner) =>
      inner
        .selectFrom('stored_value_entries')
        .select(['principal_cents', 'gift_cents'])
        .where('customer_id', '=', parameter<CustomerId>('customerId'))
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(parameter<number>('count'))
        .as('newest'),
    )
    .select(({ fn }) => [fn.sum<Cents | null>('principal_cents').as('principal'), fn.sum<Cents | null>('gift_cents').as('gift')]),
);

const partsOf = (row: Pick<StoredValueRow, 'principal_cents' | 'gift_cents'>): Purse =>
  purse(row.principal_cents, row.gift_cents);
const less = (one: Purse, other: Purse): Purse => addPurses(one, purse(0 - other.principalCents, 0 - other.giftCents));

/** A page of a customer's ledger, newest first, each row with the balance after it. */
export const listStoredValueLedger = (
  database: StoreDatabase,
  { customerId, offset, limit }: LedgerPage,
): { total: number; rows: (StoredValueRow & { balanceAfter: Purse })[] } => {
  const { entries, balance } = findStoredValueLedger(database, customerId);
  const newest = sumOfNewest.first(database, { customerId, count: offset });
  let running = less(balance, purse(newest?.principal ?? 0, newest?.gift ?? 0));
  const rows = page.rows(database, { customerId, offset, limit }).map((row) => {
    const balanceAfter = running;
    running = less(running, partsOf(row));
    return { ...row, balanceAfter };
  });
  return { total: entries, rows };
};

export interface StandingStoredEntry {
  id: StoredValueEntryId;
  /** Whose purse it is of: whoever made the visit, or somebody who shares it with them. */
  customer_id: CustomerId;
  kind: StoredValueKind;
  principal_cents: Cents;
  gift_cents: Cents;
}
const standingOfVisit = hotQuery<{ visitId: VisitId }, StandingStoredEntry>(
  sqlite
    .selectFrom('stored_value_entries')
    .select(['id', 'customer_id', 'kind', 'principal_cents', 'gift_cents'])
    .where('visit_id', '=', parameter<VisitId>('visitId'))
    .where('kind', '!=', sql.lit('reverse'))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('stored_value_entries as later')
            .select('later.id')
            .whereRef('later.reverses_id', '=', 'stored_value_entries.id'),
        ),
      ),
    )
    .orderBy('at')
    .orderBy('id'),
);

/** What a visit caused in the ledger and nothing has taken back yet, in the order it was written. */
export const findStandingStoredOfVisit = (database: StoreDatabase, visitId: VisitId): StandingStoredEntry[] =>
  standingOfVisit.rows(database, { visitId });

const givenBack = hotQuery<{ visitId: VisitId }, { principal: Cents | null; gift: Cents | null }>(
  sqlite
    .selectFrom('visits')
    .innerJoin('stored_value_entries', 'stored_value_entries.visit_id', 'visits.id')
    .where('visits.returns_visit_id', '=', parameter<VisitId>('visitId'))
    .where('visits.undone_at', 'is', null)
    .where('stored_value_entries.kind', '=', sql.lit('return'))
    // Money that became stored value had been paid in money.
    .where('stored_value_entries.concerns_id', 'is not', null)
    .select(({ fn }) => [
      fn.sum<Cents | null>('stored_value_entries.principal_cents').as('principal'),
      fn.sum<Cents | null>('stored_value_entries.gift_cents').as('gift'),
    ]),
);

/** What standing returns of a visit have given back into the purse, before what an exchange took out of it again. */
export const storedGivenBackOf = (database: StoreDatabase, visitId: VisitId): Purse => {
  const row = givenBack.first(database, { visitId });
  return purse(row?.principal ?? 0, row?.gift ?? 0);
};

const inOrder = hotQuery<{ customerId: CustomerId }, StoredValueEntry>(
  sqlite
    .selectFrom('stored_value_entries')
    .select([
      'id',
      'kind',
      'principal_cents as principalCents',
      'gift_cents as giftCents',
      'business_date as businessDate',
      'reverses_id as reversesId',
      'concerns_id as concernsId',
      'came_on as cameOn',
    ])
    .where('customer_id', '=', parameter<CustomerId>('customerId'))
    .orderBy('at')
    .orderBy('id'),
);

/** A customer's whole ledger in the order it was written. */
export const listStoredValueInOrder = (database: StoreDatabase, customerId: CustomerId): StoredValueEntry[] =>
  inOrder.rows(database, { customerId });

const between = hotQuery<{ customerId: CustomerId; from: LocalDate; to: LocalDate }, StoredValueRow>(
  storedValueRows
    .where('stored_value_entries.customer_id', '=', parameter<CustomerId>('customerId'))
    .where('stored_value_entries.business_date', '>=', parameter<LocalDate>('from'))
    .where('stored_value_entries.business_date', '<=', parameter<LocalDate>('to'))
    .orderBy('stored_value_entries.business_date')
    .orderBy('stored_value_entries.at')
    .orderBy('stored_value_entries.id'),
);
const sumBefore = hotQuery<{ customerId: CustomerId; from: LocalDate }, { principal: Cents | null; gift: Cents | null }>(
  sqlite
    .selectFrom('stored_value_entries')
    .where('customer_id', '=', parameter<CustomerId>('customerId'))
    .where('business_date', '<', parameter<LocalDate>('from'))
    .select(({ fn }) => [fn.sum<Cents | null>('principal_cents').as('principal'), fn.sum<Cents | null>('gift_cents').as('gift')]),
);

/** A customer's entries between two business days, first come first, and the balance before them. */
export const readStoredValueBetween = (
  database: StoreDatabase,
  values: { customerId: CustomerId; from: LocalDate; to: LocalDate },
): { readonly before: Purse; readonly rows: readonly StoredValueRow[] } => {
  const sum = sumBefore.first(database, values);
  return {
    before: sum === undefined ? emptyPurse : purse(sum.principal ?? 0, sum.gift ?? 0),
    rows: between.rows(database, values),
  };
};

export interface TillRow {
  readonly id: StoredValueEntryId;
  readonly at: Instant;
  readonly kind: StoredValueKind;
  readonly principalCents: Cents;
  readonly giftCents: Cents;
  readonly method: PaymentMethod;
  readonly customerId: CustomerId;
  readonly name: string;
  readonly staffName: string | null;
}
const tillOfDay = hotQuery<{ day: LocalDate }, TillRow>(
  sqlite
    .selectFrom('stored_value_entries as entry')
    .innerJoin('customers', 'customers.id', 'entry.customer_id')
    .leftJoin('staff', 'staff.id', 'entry.staff_id')
    .select([
      'entry.id',
      'entry.at',
      'entry.kind',
      'entry.principal_cents as principalCents',
      'entry.gift_cents as giftCents',
      'entry.method',
      'customers.id as customerId',
      'customers.name',
      'staff.name as staffName',
    ])
    .where('entry.business_date', '=', parameter<LocalDate>('day'))
    .where('entry.method', 'is not', null)
    .orderBy('entry.at')
    .orderBy('entry.id')
    .$castTo<TillRow>(),
);

/** The money that came in for stored value on a business day, or went out again: top-ups, refunds, and what took them back. */
export const listTillOfDay = (database: StoreDatabase, day: LocalDate): TillRow[] => tillOfDay.rows(database, { day });

/** The SQL of the reads above, so that their plans can be asserted. */
export const storedValueQueries = {
  ledgerOf: ledgerOf.sql,
  page: page.sql,
  sumOfNewest: sumOfNewest.sql,
  standingOfVisit: standingOfVisit.sql,
  givenBack: givenBack.sql,
  inOrder: inOrder.sql,
  between: between.sql,
  sumBefore: sumBefore.sql,
  tillOfDay: tillOfDay.sql,
};
