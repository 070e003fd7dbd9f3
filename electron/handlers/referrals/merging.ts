import { wouldLoop } from '../../../shared/domain/referrals/chain.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { updateCustomer } from '../../store/customers.ts';
import { recordEdits } from '../../store/mergeMoves.ts';
import type { Merge } from '../../store/mergeMoves.ts';
import { findReferrerOf } from '../../store/referrals.ts';
import type { StoreContext } from '../context.ts';

/** Takes the referrer off somebody who would have brought themselves, over however many others. */
export const endReferralLoop = (context: StoreContext, customerId: CustomerId): void => {
  const { database } = context;
  const referrerId = findReferrerOf(database, customerId);
  if (referrerId !== null && wouldLoop(customerId, referrerId, (id) => findReferrerOf(database, id)))
    updateCustomer(database, customerId, { referrerId: null }, context.now());
};

/** After a merge: who brought whom may have come round to the survivor. Written down, so that the merge can be undone. */
export const breakReferralLoop = (context: StoreContext, merge: Merge, customerId: CustomerId): void => {
  recordEdits(context.database, merge, () => endReferralLoop(context, customerId));
};
