import type { CustomerId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { plainRows } from './database.ts';
import type { StoreDatabase } from './database.ts';
import { purchaseNet, standingPurchase } from './referralRewards.ts';

// What those who came new bought (R095). Imported cards are no newcomers: when they came is not when their card was made.

/** A purchase of somebody new, or the one row of somebody who bought nothing. */
export interface NewcomerRow {
  readonly id: CustomerId;
  readonly createdAt: Instant;
  readonly source: string | null;
  readonly hasReferrer: 0 | 1;
  readonly namedOn: LocalDate | null;
  readonly on: LocalDate | null;
  readonly cents: number | null;
}

/** Long after the first purchase nothing counts; two days more than that, for the turn of the day and the time zone. */
const newcomersText = `SELECT few.id, few.created_at AS createdAt, few.source, few.referrer_id IS NOT NULL AS hasReferrer,
    (SELECT min(named.business_date) FROM referral_events AS named
     WHERE named.customer_id = few.id AND named.kind = 'named' AND named.referrer_id = few.referrer_id) AS namedOn,
    bought."on", bought.netCents AS cents
  FROM customers AS few LEFT JOIN (SELECT visits.customer_id, ${purchaseNet} FROM visits WHERE ${standingPurchase}) AS bought
    ON bought.customer_id = few.id AND bought."on" <= date(few.created_at / 1000, 'unixepoch', '+' || (@days + 2) || ' days')
  WHERE few.removed_at IS NULL AND few.created_at >= @from AND few.created_at < @until
    AND few.import_id IS NULL AND few.merged_into_id IS NULL
  ORDER BY few.created_at, few.id, bought."on"`;

/** Everybody whose card was made in a time, with each purchase within so many days, the rows of one person together in the order of the days. */
export const listNewcomers = (
  database: StoreDatabase,
  asked: { readonly from: Instant; readonly until: Instant; readonly days: number },
): NewcomerRow[] => plainRows(database, newcomersText, { ...asked });

const broughtText = `SELECT count(*) AS brought, count(DISTINCT referrer_id) AS referrers FROM customers INDEXED BY customers_by_referrer
  WHERE referrer_id IS NOT NULL`;

/** How many were brought, and by how many. */
export const countBrought = (database: StoreDatabase): { readonly brought: number; readonly referrers: number } =>
  plainRows<{ brought: number; referrers: number }>(database, broughtText)[0] ?? { brought: 0, referrers: 0 };

/** The SQL of the reads above, so that their plans can be asserted. */
export const referralConversionQueries = { newcomers: newcomersText };
