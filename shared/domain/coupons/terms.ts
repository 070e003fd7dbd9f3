import type { Cents } from '../../types/amounts.ts';
import type { ProductId } from '../../types/ids.ts';
import { addDays } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';

/**
 * What a coupon gives (R084): 代金 an amount off, 老客折扣 a share off, 买一送一 the cheapest free when enough is bought, 新品试饮 one free,
 * 免单 everything free, 搭配小件 a small thing cheaper beside a main one.
 */
export const couponKinds = ['amount', 'percent', 'buy_get', 'tasting', 'free_order', 'accessory'] as const;
export type CouponKind = (typeof couponKinds)[number];

/** So many coupons can be used at one visit. */
export const MOST_COUPONS = 10;

/** By itself with the birthday (R083), or with every purchase for the next one (X64). */
export const couponOccasions = ['none', 'birthday', 'next_visit'] as const;
export type CouponOccasion = (typeof couponOccasions)[number];

/** Which products it is for: those named and those of the categories; both empty is everything. */
export interface CouponScope {
  readonly productIds: readonly ProductId[];
  readonly categories: readonly string[];
}

/** On what terms something is taken off. A coupon keeps those of the day it was issued. */
export interface CouponTerms {
  readonly kind: CouponKind;
  /** `amount` only. */
  readonly amountCents: Cents | null;
  /** Share that is taken off, in basis points: `percent` and `accessory`. */
  readonly basisPoints: number | null;
  /** The most that is taken off, of whatever kind; null has no limit. */
  readonly capCents: Cents | null;
  /** `buy_get`: so many are paid for one free. */
  readonly buys: number;
  /** What the things it is for must come to, all other discounts taken off. */
  readonly leastCents: Cents;
  readonly scope: CouponScope;
  /** `accessory`: what must be bought with it. */
  readonly main: CouponScope;
  /** 1 is Monday; empty is every day. */
  readonly weekdays: readonly number[];
  readonly uses: number;
  /** Days it counts after the day of issue; the last day it counts at all. */
  readonly validDays: number | null;
  readonly validUntil: LocalDate | null;
  readonly goesWithCoupons: boolean;
  readonly goesWithDiscounts: boolean;
  /** What is printed and said beside. */
  readonly text: string;
}

/** Whether nothing is named, so that it is for everything. */
export const isForAll = ({ productIds, categories }: CouponScope): boolean => productIds.length + categories.length === 0;

/** Whether a product is among what is named; free text is of nothing that is named. */
export const isInScope = (
  scope: CouponScope,
  product: { readonly id: ProductId; readonly category: string | null } | null,
): boolean =>
  isForAll(scope) ||
  (product !== null &&
    (scope.productIds.includes(product.id) || (product.category !== null && scope.categories.includes(product.category))));

/** The field of terms that does not fit their kind, and why; null when all do. */
export const termsFault = (terms: CouponTerms): { readonly path: string; readonly message: string } | null => {
  if (terms.kind === 'amount' && (terms.amountCents ?? 0) <= 0) return { path: 'amountCents', message: 'required' };
  if ((terms.kind === 'percent' || terms.kind === 'accessory') && terms.basisPoints === null)
    return { path: 'basisPoints', message: 'required' };
  if ((terms.kind === 'tasting' || terms.kind === 'accessory') && isForAll(terms.scope))
    return { path: 'scope', message: 'coupon_scope_needed' };
  if (terms.kind === 'accessory' && isForAll(terms.main)) return { path: 'main', message: 'coupon_main_needed' };
  return null;
};

/** The last day on which a coupon issued on a day counts: whichever of its two limits comes first; null when it never lapses. */
export const lastDayOfCoupon = (
  { validDays, validUntil }: Pick<CouponTerms, 'validDays' | 'validUntil'>,
  issuedOn: LocalDate,
): LocalDate | null => {
  const counted = validDays === null ? null : addDays(issuedOn, validDays);
  if (counted === null || validUntil === null) return counted ?? validUntil;
  return counted < validUntil ? counted : validUntil;
};
