import { addDays } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';
import type { Share } from '../statistics/proportion.ts';

// Whether those whom regulars brought become customers more often than others who come new (R095). Counted from the day their card was made.

/** Buying again and what was spent are looked at over so many days. */
export const FOLLOWED_DAYS = 90;

/** Somebody new, with what they bought: the earliest first, each without what came back, and only what left something. */
export interface Newcomer {
  readonly joinedOn: LocalDate;
  readonly hasReferrer: boolean;
  /** When whoever brought them was first named; null where nobody wrote it down. */
  readonly namedOn: LocalDate | null;
  readonly purchases: readonly { readonly on: LocalDate; readonly cents: number }[];
}

/**
 * Brought or not, or left out: who had bought before their card was made was no newcomer, and of somebody named only after a purchase it was
 * the purchase that led to the naming, so that they would make those brought look better than they are.
 */
export const newcomerGroups = ['brought', 'ordinary', 'named_later', 'bought_before'] as const;
export type NewcomerGroup = (typeof newcomerGroups)[number];

export const groupOf = ({ joinedOn, hasReferrer, namedOn, purchases }: Newcomer): NewcomerGroup => {
  const first = purchases[0]?.on ?? null;
  if (first !== null && first < joinedOn) return 'bought_before';
  if (!hasReferrer) return 'ordinary';
  return first !== null && namedOn !== null && namedOn > first ? 'named_later' : 'brought';
};

/** Of one group. Each share counts only those whose days are over, so that nobody counts as lost who may still come. */
export interface Conversion {
  readonly people: number;
  /** Bought within the days. */
  readonly bought: Share;
  /** Of those, bought on another day within ninety days after the first. */
  readonly again: Share;
  /** What all of them together spent in their first ninety days; those who bought nothing count too. */
  readonly spend: { readonly people: number; readonly cents: number };
}

const nobody: Share = { people: 0, hits: 0 };
export const noConversion: Conversion = { people: 0, bought: nobody, again: nobody, spend: { people: 0, cents: 0 } };

const counted = (share: Share, isCounted: boolean, isHit: boolean): Share =>
  isCounted ? { people: share.people + 1, hits: share.hits + (isHit ? 1 : 0) } : share;

/** A group with one more in it. */
export const withNewcomer = (
  { people, bought, again, spend }: Conversion,
  { joinedOn, purchases }: Newcomer,
  { days, today }: { readonly days: number; readonly today: LocalDate },
): Conversion => {
  const isOver = (from: LocalDate, many: number): boolean => addDays(from, many) < today;
  const first = purchases[0]?.on ?? null;
  const hasBought = first !== null && first <= addDays(joinedOn, days);
  const lastDay = first === null ? null : addDays(first, FOLLOWED_DAYS);
  const cameBack = lastDay !== null && purchases.some(({ on }) => on !== first && on <= lastDay);
  const spentUntil = addDays(joinedOn, FOLLOWED_DAYS - 1);
  const spent = purchases.reduce((sum, { on, cents }) => (on <= spentUntil ? sum + cents : sum), 0);
  return {
    people: people + 1,
    bought: counted(bought, isOver(joinedOn, days), hasBought),
    again: counted(again, hasBought && isOver(first, FOLLOWED_DAYS), cameBack),
    spend: isOver(spentUntil, 0) ? { people: spend.people + 1, cents: spend.cents + spent } : spend,
  };
};
