import type { HandlerInput } from '../../../shared/contract.ts';
import { anomalyKey } from '../../../shared/domain/care/judge.ts';
import { AppError } from '../../../shared/errors.ts';
import { points } from '../../../shared/types/amounts.ts';
import { addDays } from '../../../shared/types/time.ts';
import { careOf } from '../../engine/care/judge.ts';
import { askedUntil, deleteAccepted, deleteAsk, insertAccepted, insertReward, putAsk } from '../../store/careMarks.ts';
import type { HandlersOf, StoreContext } from '../context.ts';
import { factRecorded } from '../facts.ts';
import { appendToLedger } from '../loyalty/ledger.ts';
import { requirePresentCustomer } from '../references.ts';
import { rewardPointsOf } from './reading.ts';

const accept = (context: StoreContext, input: HandlerInput<'care.acceptAnomaly'>): Record<never, never> => {
  const { customerId } = input;
  requirePresentCustomer(context, customerId);
  const found = careOf(context, customerId)?.anomalies.some((anomaly) => anomalyKey(anomaly) === anomalyKey(input));
  if (found !== true) throw new AppError('not_found', { what: 'anomaly' });
  insertAccepted(context.database, { ...input, at: context.now(), staffId: context.actor.staffId });
  factRecorded(context, customerId, ['care']);
  return {};
};

const reopen = (context: StoreContext, input: HandlerInput<'care.reopenAnomaly'>): Record<never, never> => {
  requirePresentCustomer(context, input.customerId);
  if (!deleteAccepted(context.database, input)) throw new AppError('already_undone', {});
  factRecorded(context, input.customerId, ['care']);
  return {};
};

const reward: HandlersOf<'care'>['care.reward'] = (context, { customerId, reason }) => {
  requirePresentCustomer(context, customerId);
  const due = points(rewardPointsOf(context, customerId));
  if (due === 0) throw new AppError('conflict', { reason: 'reward_not_due' });
  const entryId = appendToLedger(context, { customerId, kind: 'adjust', points: due, reason });
  insertReward(context.database, { entryId, customerId, on: context.today() });
  const { pointsBalance } = factRecorded(context, customerId, ['points', 'care']);
  return { entryId, points: due, pointsBalance };
};

type Names = 'care.acceptAnomaly' | 'care.reopenAnomaly' | 'care.declineAsk' | 'care.restoreAsk' | 'care.reward';

/** What the shop says about a customer's data (R185, X39), and its thanks for keeping it right (R188). `loyalty.reverse` takes those back. */
export const careMarks: Pick<HandlersOf<'care'>, Names> = {
  'care.acceptAnomaly': accept,
  'care.reopenAnomaly': reopen,
  'care.declineAsk': (context, { customerId, field }) => {
    requirePresentCustomer(context, customerId);
    const before = askedUntil(context.database, customerId);
    const until = addDays(context.today(), context.settings().careAskAgainDays);
    putAsk(context.database, customerId, field, until);
    context.changed(['care'], [customerId]);
    return { until, before };
  },
  'care.restoreAsk': (context, { customerId, field, until }) => {
    requirePresentCustomer(context, customerId);
    if (until === null) deleteAsk(context.database, customerId);
    else putAsk(context.database, customerId, field, until);
    context.changed(['care'], [customerId]);
    return {};
  },
  'care.reward': reward,
};
