import type { NewDeferredItem } from '../../shared/contract/deferrals.ts';
import { AppError } from '../../shared/errors.ts';
import { deferredItemId } from '../../shared/types/ids.ts';
import type { CustomerId, DeferredItemId, VisitId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { findDeferred, insertDeferred, listDeferred, setDeferredClosed } from '../store/deferrals.ts';
import type { DeferredRow } from '../store/deferrals.ts';
import type { HandlersOf, StoreContext } from './context.ts';
import { requireKnownCustomer, requirePresentCustomer, requireProducts } from './references.ts';
import { refuseField } from './refuseField.ts';

interface Deferral extends NewDeferredItem {
  readonly customerId: CustomerId;
  readonly visitId: VisitId | null;
  readonly businessDate: LocalDate;
}

/** Writes down what somebody put off; a day to ask again that is past already is refused (bad_input, date_past). */
export const addDeferred = (context: StoreContext, item: Deferral): DeferredItemId => {
  requireProducts(context, [item.productId]);
  if (item.askAgainOn !== null && item.askAgainOn < item.businessDate) refuseField('askAgainOn', 'date_past');
  const id = deferredItemId(context.newId());
  insertDeferred(context.database, {
    ...item,
    id,
    reason: item.reason === '' ? null : item.reason,
    staffId: context.actor.staffId,
  });
  return id;
};

const require = (context: StoreContext, id: DeferredItemId): DeferredRow => {
  const item = findDeferred(context.database, id);
  if (!item) throw new AppError('not_found', { what: 'deferred_item' });
  return item;
};

const setClosed = (context: StoreContext, id: DeferredItemId, isClosed: boolean): Record<string, never> => {
  const { customer_id: customerId } = require(context, id);
  setDeferredClosed(context.database, id, isClosed ? context.now() : null);
  context.changed(['deferrals'], [customerId]);
  return {};
};

export const deferralsHandlers: HandlersOf<'deferrals'> = {
  'deferrals.ofCustomer': (context, { customerId, includeClosed }) => {
    requireKnownCustomer(context, customerId);
    return {
      items: listDeferred(context.database, customerId, includeClosed).map((row) => ({
        id: row.id,
        visitId: row.visit_id,
        businessDate: row.business_date,
        productId: row.product_id,
        name: row.name,
        reason: row.reason,
        askAgainOn: row.ask_again_on,
        priceCents: row.price_cents,
        staffName: row.staff_name,
        isClosed: row.closed_at !== null,
      })),
    };
  },
  'deferrals.add': (context, { customerId, ...item }) => {
    requirePresentCustomer(context, customerId);
    const id = addDeferred(context, { ...item, customerId, visitId: null, businessDate: context.today() });
    context.changed(['deferrals'], [customerId]);
    return { deferredItemId: id };
  },
  'deferrals.close': (context, { deferredItemId: id }) => setClosed(context, id, true),
  'deferrals.reopen': (context, { deferredItemId: id }) => setClosed(context, id, false),
};
