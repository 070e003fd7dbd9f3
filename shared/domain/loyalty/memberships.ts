import { cents } from '../../types/amounts.ts';
import type { Cents } from '../../types/amounts.ts';
import { addDays, addMonths, daysBetween } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';

// Paid membership 付费会员 (X57): a term that somebody paid for, and what is given in each of its cycles 权益周期发放. What a cycle gave lapses
// with it; a cycle that passed while nobody gave it has lapsed unused.

export const MOST_MEMBERSHIP_MONTHS = 60;
export const LEAST_CYCLE_DAYS = 7;
export const MOST_CYCLE_DAYS = 366;
/** Coupons of one cycle. */
export const MOST_CYCLE_COUPONS = 20;

/** Once for the whole term, every month, or every so many days. */
export const membershipCycles = ['once', 'month', 'days'] as const;
export type MembershipCycle = (typeof membershipCycles)[number];

/** What moved a membership: sold, taken back as a mistake, ended early, and gone on with after that was a mistake. */
export const membershipEntryKinds = ['sell', 'take_back', 'end', 'go_on'] as const;
export type MembershipEntryKind = (typeof membershipEntryKinds)[number];

/** A membership to come, running, over, ended before its time, or taken back. */
export const membershipStates = ['to_come', 'running', 'over', 'ended', 'taken_back'] as const;
export type MembershipState = (typeof membershipStates)[number];

/** From a day to a day, both days counted. */
export interface Term {
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
}

export interface CycleRule {
  readonly every: MembershipCycle;
  /** Of `days`: how many; null otherwise. */
  readonly everyDays: number | null;
}

/** The term that is bought on a day: it begins where the last one of the plan ends, or that day where there is none or it has lapsed. */
export const termFrom = (today: LocalDate, months: number, lastUntilOn: LocalDate | null): Term => {
  const fromOn = lastUntilOn !== null && lastUntilOn >= today ? addDays(lastUntilOn, 1) : today;
  return { fromOn, untilOn: addDays(addMonths(fromOn, months), -1) };
};

/** The cycle of a term by its number from 0, as long as the term lasts; null behind its end. Months count from the first day, so that none drifts. */
export const cycleAt = (term: Term, { every, everyDays }: CycleRule, index: number): Term | null => {
  const begins = (at: number): LocalDate => {
    if (at === 0) return term.fromOn;
    if (every === 'once') return addDays(term.untilOn, 1);
    return every === 'month' ? addMonths(term.fromOn, at) : addDays(term.fromOn, at * Math.max(1, everyDays ?? 1));
  };
  const fromOn = begins(index);
  if (fromOn > term.untilOn || (every === 'once' && index > 0)) return null;
  const last = addDays(begins(index + 1), -1);
  return { fromOn, untilOn: last < term.untilOn ? last : term.untilOn };
};

export interface DueCycle extends Term {
  readonly index: number;
  /** It is over already: what it would have given has lapsed unused. */
  readonly isMissed: boolean;
}

/** The cycles that have begun by a day, from number `next` on; and which comes after them on which day, null where none does. */
export const dueCycles = (
  term: Term,
  rule: CycleRule,
  next: number,
  today: LocalDate,
): { readonly due: readonly DueCycle[]; readonly next: number; readonly nextOn: LocalDate | null } => {
  const due: DueCycle[] = [];
  for (let index = next; ; index += 1) {
    const cycle = cycleAt(term, rule, index);
    if (cycle === null || cycle.fromOn > today) return { due, next: index, nextOn: cycle?.fromOn ?? null };
    due.push({ ...cycle, index, isMissed: cycle.untilOn < today });
  }
};

/** How many cycles a term has. */
export const countCycles = (term: Term, rule: CycleRule): number => dueCycles(term, rule, 0, term.untilOn).due.length;

/** What is proposed to be paid back when a term ends on a day: the share of its days behind that one; all of it before it has begun. Rounded down. */
export const proposedRefund = (paidCents: Cents, term: Term, today: LocalDate): Cents => {
  if (today < term.fromOn) return paidCents;
  const whole = daysBetween(term.fromOn, term.untilOn) + 1;
  const left = Math.max(0, daysBetween(today, term.untilOn));
  return cents(Math.floor((paidCents * left) / whole));
};

/** The last day of a term that is ended on a day: that day; before it has begun, the one before its first. */
export const endsOn = ({ fromOn }: Pick<Term, 'fromOn'>, today: LocalDate): LocalDate =>
  today < fromOn ? addDays(fromOn, -1) : today;

/** How a membership stands on a day. */
export const stateOf = (
  { fromOn, untilOn, isVoid, isEnded }: Term & { readonly isVoid: boolean; readonly isEnded: boolean },
  today: LocalDate,
): MembershipState => {
  if (isVoid) return 'taken_back';
  if (isEnded) return 'ended';
  if (untilOn < today) return 'over';
  return fromOn > today ? 'to_come' : 'running';
};

/**
 * Until when somebody is a member without a gap from a day on, by these terms; null where none counts that day. What was bought ahead counts too.
 */
export const coveredUntil = (terms: readonly Term[], today: LocalDate): LocalDate | null => {
  let until: LocalDate | null = null;
  for (const term of terms.toSorted((one, other) => (one.fromOn < other.fromOn ? -1 : 1))) {
    const isNext = term.fromOn <= (until === null ? today : addDays(until, 1));
    if (isNext && term.untilOn >= today && (until === null || term.untilOn > until)) ({ untilOn: until } = term);
  }
  return until;
};
