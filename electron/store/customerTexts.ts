import { isId } from '../../shared/types/ids.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { plainRows } from './database.ts';
import type { StoreDatabase } from './database.ts';
import { mergeTables } from './mergePolicy.ts';

const reads: readonly string[] = [
  'SELECT * FROM customers WHERE id = @customerId',
  ...mergeTables
    .filter(({ table, column, policy }) => column === 'customer_id' && policy !== 'recompute' && table !== 'customers')
    .map(({ table }) => `SELECT * FROM "${table}" WHERE customer_id = @customerId`),
];

const parsed = (text: string): unknown => {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return isId(value) ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
};

/**
 * Every text that the store holds of one customer, former values among them, each once: what a masked text may stand for. Reads all of
 * their rows, so it is for the rare case.
 */
export const listTextsOfCustomer = (database: StoreDatabase, customerId: CustomerId): string[] => {
  const rows = reads.flatMap((sql) => plainRows<Record<string, unknown>>(database, sql, { customerId }));
  // How a name is read follows from the name, and is shown nowhere.
  const values = rows.map(({ name_pinyin: _reading, ...row }) => row);
  return [
    ...new Set(
      values.flatMap((row) => Object.values(row)).flatMap((value) => textsIn(typeof value === 'string' ? parsed(value) : null)),
    ),
  ];
};
