import { sql } from 'kysely';
import { emptyPurse, purse, purseTotal } from '../../shared/domain/storedValue/purse.ts';
import type { Purse } from '../../shared/domain/storedValue/purse.ts';
import { replayStoredValue } from '../../shared/domain/storedValue/replay.ts';
import type { Cents } from '../../shared/types/amounts.ts';
import type { CustomerId, StoredValueEntryId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import { listStoredValueInOrder } from './storedValue.ts';

// What follows from the ledger and is kept with the summary, so that a card and what the shop owes are read from an index: the balance of
// each customer, and of what came in when what is left.

interface OfCustomer {
  customerId: CustomerId;
}
interface BalanceRow {
  customer_id: CustomerId;
  principal_cents: Cents;
  gift_cents: Cents;
  total_cents: Cents;
}
interface LotRow {
  entry_id: StoredValueEntryId;
  customer_id: CustomerId;
  principal_cents: Cents;
  gift_cents: Cents;
  came_on: LocalDate;
}

/** Who has a ledger, or had one until now: most shops' customers have none, and cost one look at all of them together. */
const concerned = hotQuery<{ customerIds: string }, { customer_id: CustomerId }>(
  sqlite
    .selectFrom(sql<{ value: CustomerId }>`json_each(${parameter<string>('customerIds')})`.as('json_each'))
    .select('json_each.value as customer_id')
    .where((where) =>
      where.or([
        where.exists(where.selectFrom('stored_value_entries').select('id').whereRef('customer_id', '=', 'json_each.value')),
        where.exists(
          where.selectFrom('stored_value_balances').select('total_cents').whereRef('customer_id', '=', 'json_each.value'),
        ),
      ]),
    ),
);
const balanceOf = hotQuery<OfCustomer, BalanceRow>(
  sqlite.selectFrom('stored_value_balances').selectAll().where('customer_id', '=', parameter<CustomerId>('customerId')),
);
const keepBalance = hotQuery<BalanceRow>(
  sqlite
    .insertInto('stored_value_balances')
    .values({
      customer_id: parameter('customer_id'),
      principal_cents: parameter('principal_cents'),
      gift_cents: parameter('gift_cents'),
      total_cents: parameter('total_cents'),
    })
    .onConflict((conflict) =>
      conflict.column('customer_id').doUpdateSet((row) => ({
        principal_cents: row.ref('excluded.principal_cents'),
        gift_cents: row.ref('excluded.gift_cents'),
        total_cents: row.ref('excluded.total_cents'),
      })),
    ),
);
const forgetBalance = hotQuery<OfCustomer>(
  sqlite.deleteFrom('stored_value_balances').where('customer_id', '=', parameter<CustomerId>('customerId')),
);
const lotsOf = hotQuery<OfCustomer, LotRow>(
  sqlite
    .selectFrom('stored_value_lots')
    .selectAll()
    .where('customer_id', '=', parameter<CustomerId>('customerId'))
    .orderBy('came_on')
    .orderBy('entry_id'),
);
const keepLot = hotQuery<LotRow>(
  sqlite
    .insertInto('stored_value_lots')
    .values({
      entry_id: parameter('entry_id'),
      customer_id: parameter('customer_id'),
      principal_cents: parameter('principal_cents'),
      gift_cents: parameter('gift_cents'),
      came_on: parameter('came_on'),
    })
    .onConflict((conflict) =>
      conflict.column('entry_id').doUpdateSet((row) => ({
        customer_id: row.ref('excluded.customer_id'),
        principal_cents: row.ref('excluded.principal_cents'),
        gift_cents: row.ref('excluded.gift_cents'),
        came_on: row.ref('excluded.came_on'),
      })),
    ),
);
const forgetLot = hotQuery<{ entryId: StoredValueEntryId }>(
  sqlite.deleteFrom('stored_value_lots').where('entry_id', '=', parameter<StoredValueEntryId>('entryId')),
);

/** What a customer has stored now. */
export const findStoredValue = (database: StoreDatabase, customerId: CustomerId): Purse => {
  const row = balanceOf.first(database, { customerId });
  return row === undefined ? emptyPurse : purse(row.principal_cents, row.gift_cents);
};

const refreshOne = (database: StoreDatabase, customerId: CustomerId): void => {
  const entries = listStoredValueInOrder(database, customerId);
  const { balance, lots } = replayStoredValue(entries);
  if (entries.length === 0) forgetBalance.run(database, { customerId });
  else
    keepBalance.run(database, {
      customer_id: customerId,
      principal_cents: balance.principalCents,
      gift_cents: balance.giftCents,
      total_cents: purseTotal(balance),
    });
  const before = new Map(lotsOf.rows(database, { customerId }).map((lot) => [lot.entry_id, lot]));
  for (const { entryId, cameOn, left } of lots) {
    const kept = before.get(entryId);
    before.delete(entryId);
    if (kept?.principal_cents !== left.principalCents || kept.gift_cents !== left.giftCents)
      keepLot.run(database, {
        entry_id: entryId,
        customer_id: customerId,
        principal_cents: left.principalCents,
        gift_cents: left.giftCents,
        came_on: cameOn,
      });
  }
  // One that went over to another customer is theirs by now.
  for (const entryId of before.keys()) forgetLot.run(database, { entryId });
};

/** Works out anew what these customers have stored, after their ledgers have changed. */
export const refreshStoredValue = (database: StoreDatabase, customerIds: readonly CustomerId[]): void => {
  for (const { customer_id: customerId } of concerned.rows(database, { customerIds: JSON.stringify(customerIds) }))
    refreshOne(database, customerId);
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const storedBalanceQueries = { concerned: concerned.sql, balanceOf: balanceOf.sql, lotsOf: lotsOf.sql };
