import { growthOf, growthToTakeBack } from '../../../shared/domain/loyalty/growth.ts';
import type { GrowthRates } from '../../../shared/domain/loyalty/growth.ts';
import { cents, sumCents } from '../../../shared/types/amounts.ts';
import { growthEntryId } from '../../../shared/types/ids.ts';
import type { VisitId } from '../../../shared/types/ids.ts';
import { appendGrowthEntry, growthOfDay, growthTakenBackOf, listStandingGrowth } from '../../store/growth.ts';
import type { GrowthEntry } from '../../store/growth.ts';
import { returnedOfVisit } from '../../store/visitReturns.ts';
import { findVisitById } from '../../store/visits.ts';
import type { BaseContext, StoreContext } from '../context.ts';
import type { VisitPart } from '../visits/part.ts';

/** What the shop gives growth for; null where tiers are climbed by something else. */
const ratesOf = (context: BaseContext): GrowthRates | null => {
  const { tierBasis, growthPerHundred, growthPerVisit, growthPerDay, growthDayCap } = context.settings();
  return tierBasis === 'growth'
    ? { perHundred: growthPerHundred, perVisit: growthPerVisit, perDay: growthPerDay, dayCap: growthDayCap }
    : null;
};

type Wanted = Pick<GrowthEntry, 'customerId' | 'businessDate' | 'kind' | 'growth' | 'visitId'> &
  Partial<Pick<GrowthEntry, 'isFirstOfDay' | 'reversesId' | 'concernsId'>>;

const append = (context: StoreContext, wanted: Wanted): void => {
  appendGrowthEntry(context.database, {
    isFirstOfDay: 0,
    reversesId: null,
    concernsId: null,
    ...wanted,
    id: growthEntryId(context.newId()),
    at: context.now(),
    staffId: context.actor.staffId,
  });
};

/** What visits earn in growth, and what goes back of it (X63). */
export const growth: VisitPart = {
  apply: (context, { customerId, visitId, businessDate, lines, notEarningCents, returnsVisitId }) => {
    const rates = ratesOf(context);
    if (rates === null || lines.length === 0) return;
    const day = growthOfDay(context.database, { customerId, on: businessDate });
    const isSale = returnsVisitId === null;
    const isFirstOfDay = isSale && !day.hasFirst;
    const earningCents = cents(sumCents(lines.map(({ amountCents }) => amountCents)) - notEarningCents);
    const earned = growthOf(
      { ...rates, perVisit: isSale ? rates.perVisit : 0 },
      { earningCents, isFirstOfDay, earnedThatDay: day.growth },
    );
    if (earned > 0)
      append(context, { customerId, visitId, businessDate, kind: 'earn', growth: earned, isFirstOfDay: isFirstOfDay ? 1 : 0 });
  },
  takeBack: (context, { visitId }) => {
    for (const { id: reversesId, customerId, businessDate, growth: moved } of listStandingGrowth(context.database, visitId))
      append(context, { customerId, visitId, businessDate, kind: 'reverse', growth: 0 - moved, reversesId });
  },
  returned: (context, { saleId, visitId }) => takeGrowthBack(context, saleId, visitId),
};

const takeGrowthBack = (context: StoreContext, saleId: VisitId, visitId: VisitId): void => {
  const { database } = context;
  const sale = findVisitById(database, saleId);
  const returnedCents = sumCents([...returnedOfVisit(database, saleId).values()].map(({ amountCents }) => amountCents));
  for (const earned of listStandingGrowth(database, saleId)) {
    if (sale === undefined || earned.kind !== 'earn') continue;
    const takenBack = growthTakenBackOf(database, earned.id);
    const back = growthToTakeBack(earned.growth, takenBack, { totalCents: sale.total_cents, returnedCents });
    const { customerId, businessDate, id: concernsId } = earned;
    if (back > 0) append(context, { customerId, visitId, businessDate, kind: 'return', growth: 0 - back, concernsId });
  }
};
