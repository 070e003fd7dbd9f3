import { expect } from 'vitest';
import { customersInteractions } from '../../electron/handlers/interactions.ts';
import { loyaltyHandlers } from '../../electron/handlers/loyalty.ts';
import { customersTimeline } from '../../electron/handlers/timeline.ts';
import { visitsHandlers } from '../../electron/handlers/visits.ts';
import { execute, rows, sqlite } from '../../electron/store/database.ts';
import { refreshSummary } from '../../electron/store/summaries.ts';
import { writeSettings } from '../../electron/store/settings.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import type { ShopSettings } from '../../shared/contract/settings.ts';
import { AppError } from '../../shared/errors.ts';
import type { AppErrorCode, ErrorDetails } from '../../shared/errors.ts';
import { cents } from '../../shared/types/amounts.ts';
import { customerId, productId, staffId } from '../../shared/types/ids.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { openTestStore } from './store.ts';
import type { TestStore } from './store.ts';

/** The failure that the work ends with; the test fails when it ends well. */
export const failureOf = (work: () => unknown): { code: AppErrorCode; details: ErrorDetails } => {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, details: error.details };
    throw error;
  }
  return expect.fail('this should have been refused');
};

/** The front desk of a test store: what the clerk can do, each through contract and handler in one transaction. */
export const openDesk = (options: Parameters<typeof openTestStore>[0] = {}) => {
  const store: TestStore = openTestStore(options);
  const { context, database, command } = store;
  let people = 0;
  return {
    ...store,
    settings: (changes: Partial<ShopSettings>) => {
      writeSettings(database, changes, context.now());
    },
    addCustomer: (): CustomerId => {
      people += 1;
      const id = customerId(context.newId());
      const at = context.now();
      const row = {
        id,
        number: `T${people}`,
        name: '王芳',
        name_pinyin: 'wang fang',
        gender: 'unknown',
        status: 'customer',
      } as const;
      const flags = { is_vip: 0, do_not_contact: 0, created_at: at, changed_at: at } as const;
      command(() => {
        execute(database, sqlite.insertInto('customers').values({ ...row, ...flags }));
        refreshSummary(database, id);
      });
      return id;
    },
    addStaff: (name: string) => {
      const id = staffId(context.newId());
      execute(database, sqlite.insertInto('staff').values({ id, name, is_active: 1, created_at: context.now() }));
      return id;
    },
    addProduct: (name: string, price: number, cost: number | null) => {
      const id = productId(context.newId());
      const words = { name, name_pinyin: name, initials: name };
      const money = { price_cents: cents(price), cost_cents: cost === null ? null : cents(cost) };
      const row = { id, ...words, ...money, is_service: 0, created_at: context.now(), changed_at: context.now() } as const;
      execute(database, sqlite.insertInto('products').values(row));
      return id;
    },
    record: (input: CallInput<'visits.record'>) =>
      command(() => visitsHandlers['visits.record'](context, contract.visits.record.input.parse(input))),
    undo: (input: CallInput<'visits.undo'>) =>
      command(() => visitsHandlers['visits.undo'](context, contract.visits.undo.input.parse(input))),
    findVisit: (input: CallInput<'visits.findById'>) =>
      visitsHandlers['visits.findById'](context, contract.visits.findById.input.parse(input)),
    usualItems: (input: CallInput<'visits.usualItems'>) =>
      visitsHandlers['visits.usualItems'](context, contract.visits.usualItems.input.parse(input)).items,
    redeem: (input: CallInput<'loyalty.redeem'>) =>
      command(() => loyaltyHandlers['loyalty.redeem'](context, contract.loyalty.redeem.input.parse(input))),
    adjust: (input: CallInput<'loyalty.adjust'>) =>
      command(() => loyaltyHandlers['loyalty.adjust'](context, contract.loyalty.adjust.input.parse(input))),
    reverse: (input: CallInput<'loyalty.reverse'>) =>
      command(() => loyaltyHandlers['loyalty.reverse'](context, contract.loyalty.reverse.input.parse(input))),
    entries: (input: CallInput<'loyalty.entries'>) =>
      loyaltyHandlers['loyalty.entries'](context, contract.loyalty.entries.input.parse(input)),
    contact: (input: CallInput<'customers.recordInteraction'>) =>
      command(() =>
        customersInteractions['customers.recordInteraction'](context, contract.customers.recordInteraction.input.parse(input)),
      ),
    timeline: (input: CallInput<'customers.timeline'>) =>
      customersTimeline['customers.timeline'](context, contract.customers.timeline.input.parse(input)),
    /** The kept summary row, revision included. */
    summary: (id: CustomerId) => {
      const [row] = rows(database, sqlite.selectFrom('customer_summaries').selectAll().where('customer_id', '=', id));
      return row ?? expect.fail('no summary');
    },
    ledger: (id: CustomerId) =>
      rows(database, sqlite.selectFrom('points_entries').selectAll().where('customer_id', '=', id).orderBy('at').orderBy('id')),
  };
};
export type Desk = ReturnType<typeof openDesk>;

/** One line of a receipt in whole units. */
export const item = (unitPriceCents: number, units = 1, name = '碧螺春') => ({ name, unitPriceCents, quantity: units * 1000 });
