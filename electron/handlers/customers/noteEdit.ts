import type { CustomerId } from '../../../shared/types/ids.ts';
import { insertChange } from '../../store/changes.ts';
import type { CustomerChange } from '../../store/changes.ts';
import type { StoreContext } from '../context.ts';
import { factRecorded } from '../facts.ts';

/** What was done to the card, on the timeline, by whoever is at the desk. */
export const noteChange = (
  context: StoreContext,
  customerId: CustomerId,
  action: CustomerChange['action'],
  fields: readonly string[],
  before: object,
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
  });
};

/** One of the card's lists was edited: it shows on the timeline, and may bring a reminder. */
export const noteEdit = (
  context: StoreContext,
  customerId: CustomerId,
  field: 'importantDates' | 'familyMembers' | 'contactMethods',
  before: object,
): void => {
  noteChange(context, customerId, 'edited', [field], before);
  factRecorded(context, customerId, ['customers']);
};
