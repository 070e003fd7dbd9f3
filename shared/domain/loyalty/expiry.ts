import { addMonths, dateParts, localDate } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';

// When points lapse (DOMAIN "Points"). The policy of the day on which they came in holds for them, whatever is set later.

/** None; so many months; the end of this year or of a later one; so many months without a purchase. */
export type ExpiryPolicy =
  | { readonly kind: 'none' }
  | { readonly kind: 'months'; readonly months: number }
  | { readonly kind: 'year_end'; readonly years: number }
  | { readonly kind: 'idle'; readonly months: number };

/** What an entry that brings points in says of their end: a day, or months without a purchase; both null when they never lapse. */
export interface ExpiryTerms {
  readonly expiresOn: LocalDate | null;
  readonly idleMonths: number | null;
}

/** The terms of points that come in on a business day. The day named is the last one on which they count. */
export const expiryTerms = (policy: ExpiryPolicy, earnedOn: LocalDate): ExpiryTerms => {
  switch (policy.kind) {
    case 'none':
      return { expiresOn: null, idleMonths: null };
    case 'months':
      return { expiresOn: addMonths(earnedOn, policy.months), idleMonths: null };
    case 'year_end': {
      const year = String(dateParts(earnedOn).year + policy.years).padStart(4, '0');
      return { expiresOn: localDate(`${year}-12-31`), idleMonths: null };
    }
    case 'idle':
      return { expiresOn: null, idleMonths: policy.months };
  }
};

/** The last day on which points count, given the last purchase; null when they never lapse. Every purchase moves the end of idle ones. */
export const lastDayOf = (
  { expiresOn, idleMonths, earnedOn }: ExpiryTerms & { readonly earnedOn: LocalDate },
  lastPurchaseOn: LocalDate | null,
): LocalDate | null => {
  if (idleMonths === null) return expiresOn;
  return addMonths(lastPurchaseOn !== null && lastPurchaseOn > earnedOn ? lastPurchaseOn : earnedOn, idleMonths);
};
