import type { HeldTier, TierEventKind } from '../../../shared/domain/loyalty/tiers.ts';
import { tierEventId } from '../../../shared/types/ids.ts';
import type { CustomerId, TierEventId, TierId } from '../../../shared/types/ids.ts';
import { rightAfter } from '../../../shared/types/time.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { appendTierEvent, listTierEvents } from '../../store/customerTiers.ts';
import type { StoreContext } from '../context.ts';

interface Step {
  readonly kind: TierEventKind;
  readonly tierId: TierId | null;
  readonly from: HeldTier | null;
  readonly untilOn: LocalDate | null;
  readonly on: LocalDate;
  readonly qualifying: number | null;
  readonly isFixed?: boolean;
  readonly reason?: string;
}

/** Appends a step of a customer's tier, right after the last one also with a clock that went back, because their order is what the tier follows from. */
export const takeStep = (context: StoreContext, customerId: CustomerId, step: Step): TierEventId => {
  const lastAt = listTierEvents(context.database, customerId).at(-1)?.at ?? null;
  const id = tierEventId(context.newId());
  appendTierEvent(context.database, {
    id,
    customerId,
    at: rightAfter(lastAt, context.now()),
    businessDate: step.on,
    kind: step.kind,
    tierId: step.tierId,
    fromTierId: step.from?.tierId ?? null,
    untilOn: step.untilOn,
    isFixed: step.isFixed === true ? 1 : 0,
    qualifying: step.qualifying,
    reason: step.reason ?? null,
    staffId: context.actor.staffId,
  });
  return id;
};
