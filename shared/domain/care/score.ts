import type { LocalDate } from '../../types/time.ts';
import { careFields, changingFields } from './fields.ts';
import type { CareField, CareWeights } from './fields.ts';

/** What is wrong with a fact, worst first. */
export const careProblems = ['missing', 'invalid', 'partial', 'unverified'] as const;
export type CareProblem = (typeof careProblems)[number];

/** What is known of one fact. */
export interface FieldState {
  readonly isKnown: boolean;
  /** Known in part: a birthday without its month or day. */
  readonly isPartial: boolean;
  /** Known to be wrong, or open to doubt by an anomaly nobody has called right. */
  readonly isInvalid: boolean;
  readonly verifiedOn: LocalDate | null;
}
export type FieldStates = Readonly<Record<CareField, FieldState>>;

/** Why points are missing from the score, and how many. */
export interface CareReason {
  readonly field: CareField;
  readonly problem: CareProblem;
  /** Points of 100. */
  readonly lost: number;
}

export interface CareScore {
  /** 0 to 100. */
  readonly score: number;
  /** What weighs most first; their points and the score make 100. */
  readonly reasons: readonly CareReason[];
}

/** Tenths of its weight that a fact with a problem keeps. */
const TENTHS_KEPT: Readonly<Record<CareProblem, number>> = { missing: 0, invalid: 0, partial: 5, unverified: 8 };
const TENTHS = 10;
const FULL = 100;

const problemOf = (field: CareField, state: FieldState, verifiedFrom: LocalDate): CareProblem | null => {
  if (!state.isKnown) return 'missing';
  if (state.isInvalid) return 'invalid';
  if (state.isPartial) return 'partial';
  if (!changingFields.includes(field)) return null;
  return state.verifiedOn !== null && state.verifiedOn >= verifiedFrom ? null : 'unverified';
};

/**
 * Completeness and reliability of one customer's data (R186):
 *
 *   score = 100 - round(sum over fields of weight x (1 - kept) / sum of weights x 100)
 *
 * where a fact keeps 1 of its weight when it is known and right, 0.8 when it may have changed and was not confirmed since
 * `verifiedFrom`, 0.5 when it is known in part, 0 when it is missing or doubtful. The points lost are handed out to the reasons by
 * largest remainder, so that score and reasons always make 100. Fields of weight 0 neither count nor are named; when all are, the score
 * is 100.
 */
export const scoreCare = (states: FieldStates, weights: CareWeights, verifiedFrom: LocalDate): CareScore => {
  const weighed = careFields.filter((field) => weights[field] > 0);
  const whole = weighed.reduce((sum, field) => sum + weights[field], 0) * TENTHS;
  const shares = weighed.flatMap((field) => {
    const problem = problemOf(field, states[field], verifiedFrom);
    if (problem === null) return [];
    const exact = (weights[field] * (TENTHS - TENTHS_KEPT[problem]) * FULL) / whole;
    return [{ field, problem, exact, lost: Math.floor(exact) }];
  });
  const lost = Math.round(shares.reduce((sum, { exact }) => sum + exact, 0));
  const left = lost - shares.reduce((sum, share) => sum + share.lost, 0);
  const byRemainder = shares.toSorted((one, other) => other.exact - other.lost - (one.exact - one.lost));
  const raised = new Set(byRemainder.slice(0, left).map(({ field }) => field));
  return {
    score: FULL - lost,
    reasons: shares
      .map((share) => ({ field: share.field, problem: share.problem, lost: share.lost + (raised.has(share.field) ? 1 : 0) }))
      .toSorted((one, other) => other.lost - one.lost),
  };
};
