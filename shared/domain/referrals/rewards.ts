import type { Cents } from '../../types/amounts.ts';
import type { CouponTypeId, VisitId } from '../../types/ids.ts';
import { addDays } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';

// What the shop gives for bringing somebody (R078, R093): to the one who brought and to the one who came, once that one has bought enough soon
// enough. It stands as long as the purchase stands.

/** What became of the share of whoever brought somebody: given, or nothing because their month was full or they are no customer any more. */
export const referrerStates = ['given', 'month_full', 'away'] as const;
export type ReferrerState = (typeof referrerStates)[number];

/** What one side gets: points, a coupon, both or nothing. */
export interface ReferralReward {
  readonly points: number;
  readonly couponTypeId: CouponTypeId | null;
}

export interface ReferralProgramme {
  readonly isOn: boolean;
  /** A purchase of at least so much, after discounts and without what came back. */
  readonly leastCents: number;
  /** Within so many days after they were named. */
  readonly withinDays: number;
  /** So many successes a month are rewarded to one who brings; 0 is no limit. */
  readonly mostPerMonth: number;
  readonly referrer: ReferralReward;
  readonly newcomer: ReferralReward;
}

type Settings = Readonly<{
  referralsPaid: boolean;
  referralLeastCents: number;
  referralWithinDays: number;
  referralMostPerMonth: number;
  referrerPoints: number;
  referrerCouponType: CouponTypeId | null;
  newcomerPoints: number;
  newcomerCouponType: CouponTypeId | null;
}>;

export const programmeOf = (settings: Settings): ReferralProgramme => ({
  isOn: settings.referralsPaid,
  leastCents: settings.referralLeastCents,
  withinDays: settings.referralWithinDays,
  mostPerMonth: settings.referralMostPerMonth,
  referrer: { points: settings.referrerPoints, couponTypeId: settings.referrerCouponType },
  newcomer: { points: settings.newcomerPoints, couponTypeId: settings.newcomerCouponType },
});

/** A purchase in the books that was not undone; `netCents` is what it came to without what came back. */
export interface ReferredPurchase {
  readonly visitId: VisitId;
  readonly on: LocalDate;
  readonly netCents: Cents;
}

/** Whether a purchase is enough. One that came back as a whole is none, whatever the least is. */
export const isEnough = (netCents: number, leastCents: number): boolean => netCents > 0 && netCents >= leastCents;

/**
 * The purchase by which somebody counts as brought, the earliest that is enough and soon enough; null where none is, and for those who had bought
 * before they were named: they were customers already. What was bought earlier on the very day is no earlier purchase.
 */
export const successOf = (
  purchases: readonly ReferredPurchase[],
  namedOn: LocalDate,
  { leastCents, withinDays }: Pick<ReferralProgramme, 'leastCents' | 'withinDays'>,
): ReferredPurchase | null => {
  if (purchases.some(({ on }) => on < namedOn)) return null;
  const last = addDays(namedOn, withinDays);
  const enough = purchases.filter(({ on, netCents }) => on <= last && isEnough(netCents, leastCents));
  return enough.reduce<ReferredPurchase | null>((first, one) => (first === null || one.on < first.on ? one : first), null);
};

/** Whether one who brings gets something for one more success in a month. */
export const isMonthOpen = (successes: number, { mostPerMonth }: Pick<ReferralProgramme, 'mostPerMonth'>): boolean =>
  mostPerMonth === 0 || successes < mostPerMonth;
