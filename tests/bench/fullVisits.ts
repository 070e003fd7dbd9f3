import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import type { openBenchGate } from './gate.ts';

type Gate = Awaited<ReturnType<typeof openBenchGate>>;

/** Whatever a shop can give its customers beside points, each with its kind. */
const defineKinds = async ({ call }: Gate) => {
  const everything = { productIds: [], categories: [] };
  const { cardTypeId } = contract.countCards.saveType.output.parse(
    await call('countCards.saveType', {
      name: '护理 10 次卡',
      uses: 10,
      priceCents: 800_00,
      validity: { count: 12, unit: 'months', from: 'issue' },
      scope: everything,
      productId: null,
      gapDays: null,
      freezeDays: 30,
    }),
  );
  const { typeId: couponTypeId } = contract.coupons.saveType.output.parse(
    await call('coupons.saveType', { name: '十元券', terms: { kind: 'amount', amountCents: 10_00 } }),
  );
  const { planId } = contract.memberships.savePlan.output.parse(
    await call('memberships.savePlan', {
      name: '金卡年费',
      priceCents: 365_00,
      months: 12,
      tierId: null,
      every: 'month',
      everyDays: null,
      couponTypeId,
      coupons: 2,
      points: 100,
    }),
  );
  return { cardTypeId, couponTypeId, planId };
};

/**
 * Gives each customer a purse, points, a coupon, a count card, a paid membership and somebody who shares a purse with them; answers the visit of each
 * that uses all of it at once, every second one out of the purse that is shared.
 */
export const fullVisits = async (
  gate: Gate,
  customers: readonly CustomerId[],
): Promise<readonly CallInput<'visits.record'>[]> => {
  const { call } = gate;
  await call('settings.update', { changes: { sharedVisitEarner: 'owner' } });
  const { cardTypeId, couponTypeId, planId } = await defineKinds(gate);
  const visits: CallInput<'visits.record'>[] = [];
  for (const [index, customerId] of customers.entries()) {
    const ownerId = customers[index === 0 ? customers.length - 1 : index - 1] ?? customerId;
    await call('storedValue.topUp', { customerId, principalCents: 500_00, giftCents: 50_00, method: 'cash' });
    await call('loyalty.adjust', { customerId, points: 5000, reason: '开业' });
    await call('memberships.sell', { customerId, planId, paidCents: 365_00, method: 'cash' });
    await call('sharers.save', { customerId: ownerId, otherId: customerId, maySpendStored: true, mayUseCards: true });
    const { number } = contract.coupons.issue.output.parse(
      await call('coupons.issue', { customerId, typeId: couponTypeId, reason: '开业' }),
    );
    const { cardId } = contract.countCards.issue.output.parse(
      await call('countCards.issue', { customerId, cardTypeId, reason: '旧卡换新' }),
    );
    visits.push({
      customerId,
      lines: [
        { name: '洗剪吹', quantity: 1000, unitPriceCents: 58_00, unitCostCents: 9_00 },
        { name: '水疗护发', quantity: 1000, unitPriceCents: 128_00, cardId },
        { name: '染发', quantity: 1000, unitPriceCents: 200_00 },
      ],
      coupons: [number],
      payments: [
        { method: 'stored', cents: 50_00 },
        { method: 'points', cents: 5_00 },
      ],
      storedFromId: index % 2 === 0 ? ownerId : null,
    });
  }
  return visits;
};
