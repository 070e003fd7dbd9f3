import type { CustomerId, VisitId } from '../../../shared/types/ids.ts';
import { findConversion } from '../../store/changes.ts';
import { findCustomerById, updateCustomer } from '../../store/customers.ts';
import type { StoreContext } from '../context.ts';
import { noteChange } from '../changeNotes.ts';

/** A prospect who buys for the first time is a customer from then on (R017); it shows on the timeline. */
export const convertOnPurchase = (context: StoreContext, customerId: CustomerId, visitId: VisitId): void => {
  if (findCustomerById(context.database, customerId)?.status !== 'prospect') return;
  updateCustomer(context.database, customerId, { status: 'customer' }, context.now());
  noteChange(context, customerId, 'converted', ['status'], { status: 'prospect', visitId });
};

/** Undoing the very purchase that made a customer makes them a prospect again, unless somebody has set their status since. */
export const takeConversionBack = (context: StoreContext, customerId: CustomerId, visitId: VisitId): void => {
  if (!findConversion(context.database, customerId, visitId)) return;
  if (findCustomerById(context.database, customerId)?.status !== 'customer') return;
  updateCustomer(context.database, customerId, { status: 'prospect' }, context.now());
  noteChange(context, customerId, 'edited', ['status'], { status: 'customer' });
};
