import { customersHandlers } from '../../electron/handlers/customers.ts';
import { countCardsHandlers } from '../../electron/handlers/countCards.ts';
import { couponsHandlers } from '../../electron/handlers/coupons.ts';
import { loyaltyHandlers } from '../../electron/handlers/loyalty.ts';
import { sharersHandlers } from '../../electron/handlers/sharers.ts';
import { valueCardsHandlers } from '../../electron/handlers/valueCards.ts';
import { callbacksHandlers } from '../../electron/handlers/callbacks.ts';
import { visitsHandlers } from '../../electron/handlers/visits.ts';
import { closeStore } from '../../electron/store/open.ts';
import { contract } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import type { StoreContext } from '../../electron/handlers/context.ts';
import { openBenchDesk, someCustomers } from './desk.ts';
import type { Measure } from './measure.ts';
import { timedSync } from './statistics.ts';

const RUNS = 120;
const WARM_UP = 10;

type Operation = (context: StoreContext, customerId: CustomerId, run: number) => unknown;

/** What a clerk does with a customer standing there. */
const operations: Readonly<Record<string, Operation>> = {
  "today's list": (context) => callbacksHandlers['callbacks.today'](context, { limit: null }),
  'open a card': (context, customerId) => customersHandlers['customers.findById'](context, { customerId }),
  'read a timeline': (context, customerId) =>
    customersHandlers['customers.timeline'](context, contract.customers.timeline.input.parse({ customerId })),
  'first page of the list': (context) => customersHandlers['customers.list'](context, contract.customers.list.input.parse({})),
  'page in the middle of the list': (context, _customerId, run) =>
    customersHandlers['customers.list'](context, contract.customers.list.input.parse({ offset: 300 + run, limit: 50 })),
  'is the number taken': (context) =>
    customersHandlers['customers.findDuplicates'](
      context,
      contract.customers.findDuplicates.input.parse({ phone: '13800138000' }),
    ),
  'usual items': (context, customerId) =>
    visitsHandlers['visits.usualItems'](context, contract.visits.usualItems.input.parse({ customerId })),
  'record a visit': (context, customerId) =>
    visitsHandlers['visits.record'](
      context,
      contract.visits.record.input.parse({ customerId, lines: [{ name: '剪发', quantity: 1000, unitPriceCents: 8800 }] }),
    ),
  'what can pay at a visit': (context, customerId) => {
    couponsHandlers['coupons.atVisit'](context, contract.coupons.atVisit.input.parse({ customerId }));
    countCardsHandlers['countCards.forVisit'](context, contract.countCards.forVisit.input.parse({ customerId }));
    sharersHandlers['sharers.forVisit'](context, { customerId, businessDate: null });
    valueCardsHandlers['valueCards.atVisit'](context, contract.valueCards.atVisit.input.parse({ customerId }));
  },
  'loyalty score': (context, customerId) => loyaltyHandlers['loyalty.score'](context, { customerId }),
  'change a fact': (context, customerId, run) =>
    customersHandlers['customers.update'](
      context,
      contract.customers.update.input.parse({ customerId, changes: { note: `下午有空 ${run}` } }),
    ),
  search: (context, _customerId, run) =>
    customersHandlers['customers.search'](context, { text: String(1000 + run * 37), limit: 10 }),
};

/** Writes are taken back at once: what is measured is the work inside the transaction, not the disk (P6 has that). */
const rolledBack = (context: StoreContext, work: () => unknown): number => {
  let milliseconds = 0;
  try {
    context.database.connection.transaction(() => {
      milliseconds = timedSync(work);
      throw new AppError('cancelled');
    })();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'cancelled') throw error;
  }
  return milliseconds;
};

const writes = new Set(['record a visit', 'change a fact']);

/** P13: every operation of the front desk at this size; the report lays the sizes side by side. */
export const measureGrowth: Measure = async (bench) => {
  const { database, context } = openBenchDesk(await bench.sharedShop());
  const people = someCustomers(database, RUNS + WARM_UP);
  const found = Object.entries(operations).map(([what, operation]) => {
    const ours: number[] = [];
    for (const [run, customerId] of people.entries()) {
      const work = (): unknown => operation(context, customerId, run);
      const milliseconds = writes.has(what) ? rolledBack(context, work) : timedSync(work);
      if (run >= WARM_UP) ours.push(milliseconds);
    }
    return {
      id: 'P13',
      what,
      ours,
      control: null,
      controlIs: 'none; the sizes stand side by side below',
      statistic: 'median',
      goal: null,
      note: '',
    } as const;
  });
  closeStore(database);
  return found;
};
