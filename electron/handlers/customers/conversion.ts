import type { CustomerId, ImportId, VisitId } from '../../../shared/types/ids.ts';
import { findChangeByVisit, insertChange } from '../../store/changes.ts';
import { findCustomerById, updateCustomer } from '../../store/customers.ts';
import { hasPurchase, listProspectsWithPurchases } from '../../store/prospects.ts';
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
  if (findChangeByVisit(context.database, customerId, visitId, 'converted') === undefined) return;
  if (findCustomerById(context.database, customerId)?.status !== 'customer') return;
  updateCustomer(context.database, customerId, { status: 'prospect' }, context.now());
  noteChange(context, customerId, 'edited', ['status'], { status: 'customer' });
};

/** Prospects whose purchases a file brought are customers; taken back with the import. */
export const convertOnImport = (context: StoreContext, importId: ImportId, customerIds: readonly CustomerId[]): void => {
  const { database } = context;
  for (const customerId of listProspectsWithPurchases(database, importId, customerIds)) {
    updateCustomer(database, customerId, { status: 'customer' }, context.now());
    insertChange(database, {
      id: context.newId(),
      customerId,
      at: context.now(),
      businessDate: context.today(),
      action: 'converted',
      fields: ['status'],
      before: { status: 'prospect' },
      importId,
      staffId: context.actor.staffId,
    });
  }
};

/** Those who are left without a purchase once the import is gone are prospects again, unless somebody has set their status since. */
export const takeImportConversionsBack = (context: StoreContext, converted: readonly CustomerId[]): void => {
  const { database } = context;
  for (const customerId of converted)
    if (findCustomerById(database, customerId)?.status === 'customer' && !hasPurchase(database, customerId))
      updateCustomer(database, customerId, { status: 'prospect' }, context.now());
};

/** Somebody whose cards are merged has bought when either has; true when that made a customer of a prospect. */
export const convertOnMerge = (context: StoreContext, customerId: CustomerId): boolean => {
  const { database } = context;
  if (findCustomerById(database, customerId)?.status !== 'prospect' || !hasPurchase(database, customerId)) return false;
  updateCustomer(database, customerId, { status: 'customer' }, context.now());
  return true;
};
