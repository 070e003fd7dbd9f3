import type { OutputOf } from '../../../shared/contract.ts';
import { replayStoredValue } from '../../../shared/domain/storedValue/replay.ts';
import { storedValueSums } from '../../../shared/domain/storedValue/sums.ts';
import { sumCents } from '../../../shared/types/amounts.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { listWaitingGiftParts } from '../../store/giftParts.ts';
import { listStoredValueInOrder } from '../../store/storedValue.ts';
import type { StoreContext } from '../context.ts';

/** So many lots are told one by one, the oldest first. */
const LOTS_TOLD = 50;

/** Why a customer has stored what they have: what it came from, and what is left of what came in when. */
export const storedAccountOf = (
  { database }: Pick<StoreContext, 'database'>,
  customerId: CustomerId,
): OutputOf<'storedValue.account'> => {
  const entries = listStoredValueInOrder(database, customerId);
  const { balance, lots } = replayStoredValue(entries);
  const later = listWaitingGiftParts(database, customerId);
  return {
    balance,
    sums: storedValueSums(entries),
    lots: lots.slice(0, LOTS_TOLD),
    moreLots: Math.max(0, lots.length - LOTS_TOLD),
    later: later.slice(0, LOTS_TOLD).map(({ dueOn, cents: part }) => ({ dueOn, cents: part })),
    laterCents: sumCents(later.map((part) => part.cents)),
  };
};
