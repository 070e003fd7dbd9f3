import { sql } from 'kysely';
import type { KeptEntry, KeptKind } from '../../shared/domain/keptGoods/ledger.ts';
import type { Quantity } from '../../shared/types/amounts.ts';
import type { CustomerId, KeptEntryId, KeptGoodId, StaffId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { TimelinePage } from './timeline.ts';

// What customers left with the shop, and its movements: rows of movements are added, never changed (a trigger refuses it).

export interface KeptGoodRow {
  readonly id: KeptGoodId;
  readonly customerId: CustomerId;
  readonly name: string;
  readonly isBought: 0 | 1;
  readonly place: string | null;
  readonly expiresOn: LocalDate | null;
  readonly note: string | null;
  readonly keptOn: LocalDate;
  readonly leftQuantity: Quantity;
}
const goods = sqlite
  .selectFrom('kept_goods')
  .select([
    'kept_goods.id',
    'kept_goods.customer_id as customerId',
    'kept_goods.name',
    'kept_goods.is_bought as isBought',
    'kept_goods.place',
    'kept_goods.expires_on as expiresOn',
    'kept_goods.note',
    'kept_goods.kept_on as keptOn',
    'kept_goods.left_quantity as leftQuantity',
  ]);

const insertGood = hotQuery<KeptGoodRow & { at: Instant }>(
  sqlite.insertInto('kept_goods').values({
    id: parameter('id'),
    customer_id: parameter('customerId'),
    name: parameter('name'),
    is_bought: parameter('isBought'),
    place: parameter('place'),
    expires_on: parameter('expiresOn'),
    note: parameter('note'),
    kept_on: parameter('keptOn'),
    left_quantity: parameter('leftQuantity'),
    created_at: parameter('at'),
    changed_at: parameter('at'),
  }),
);
export const insertKeptGood = (database: StoreDatabase, good: KeptGoodRow, at: Instant): void => {
  insertGood.run(database, { ...good, at });
};

/** What can be corrected of a thing: what it is called, where it stands, until when it is good. */
export type KeptFields = Pick<KeptGoodRow, 'name' | 'isBought' | 'place' | 'expiresOn' | 'note'>;
const changeGood = hotQuery<KeptFields & { id: KeptGoodId; at: Instant }>(
  sqlite
    .updateTable('kept_goods')
    .set({
      name: parameter('name'),
      is_bought: parameter('isBought'),
      place: parameter('place'),
      expires_on: parameter('expiresOn'),
      note: parameter('note'),
      changed_at: parameter('at'),
    })
    .where('id', '=', parameter<KeptGoodId>('id')),
);
export const changeKeptGood = (database: StoreDatabase, id: KeptGoodId, fields: KeptFields, at: Instant): void => {
  changeGood.run(database, { id, ...fields, at });
};

const byId = hotQuery<{ id: KeptGoodId }, KeptGoodRow>(goods.where('kept_goods.id', '=', parameter<KeptGoodId>('id')));
export const findKeptGood = (database: StoreDatabase, id: KeptGoodId): KeptGoodRow | undefined => byId.first(database, { id });

const ofCustomer = hotQuery<{ customerId: CustomerId; limit: number }, KeptGoodRow>(
  goods
    .where('kept_goods.customer_id', '=', parameter<CustomerId>('customerId'))
    .orderBy('kept_goods.kept_on', 'desc')
    .orderBy('kept_goods.id', 'desc')
    .limit(parameter<number>('limit')),
);
/** What somebody left here, the latest first. */
export const listKeptOf = (database: StoreDatabase, customerId: CustomerId, limit: number): KeptGoodRow[] =>
  ofCustomer.rows(database, { customerId, limit });

const insertEntry = hotQuery<NewKeptEntry>(
  sqlite.insertInto('kept_entries').values({
    id: parameter('id'),
    kept_id: parameter('keptId'),
    customer_id: parameter('customerId'),
    at: parameter('at'),
    business_date: parameter('businessDate'),
    kind: parameter('kind'),
    quantity: parameter('quantity'),
    reason: parameter('reason'),
    reverses_id: parameter('reversesId'),
    staff_id: parameter('staffId'),
  }),
);
const setLeft = hotQuery<{ keptId: KeptGoodId }>(
  sqlite
    .updateTable('kept_goods')
    .set({ left_quantity: sql<Quantity>`(SELECT sum(quantity) FROM kept_entries WHERE kept_id = kept_goods.id)` })
    .where('id', '=', parameter<KeptGoodId>('keptId')),
);

/** One movement to append. */
export interface NewKeptEntry extends KeptEntry {
  readonly keptId: KeptGoodId;
  readonly customerId: CustomerId;
  readonly at: Instant;
  readonly businessDate: LocalDate;
  readonly reason: string | null;
  readonly staffId: StaffId | null;
}
/** Adds a movement and says anew what is left. */
export const appendKeptEntry = (database: StoreDatabase, entry: NewKeptEntry): void => {
  insertEntry.run(database, entry);
  setLeft.run(database, { keptId: entry.keptId });
};

export interface KeptEntryRow {
  id: KeptEntryId;
  kept_id: KeptGoodId;
  at: Instant;
  business_date: LocalDate;
  kind: KeptKind;
  quantity: Quantity;
  reason: string | null;
  reverses_id: KeptEntryId | null;
  is_reversed: 0 | 1;
  name: string;
  customer_id: CustomerId;
  staff_name: string | null;
}
/** Movements with what was moved, by whom, and whether a later one takes them back. */
const keptEntryRows = sqlite
  .selectFrom('kept_entries')
  .innerJoin('kept_goods', 'kept_goods.id', 'kept_entries.kept_id')
  .leftJoin('staff', 'staff.id', 'kept_entries.staff_id')
  .select([
    'kept_entries.id',
    'kept_entries.kept_id',
    'kept_entries.at',
    'kept_entries.business_date',
    'kept_entries.kind',
    'kept_entries.quantity',
    'kept_entries.reason',
    'kept_entries.reverses_id',
    'kept_entries.customer_id',
    'kept_goods.name',
    'staff.name as staff_name',
  ])
  .select(({ selectFrom, exists }) =>
    exists(selectFrom('kept_entries as later').select('later.id').whereRef('later.reverses_id', '=', 'kept_entries.id'))
      .$castTo<0 | 1>()
      .as('is_reversed'),
  );

const movements = hotQuery<{ keptId: KeptGoodId }, KeptEntryRow>(
  keptEntryRows
    .where('kept_entries.kept_id', '=', parameter<KeptGoodId>('keptId'))
    .orderBy('kept_entries.at')
    .orderBy('kept_entries.id'),
);
/** All movements of a thing in the order they were written. */
export const listKeptMovements = (database: StoreDatabase, keptId: KeptGoodId): KeptEntryRow[] =>
  movements.rows(database, { keptId });

const entryById = hotQuery<{ id: KeptEntryId }, KeptEntryRow>(
  keptEntryRows.where('kept_entries.id', '=', parameter<KeptEntryId>('id')),
);
export const findKeptEntry = (database: StoreDatabase, id: KeptEntryId): KeptEntryRow | undefined =>
  entryById.first(database, { id });

const timeline = hotQuery<TimelinePage, KeptEntryRow>(
  keptEntryRows
    .where('kept_entries.customer_id', '=', parameter<CustomerId>('customerId'))
    .where('kept_entries.kind', '<>', sql.lit('reverse' as const))
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('kept_entries as back').select('back.id').whereRef('back.reverses_id', '=', 'kept_entries.id'))),
    )
    .where(sql<boolean>`(kept_entries.at, kept_entries.id) < (@at, @id)`)
    .orderBy('kept_entries.at', 'desc')
    .orderBy('kept_entries.id', 'desc')
    .limit(parameter<number>('limit')),
);
/** The movements that stand: what was written by mistake is told nowhere but beside the thing. */
export const listTimelineKept = (database: StoreDatabase, page: TimelinePage): KeptEntryRow[] => timeline.rows(database, page);

const inShop = goods
  .innerJoin('customers', 'customers.id', 'kept_goods.customer_id')
  .select(['customers.name as customerName', 'customers.number as customerNumber', 'customers.removed_at as removedAt'])
  .where('kept_goods.left_quantity', '>', sql.lit(0).$castTo<Quantity>());
export interface KeptInShop extends KeptGoodRow {
  readonly customerName: string;
  readonly customerNumber: string;
  readonly removedAt: Instant | null;
}
const shopPage = hotQuery<{ limit: number; offset: number }, KeptInShop>(
  inShop
    .orderBy(sql`ifnull(kept_goods.expires_on, '9999-12-31')`)
    .orderBy('kept_goods.kept_on')
    .orderBy('kept_goods.id')
    .limit(parameter<number>('limit'))
    .offset(parameter<number>('offset')),
);
const shopCount = hotQuery<object, { total: number }>(
  sqlite
    .selectFrom('kept_goods')
    .where('left_quantity', '>', sql.lit(0).$castTo<Quantity>())
    .select(({ fn }) => fn.countAll<number>().as('total')),
);
/** What is kept in the shop, what expires first before all. */
export const listKeptInShop = (
  database: StoreDatabase,
  values: { limit: number; offset: number },
): { total: number; rows: KeptInShop[] } => ({
  total: shopCount.first(database, {})?.total ?? 0,
  rows: shopPage.rows(database, values),
});

/** The SQL of the reads above, so that their plans can be asserted. */
export const keptGoodsQueries = {
  ofCustomer: ofCustomer.sql,
  movements: movements.sql,
  entryById: entryById.sql,
  timeline: timeline.sql,
};
export const keptInShopSql = shopPage.sql;
