import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';

/** To version 160: fields and staff of before stay as they are, in no private group and without a note. */
export const privateStep = (database: () => StoreDatabase) => ({
  insertBefore: () => {
    plainRun(database(), `INSERT INTO custom_fields (id, name, type, position) VALUES ('f1', '病史', 'text', 0)`);
    plainRun(database(), `INSERT INTO staff (id, name, is_active, created_at) VALUES ('s1', '小美', 1, 5)`);
  },
  expectAfter: () => {
    expect(plainRows(database(), 'SELECT id, name, private_group FROM custom_fields')).toEqual([
      { id: 'f1', name: '病史', private_group: null },
    ]);
    expect(plainRows(database(), 'SELECT id, name, note FROM staff')).toEqual([{ id: 's1', name: '小美', note: null }]);
    expect(plainRun(database(), `UPDATE custom_fields SET private_group = 'health'`)).toBe(1);
    expect(() => plainRun(database(), `UPDATE custom_fields SET private_group = 'secret'`)).toThrow();
  },
});
