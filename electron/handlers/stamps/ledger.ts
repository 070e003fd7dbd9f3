import { replayStamps, settleStep } from '../../../shared/domain/loyalty/stamps.ts';
import type { StampCard } from '../../../shared/domain/loyalty/stamps.ts';
import { stampEntryId } from '../../../shared/types/ids.ts';
import type { CustomerId, StampEntryId, VisitId } from '../../../shared/types/ids.ts';
import { rightAfter } from '../../../shared/types/time.ts';
import { appendStampEntry, listStampEntries } from '../../store/stamps.ts';
import type { NewStampEntry, StoredStampEntry } from '../../store/stamps.ts';
import type { StoreContext } from '../context.ts';
import { isCouponUsed } from '../coupons/visit.ts';
import { giveValue, takeValueBack } from '../loyalty/giveValue.ts';

// The ledger of stamps (X61), and what follows from it: a full card brings its reward, one that is not full any more gives it back.

type Wanted = Pick<NewStampEntry, 'customerId' | 'cardId' | 'kind' | 'stamps'> &
  Partial<Omit<NewStampEntry, 'id' | 'at' | 'staffId'>>;

/** Appends one row, now; with a clock that went back, right after the last one: which reward is the latest follows from the order. */
export const appendStamps = (context: StoreContext, wanted: Wanted): StampEntryId => {
  const lastAt = listStampEntries(context.database, wanted.customerId).at(-1)?.at ?? null;
  const id = stampEntryId(context.newId());
  appendStampEntry(context.database, {
    businessDate: context.today(),
    reason: null,
    visitId: null,
    counted: null,
    reversesId: null,
    concernsId: null,
    pointsEntryId: null,
    couponId: null,
    ...wanted,
    id,
    at: rightAfter(lastAt, context.now()),
    staffId: context.actor.staffId,
  });
  return id;
};

/** What somebody has on a card, and the rewards that stand, the latest first. */
export const standingOf = (entries: readonly StoredStampEntry[], { id }: Pick<StampCard, 'id'>) =>
  replayStamps<StampEntryId, StoredStampEntry>(entries.filter(({ cardId }) => cardId === id));

/** Takes a row back. */
export const reverseStamps = (context: StoreContext, entry: StoredStampEntry, visitId: VisitId | null): void => {
  const { id: reversesId, customerId, cardId, businessDate, stamps } = entry;
  appendStamps(context, { customerId, cardId, businessDate, kind: 'reverse', stamps: 0 - stamps, reversesId, visitId });
};

const reward = (context: StoreContext, customerId: CustomerId, card: StampCard, visitId: VisitId | null): boolean => {
  const { points, couponTypeId, name } = card;
  const { entryId, couponId } = giveValue(context, { customerId, points, couponTypeId, reason: name });
  // A coupon that was put away brings nothing: the card waits, full.
  if (entryId === null && couponId === null) return false;
  const brought = { pointsEntryId: entryId, couponId };
  appendStamps(context, { customerId, cardId: card.id, kind: 'reward', stamps: 0 - card.needed, visitId, ...brought });
  return true;
};

/** Gives what full cards bring, and takes back what a card that owes stamps had brought, as far as it was not used. Returns how many were given. */
export const settleStamps = (
  context: StoreContext,
  customerId: CustomerId,
  card: StampCard,
  visitId: VisitId | null = null,
): number => {
  for (let given = 0; ; given += 1) {
    const { stamps, rewards } = standingOf(listStampEntries(context.database, customerId), card);
    const step = settleStep(stamps, card.needed, rewards, ({ couponId }) => couponId !== null && isCouponUsed(context, couponId));
    if (step === null) return given;
    if ('takeBack' in step) {
      const { pointsEntryId: entryId, couponId } = step.takeBack;
      takeValueBack(context, { entryId, couponId });
      if (couponId !== null) context.changed(['coupons'], [customerId]);
      reverseStamps(context, step.takeBack, visitId);
      given -= 1;
    } else if (!reward(context, customerId, card, visitId)) return given;
  }
};
