import type { OutputOf } from '../../../shared/contract.ts';
import { isForAll, isInScope } from '../../../shared/domain/coupons/terms.ts';
import { loyaltyScore } from '../../../shared/domain/loyalty/score.ts';
import type { LoyaltyFacts } from '../../../shared/domain/loyalty/score.ts';
import { windowStart } from '../../../shared/domain/segments/cutoffs.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { addDays } from '../../../shared/types/time.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { listCouponTypes } from '../../store/couponTypes.ts';
import { listHoldersOfType } from '../../store/couponGrants.ts';
import { spendSince } from '../../store/customerFacts.ts';
import { countBrought, findOpenIncident, findPurchaseDays, findUnsatisfied, listBoughtSince } from '../../store/loyaltyScore.ts';
import type { BaseContext, HandlersOf, StoreContext } from '../context.ts';
import { requireKnownCustomer } from '../references.ts';
import { offersFor } from '../rewards/desk.ts';

type Suggestion = OutputOf<'loyalty.suggestions'>['suggestions'][number];

/** Whatever was bought on fewer days is no habit. */
const HABIT_DAYS = 2;
const MOST_PRODUCTS = 20;
const MOST_COUPONS = 2;
/** So long something that went wrong is worth making good. */
const REMEMBERED_DAYS = 90;

/** The first day of the last twelve months, as the card counts them. */
const yearBefore = (context: BaseContext): LocalDate => windowStart(context.today(), 12);

const factsOf = (context: BaseContext, customerId: CustomerId): LoyaltyFacts => {
  const { database } = context;
  const year = spendSince(database, customerId, yearBefore(context));
  const { first: firstPurchaseOn, last: lastPurchaseOn } = findPurchaseDays(database, customerId);
  return {
    firstPurchaseOn,
    lastPurchaseOn,
    yearDays: year.purchaseDays,
    yearCents: year.spendCents,
    brought: countBrought(database, customerId),
  };
};

/** Coupons for what they buy by habit, of types they have none of to use; what is named for it before what is for everything. */
const couponsFor = (context: BaseContext, customerId: CustomerId): Suggestion[] => {
  const { database } = context;
  const today = context.today();
  const bought = listBoughtSince(database, customerId, yearBefore(context), MOST_PRODUCTS).filter(
    ({ days }) => days >= HABIT_DAYS,
  );
  return listCouponTypes(database)
    .filter(({ isArchived, occasion, terms }) => !isArchived && occasion === 'none' && !isForAll(terms.scope))
    .flatMap(({ id: typeId, name, terms }): Suggestion[] => {
      const habit = bought.find((product) => isInScope(terms.scope, product));
      if (habit === undefined || listHoldersOfType(database, typeId, [customerId], today).size > 0) return [];
      return [{ kind: 'coupon', typeId, name, bought: habit.name, days: habit.days }];
    })
    .slice(0, MOST_COUPONS);
};

const rewardFor = (context: StoreContext, customerId: CustomerId): Suggestion[] => {
  const { balance, offers } = offersFor(context, { customerId });
  const best = offers.find(({ obstacle }) => obstacle === null);
  return best === undefined ? [] : [{ kind: 'reward', rewardId: best.id, name: best.name, points: best.points, balance }];
};

const makeGood = ({ database, today }: BaseContext, customerId: CustomerId): Suggestion[] => {
  const incident = findOpenIncident(database, customerId);
  const visit = findUnsatisfied(database, customerId, addDays(today(), -REMEMBERED_DAYS));
  return [
    ...(incident === undefined ? [] : [{ kind: 'incident', ...incident } as const]),
    ...(visit === undefined ? [] : [{ kind: 'unsatisfied', ...visit } as const]),
  ];
};

/** How loyal somebody is and what that is made of (R089); what could be done for them, each with the facts that speak for it (R088). */
export const scoreHandlers: Pick<HandlersOf<'loyalty'>, 'loyalty.score' | 'loyalty.suggestions'> = {
  'loyalty.score': (context, { customerId }) => {
    requireKnownCustomer(context, customerId);
    const settings = context.settings();
    const facts = factsOf(context, customerId);
    const { score, parts } = loyaltyScore(facts, settings, context.today());
    return { score, isPriority: score > 0 && score >= settings.loyaltyScorePriority, parts: [...parts], facts };
  },
  'loyalty.suggestions': (context, { customerId }) => {
    requireKnownCustomer(context, customerId);
    return {
      suggestions: [...makeGood(context, customerId), ...couponsFor(context, customerId), ...rewardFor(context, customerId)],
    };
  },
};
