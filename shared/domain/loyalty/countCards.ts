import { addDays, addMonths, daysBetween, localDateOf, dateParts } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';
import type { CountCardEntryId } from '../../types/ids.ts';

// The ledger of one count card 次卡 (R069): it is only ever added to, and what is left of the card, until when it holds and when it was frozen
// follow from it (DOMAIN "Prepaid"). A card without a number of uses is a time card 限时卡 (X56); one with a gap is a course 疗程 (X68).

/**
 * What an entry is: `return` gives a use back with what came back, `void` ends the card, `transfer` gives uses, or all of a time card, to somebody
 * else (X54), `reverse` takes one entry back as a whole.
 */
export const cardEntryKinds = ['issue', 'use', 'return', 'void', 'transfer', 'extend', 'freeze', 'thaw', 'reverse'] as const;
export type CardEntryKind = (typeof cardEntryKinds)[number];

/** So long a card holds, from the day it was issued or first used. */
export interface CardValidity {
  readonly count: number;
  readonly unit: 'days' | 'months';
  readonly from: 'issue' | 'first_use';
}

/** What was agreed when the card was issued; later changes of its type do not change it. */
export interface CardTerms {
  /** Null is a time card: as often as one likes, while it holds. */
  readonly uses: number | null;
  readonly validity: CardValidity | null;
  readonly issuedOn: LocalDate;
  /** Days there should be from one session to the next. */
  readonly gapDays: number | null;
  /** Days of a calendar year on which it may be frozen. */
  readonly freezeDays: number;
}

/** An entry as the replay needs it, in the order they were written. */
export interface CardEntry {
  readonly id: CountCardEntryId;
  readonly kind: CardEntryKind;
  /** How many uses more (or fewer, below zero) are left by it. Always 0 of a time card's, but for its uses. */
  readonly uses: number;
  /** Of an extension its days, of a freeze those it was meant for. */
  readonly days: number;
  readonly businessDate: LocalDate;
  readonly reversesId: CountCardEntryId | null;
  /** The use that a return gives back, or the freeze that a thaw ends. */
  readonly concernsId: CountCardEntryId | null;
}

/** A time for which the card stood still: from that day on, so many days. */
export interface CardFreeze {
  readonly entryId: CountCardEntryId;
  readonly from: LocalDate;
  readonly days: number;
  readonly isThawed: boolean;
}

export interface CardState {
  /** Voided by hand or with the return of what it was bought as, given away as a time card, or taken back with its visit. */
  readonly isVoid: boolean;
  /** Whether the visit that brought it was taken back: then there never was a card. */
  readonly isTakenBack: boolean;
  /** Sum of the ledger; null of a time card. */
  readonly left: number | null;
  /** Uses that stand. */
  readonly used: number;
  readonly firstUsedOn: LocalDate | null;
  readonly lastUsedOn: LocalDate | null;
  /** The last day on which it counts; null when it never ends, or has not begun. */
  readonly lastDay: LocalDate | null;
  readonly freezes: readonly CardFreeze[];
  /** Days by which extensions and freezes have moved its end. */
  readonly movedDays: number;
}

/** Entries that are neither a reversal nor taken back by one. A reversal is final. */
export const standingEntries = <Entry extends Pick<CardEntry, 'id' | 'kind' | 'reversesId'>>(
  entries: readonly Entry[],
): readonly Entry[] => {
  const reversed = new Set(entries.flatMap(({ reversesId }) => reversesId ?? []));
  return entries.filter(({ id, kind }) => kind !== 'reverse' && !reversed.has(id));
};

const freezesOf = (standing: readonly CardEntry[]): CardFreeze[] =>
  standing
    .filter(({ kind }) => kind === 'freeze')
    .map(({ id, businessDate, days }) => {
      const thaw = standing.find(({ kind, concernsId }) => kind === 'thaw' && concernsId === id);
      const held = thaw === undefined ? days : Math.min(days, Math.max(0, daysBetween(businessDate, thaw.businessDate)));
      return { entryId: id, from: businessDate, days: held, isThawed: thaw !== undefined };
    });

/** The days of its uses that stand, earliest first. */
const daysOfUse = (standing: readonly CardEntry[]): { readonly used: number; readonly days: readonly LocalDate[] } => {
  const uses = standing
    .filter(({ kind }) => kind === 'use')
    .map((use) => ({
      on: use.businessDate,
      many: standing
        .filter(({ kind, concernsId }) => kind === 'return' && concernsId === use.id)
        .reduce((left, { uses: back }) => left - back, 0 - use.uses),
    }))
    .filter(({ many }) => many > 0);
  return { used: uses.reduce((sum, { many }) => sum + many, 0), days: uses.map(({ on }) => on).sort() };
};

const lastDayOf = ({ validity, issuedOn }: CardTerms, firstUsedOn: LocalDate | null, moved: number): LocalDate | null => {
  const from = validity?.from === 'first_use' ? firstUsedOn : issuedOn;
  if (validity === null || from === null) return null;
  return addDays(validity.unit === 'days' ? addDays(from, validity.count) : addMonths(from, validity.count), moved);
};

/** Reads a card's ledger in the order it was written. For every history: what is left = sum of the entries = sum of those that stand. */
export const replayCard = (terms: CardTerms, entries: readonly CardEntry[]): CardState => {
  const standing = standingEntries(entries);
  const { used, days } = daysOfUse(standing);
  const freezes = freezesOf(standing);
  const firstUsedOn = days[0] ?? null;
  const moved =
    standing.filter(({ kind }) => kind === 'extend').reduce((sum, entry) => sum + entry.days, 0) +
    freezes.reduce((sum, freeze) => sum + freeze.days, 0);
  const isTakenBack = !standing.some(({ kind }) => kind === 'issue');
  const isOver = (kind: CardEntryKind): boolean => kind === 'void' || (kind === 'transfer' && terms.uses === null);
  return {
    isTakenBack,
    isVoid: isTakenBack || standing.some(({ kind }) => isOver(kind)),
    left: terms.uses === null ? null : entries.reduce((sum, { uses }) => sum + uses, 0),
    used,
    firstUsedOn,
    lastUsedOn: days.at(-1) ?? null,
    lastDay: lastDayOf(terms, firstUsedOn, moved),
    freezes,
    movedDays: moved,
  };
};

/** The last day of the freeze in which a day lies; null when the card runs on that day. */
export const frozenUntil = ({ freezes }: Pick<CardState, 'freezes'>, on: LocalDate): LocalDate | null => {
  const freeze = freezes.find(({ from, days }) => days > 0 && from <= on && on < addDays(from, days));
  return freeze === undefined ? null : addDays(freeze.from, freeze.days - 1);
};

/** How a card stands on a day. */
export const cardStandings = ['open', 'void', 'not_yet', 'frozen', 'expired', 'used_up'] as const;
export type CardStanding = (typeof cardStandings)[number];

export const standingOf = ({ issuedOn }: Pick<CardTerms, 'issuedOn'>, state: CardState, on: LocalDate): CardStanding => {
  if (state.isVoid) return 'void';
  if (on < issuedOn) return 'not_yet';
  if (frozenUntil(state, on) !== null) return 'frozen';
  if (state.lastDay !== null && state.lastDay < on) return 'expired';
  return state.left !== null && state.left <= 0 ? 'used_up' : 'open';
};

/** From which day on the next session of a course is due; null without a gap, or before the first. */
export const nextDueOn = (
  { gapDays }: Pick<CardTerms, 'gapDays'>,
  { lastUsedOn }: Pick<CardState, 'lastUsedOn'>,
): LocalDate | null => (gapDays === null || lastUsedOn === null ? null : addDays(lastUsedOn, gapDays));

const daysInYear = ({ from, days }: Pick<CardFreeze, 'from' | 'days'>, year: number): number => {
  const [first, next] = [localDateOf(year, 1, 1), localDateOf(year + 1, 1, 1)];
  const until = addDays(from, days);
  const [begin, end] = [from > first ? from : first, until < next ? until : next];
  return Math.max(0, daysBetween(begin, end));
};

/** How many days of that year are left on which the card may be frozen. */
export const freezeDaysLeft = (
  { freezeDays }: Pick<CardTerms, 'freezeDays'>,
  { freezes }: Pick<CardState, 'freezes'>,
  year: number,
): number => Math.max(0, freezeDays - freezes.reduce((sum, freeze) => sum + daysInYear(freeze, year), 0));

/** Whether so many days from a day on are more than the card may be frozen in one of the years they lie in. */
export const isFreezeTooLong = (terms: CardTerms, state: CardState, from: LocalDate, days: number): boolean => {
  const [first, last] = [dateParts(from).year, dateParts(addDays(from, Math.max(0, days - 1))).year];
  for (let year = first; year <= last; year += 1)
    if (daysInYear({ from, days }, year) > freezeDaysLeft(terms, state, year)) return true;
  return false;
};
