import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { readReferralCode, referralCodeOf } from '../../../shared/domain/referrals/codes.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { findOwnerOfReferralCode, findReferralCode, insertReferralCode } from '../../store/referralCodes.ts';
import type { BaseContext, StoreContext } from '../context.ts';
import { requirePresentCustomer } from '../references.ts';

/** More tries than any shop needs: of millions of codes it has given a few. */
const MOST_TRIES = 200;

const freshCode = (context: StoreContext): string => {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const code = referralCodeOf(context.newId());
    if (code !== null && findOwnerOfReferralCode(context.database, code) === null) return code;
  }
  throw new Error('no referral code is free');
};

/** The code somebody passes on, made when it is first wanted; the same one ever after (R096). */
export const makeCode = (
  context: StoreContext,
  { customerId }: HandlerInput<'referrals.makeCode'>,
): OutputOf<'referrals.makeCode'> => {
  const { database } = context;
  requirePresentCustomer(context, customerId);
  const known = findReferralCode(database, customerId);
  if (known !== null) return { code: known };
  const code = freshCode(context);
  insertReferralCode(database, { code, customerId, at: context.now(), staffId: context.actor.staffId });
  context.changed(['referrals'], [customerId]);
  return { code };
};

/** Whose code was typed; null where it is none, has a slip in it, or is nobody's. */
export const ownerOfTypedCode = ({ database }: BaseContext, typed: string): { customerId: CustomerId; code: string } | null => {
  const code = readReferralCode(typed);
  const customerId = code === null ? null : findOwnerOfReferralCode(database, code);
  return code === null || customerId === null ? null : { customerId, code };
};
