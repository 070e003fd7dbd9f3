import type { StoreDatabase } from '../../electron/store/database.ts';
import { listContactMethods, findCustomersByPhone } from '../../electron/store/contactMethods.ts';
import { findCustomerById, findCustomerByNumber } from '../../electron/store/customers.ts';
import { findSummary } from '../../electron/store/customerFacts.ts';
import { listCustomerRows } from '../../electron/store/customerRows.ts';
import { listImportantDates } from '../../electron/store/importantDates.ts';
import { findLedger, listLedger } from '../../electron/store/loyalty.ts';
import { closeStore } from '../../electron/store/open.ts';
import { listLatestLines } from '../../electron/store/usualItems.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { openBenchDesk, someCustomers } from './desk.ts';
import type { Measure, Measurement } from './measure.ts';
import { recordStatements, replayOf } from './replay.ts';
import type { Prepared } from './replay.ts';
import { quantile, timedSync } from './statistics.ts';

interface HotQuery {
  readonly name: string;
  ask(database: StoreDatabase, customer: CustomerId, shop: Asked): unknown;
}

/** What the questions are asked about. */
interface Asked {
  readonly all: readonly CustomerId[];
  readonly numbers: ReadonlyMap<CustomerId, string>;
}

/** What the front desk asks all day long. */
const hotQueries: readonly HotQuery[] = [
  { name: 'customer by id', ask: findCustomerById },
  { name: 'customer by number', ask: (database, id, { numbers }) => findCustomerByNumber(database, numbers.get(id) ?? '') },
  { name: 'summary', ask: findSummary },
  { name: 'contact methods', ask: listContactMethods },
  { name: 'customers by phone', ask: (database) => findCustomersByPhone(database, '+8617400314159') },
  { name: 'important dates', ask: listImportantDates },
  { name: 'a page of 100 rows', ask: (database, _id, { all }) => listCustomerRows(database, all) },
  { name: 'ledger sum', ask: findLedger },
  { name: 'ledger page', ask: (database, id) => listLedger(database, { customerId: id, offset: 0, limit: 100 }) },
  { name: 'latest lines', ask: listLatestLines },
];

const CUSTOMERS = 100;
const ROUNDS = 60;

/** Ours and the same statements raw, over the same customers in turns; one figure a round, in milliseconds a call. */
const measureOne = (database: StoreDatabase, shop: Asked, { ask }: HotQuery) => {
  const customers = shop.all;
  const known: Prepared = new Map();
  const raw = customers.map((id) =>
    replayOf(
      database.connection,
      recordStatements(database, (recording) => ask(recording, id, shop)),
      known,
    ),
  );
  const [ours, control]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const one = timedSync(() => {
      for (const id of customers) ask(database, id, shop);
    });
    const other = timedSync(() => {
      for (const run of raw) run();
    });
    if (round < 5) continue;
    ours.push(one / customers.length);
    control.push(other / customers.length);
  }
  return { ours, control };
};

/** P5: the hottest queries as built by kysely and run by us, against the bare prepared statement. */
export const measureQueries: Measure = async (bench) => {
  const { database } = openBenchDesk(await bench.sharedShop());
  const customers = someCustomers(database, CUSTOMERS);
  const numbers = new Map(customers.map((id) => [id, findCustomerById(database, id)?.number ?? '']));
  const each: Measurement[] = hotQueries.map((query) => ({
    id: `P5 ${query.name}`,
    what: query.name,
    ...measureOne(database, { all: customers, numbers }, query),
    controlIs: 'the same statements, raw',
    statistic: 'median',
    goal: { ratio: 1.3 },
    note: '',
  }));
  closeStore(database);
  const ratios = each.map(({ ours, control }) => quantile(ours, 0.5) / quantile(control ?? [], 0.5));
  const worst = each[ratios.indexOf(Math.max(...ratios))];
  if (!worst) return each;
  return [{ ...worst, id: 'P5', what: `ten hot queries, the worst: ${worst.what}` }, ...each];
};
