import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

const owner = customerIdOf(1);
const method = {
  id: 'method-1',
  customer_id: owner,
  type: 'mobile',
  value: '138 0013 8000',
  e164: '+8613800138000',
  is_primary: 1,
  is_valid: 0,
  verified_on: '2026-03-01',
  created_at: 7,
};
const change = {
  id: 'change-1',
  customer_id: owner,
  at: 9,
  business_date: '2026-11-20',
  action: 'edited',
  fields: '["phone"]',
  before: '{"phone":null}',
  import_id: null,
  staff_id: null,
};

const columns = (row: object): string => Object.keys(row).join(', ');
const insert = (table: string, row: object): string =>
  `INSERT INTO ${table} (${columns(row)}) VALUES (${Object.keys(row)
    .map((name) => `@${name}`)
    .join(', ')})`;

/** To version 20: contact methods and changes keep every value; what is new is empty and takes what it is for. */
export const cardStep = (opened: () => StoreDatabase) => ({
  insertBefore: () => {
    const database = opened();
    fillDatabase(database);
    plainRun(database, insert('contact_methods', method), method);
    plainRun(database, insert('customer_changes', change), change);
    plainRun(
      database,
      `INSERT INTO important_dates (id, customer_id, kind, label, calendar, month, day) VALUES ('date-1', @owner, 'other', '开业', 'solar', 5, 1)`,
      { owner },
    );
  },
  expectAfter: () => {
    const database = opened();
    expect(plainRows(database, 'SELECT * FROM contact_methods')).toEqual([{ ...method, label: null }]);
    expect(plainRows(database, 'SELECT * FROM customer_changes')).toEqual([change]);
    expect(plainRows(database, 'SELECT is_yearly, lead_days FROM important_dates')).toEqual([{ is_yearly: 1, lead_days: null }]);
    expect(plainRows(database, 'SELECT count(*) AS count FROM customers WHERE stated_age IS NULL AND needs IS NULL')).toEqual([
      { count: 3 },
    ]);
    const social = { ...method, id: 'method-2', type: 'social', label: '小红书', value: '小满不熬夜', e164: null };
    plainRun(database, insert('contact_methods', social), social);
    expect(() =>
      plainRun(database, insert('contact_methods', { ...social, id: 'method-3' }), { ...social, id: 'method-3', type: 'fax' }),
    ).toThrow(/CHECK/);
    expect(() => plainRun(database, 'UPDATE customers SET stated_age = 131')).toThrow(/CHECK/);
    expect(
      plainRows(
        database,
        'SELECT * FROM field_verifications UNION ALL SELECT customer_id, at, handover_id, read_at FROM handover_customers',
      ),
    ).toEqual([]);
  },
});
