import type { Topic } from '../../shared/contract.ts';
import type { CustomerId, MergeId } from '../../shared/types/ids.ts';
import { insertChange } from '../store/changes.ts';
import type { CustomerChange } from '../store/changes.ts';
import type { StoreContext } from './context.ts';
import { factRecorded } from './facts.ts';

/** What was done to a card, on the timeline, by whoever is at the desk; `mergeId` names the merge it was part of. */
export const noteChange = (
  context: StoreContext,
  customerId: CustomerId,
  action: CustomerChange['action'],
  fields: readonly string[],
  before: object,
  mergeId?: MergeId,
): void => {
  insertChange(context.database, {
    id: context.newId(),
    customerId,
    at: context.now(),
    businessDate: context.today(),
    action,
    fields,
    before,
    importId: null,
    staffId: context.actor.staffId,
    ...(mergeId !== undefined && { mergeId }),
  });
};

/** Writes an edit of a customer's own data on the timeline, with the former values, and has the customer judged anew. */
export const noteEdit = (
  context: StoreContext,
  customerId: CustomerId,
  fields: readonly string[],
  before: object,
  topics: readonly Topic[] = ['customers'],
): void => {
  noteChange(context, customerId, 'edited', fields, before);
  factRecorded(context, customerId, topics);
};
