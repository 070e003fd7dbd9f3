import type { TierId } from '../../types/ids.ts';
import { addMonths, dateParts, localDate } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';

// Tiers (R075, DOMAIN "Points"): up at once on the threshold, a threshold of its own to keep one, down on the review day. Which tier a customer has
// follows from the steps, read in their order; they are never changed.

/** What is counted towards a tier: money spent in cents, points earned, days with a purchase, or growth (X63). */
export const tierBases = ['spend', 'points', 'visits', 'growth'] as const;
export type TierBasis = (typeof tierBases)[number];

/**
 * `first` is the first calculation, when the shop defines tiers; `taken_back` a step up whose purchases came back or were undone; `manual` was set
 * by hand; `membership` is held as long as a paid membership runs (X57).
 */
export const tierEventKinds = ['first', 'upgrade', 'keep', 'downgrade', 'taken_back', 'manual', 'membership'] as const;
export type TierEventKind = (typeof tierEventKinds)[number];

/** A tier as it is climbed; `rank` counts from 0, the lowest. */
export interface TierStep {
  readonly id: TierId;
  readonly rank: number;
  readonly threshold: number;
  /** What keeps it; null is the threshold itself. */
  readonly keepThreshold: number | null;
  /** Nobody comes to one that was put away; who has it keeps it until the review. */
  readonly isArchived: boolean;
}

export interface TierEvent {
  readonly kind: TierEventKind;
  readonly on: LocalDate;
  readonly tierId: TierId | null;
  readonly fromTierId: TierId | null;
  readonly untilOn: LocalDate | null;
  readonly isFixed: boolean;
}

/** Which tier a customer has, since when and until when. */
export interface HeldTier {
  readonly tierId: TierId;
  readonly sinceOn: LocalDate;
  /** The last day of the term; null when it has no end. */
  readonly untilOn: LocalDate | null;
  /** Set by hand, and left alone whatever is spent. */
  readonly isFixed: boolean;
  /** The step that led to it. */
  readonly by: TierEvent;
}

/** How long a tier holds: so many months, or until the end of the next calendar year. */
export interface TierTerm {
  readonly kind: 'rolling' | 'year';
  readonly months: number;
}

/** The last day of a term that begins on a day. */
export const termEnd = ({ kind, months }: TierTerm, from: LocalDate): LocalDate =>
  kind === 'rolling' ? addMonths(from, months) : localDate(`${String(dateParts(from).year + 1).padStart(4, '0')}-12-31`);

/** The first day of what counts up to a day; null counts everything. `months` 0 is everything too. */
export const windowStartOf = ({ kind }: Pick<TierTerm, 'kind'>, months: number, until: LocalDate): LocalDate | null => {
  if (months === 0) return null;
  return kind === 'rolling' ? addMonths(until, -months) : localDate(`${String(dateParts(until).year).padStart(4, '0')}-01-01`);
};

const rankOf = (tiers: readonly TierStep[], tierId: TierId | null): number => tiers.find(({ id }) => id === tierId)?.rank ?? -1;

const heldBy = (event: TierEvent, sinceOn: LocalDate): HeldTier | null =>
  event.tierId === null ? null : { tierId: event.tierId, sinceOn, untilOn: event.untilOn, isFixed: event.isFixed, by: event };

const afterStep = (tiers: readonly TierStep[], held: HeldTier | null, event: TierEvent): HeldTier | null => {
  switch (event.kind) {
    case 'manual':
      return heldBy(event, event.on);
    case 'first':
    case 'upgrade':
      return rankOf(tiers, event.tierId) > rankOf(tiers, held?.tierId ?? null) ? heldBy(event, event.on) : held;
    case 'membership':
      if (rankOf(tiers, event.tierId) > rankOf(tiers, held?.tierId ?? null)) return heldBy(event, event.on);
      return held?.by.kind === 'membership' && held.tierId === event.tierId ? heldBy(event, held.sinceOn) : held;
    case 'keep':
      return held !== null && held.tierId === event.tierId ? heldBy(event, held.sinceOn) : held;
    case 'downgrade':
    case 'taken_back':
      return held !== null && held.tierId === event.fromTierId ? heldBy(event, event.on) : held;
  }
};

/**
 * The tier that follows from the steps, first to last; null is none. A step up never takes a higher tier away and a step down only the tier it
 * speaks of, so that the steps of two customers who turn out to be one leave them the better tier.
 */
export const heldTier = (tiers: readonly TierStep[], events: readonly TierEvent[]): HeldTier | null =>
  events.reduce<HeldTier | null>((held, event) => afterStep(tiers, held, event), null);

/** What would be held without paid memberships. */
export const heldWithoutMembership = (tiers: readonly TierStep[], events: readonly TierEvent[]): HeldTier | null =>
  heldTier(
    tiers,
    events.filter(({ kind }) => kind !== 'membership'),
  );

const isRise = ({ kind }: TierEvent): boolean => kind === 'upgrade' || kind === 'first';

/**
 * The rise that purchases led to and that stands behind the present tier, and what was held before it; null where the tier was kept since, set by
 * hand, or none is held. Whoever went back to a former tier stands there by the rise that had led to it.
 */
export const riseBehind = <Event extends TierEvent>(
  tiers: readonly TierStep[],
  events: readonly Event[],
): { readonly rise: Event; readonly before: HeldTier | null } | null => {
  const held = heldTier(tiers, events);
  const at = events.findIndex((event) => event === held?.by);
  const by = events[at];
  if (by === undefined) return null;
  if (isRise(by)) return { rise: by, before: heldTier(tiers, events.slice(0, at)) };
  if (by.kind !== 'taken_back') return null;
  const lostAt = events.slice(0, at).findLastIndex((event) => isRise(event) && event.tierId === by.fromTierId);
  const rise = events[lostAt];
  if (rise === undefined) return null;
  const earlier = events.slice(0, lostAt);
  const before = heldTier(tiers, earlier);
  return before?.tierId === held?.tierId ? riseBehind(tiers, earlier) : { rise, before };
};

/** The rises that were taken back last, one after the other, the latest first: undoing what took them brings them again. */
export const risesLost = <Event extends TierEvent>(events: readonly Event[]): Event[] => {
  const firstLost = events.findLastIndex(({ kind }) => kind !== 'taken_back') + 1;
  return events
    .slice(firstLost)
    .flatMap(
      (lost, index) =>
        events.slice(0, firstLost + index).findLast((event) => isRise(event) && event.tierId === lost.fromTierId) ?? [],
    );
};

/** Which present tiers one rises from to a tier, and up to which threshold that tier is the highest one comes to; null has no end. */
export const climbsTo = (
  tiers: readonly TierStep[],
  tierId: TierId,
): { readonly from: TierId[]; readonly below: number | null } => {
  const rank = rankOf(tiers, tierId);
  const above = tiers.filter((tier) => !tier.isArchived && tier.rank > rank).map(({ threshold }) => threshold);
  return {
    from: tiers.filter((tier) => tier.rank < rank).map(({ id }) => id),
    below: above.length === 0 ? null : Math.min(...above),
  };
};

const highest = (tiers: readonly TierStep[], fits: (tier: TierStep) => boolean): TierStep | null =>
  tiers.reduce<TierStep | null>((best, tier) => (fits(tier) && tier.rank > (best?.rank ?? -1) ? tier : best), null);

/** The highest tier that so much leads to; null is none. */
export const tierFor = (tiers: readonly TierStep[], qualifying: number): TierStep | null =>
  highest(tiers, ({ isArchived, threshold }) => !isArchived && threshold <= qualifying);

/** The tier to rise to now; null where there is none above the present one, or it was fixed by hand. */
export const risesTo = (tiers: readonly TierStep[], held: HeldTier | null, qualifying: number): TierStep | null => {
  if (held?.isFixed === true) return null;
  const wanted = tierFor(tiers, qualifying);
  return wanted !== null && wanted.rank > rankOf(tiers, held?.tierId ?? null) ? wanted : null;
};

/** What the review of a term that is over leads to: the tier itself is kept; a lower one, or null for none at all. */
export const reviewed = (tiers: readonly TierStep[], held: HeldTier, qualifying: number): TierStep | null => {
  const rank = rankOf(tiers, held.tierId);
  return highest(
    tiers,
    (tier) =>
      tier.rank <= rank && (tier.id === held.tierId || !tier.isArchived) && (tier.keepThreshold ?? tier.threshold) <= qualifying,
  );
};

/** The way to the next tier: which, and how much is missing. Null at the top, or where the tier is fixed. */
export const nextTier = (
  tiers: readonly TierStep[],
  held: HeldTier | null,
  qualifying: number,
): { readonly tier: TierStep; readonly missing: number } | null => {
  if (held?.isFixed === true) return null;
  const rank = rankOf(tiers, held?.tierId ?? null);
  const next = tiers.filter((tier) => !tier.isArchived && tier.rank > rank).toSorted((one, other) => one.rank - other.rank)[0];
  return next === undefined ? null : { tier: next, missing: Math.max(0, next.threshold - qualifying) };
};

/** How much is missing to keep the present tier when its term ends; null where it has no end. */
export const missingToKeep = (tiers: readonly TierStep[], held: HeldTier, qualifying: number): number | null => {
  const tier = tiers.find(({ id }) => id === held.tierId);
  if (held.untilOn === null || held.isFixed || tier === undefined) return null;
  return Math.max(0, (tier.keepThreshold ?? tier.threshold) - qualifying);
};

/** Where thresholds contradict the order of the tiers: which tier, by its place, or null when they rise. */
export const thresholdFault = (
  tiers: readonly Pick<TierStep, 'threshold' | 'keepThreshold'>[],
): { readonly index: number; readonly fault: 'threshold_not_above' | 'keep_above_threshold' | 'keep_not_above' } | null => {
  for (const [index, tier] of tiers.entries()) {
    if (tier.keepThreshold !== null && tier.keepThreshold > tier.threshold) return { index, fault: 'keep_above_threshold' };
    const below = tiers[index - 1];
    if (below === undefined) continue;
    if (tier.threshold <= below.threshold) return { index, fault: 'threshold_not_above' };
    if ((tier.keepThreshold ?? tier.threshold) < (below.keepThreshold ?? below.threshold))
      return { index, fault: 'keep_not_above' };
  }
  return null;
};
