import type { Cents, Points, Quantity } from '../../types/amounts.ts';
import type { CouponTypeId, ProductId, StampCardId } from '../../types/ids.ts';
import { isInScope } from '../coupons/terms.ts';
import type { CouponScope } from '../coupons/terms.ts';

// Stamps 集点 (X61): visits and purchases bring stamps on a card that the shop defines; a full card brings its reward and begins anew.

/** What brings a stamp: a visit, a piece of what is bought, or so much money. */
export const stampCounts = ['visit', 'item', 'amount'] as const;
export type StampCount = (typeof stampCounts)[number];
export const stampEntryKinds = ['earn', 'return', 'adjust', 'reward', 'reverse'] as const;
export type StampEntryKind = (typeof stampEntryKinds)[number];

/** More are no card that anybody fills. */
export const MOST_NEEDED = 100;
/** So many stamps at once are a slip of the finger. */
export const MOST_STAMPS_AT_ONCE = 1000;

/** By which terms stamps were counted; kept with what was earned, so that a return goes by the same ones. */
export interface StampTerms {
  readonly per: StampCount;
  /** Of a visit what has to be spent on what counts; of an amount what brings one. */
  readonly leastCents: Cents;
}
export interface StampCard extends StampTerms {
  readonly id: StampCardId;
  readonly name: string;
  /** What counts; everything when nothing is named. */
  readonly scope: CouponScope;
  /** So many stamps fill the card. */
  readonly needed: number;
  /** What the full card brings: points, a coupon of a kind, or both. */
  readonly points: Points;
  readonly couponTypeId: CouponTypeId | null;
}

/** What is bought, or left of it after returns. */
export interface StampLine {
  readonly position: number;
  readonly productId: ProductId | null;
  readonly category: string | null;
  readonly quantity: Quantity;
  readonly amountCents: Cents;
}

const ONE = 1000;

/** The lines of a visit that a card counts. */
export const countedLines = (card: StampCard, lines: readonly StampLine[]): readonly StampLine[] =>
  lines.filter(({ productId, category }) => isInScope(card.scope, productId === null ? null : { id: productId, category }));

/** How many stamps these lines bring. What costs nothing is no piece: the tenth that is free brings none. */
export const stampsFor = ({ per, leastCents }: StampTerms, lines: readonly StampLine[]): number => {
  const out = lines.filter(({ quantity }) => quantity > 0);
  const spent = out.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const many =
    per === 'visit'
      ? out.length > 0 && spent >= leastCents
        ? 1
        : 0
      : per === 'item'
        ? out.reduce((sum, { quantity, amountCents }) => sum + (amountCents > 0 ? Math.floor(quantity / ONE) : 0), 0)
        : leastCents > 0
          ? Math.floor(Math.max(spent, 0) / leastCents)
          : 0;
  return Math.min(many, MOST_STAMPS_AT_ONCE);
};

/** A row of the ledger of stamps. */
export interface StampEntry<Id> {
  readonly id: Id;
  readonly kind: StampEntryKind;
  readonly stamps: number;
  readonly reversesId: Id | null;
}

/** What a ledger, in the order it was written, comes to: the stamps on the card, and the rewards that stand, the latest first. */
export const replayStamps = <Id, Entry extends StampEntry<Id>>(
  entries: readonly Entry[],
): { readonly stamps: number; readonly rewards: readonly Entry[] } => {
  const reversed = new Set(entries.map(({ reversesId }) => reversesId));
  return {
    stamps: entries.reduce((sum, { stamps }) => sum + stamps, 0),
    rewards: entries.filter(({ id, kind }) => kind === 'reward' && !reversed.has(id)).toReversed(),
  };
};

type Settling<Reward> = { readonly give: true } | { readonly takeBack: Reward } | null;

/**
 * What is to be done next so that the card is neither full nor owes stamps: a reward is given, or the latest one whose coupon was not used is taken
 * back. Null when nothing is. Where every reward was used the card owes stamps, which the next ones go to.
 */
export const settleStep = <Reward>(
  stamps: number,
  needed: number,
  rewards: readonly Reward[],
  isUsed: (reward: Reward) => boolean,
): Settling<Reward> => {
  if (stamps >= needed) return { give: true };
  const latest = stamps < 0 ? rewards.find((reward) => !isUsed(reward)) : undefined;
  return latest === undefined ? null : { takeBack: latest };
};
