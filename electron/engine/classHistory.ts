import { groupOn } from '../../shared/domain/segments/movement.ts';
import type { Group, GroupSince, MovementAxis } from '../../shared/domain/segments/movement.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { classChangesBetween } from '../store/classChanges.ts';
import type { StoreDatabase } from '../store/database.ts';
import { idsAfter } from '../store/engineFacts.ts';
import { snapshot } from '../store/snapshot.ts';

const CUSTOMERS_A_READ = 2000;

interface TwoDays {
  readonly axis: MovementAxis;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/**
 * Where everybody was at the end of two days, told one by one; null where they were in no group. Returns the first day that anything is
 * known of; null before there was any. `onStep` is told how many were looked at, and may throw to stop.
 */
export const walkMovement = (
  database: StoreDatabase,
  { axis, from, to }: TwoDays,
  visit: (customerId: CustomerId, before: Group | null, after: Group | null) => void,
  onStep: (customers: number) => void,
): LocalDate | null =>
  snapshot(database, () => {
    let since: LocalDate | null = null;
    let looked = 0;
    for (let last = ''; ;) {
      const ids = idsAfter(database, last, CUSTOMERS_A_READ);
      const [first, end] = [ids[0], ids.at(-1)];
      if (first === undefined || end === undefined) return since;
      const byCustomer = new Map<CustomerId, GroupSince[]>();
      for (const change of classChangesBetween(database, axis, { from: first, to: end }, to)) {
        if (since === null || change.on < since) since = change.on;
        const known = byCustomer.get(change.customerId);
        if (known) known.push(change);
        else byCustomer.set(change.customerId, [change]);
      }
      for (const [customerId, changes] of byCustomer) visit(customerId, groupOn(changes, from), groupOn(changes, to));
      last = end;
      looked += ids.length;
      onStep(looked);
    }
  });
