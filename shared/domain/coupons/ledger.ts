import { weekdayOf } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';
import type { CouponTerms } from './terms.ts';

/** How an entry came about. `return` gives a use back when all it was for came back; `reverse` takes any entry back. */
export const couponEntryKinds = ['issue', 'redeem', 'return', 'void', 'reverse'] as const;
export type CouponEntryKind = (typeof couponEntryKinds)[number];

/** An entry as far as the state follows from it; oldest first. */
export interface CouponEntry {
  readonly id: string;
  readonly kind: CouponEntryKind;
  /** Uses that come in, or below zero go out. */
  readonly uses: number;
  readonly reversesId: string | null;
}

export const couponStates = ['open', 'used', 'expired', 'void'] as const;
export type CouponState = (typeof couponStates)[number];

/** What is left of a coupon, and whether it was taken out of use. */
export interface CouponReplay {
  readonly left: number;
  readonly isVoid: boolean;
}

/** The balance of uses: the sum of the ledger. Void where its issue was taken back, or a void of it stands. */
export const replayCoupon = (entries: readonly CouponEntry[]): CouponReplay => {
  const reversed = new Set(entries.map(({ reversesId }) => reversesId));
  const stands = (kind: CouponEntryKind): boolean => entries.some((entry) => entry.kind === kind && !reversed.has(entry.id));
  return { left: entries.reduce((sum, { uses }) => sum + uses, 0), isVoid: stands('void') || !stands('issue') };
};

/** The state on a day: it follows from the ledger and the last day alone, so that a clock that goes back creates nothing. */
export const couponState = ({ left, isVoid }: CouponReplay, expiresOn: LocalDate | null, today: LocalDate): CouponState => {
  if (isVoid) return 'void';
  if (left <= 0) return 'used';
  return expiresOn !== null && expiresOn < today ? 'expired' : 'open';
};

/** Why a coupon cannot be used on a day, whatever is bought; null when it can. */
export type CouponObstacle = 'used' | 'expired' | 'void' | 'not_yet' | 'not_today';

export const couponObstacle = (
  coupon: CouponReplay & { readonly terms: CouponTerms; readonly fromOn: LocalDate | null; readonly expiresOn: LocalDate | null },
  on: LocalDate,
): CouponObstacle | null => {
  const state = couponState(coupon, coupon.expiresOn, on);
  if (state !== 'open') return state;
  if (coupon.fromOn !== null && coupon.fromOn > on) return 'not_yet';
  const { weekdays } = coupon.terms;
  return weekdays.length > 0 && !weekdays.includes(weekdayOf(on)) ? 'not_today' : null;
};
