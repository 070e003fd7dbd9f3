import { gatherPurchases } from '../../shared/domain/forecast/history.ts';
import type { Purchases } from '../../shared/domain/forecast/history.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import type { StoreDatabase } from '../store/database.ts';
import { idsAfter } from '../store/engineFacts.ts';
import { givenBackBetween, purchaseDaysBetween } from '../store/purchaseDays.ts';
import { snapshot } from '../store/snapshot.ts';

const CUSTOMERS_A_READ = 1000;

/**
 * Everybody's purchases up to a day, of one moment of the store. Undone visits do not count, nor do visits without a purchase; what went back is
 * taken off the day it was bought on. Removed and inactive customers are left out, as in segments. `onStep` tells how many customers were looked at.
 */
export const readPurchases = (
  database: StoreDatabase,
  until: LocalDate,
  onStep: (customers: number) => void,
): readonly Purchases[] =>
  snapshot(database, () => {
    const gathered = gatherPurchases();
    let looked = 0;
    for (let after = ''; ;) {
      const ids = idsAfter(database, after, CUSTOMERS_A_READ);
      const [from, to] = [ids[0], ids.at(-1)];
      if (from === undefined || to === undefined) return gathered.all();
      for (const row of purchaseDaysBetween(database, { from, to }, until))
        gathered.add(row.customer_id, row.business_date, row.total_cents);
      for (const row of givenBackBetween(database, { from, to }, until))
        gathered.takeOff(row.customer_id, row.business_date, row.total_cents);
      after = to;
      looked += ids.length;
      onStep(looked);
    }
  });
