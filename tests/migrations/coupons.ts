import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

/** To version 450: visits stay as they were; a coupon keeps its terms, and both ledgers are append-only. */
export const couponsStep = (database: () => StoreDatabase) => {
  const visits = (): unknown[] => plainRows(database(), 'SELECT * FROM visits ORDER BY id');
  let before: unknown[] = [];
  return {
    insertBefore: () => {
      fillDatabase(database());
      before = visits();
      expect(before).not.toEqual([]);
    },
    expectAfter: () => {
      const store = database();
      expect(visits()).toEqual(before);
      const [visit] = plainRows<{ id: string }>(store, 'SELECT id FROM visits LIMIT 1');
      const run = (text: string) => plainRun(store, text, { owner: customerIdOf(1), visit: visit?.id ?? null });
      run(
        `INSERT INTO coupon_types (id, name, position, occasion, terms, created_at, changed_at) VALUES ('t', '券', 0, 'none', '{}', 1, 1)`,
      );
      const coupon = (id: string, occasion: string, year: string) =>
        run(`INSERT INTO coupons (id, customer_id, number, type_id, name, terms, occasion, occasion_year, at, business_date)
          VALUES ('${id}', @owner, 'n${id}', 't', '券', '{}', '${occasion}', ${year}, 1, '2026-11-01')`);
      coupon('a', 'none', 'NULL');
      expect(() => coupon('b', 'birthday', 'NULL')).toThrow(/CHECK/);
      run(
        `INSERT INTO coupon_entries (id, coupon_id, at, business_date, kind, uses) VALUES ('e', 'a', 1, '2026-11-01', 'issue', 1)`,
      );
      run(`INSERT INTO discount_codes (id, code, note, terms, created_at, changed_at) VALUES ('c', 'VIP88', '', '{}', 1, 1)`);
      run(`INSERT INTO discount_code_uses (id, code_id, at, business_date, kind, uses, cents, visit_id)
        VALUES ('u', 'c', 1, '2026-11-01', 'redeem', -1, 100, @visit)`);
      for (const change of ['coupons SET number = 1', 'coupon_entries SET uses = 2', 'discount_code_uses SET cents = 0'])
        expect(() => run(`UPDATE ${change}`)).toThrow(/append-only/);
      for (const table of ['discount_code_uses', 'discount_codes', 'coupon_entries', 'coupons', 'coupon_types'])
        plainRun(store, `DELETE FROM ${table}`);
    },
  };
};

/** To version 455: what is left of a coupon and the figures of its day are summed from the ledger, and go on with it; a coupon still keeps its terms. */
export const couponFiguresStep = (database: () => StoreDatabase) => {
  const run = (text: string) => plainRun(database(), text, { owner: customerIdOf(1) });
  const entry = (id: string, day: string, kind: string, uses: number, off: number, reverses = 'NULL') =>
    run(`INSERT INTO coupon_entries (id, coupon_id, at, business_date, kind, uses, cents, reverses_id)
      VALUES ('${id}', 'a', 1, '2026-11-${day}', '${kind}', ${uses}, ${off}, ${reverses})`);
  return {
    insertBefore: () => {
      fillDatabase(database());
      run(
        `INSERT INTO coupon_types (id, name, position, occasion, terms, created_at, changed_at) VALUES ('t', '券', 0, 'none', '{}', 1, 1)`,
      );
      run(`INSERT INTO coupons (id, customer_id, number, type_id, name, terms, occasion, at, business_date)
        VALUES ('a', @owner, 'na', 't', '券', '{}', 'none', 1, '2026-11-01')`);
      entry('issued', '01', 'issue', 3, 0);
      entry('used', '02', 'redeem', -1, 500);
    },
    expectAfter: () => {
      const left = () => plainRows(database(), 'SELECT uses_left FROM coupons');
      const days = () => plainRows(database(), 'SELECT business_date, issued, used, cents FROM coupon_days ORDER BY 1');
      const first = { business_date: '2026-11-01', issued: 3, used: 0, cents: 0 };
      const second = { business_date: '2026-11-02', issued: 0, used: 1, cents: 500 };
      expect(left()).toEqual([{ uses_left: 2 }]);
      expect(days()).toEqual([first, second]);
      entry('again', '02', 'redeem', -1, 300);
      entry('back', '03', 'reverse', 1, -500, `'used'`);
      expect(left()).toEqual([{ uses_left: 2 }]);
      expect(days()).toEqual([
        first,
        { ...second, used: 2, cents: 800 },
        { business_date: '2026-11-03', issued: 0, used: -1, cents: -500 },
      ]);
      for (const change of ['number = 1', 'uses_left = 9', `customer_id = '${customerIdOf(2)}'`])
        expect(() => run(`UPDATE coupons SET ${change}`)).toThrow(/append-only/);
      for (const table of ['coupon_entries', 'coupons', 'coupon_days', 'coupon_types'])
        plainRun(database(), `DELETE FROM ${table}`);
    },
  };
};
