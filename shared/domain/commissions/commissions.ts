import { cents, priceTimesQuantity } from '../../types/amounts.ts';
import type { Cents, Quantity } from '../../types/amounts.ts';
import type { CommissionRuleId, ProductId, StaffId } from '../../types/ids.ts';
import type { LocalDate } from '../../types/time.ts';
import { WHOLE_IN_BASIS_POINTS } from '../visits/pricing.ts';

// What staff get for what they sold and did (提成, X69): a sheet to reckon with, not a payroll.

/** Goods sold, services done 手工费, stored value topped up, uses of cards 耗卡. */
export const commissionKinds = ['sale', 'service', 'top_up', 'card_use'] as const;
export type CommissionKind = (typeof commissionKinds)[number];

/** A share of the amount in basis points, or so much for each piece, top-up or use. */
export type CommissionRate =
  { readonly kind: 'percent'; readonly basisPoints: number } | { readonly kind: 'each'; readonly cents: Cents };

/** What a rule is about. Both null is everything of its kind; a top-up is about nothing in particular. */
export interface CommissionScope {
  readonly kind: CommissionKind;
  readonly productId: ProductId | null;
  readonly category: string | null;
  /** First and last day; null is open. */
  readonly fromOn: LocalDate | null;
  readonly untilOn: LocalDate | null;
}

export interface CommissionRule extends CommissionScope {
  readonly id: CommissionRuleId;
  readonly name: string;
  readonly rate: CommissionRate;
}

/** Something that was sold or done; below zero where it came back. */
export interface CommissionEntry {
  readonly kind: CommissionKind;
  readonly on: LocalDate;
  readonly productId: ProductId | null;
  readonly category: string | null;
  readonly quantity: Quantity;
  /** What was paid for it: of a use of a card its part of the card's price. */
  readonly baseCents: Cents;
  /** Who did it, the leading one first; empty is nobody. */
  readonly staffIds: readonly StaffId[];
}

/** Whether two rules would both be meant by something, neither more exactly than the other. */
export const isSameCommission = (one: CommissionScope, other: CommissionScope): boolean =>
  one.kind === other.kind &&
  one.productId === other.productId &&
  one.category === other.category &&
  (one.fromOn === null || other.untilOn === null || one.fromOn <= other.untilOn) &&
  (other.fromOn === null || one.untilOn === null || other.fromOn <= one.untilOn);

const isAbout = (rule: CommissionScope, entry: CommissionEntry): boolean =>
  rule.kind === entry.kind &&
  (rule.productId === null || rule.productId === entry.productId) &&
  (rule.category === null || rule.category === entry.category) &&
  (rule.fromOn === null || rule.fromOn <= entry.on) &&
  (rule.untilOn === null || entry.on <= rule.untilOn);

const exactness = ({ productId, category }: CommissionScope): number => (productId !== null ? 2 : category !== null ? 1 : 0);

/** The rule that counts for something: of its product before its category before everything; null where the shop has none. */
export const commissionRuleFor = (rules: readonly CommissionRule[], entry: CommissionEntry): CommissionRule | null =>
  rules.filter((rule) => isAbout(rule, entry)).toSorted((one, other) => exactness(other) - exactness(one))[0] ?? null;

/** Half a cent counts as one, away from nothing, so that what comes back takes as much as it had brought. */
const shareOf = (amount: Cents, basisPoints: number): Cents => {
  const product = BigInt(amount) * BigInt(basisPoints);
  const half = BigInt(WHOLE_IN_BASIS_POINTS / 2) * (product < 0n ? -1n : 1n);
  return cents(Number((product + half) / BigInt(WHOLE_IN_BASIS_POINTS)));
};

/** What a rate makes of something. */
export const commissionOf = (
  rate: CommissionRate,
  { baseCents, quantity }: Pick<CommissionEntry, 'baseCents' | 'quantity'>,
): Cents => (rate.kind === 'percent' ? shareOf(baseCents, rate.basisPoints) : priceTimesQuantity(rate.cents, quantity));

/** Parts an amount among so many equally; what does not divide goes to the first. */
export const inEqualShares = (amount: Cents, many: number): Cents[] => {
  const part = Math.trunc(amount / many);
  return Array.from({ length: many }, (_, place) => cents(place === 0 ? amount - part * (many - 1) : part));
};

/** What one person has of something: their part of what was paid, and of the commission. */
export interface CommissionShare {
  readonly staffId: StaffId | null;
  readonly baseCents: Cents;
  readonly commissionCents: Cents;
}

/** Each person's part of something, equally among those who did it. */
export const commissionShares = (rules: readonly CommissionRule[], entry: CommissionEntry): CommissionShare[] => {
  const rule = commissionRuleFor(rules, entry);
  const commission = rule === null ? cents(0) : commissionOf(rule.rate, entry);
  const who = entry.staffIds.length === 0 ? [null] : entry.staffIds;
  const bases = inEqualShares(entry.baseCents, who.length);
  const commissions = inEqualShares(commission, who.length);
  return who.map((staffId, place) => ({
    staffId,
    baseCents: bases[place] ?? cents(0),
    commissionCents: commissions[place] ?? cents(0),
  }));
};

export type CommissionSums = Readonly<
  Record<CommissionKind, { readonly count: number; readonly baseCents: Cents; readonly commissionCents: Cents }>
>;

/** What each person comes to, by kind; null is what nobody is named for. */
export const commissionSheet = (
  rules: readonly CommissionRule[],
  entries: Iterable<CommissionEntry>,
): ReadonlyMap<StaffId | null, CommissionSums> => {
  const sheet = new Map<StaffId | null, Record<CommissionKind, { count: number; baseCents: Cents; commissionCents: Cents }>>();
  const none = () => ({ count: 0, baseCents: cents(0), commissionCents: cents(0) });
  for (const entry of entries)
    for (const share of commissionShares(rules, entry)) {
      const own = sheet.get(share.staffId) ?? { sale: none(), service: none(), top_up: none(), card_use: none() };
      sheet.set(share.staffId, own);
      const sum = own[entry.kind];
      sum.count += 1;
      sum.baseCents = cents(sum.baseCents + share.baseCents);
      sum.commissionCents = cents(sum.commissionCents + share.commissionCents);
    }
  return sheet;
};
