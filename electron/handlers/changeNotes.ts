import type { Topic } from '../../shared/contract.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { insertChange } from '../store/changes.ts';
import type { StoreContext } from './context.ts';
import { factRecorded } from './facts.ts';

/** Writes an edit of a customer's own data on the timeline, with the former values, and has the customer judged anew. */
export const noteEdit = (
  context: StoreContext,
  customerId: CustomerId,
  fields: readonly string[],
  before: object,
  topics: readonly Topic[],
): void => {
  insertChange(context.database, {
    id: context.newId(),
    customerId,
    at: context.now(),
    businessDate: context.today(),
    action: 'edited',
    fields,
    before,
    importId: null,
    staffId: context.actor.staffId,
  });
  factRecorded(context, customerId, topics);
};
