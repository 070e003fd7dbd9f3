import { AppError } from '../../shared/errors.ts';
import type { CustomerId, ProductId, StaffId } from '../../shared/types/ids.ts';
import { customerState, isProductKnown, isStaffKnown } from '../store/references.ts';
import type { BaseContext } from './context.ts';

/** Throws not_found for a customer nobody knows and conflict (customer_removed) for one who was removed. */
export const requirePresentCustomer = ({ database }: BaseContext, customerId: CustomerId): void => {
  const state = customerState(database, customerId);
  if (state === 'unknown') throw new AppError('not_found', { what: 'customer' });
  if (state === 'removed') throw new AppError('conflict', { reason: 'customer_removed' });
};

/** Throws not_found for a customer nobody knows; a removed one's history may still be read. */
export const requireKnownCustomer = ({ database }: BaseContext, customerId: CustomerId): void => {
  if (customerState(database, customerId) === 'unknown') throw new AppError('not_found', { what: 'customer' });
};

/** Throws not_found unless each of them is a member of staff; null names nobody. */
export const requireStaff = ({ database }: BaseContext, staffIds: readonly (StaffId | null)[]): void => {
  for (const staffId of new Set(staffIds))
    if (staffId !== null && !isStaffKnown(database, staffId)) throw new AppError('not_found', { what: 'staff' });
};

/** Throws not_found unless each of them is a product; null is free text. */
export const requireProducts = ({ database }: BaseContext, productIds: readonly (ProductId | null)[]): void => {
  for (const productId of new Set(productIds))
    if (productId !== null && !isProductKnown(database, productId)) throw new AppError('not_found', { what: 'product' });
};
