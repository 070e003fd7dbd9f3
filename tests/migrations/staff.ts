import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';

const staffId = (index: number): string => `00000000-0000-7000-8000-0000000005${String(index).padStart(2, '0')}`;

/** To version 130: whoever worked here stays, as a clerk without a PIN; whoever had left has left; nobody has an account yet. */
export const staffStep = (database: () => StoreDatabase) => ({
  insertBefore: () => {
    for (const [index, name] of ['张丽', '李强'].entries())
      plainRun(database(), 'INSERT INTO staff (id, name, is_active, created_at) VALUES (@id, @name, @isActive, 5)', {
        id: staffId(index),
        name,
        isActive: index === 0 ? 1 : 0,
      });
  },
  expectAfter: () => {
    const store = database();
    expect(
      plainRows(store, 'SELECT name, is_active, created_at, role, pin_hash, pin_set_at, left_on FROM staff ORDER BY id'),
    ).toEqual([
      { name: '张丽', is_active: 1, created_at: 5, role: 'clerk', pin_hash: null, pin_set_at: null, left_on: null },
      { name: '李强', is_active: 0, created_at: 5, role: 'clerk', pin_hash: null, pin_set_at: null, left_on: null },
    ]);
    expect(plainRows(store, 'SELECT * FROM owner_access')).toEqual([
      { id: 1, recovery_hash: null, recovery_made_at: null, welcome_settled_at: null },
    ]);
    expect(plainRows(store, 'SELECT * FROM roles')).toEqual([]);
    plainRun(store, 'DELETE FROM staff');
  },
});
