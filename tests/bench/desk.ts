import { v7 } from 'uuid';
import type { StoreContext } from '../../electron/handlers/context.ts';
import { ownerSession } from '../../electron/gate/session.ts';
import { makeClock } from '../../electron/worker/clock.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { openStore } from '../../electron/store/open.ts';
import { readSettings } from '../../electron/store/settings.ts';
import { plainRows } from '../../electron/store/database.ts';
import { customerId } from '../../shared/types/ids.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { BENCH_TODAY } from './shop.ts';

/** What a handler gets from the store worker, on this thread: what is measured is the work, not the way to it. */
export const openBenchDesk = (path: string) => {
  const database = openStore(path);
  const clock = makeClock(BENCH_TODAY);
  const contextOn = (own: StoreDatabase): StoreContext => ({
    database: own,
    actor: ownerSession,
    now: () => clock.now(() => readSettings(own)),
    today: () => clock.today(readSettings(own)),
    newId: v7,
    settings: () => readSettings(own),
    changed: () => undefined,
    audited: () => undefined,
  });
  return { database, context: contextOn(database), contextOn };
};

/** Customers from all over the file, evenly: the same in every run. */
export const someCustomers = (database: StoreDatabase, wanted: number): CustomerId[] => {
  const all = plainRows<{ id: string }>(database, 'SELECT id FROM customers ORDER BY number');
  const step = Math.max(1, Math.floor(all.length / wanted));
  return all
    .filter((_row, index) => index % step === 0)
    .map(({ id }) => customerId(id))
    .slice(0, wanted);
};
