import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engineInternal } from '../../electron/handlers/engine.ts';
import { tiersHandlers } from '../../electron/handlers/tiers.ts';
import { previewTier } from '../../electron/handlers/tiers/preview.ts';
import { auditProblems } from '../../electron/store/audit.ts';
import { countByFilter, filterBasis } from '../../electron/store/customerFilter.ts';
import { plainRun } from '../../electron/store/database.ts';
import { listTierNames } from '../../electron/store/tierNames.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import { customerFilterSchema } from '../../shared/contract/customerFilter.ts';
import type { CustomerId, TierId, VisitId } from '../../shared/types/ids.ts';
import { couponsAt } from '../helpers/coupons.ts';
import { failureOf, item, openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';
import { salesOf } from '../helpers/sales.ts';

let desk: Desk;
let customerId: CustomerId;
let silver: TierId;
let gold: TierId;
let couponTypeId: string;

const saveTier = (input: CallInput<'tiers.save'>) =>
  desk.command(() => tiersHandlers['tiers.save'](desk.context, contract.tiers.save.input.parse(input)));
const daily = (): void => {
  while (desk.command(() => engineInternal['engine.tidyUp'](desk.context, null)).isMore);
};
const buy = (amount: number, id = customerId) => desk.record({ customerId: id, lines: [item(amount)] });
const balance = (): number => desk.summary(customerId).points_balance;
const coupons = (): string[] =>
  couponsAt(desk)
    .ofCustomer(customerId)
    .map(({ state }) => state);
const returnAll = (visitId: VisitId) =>
  salesOf(desk).returnLines({
    visitId,
    lines: desk.findVisit({ visitId }).lines.map(({ id }) => ({ lineId: id, quantity: 1000 })),
    reason: '不合适',
  });

beforeEach(() => {
  desk = openDesk();
  desk.settings({ pointsPerHundred: 0 });
  customerId = desk.addCustomer();
  couponTypeId = couponsAt(desk).saveType({ name: '五元券', terms: { kind: 'amount', amountCents: 500 } }).typeId;
  silver = saveTier({ name: '银卡', threshold: 500_00, giftPoints: 50 }).tierId;
  gold = saveTier({ name: '金卡', threshold: 2000_00, giftPoints: 200, giftCouponTypeId: couponTypeId }).tierId;
  daily();
});
afterEach(() => {
  expect(auditProblems(desk.database)).toEqual([]);
  desk.close();
});

describe('what a step up brings (X63)', () => {
  it('comes with the visit that led to it, says why, and only once', () => {
    expect(buy(600_00).pointsBalance).toBe(50);
    buy(100_00);
    expect([balance(), desk.ledger(customerId).map(({ reason }) => reason)]).toEqual([50, ['升到银卡']]);
    expect(buy(1400_00).pointsBalance).toBe(250);
    expect(coupons()).toEqual(['open']);
  });

  it('goes back with the step, whichever visit is undone; and as far down as the purchases are gone', () => {
    const first = buy(1900_00);
    const second = buy(100_00);
    expect([balance(), coupons()]).toEqual([250, ['open']]);
    desk.undo({ visitId: first.visitId });
    expect([balance(), coupons()]).toEqual([0, ['void']]);
    expect(listTierNames(desk.database, [customerId]).size).toBe(0);
    desk.undo({ visitId: second.visitId });
    expect(balance()).toBe(0);
  });

  it('goes back with a return, and comes again when the return is undone', () => {
    const { visitId } = buy(2100_00);
    expect(balance()).toBe(200);
    const back = returnAll(visitId);
    expect([balance(), coupons()]).toEqual([0, ['void']]);
    desk.undo({ visitId: back.visitId });
    expect([balance(), coupons().toSorted()]).toEqual([200, ['open', 'void']]);
    desk.undo({ visitId });
    expect([balance(), coupons()]).toEqual([0, ['void', 'void']]);
  });

  it('does not come with the first calculation, nor with a visit that a step was due without', () => {
    buy(400_00);
    saveTier({ tierId: silver, name: '银卡', threshold: 300_00, giftPoints: 50 });
    // The run over everybody has not come to them yet.
    expect(buy(1_00).pointsBalance).toBe(0);
    daily();
    expect([balance(), listTierNames(desk.database, [customerId]).get(customerId)]).toEqual([0, '银卡']);
    const other = desk.addCustomer();
    buy(250_00, other);
    saveTier({ tierId: silver, name: '银卡', threshold: 200_00, giftPoints: 50 });
    daily();
    expect(desk.summary(other).points_balance).toBe(0);
  });

  it('keeps a type of coupon that a tier brings, and brings none that was put away', () => {
    expect(failureOf(() => couponsAt(desk).removeType({ typeId: couponTypeId })).details).toMatchObject({
      reason: 'coupon_type_in_use',
    });
    couponsAt(desk).archiveType({ typeId: couponTypeId, isArchived: true });
    buy(2000_00);
    expect([balance(), coupons()]).toEqual([200, []]);
  });

  it('is nothing once every visit is undone, in whichever order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 100_00, max: 1500_00 }), { minLength: 1, maxLength: 6 }),
        fc.integer(),
        (amounts, order) => {
          const id = desk.addCustomer();
          const visits = amounts.map((amount) => buy(amount, id).visitId);
          const total = amounts.reduce((sum, amount) => sum + amount, 0);
          const held = listTierNames(desk.database, [id]).get(id);
          expect(held).toBe(total >= 2000_00 ? '金卡' : total >= 500_00 ? '银卡' : undefined);
          const rest = [...visits];
          for (let turn = Math.abs(order); rest.length > 0; turn = Math.floor(turn / 3) + 1)
            desk.undo({ visitId: rest.splice(turn % rest.length, 1)[0] ?? '' });
          expect([desk.summary(id).points_balance, listTierNames(desk.database, [id]).size]).toEqual([0, 0]);
          expect(
            couponsAt(desk)
              .ofCustomer(id)
              .filter(({ state }) => state === 'open'),
          ).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });
});

it('counts how many people a threshold would move, as saving it then moves them', () => {
  buy(700_00);
  const others = [100_00, 300_00, 900_00].map((amount) => {
    const id = desk.addCustomer();
    buy(amount, id);
    return id;
  });
  const preview = (input: CallInput<'tiers.preview'>) => previewTier(desk.context, contract.tiers.preview.input.parse(input));
  expect(preview({ tierId: silver, threshold: 250_00 })).toEqual({ rise: 1, fall: 0 });
  expect(preview({ tierId: silver, threshold: 800_00 })).toEqual({ rise: 0, fall: 1 });
  expect(preview({ tierId: gold, threshold: 700_00 })).toEqual({ rise: 2, fall: 0 });
  expect(preview({ threshold: 50_00, place: 1 })).toEqual({ rise: 2, fall: 0 });
  saveTier({ tierId: gold, name: '金卡', threshold: 700_00 });
  daily();
  expect([...listTierNames(desk.database, [customerId, ...others]).values()]).toEqual(['金卡', '金卡']);
});

it('finds customers by their tiers, those without one too', () => {
  buy(700_00);
  const other = desk.addCustomer();
  const count = (tiers: string[]) =>
    countByFilter(desk.database, customerFilterSchema.parse({ tiers }), filterBasis(desk.context));
  expect([count([silver]), count([gold]), count(['none']), count([silver, 'none'])]).toEqual([1, 0, 1, 2]);
  buy(2000_00, other);
  expect([count([gold]), count(['none'])]).toEqual([1, 0]);
});

it('a tier that does not follow from its steps is found by the audit of the books', () => {
  buy(700_00);
  plainRun(desk.database, 'UPDATE customer_tiers SET tier_id = @gold', { gold });
  expect(auditProblems(desk.database)).toEqual(['tiers: 1 customers whose tier does not follow from its steps, for example T1']);
  plainRun(desk.database, 'UPDATE customer_tiers SET tier_id = @silver', { silver });
});
