import type { RefusedCard } from '../../../shared/contract/memberCards.ts';
import { memberCardStanding } from '../../../shared/domain/wallet/memberCards.ts';
import { findCustomerById } from '../../store/customers.ts';
import { listEventsOfNumber } from '../../store/memberCards.ts';
import type { BaseContext } from '../context.ts';

/**
 * Whether a number opens nobody's card any more, as it was typed or scanned: why, since when, and whose it was, to be settled there (X52).
 * Null for a card in use, and for a number nothing was ever done to.
 */
export const refusedCard = ({ database }: BaseContext, cardNo: string): RefusedCard | null => {
  const events = listEventsOfNumber(database, cardNo);
  const { state, since } = memberCardStanding(cardNo, events);
  const owner = events.at(-1)?.customerId;
  if (state === 'active' || owner === undefined) return null;
  const row = findCustomerById(database, owner);
  return { state, since, customerId: row?.merged_into_id ?? owner };
};
