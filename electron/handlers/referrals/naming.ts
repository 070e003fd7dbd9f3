import { wouldLoop } from '../../../shared/domain/referrals/chain.ts';
import { referralEventId } from '../../../shared/types/ids.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { rightAfter } from '../../../shared/types/time.ts';
import { customerState } from '../../store/references.ts';
import { survivorOf } from '../../store/merges.ts';
import { appendReferralEvent, findReferrerOf, listReferralEvents } from '../../store/referrals.ts';
import type { StoreContext } from '../context.ts';
import { refuseField } from '../refuseField.ts';

// Naming who brought a customer (R091): one at a time, nobody themselves, and never in a circle.

/** Of a customer's fields: whoever was merged away leads to who they are now. */
export const followReferrer = <Fields extends { readonly referrerId?: CustomerId | null | undefined }>(
  { database }: StoreContext,
  fields: Fields,
): Fields => {
  const { referrerId } = fields;
  if (referrerId == null || customerState(database, referrerId) === 'unknown') return fields;
  return { ...fields, referrerId: survivorOf(database, referrerId) };
};

/** Throws bad_input: refers_to_self, unknown_customer, referral_loop. `customerId` null is somebody new, whom nobody can name yet. */
export const requireReferrer = (
  { database }: StoreContext,
  customerId: CustomerId | null,
  referrerId: CustomerId | null | undefined,
  path: string,
): void => {
  if (referrerId == null) return;
  if (referrerId === customerId) refuseField(path, 'refers_to_self');
  if (customerState(database, referrerId) === 'unknown') refuseField(path, 'unknown_customer');
  if (customerId !== null && wouldLoop(customerId, referrerId, (id) => findReferrerOf(database, id)))
    refuseField(path, 'referral_loop');
};

/** Writes down that another one, or nobody any more, is said to have brought a customer. */
export const noteReferrer = (
  context: StoreContext,
  customerId: CustomerId,
  before: CustomerId | null,
  after: CustomerId | null,
): void => {
  const append = (referrerId: CustomerId, kind: 'named' | 'dropped'): void => {
    const lastAt = listReferralEvents(context.database, customerId).at(-1)?.at ?? null;
    appendReferralEvent(context.database, {
      id: referralEventId(context.newId()),
      customerId,
      referrerId,
      // With a clock that went back, right after the last one: what counts follows from their order.
      at: rightAfter(lastAt, context.now()),
      businessDate: context.today(),
      kind,
      staffId: context.actor.staffId,
    });
  };
  if (before === after) return;
  if (before !== null) append(before, 'dropped');
  if (after !== null) append(after, 'named');
  // Everybody above them shows it.
  context.changed(['referrals'], null);
};
