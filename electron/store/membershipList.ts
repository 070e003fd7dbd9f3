import { cents } from '../../shared/types/amounts.ts';
import type { Cents } from '../../shared/types/amounts.ts';
import type { CustomerId, MembershipTermId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { plainRows } from './database.ts';
import type { StoreDatabase } from './database.ts';

// Whose paid membership ends when (X57): of each customer and plan the term that ends last, so that who has renewed is not among those who end.

export interface ListedMembership {
  readonly termId: MembershipTermId;
  readonly customerId: CustomerId;
  readonly customerName: string;
  readonly name: string;
  readonly paidCents: Cents;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
}

const standing = `membership_terms.is_void = 0 AND membership_terms.until_on BETWEEN @from AND @until AND customers.removed_at IS NULL
  AND membership_terms.from_on <= membership_terms.until_on AND (membership_terms.is_ended = 0 OR membership_terms.until_on < @today)
  AND NOT EXISTS (SELECT 1 FROM membership_terms AS later WHERE later.customer_id = membership_terms.customer_id
    AND later.plan_id = membership_terms.plan_id AND later.is_void = 0
    AND later.from_on <= later.until_on AND (later.until_on, later.id) > (membership_terms.until_on, membership_terms.id))`;
const among = `FROM membership_terms INDEXED BY membership_terms_by_end
  JOIN customers ON customers.id = membership_terms.customer_id WHERE ${standing}`;
const pageOf = (order: 'ASC' | 'DESC'): string => `SELECT membership_terms.id AS termId, customers.id AS customerId,
    customers.name AS customerName, membership_terms.name, membership_terms.paid_cents AS paidCents, membership_terms.from_on AS fromOn,
    membership_terms.until_on AS untilOn
  ${among} ORDER BY membership_terms.until_on ${order}, membership_terms.id ${order} LIMIT @limit OFFSET @offset`;
const [firstEnding, lastEnding] = [pageOf('ASC'), pageOf('DESC')];
const countText = `SELECT count(*) AS total ${among}`;

interface Between {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly today: LocalDate;
}

/** How many memberships end between two days, both counted, and were not renewed. */
export const countEndingMemberships = (database: StoreDatabase, between: Between): number =>
  plainRows<{ total: number }>(database, countText, { ...between })[0]?.total ?? 0;

/** Those of them on a page, what ends first before all; `isLatestFirst` the other way round. */
export const listEndingMemberships = (
  database: StoreDatabase,
  between: Between,
  page: { readonly offset: number; readonly limit: number; readonly isLatestFirst: boolean },
): ListedMembership[] => {
  const { isLatestFirst, ...rows } = page;
  return plainRows(database, isLatestFirst ? lastEnding : firstEnding, { ...between, ...rows });
};

// Whole days between two dates: an exact integer, for both begin at the same time of day.
const days = (from: string, until: string): string => `CAST(julianday(${until}) - julianday(${from}) AS INTEGER)`;
const owedText = `SELECT count(*) AS terms, ifnull(sum(CASE WHEN from_on > @today THEN paid_cents
    ELSE paid_cents * ${days('@today', 'until_on')} / (${days('from_on', 'until_on')} + 1) END), 0) AS cents
  FROM membership_terms INDEXED BY membership_terms_by_end WHERE is_void = 0 AND is_ended = 0 AND until_on >= @today`;

/** Terms that run or are to come, and what of their price is for the days behind a day: each rounded down as its proposed refund is. */
export const membershipsOwed = (database: StoreDatabase, today: LocalDate): { readonly terms: number; readonly cents: Cents } =>
  plainRows<{ terms: number; cents: Cents }>(database, owedText, { today })[0] ?? { terms: 0, cents: cents(0) };

/** The SQL of the reads above, so that their plans can be asserted. */
export const membershipListQueries = {
  membershipsEnding: firstEnding,
  membershipsEnded: lastEnding,
  membershipsCount: countText,
  membershipsOwed: owedText,
};
