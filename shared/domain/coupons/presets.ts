import { cents } from '../../types/amounts.ts';
import { couponTypeId } from '../../types/ids.ts';
import type { CouponTypeId } from '../../types/ids.ts';
import type { Words } from '../things/types.ts';
import type { CouponOccasion, CouponTerms } from './terms.ts';

/** A kind of coupon that a shop issues, with the terms that the next one gets. */
export interface CouponTypeWords {
  readonly id: CouponTypeId;
  readonly name: string;
  readonly occasion: CouponOccasion;
  readonly terms: CouponTerms;
}

/** Once, on any day, for everything, for 30 days, alone. */
export const plainTerms: CouponTerms = {
  kind: 'amount',
  amountCents: null,
  basisPoints: null,
  capCents: null,
  buys: 1,
  leastCents: cents(0),
  scope: { productIds: [], categories: [] },
  main: { productIds: [], categories: [] },
  weekdays: [],
  uses: 1,
  validDays: 30,
  validUntil: null,
  goesWithCoupons: false,
  goesWithDiscounts: true,
  text: '',
};

const preset = (
  number: number,
  chinese: string,
  english: string,
  terms: Partial<CouponTerms>,
  occasion: CouponOccasion = 'none',
) => ({
  id: couponTypeId(`00000000-0000-7000-8450-${String(number).padStart(12, '0')}`),
  name: { 'zh-CN': chinese, en: english } satisfies Words,
  occasion,
  terms: { ...plainTerms, ...terms },
});

// Those of R084 that name no product of the shop; tasting and accessory coupons are made for the shop's own things.
const presets = [
  preset(1, '小额无门槛券', 'A little off, no minimum', { kind: 'amount', amountCents: cents(500) }),
  preset(2, '满减券', 'Amount off from a minimum', { kind: 'amount', amountCents: cents(2000), leastCents: cents(10_000) }),
  preset(3, '老客专属折扣券', 'Returning customer, 20 % off', { kind: 'percent', basisPoints: 2000, capCents: cents(5000) }),
  preset(4, '买一送一券', 'Buy one, get one', { kind: 'buy_get', validDays: 60 }),
  preset(5, '免单券', 'Whole bill free', { kind: 'free_order', capCents: cents(10_000), goesWithDiscounts: false }),
];

/** The types of coupon that every shop is offered, in the language of the shop. Whichever is changed or issued becomes the shop's own. */
export const presetCouponTypes = (language: keyof Words): CouponTypeWords[] =>
  presets.map(({ name, ...rest }) => ({ ...rest, name: name[language] }));
