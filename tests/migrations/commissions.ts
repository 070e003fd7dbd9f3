import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';

/** To version 500: no shop begins with a rule of commission; a rule is about a product or a category, and a top-up about neither. */
export const commissionsStep = (database: () => StoreDatabase) => ({
  insertBefore: () => undefined,
  expectAfter: () => {
    const store = database();
    expect(plainRows(store, 'SELECT id FROM commission_rules')).toEqual([]);
    const add = (kind: string, category: string | null, rate: number) =>
      plainRun(
        store,
        `INSERT INTO commission_rules (id, name, kind, category, rate_kind, rate, position, created_at, changed_at)
         VALUES ('a', '手工费', @kind, @category, 'percent', @rate, 0, 1, 1)`,
        { kind, category, rate },
      );
    expect(() => add('tip', null, 500)).toThrow(/CHECK/);
    expect(() => add('top_up', '茶', 500)).toThrow(/CHECK/);
    expect(() => add('sale', '茶', -1)).toThrow(/CHECK/);
    add('sale', '茶', 500);
    expect(() => plainRun(store, `UPDATE commission_rules SET product_id = 'p'`, {})).toThrow(/CHECK/);
    plainRun(store, 'DELETE FROM commission_rules');
  },
});
