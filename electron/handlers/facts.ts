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
 * What every new fact about a customer brings with it, in the same transaction: the summary is recounted, the tier rises, the classes,
 * reminders and data quality of this one customer are judged anew, and the screens are told. Returns the summary.
 */
export const factRecorded = (context: StoreContext, customerId: CustomerId, topics: readonly Topic[]): CustomerSummary => {
  const summary = refreshSummary(context.database, customerId);
  riseTier(context, customerId);
  judgeCustomer(context, customerId);
  judgeCustomerCare(context, customerId);
  context.changed([...new Set([...topics, ...ALWAYS])], [customerId]);
  return summary;
};
