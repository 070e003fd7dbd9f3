import type { TierBasis } from '../../shared/domain/loyalty/tiers.ts';
import type { TierId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { plainRows } from './database.ts';
import type { StoreDatabase } from './database.ts';

interface Asked {
  readonly basis: TierBasis;
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** The tier whose thresholds are typed; null for a new one. */
  readonly tierId: TierId | null;
  readonly threshold: number;
  readonly keepThreshold: number;
  /** The threshold above which another tier is the highest; null has no end. */
  readonly below: number | null;
  /** The present tiers one rises from; none is always one of them. */
  readonly lower: readonly TierId[];
}

const amounts: Readonly<Record<Exclude<TierBasis, 'growth'>, string>> = {
  spend: 'sum(visits.total_cents)',
  points: 'sum(visits.points_earned)',
  visits: 'count(DISTINCT CASE WHEN visits.is_purchase = 1 AND visits.returns_visit_id IS NULL THEN visits.business_date END)',
};

const countedBy = (basis: TierBasis): string =>
  basis === 'growth'
    ? 'SELECT customer_id, sum(growth) AS amount FROM growth_entries WHERE business_date BETWEEN @from AND @until GROUP BY customer_id'
    : `SELECT visits.customer_id, ${amounts[basis]} AS amount
       FROM visits LEFT JOIN visits AS sale ON sale.id = visits.returns_visit_id
       WHERE visits.undone_at IS NULL AND coalesce(sale.business_date, visits.business_date) BETWEEN @from AND @until
       GROUP BY visits.customer_id`;

/** How many would rise to a tier, and how many of those who have it would not keep it by what counts today. Walks through every visit. */
export const countTierMoves = (
  database: StoreDatabase,
  { basis, below, lower, ...asked }: Asked,
): { readonly rise: number; readonly fall: number } => {
  const [row] = plainRows<{ rise: number | null; fall: number | null }>(
    database,
    `SELECT
       sum(ifnull(counted.amount, 0) >= @threshold AND (@below IS NULL OR ifnull(counted.amount, 0) < @below)
         AND ifnull(held.is_fixed, 0) = 0
         AND (held.tier_id IS NULL OR held.tier_id IN (SELECT value FROM json_each(@lower)))) AS rise,
       sum(held.tier_id = @tierId AND held.is_fixed = 0 AND held.until_on IS NOT NULL
         AND ifnull(counted.amount, 0) < @keepThreshold) AS fall
     FROM customers
     LEFT JOIN customer_tiers AS held ON held.customer_id = customers.id
     LEFT JOIN (${countedBy(basis)}) AS counted ON counted.customer_id = customers.id
     WHERE customers.removed_at IS NULL`,
    { ...asked, below, lower: JSON.stringify(lower) },
  );
  return { rise: row?.rise ?? 0, fall: row?.fall ?? 0 };
};
