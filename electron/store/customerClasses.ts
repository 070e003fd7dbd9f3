import type { Selectable } from 'kysely';
import type { Classes } from '../../shared/contract/segments.ts';
import type { Cents } from '../../shared/types/amounts.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { CustomerClassesTable } from './schema.ts';

const byCustomer = hotQuery<{ customerId: CustomerId }, Selectable<CustomerClassesTable>>(
  sqlite.selectFrom('customer_classes').selectAll().where('customer_id', '=', parameter<CustomerId>('customerId')),
);

/** The class columns of a row, as the contract tells them. */
export const classesOf = (row: Omit<Selectable<CustomerClassesTable>, 'customer_id'>): Classes => ({
  asOf: row.as_of,
  recencyScore: row.recency_score,
  frequencyScore: row.frequency_score,
  moneyScore: row.money_score,
  rfm: row.rfm,
  rfm8: row.rfm8,
  value: row.value,
  activity: row.activity,
  isDormant: row.is_dormant === 1,
  lifecycle: row.lifecycle,
});

/** The classes of one customer, and the spend of the last 12 months they rest on; null until first judged. */
export const findClasses = (
  database: StoreDatabase,
  customerId: CustomerId,
): { readonly classes: Classes; readonly yearSpendCents: Cents } | null => {
  const row = byCustomer.first(database, { customerId });
  return row ? { classes: classesOf(row), yearSpendCents: row.year_spend_cents } : null;
};
