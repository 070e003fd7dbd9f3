import { describe, expect, it } from 'vitest';
import { auditProblems, foreignKeyProblems, integrityProblems } from '../store/audit.ts';
import { countStore } from '../store/backup.ts';
import { plainRows } from '../store/database.ts';
import { readRun } from '../store/engine.ts';
import { localDate } from '../../shared/types/time.ts';
import { openTestStore } from '../../tests/helpers/store.ts';
import type { TestStore } from '../../tests/helpers/store.ts';
import { settingsDemo } from './demo.ts';

const fill = (store: TestStore, input = { customers: 300, seed: 20_261 }) =>
  store.command(() => settingsDemo['settings.createDemo'](store.context, input));

/** Facts without their ids: what two runs must have in common. */
const factsOf = (store: TestStore): unknown[] => [
  plainRows(store.database, 'SELECT number, name, gender, region, created_at FROM customers ORDER BY number'),
  plainRows(
    store.database,
    `SELECT customers.number, at, total_cents, points_earned FROM visits JOIN customers ON customers.id = visits.customer_id
     ORDER BY at, customers.number`,
  ),
];

describe('the demo shop', () => {
  it('is whole: integrity, keys, ledgers and summaries', () => {
    const store = openTestStore();
    const made = fill(store);
    expect(made.customers).toBe(300);
    expect(countStore(store.database)).toMatchObject({ customers: 300, visits: made.visits });
    expect(integrityProblems(store.database)).toEqual([]);
    expect(foreignKeyProblems(store.database)).toEqual([]);
    expect(auditProblems(store.database)).toEqual([]);
    expect(store.context.settings().shopName).toBe('小满造型');
    expect(readRun(store.database).date).toBeNull();
    store.close();
  });

  it('is the same for the same seed and day, and another for another seed', () => {
    const [one, again, other] = [openTestStore(), openTestStore(), openTestStore()];
    fill(one);
    fill(again);
    fill(other, { customers: 300, seed: 7 });
    expect(factsOf(again)).toEqual(factsOf(one));
    expect(factsOf(other)).not.toEqual(factsOf(one));
    for (const store of [one, again, other]) store.close();
  });

  it('is refused where anyone is already, and changes nothing', () => {
    const store = openTestStore();
    fill(store, { customers: 1, seed: 1 });
    expect(() => fill(store)).toThrow(expect.objectContaining({ code: 'conflict', details: { reason: 'store_not_empty' } }));
    expect(countStore(store.database).customers).toBe(1);
    store.close();
  });

  it('looks like a shop: a long tail, some regulars, weekends, people gone and people new, nothing in the future', () => {
    const store = openTestStore();
    const { visits } = fill(store);
    const counts = plainRows<{ visit_count: number; last_visit_on: string }>(
      store.database,
      'SELECT visit_count, last_visit_on FROM customer_summaries ORDER BY visit_count DESC',
    );
    const best = counts.slice(0, 60).reduce((sum, row) => sum + row.visit_count, 0);
    expect(best / visits).toBeGreaterThan(0.4);
    expect(best / visits).toBeLessThan(0.8);
    expect(counts.filter((row) => row.last_visit_on < '2026-05-21').length).toBeGreaterThan(60);
    expect(counts.filter((row) => row.last_visit_on > '2026-10-21').length).toBeGreaterThan(60);
    const weekends = plainRows<{ total: number }>(
      store.database,
      `SELECT count(*) AS total FROM visits WHERE strftime('%w', business_date) IN ('0', '6')`,
    );
    expect((weekends[0]?.total ?? 0) / visits).toBeGreaterThan(0.4);
    const latest = plainRows<{ latest: string }>(store.database, 'SELECT max(business_date) AS latest FROM visits');
    expect(latest[0]?.latest).toBe('2026-11-20');
    store.close();
  });

  it('is full before the Spring Festival and closed on its first days', () => {
    const store = openTestStore({ today: localDate('2026-06-30') });
    fill(store, { customers: 1000, seed: 3 });
    const between = (from: string, to: string): number =>
      plainRows<{ total: number }>(
        store.database,
        'SELECT count(*) AS total FROM visits WHERE business_date BETWEEN @from AND @to',
        {
          from,
          to,
        },
      )[0]?.total ?? 0;
    // The new year of 2026 began on 17 February.
    expect(between('2026-02-17', '2026-02-20')).toBe(0);
    expect(between('2026-01-31', '2026-02-14')).toBeGreaterThan(1.1 * between('2026-04-01', '2026-04-15'));
    expect(between('2026-02-23', '2026-03-09')).toBeLessThan(0.7 * between('2026-04-01', '2026-04-15'));
    store.close();
  });
});
