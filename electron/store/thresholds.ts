import type { LocalDate } from '../../shared/types/time.ts';
import { countCustomers } from './customers.ts';
import { plainRows } from './database.ts';
import type { StoreDatabase } from './database.ts';
import { notListedSql } from './inactive.ts';

/** First days of the spans within which a customer counts as awake, active, semi-active. */
export interface ThresholdDays {
  readonly awakeFrom: LocalDate;
  readonly activeFrom: LocalDate;
  readonly semiActiveFrom: LocalDate;
}

/** Everyone counts in one, so everyone is read: one pass over the summaries, when a threshold is being moved. */
const countQuery = `SELECT
    count(*) FILTER (WHERE last_purchase_on < @awakeFrom) AS dormant,
    count(*) FILTER (WHERE last_interaction_on >= @activeFrom) AS active,
    count(*) FILTER (WHERE last_interaction_on >= @semiActiveFrom AND last_interaction_on < @activeFrom) AS semiActive
  FROM customer_summaries WHERE customer_id NOT IN (${notListedSql})`;

/** How many customers each threshold would put where (R022, R029). Never any interaction is inactive. */
export const countByThresholds = (
  database: StoreDatabase,
  days: ThresholdDays,
): { readonly dormant: number; readonly active: number; readonly semiActive: number; readonly inactive: number } => {
  const [row] = plainRows<{ dormant: number; active: number; semiActive: number }>(database, countQuery, days);
  const { dormant, active, semiActive } = row ?? { dormant: 0, active: 0, semiActive: 0 };
  return { dormant, active, semiActive, inactive: countCustomers(database) - active - semiActive };
};
