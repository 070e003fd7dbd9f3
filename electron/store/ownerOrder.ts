import type { HandlerInput } from '../../shared/contract.ts';
import type { CustomerId, StaffId } from '../../shared/types/ids.ts';
import { hotQuery, plainRows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// The order of customers by the name of who looks after them. Names of staff are few and change, so no index holds their order: it is
// walked owner by owner, each by the index of their customers.

/** As a Chinese reader looks names up: by pinyin. */
const collator = new Intl.Collator('zh-u-co-pinyin');

const staffNames = hotQuery<Record<never, never>, { id: StaffId; name: string }>(
  sqlite.selectFrom('staff').select(['id', 'name']),
);

/** Everyone who is or was on the staff, by name in pinyin order (R003); those of one name in the order of joining. */
export const ownersByName = (database: StoreDatabase): StaffId[] =>
  staffNames
    .rows(database, {})
    .toSorted((one, other) => collator.compare(one.name, other.name) || (one.id < other.id ? -1 : 1))
    .map(({ id }) => id);

const listed = `owner_id IS @owner AND removed_at IS NULL AND id NOT IN (SELECT id FROM customers WHERE is_inactive = 1)`;

/** Every statement of this file, so that its plan can be asserted. */
export const ownerOrderQueries = {
  page: (word: 'ASC' | 'DESC'): string =>
    `SELECT id FROM customers WHERE ${listed} ORDER BY id ${word} LIMIT @limit OFFSET @offset`,
  count: `SELECT count(*) AS count FROM customers WHERE ${listed}`,
};

interface OwnerPage {
  readonly direction: HandlerInput<'customers.list'>['direction'];
  readonly offset: number;
  readonly limit: number;
}

/** A page of everyone who is active by the name of their owner; whoever has none comes last, whichever way it is sorted. */
export const listIdsByOwner = (database: StoreDatabase, { direction, offset, limit }: OwnerPage): CustomerId[] => {
  const named = ownersByName(database);
  const owners: readonly (StaffId | null)[] = [...(direction === 'ascending' ? named : named.toReversed()), null];
  const word = direction === 'ascending' ? 'ASC' : 'DESC';
  const found: CustomerId[] = [];
  let skipped = offset;
  for (const owner of owners) {
    const left = { owner, limit: limit - found.length, offset: skipped };
    const own = plainRows<{ id: CustomerId }>(database, ownerOrderQueries.page(word), left);
    for (const { id } of own) found.push(id);
    if (found.length >= limit) break;
    // Only those before the page are counted.
    if (own.length > 0) skipped = 0;
    else if (skipped > 0) skipped -= plainRows<{ count: number }>(database, ownerOrderQueries.count, { owner })[0]?.count ?? 0;
  }
  return found;
};
