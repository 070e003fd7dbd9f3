import type { Topic } from '../../shared/contract.ts';
import type { CustomerSummary } from '../../shared/domain/summaries.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { judgeCustomerCare } from '../engine/care/judge.ts';
import { judgeCustomer } from '../engine/judge.ts';
import { refreshSummary } from '../store/summaries.ts';
import type { StoreContext } from './context.ts';
import { riseTier } from './tiers/climb.ts';

/** A fact of any kind shows on the card and the lists, and may move classes and reminders. */
const ALWAYS: readonly Topic[] = ['customers', 'segments', 'callbacks'];

/**
 * What was changed about a customer's facts as a whole, as by a merge: the summary is recounted, the classes, reminders and data quality of this
 * one customer are judged anew, and the screens are told. Returns the summary.
 */
export const factsMoved = (context: StoreContext, customerId: CustomerId, topics: readonly Topic[]): CustomerSummary => {
  const summary = refreshSummary(context.database, customerId);
  judgeCustomer(context, customerId);
  judgeCustomerCare(context, customerId);
  context.changed([...new Set([...topics, ...ALWAYS])], [customerId]);
  return summary;
};

/** What every new fact about a customer brings with it, in the same transaction: the tier rises, and all that `factsMoved` does. */
export const factRecorded = (context: StoreContext, customerId: CustomerId, topics: readonly Topic[]): CustomerSummary => {
  riseTier(context, customerId);
  return factsMoved(context, customerId, topics);
};
