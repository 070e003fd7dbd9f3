import { heldTier } from '../../shared/domain/loyalty/tiers.ts';
import type { TierEvent, TierStep } from '../../shared/domain/loyalty/tiers.ts';
import type { TierId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { plainRows } from './database.ts';
import type { StoreDatabase } from './database.ts';

interface EventRow extends Omit<TierEvent, 'isFixed'> {
  readonly number: string;
  readonly fixed: 0 | 1;
}
interface HeldRow {
  readonly number: string;
  readonly tierId: TierId;
  readonly sinceOn: LocalDate;
  readonly untilOn: LocalDate | null;
  readonly fixed: 0 | 1;
}

const tiers = `SELECT id, row_number() OVER (ORDER BY position, id) - 1 AS rank, threshold, keep_threshold AS keepThreshold, 0 AS isArchived
  FROM tiers`;
const events = `SELECT customers.number, tier_events.kind, business_date AS "on", tier_id AS tierId, from_tier_id AS fromTierId,
    until_on AS untilOn, is_fixed AS fixed
  FROM tier_events JOIN customers ON customers.id = tier_events.customer_id ORDER BY tier_events.customer_id, tier_events.at, tier_events.id`;
const kept = `SELECT customers.number, tier_id AS tierId, since_on AS sinceOn, until_on AS untilOn, is_fixed AS fixed
  FROM customer_tiers JOIN customers ON customers.id = customer_tiers.customer_id`;

const wordsOf = ({ tierId, sinceOn, untilOn, fixed }: Omit<HeldRow, 'number'>): string =>
  JSON.stringify([tierId, sinceOn, untilOn, fixed]);

/** Numbers of the customers whose tier, as it is kept, is not what follows from their steps. */
export const customersWithWrongTier = (database: StoreDatabase): string[] => {
  const steps = plainRows<TierStep>(database, tiers);
  const byCustomer = new Map<string, TierEvent[]>();
  for (const { number, fixed, ...event } of plainRows<EventRow>(database, events)) {
    const own = byCustomer.get(number) ?? [];
    own.push({ ...event, isFixed: fixed === 1 });
    byCustomer.set(number, own);
  }
  const held = new Map(plainRows<HeldRow>(database, kept).map(({ number, ...row }) => [number, wordsOf(row)]));
  return [...new Set([...byCustomer.keys(), ...held.keys()])].filter((number) => {
    const follows = heldTier(steps, byCustomer.get(number) ?? []);
    const wanted = follows && wordsOf({ ...follows, fixed: follows.isFixed ? 1 : 0 });
    return (held.get(number) ?? null) !== wanted;
  });
};
