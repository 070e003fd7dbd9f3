import type { Insertable } from 'kysely';
import { cents } from '../../shared/types/amounts.ts';
import type { Cents } from '../../shared/types/amounts.ts';
import type { CustomerId, SharerId, StoredValueEntryId, VisitId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, plainRows, plainRun, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { Schema } from './schema.ts';

// Who may use somebody else's purse and cards (X55), and what they spent of it: that follows from the ledger of whose it is.

/** Both of them with their names, and whether each is still there: neither removed nor merged away. */
const rows = sqlite
  .selectFrom('sharers')
  .innerJoin('customers as owner', 'owner.id', 'sharers.customer_id')
  .innerJoin('customers as other', 'other.id', 'sharers.other_id')
  .leftJoin('staff', 'staff.id', 'sharers.staff_id')
  .select(['sharers.id', 'sharers.customer_id', 'sharers.other_id', 'sharers.may_spend_stored', 'sharers.may_use_cards'])
  .select(['sharers.month_cents', 'sharers.visit_cents', 'sharers.note', 'sharers.since_on', 'sharers.ended_on'])
  .select(['owner.name as owner_name', 'owner.removed_at as owner_removed_at'])
  .select(['other.name as other_name', 'other.removed_at as other_removed_at', 'staff.name as staff_name']);
export type SharerRow = Awaited<ReturnType<typeof rows.executeTakeFirstOrThrow>>;

interface OfCustomer {
  customerId: CustomerId;
}
interface Pair extends OfCustomer {
  otherId: CustomerId;
}
const ofOwner = hotQuery<OfCustomer, SharerRow>(
  rows.where('sharers.customer_id', '=', parameter<CustomerId>('customerId')).orderBy('sharers.id'),
);
const ofSharer = hotQuery<OfCustomer, SharerRow>(
  rows.where('sharers.other_id', '=', parameter<CustomerId>('customerId')).orderBy('sharers.id'),
);
const byId = hotQuery<{ id: SharerId }, SharerRow>(rows.where('sharers.id', '=', parameter<SharerId>('id')));
const ofPair = hotQuery<Pair, SharerRow>(
  rows
    .where('sharers.customer_id', '=', parameter<CustomerId>('customerId'))
    .where('sharers.other_id', '=', parameter<CustomerId>('otherId'))
    .orderBy('sharers.id', 'desc'),
);

const isThere = (row: SharerRow): boolean => row.owner_removed_at === null && row.other_removed_at === null;
const stands = (row: SharerRow): boolean => row.ended_on === null && isThere(row);

/** Who may use what a customer has, and who could until it was ended; those who are there. */
export const listSharersOf = (database: StoreDatabase, customerId: CustomerId): SharerRow[] =>
  ofOwner.rows(database, { customerId }).filter(isThere);
/** Whose purse or cards a customer may use now. */
export const listSharedWith = (database: StoreDatabase, customerId: CustomerId): SharerRow[] =>
  ofSharer.rows(database, { customerId }).filter(stands);
export const findSharer = (database: StoreDatabase, id: SharerId): SharerRow | undefined => byId.first(database, { id });
/** How the two stand to each other: what stands, else what ended last; undefined where nothing ever was. */
export const findSharerOfPair = (database: StoreDatabase, pair: Pair): SharerRow | undefined => {
  const found = ofPair.rows(database, pair);
  return found.find((row) => row.ended_on === null) ?? found[0];
};

/** Writes one down, or over the one of that id. */
export const putSharer = (database: StoreDatabase, row: Insertable<Schema['sharers']>): void => {
  const { may_spend_stored, may_use_cards, month_cents, visit_cents, note } = row;
  const changes = { may_spend_stored, may_use_cards, month_cents: month_cents ?? null, visit_cents: visit_cents ?? null, note };
  execute(
    database,
    sqlite
      .insertInto('sharers')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changes)),
  );
};
export const writeSharerEnd = (database: StoreDatabase, id: SharerId, endedOn: LocalDate | null): void => {
  execute(database, sqlite.updateTable('sharers').set({ ended_on: endedOn }).where('id', '=', id));
};
export const deleteSharer = (database: StoreDatabase, id: SharerId): void => {
  execute(database, sqlite.deleteFrom('sharers').where('id', '=', id));
};

interface InMonth extends Pair {
  from: LocalDate;
  to: LocalDate;
}
/** What came back counts in the month of the sale, and so does what was taken in exchange for it: neither uses up another month's limit. */
const usedInMonth = hotQuery<InMonth, { moved: Cents | null }>(
  sqlite
    .selectFrom('stored_value_entries as entry')
    .innerJoin('shared_spendings as shared', 'shared.visit_id', 'entry.visit_id')
    .innerJoin('visits', 'visits.id', 'entry.visit_id')
    .leftJoin('visits as sale', 'sale.id', 'visits.returns_visit_id')
    .where('entry.customer_id', '=', parameter<CustomerId>('customerId'))
    .where('visits.customer_id', '=', parameter<CustomerId>('otherId'))
    .where(({ fn, eb }) =>
      eb.between(
        fn.coalesce('sale.business_date', 'visits.business_date'),
        parameter<LocalDate>('from'),
        parameter<LocalDate>('to'),
      ),
    )
    .select(({ fn, eb }) => fn.sum<Cents | null>(eb('entry.principal_cents', '+', eb.ref('entry.gift_cents'))).as('moved')),
);

/** What somebody spent out of a purse between two business days, less what came back of it: the sum of the entries that stand. */
export const sharedUseBetween = (database: StoreDatabase, values: InMonth): Cents =>
  cents(0 - (usedInMonth.first(database, values)?.moved ?? 0));

const insertSpending = hotQuery<{ visitId: VisitId; entryId: StoredValueEntryId }>(
  sqlite
    .insertInto('shared_spendings')
    .values({ visit_id: parameter('visitId'), entry_id: parameter('entryId') })
    .onConflict((conflict) => conflict.column('visit_id').doNothing()),
);
/** Says that a visit moved something in the purse of somebody else, once. */
export const insertSharedSpending = (database: StoreDatabase, visitId: VisitId, entryId: StoredValueEntryId): void => {
  insertSpending.run(database, { visitId, entryId });
};

interface SharedSpending {
  /** Whose purse it was; null once they are erased. */
  readonly customerId: CustomerId | null;
}
const spendingOf = hotQuery<{ visitId: VisitId }, SharedSpending>(
  sqlite
    .selectFrom('shared_spendings as shared')
    .leftJoin('stored_value_entries as entry', 'entry.id', 'shared.entry_id')
    .select('entry.customer_id as customerId')
    .where('shared.visit_id', '=', parameter<VisitId>('visitId')),
);
/** Whether a visit was paid out of somebody else's purse, and whose; undefined where it was not. */
export const findSharedSpending = (database: StoreDatabase, visitId: VisitId): SharedSpending | undefined =>
  spendingOf.first(database, { visitId });

/** Who spent these entries out of the purse they are of, by the entry; what its owner spent is absent. */
export const namesOfSharedEntries = (
  database: StoreDatabase,
  entryIds: readonly StoredValueEntryId[],
): ReadonlyMap<StoredValueEntryId, string> =>
  new Map(
    plainRows<{ id: StoredValueEntryId; name: string }>(
      database,
      `SELECT entry.id, customers.name FROM stored_value_entries AS entry
       JOIN shared_spendings AS shared ON shared.visit_id = entry.visit_id
       JOIN visits ON visits.id = entry.visit_id
       JOIN customers ON customers.id = visits.customer_id
       WHERE entry.id IN (SELECT value FROM json_each(@ids)) AND customers.id <> entry.customer_id`,
      { ids: JSON.stringify(entryIds) },
    ).map(({ id, name }) => [id, name]),
  );

/** What was spent out of the purse of somebody who stays is no visit's any more: its visits go with whoever made them. */
export const letGoOfSharedVisits = (database: StoreDatabase, goingIds: readonly CustomerId[]): void => {
  plainRun(
    database,
    `UPDATE stored_value_entries SET visit_id = NULL
     WHERE visit_id IN (SELECT shared.visit_id FROM shared_spendings AS shared JOIN visits ON visits.id = shared.visit_id
         WHERE visits.customer_id IN (SELECT value FROM json_each(@ids)))
       AND customer_id NOT IN (SELECT value FROM json_each(@ids))`,
    { ids: JSON.stringify(goingIds) },
  );
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const sharerQueries = {
  ofOwner: ofOwner.sql,
  ofSharer: ofSharer.sql,
  byId: byId.sql,
  ofPair: ofPair.sql,
  usedInMonth: usedInMonth.sql,
  spendingOf: spendingOf.sql,
};
