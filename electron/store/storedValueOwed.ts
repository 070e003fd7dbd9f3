import { sql } from 'kysely';
import { purse } from '../../shared/domain/storedValue/purse.ts';
import type { Purse } from '../../shared/domain/storedValue/purse.ts';
import { cents } from '../../shared/types/amounts.ts';
import type { Cents } from '../../shared/types/amounts.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// What the shop owes all its customers in stored value, also those in the bin: read from the balances and what is left of what came in,
// never from the ledgers.

const cameIn = hotQuery<{ from: LocalDate | ''; until: LocalDate }, { principal: Cents | null; gift: Cents | null }>(
  sqlite
    .selectFrom('stored_value_lots')
    .where('came_on', '>', parameter<LocalDate>('from'))
    .where('came_on', '<=', parameter<LocalDate>('until'))
    .select(({ fn }) => [fn.sum<Cents | null>('principal_cents').as('principal'), fn.sum<Cents | null>('gift_cents').as('gift')]),
);

/** What is left of what came in after a day, or ever, and up to another. */
export const findOwedOf = (database: StoreDatabase, from: LocalDate | null, until: LocalDate): Purse => {
  const row = cameIn.first(database, { from: from ?? '', until });
  return purse(row?.principal ?? 0, row?.gift ?? 0);
};

const holding = sqlite.selectFrom('stored_value_balances as balance').where('balance.total_cents', '>', sql.lit(cents(0)));
const holders = hotQuery<object, { customers: number }>(holding.select(({ fn }) => fn.countAll<number>().as('customers')));

export interface HolderRow {
  readonly customerId: CustomerId;
  readonly name: string;
  readonly number: string;
  readonly removedAt: Instant | null;
  readonly principalCents: Cents;
  readonly giftCents: Cents;
  /** When the oldest of what is left came in. */
  readonly oldestOn: LocalDate | null;
}
const page = hotQuery<{ limit: number; offset: number }, HolderRow>(
  holding
    .innerJoin('customers', 'customers.id', 'balance.customer_id')
    .select((of) => [
      'balance.customer_id as customerId',
      'customers.name',
      'customers.number',
      'customers.removed_at as removedAt',
      'balance.principal_cents as principalCents',
      'balance.gift_cents as giftCents',
      of
        .selectFrom('stored_value_lots')
        .select((lot) => lot.fn.min<LocalDate | null>('came_on').as('oldest'))
        .whereRef('stored_value_lots.customer_id', '=', 'balance.customer_id')
        .as('oldestOn'),
    ])
    .orderBy('balance.total_cents', 'desc')
    .orderBy('balance.customer_id')
    .limit(parameter<number>('limit'))
    .offset(parameter<number>('offset'))
    .$castTo<HolderRow>(),
);

/** How many customers have something stored. */
export const countHolders = (database: StoreDatabase): number => holders.first(database, {})?.customers ?? 0;

/** Who has something stored, the largest balance first. */
export const listHolders = (
  database: StoreDatabase,
  values: { readonly limit: number; readonly offset: number },
): { readonly total: number; readonly rows: readonly HolderRow[] } => ({
  total: countHolders(database),
  rows: page.rows(database, values),
});

/** The SQL of the reads above, so that their plans can be asserted. */
export const storedOwedQueries = { cameIn: cameIn.sql, holders: holders.sql, holdersPage: page.sql };
