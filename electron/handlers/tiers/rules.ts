import { termEnd, windowStartOf } from '../../../shared/domain/loyalty/tiers.ts';
import type { TierBasis } from '../../../shared/domain/loyalty/tiers.ts';
import { localDate } from '../../../shared/types/time.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import type { CustomerId, VisitId } from '../../../shared/types/ids.ts';
import { qualifyingOf } from '../../store/customerTiers.ts';
import type { BaseContext } from '../context.ts';

/** Before everything a shop can have in its books. */
export const FIRST_DAY = localDate('1000-01-01');

/** How the shop counts towards tiers, and how long one holds. */
export interface TierRules {
  readonly basis: TierBasis;
  /** The first day that counts for what stands on a day; null counts everything. */
  readonly countedFrom: (until: LocalDate) => LocalDate | null;
  /** The last day of a term that begins on a day; null when tiers have no end. */
  readonly endOf: (from: LocalDate) => LocalDate | null;
}

export const tierRulesOf = (context: BaseContext): TierRules => {
  const { tierBasis: basis, tierWindowMonths, tierTerm, tierTermMonths: months } = context.settings();
  return {
    basis,
    countedFrom: (until) => windowStartOf({ kind: tierTerm === 'year' ? 'year' : 'rolling' }, tierWindowMonths, until),
    endOf: (from) => (tierTerm === 'none' ? null : termEnd({ kind: tierTerm, months }, from)),
  };
};

/** What counts for a customer up to a day: cents, points, or days with a purchase; `except` is a visit that is left out. */
export const countedUntil = (
  context: BaseContext,
  rules: TierRules,
  customerId: CustomerId,
  until: LocalDate,
  except: VisitId | null = null,
): number => qualifyingOf(context.database, customerId, rules.basis, rules.countedFrom(until) ?? FIRST_DAY, until, except);
