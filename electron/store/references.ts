import type { CustomerId, ProductId, StaffId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// What an input may name: is it there?

const customerNamed = hotQuery<{ id: CustomerId }, { removed_at: Instant | null }>(
  sqlite.selectFrom('customers').select('removed_at').where('id', '=', parameter<CustomerId>('id')),
);
const staffNamed = hotQuery<{ id: StaffId }, { id: StaffId }>(
  sqlite.selectFrom('staff').select('id').where('id', '=', parameter<StaffId>('id')),
);
const productNamed = hotQuery<{ id: ProductId }, { id: ProductId }>(
  sqlite.selectFrom('products').select('id').where('id', '=', parameter<ProductId>('id')),
);

/** Whether the customer is here, was removed, or was never known. */
export const customerState = (database: StoreDatabase, id: CustomerId): 'present' | 'removed' | 'unknown' => {
  const row = customerNamed.first(database, { id });
  if (!row) return 'unknown';
  return row.removed_at === null ? 'present' : 'removed';
};

export const isStaffKnown = (database: StoreDatabase, id: StaffId): boolean => staffNamed.first(database, { id }) !== undefined;

export const isProductKnown = (database: StoreDatabase, id: ProductId): boolean =>
  productNamed.first(database, { id }) !== undefined;
