import { describe, expect, test } from 'vitest';
import { execute, plainRows, sqlite, transaction } from '../../electron/store/database.ts';
import { timelineQueries } from '../../electron/store/timeline.ts';
import { interactionId } from '../../shared/types/ids.ts';
import { instant } from '../../shared/types/time.ts';
import { openDesk } from '../helpers/desk.ts';
import { TEST_NOW, TEST_TODAY } from '../helpers/store.ts';

const ENTRIES = 10_000;
const PAGE = 200;

describe(`a history of ${ENTRIES.toLocaleString('en')} entries (R014)`, () => {
  test('is read to its end page by page, each entry once, newest first, half of them at instants that others share', () => {
    const desk = openDesk();
    try {
      const customerId = desk.addCustomer();
      const { database, context } = desk;
      const known = desk.timeline({ customerId, limit: PAGE }).entries.length;
      transaction(database, () => {
        for (let index = 0; index < ENTRIES - known; index += 1) {
          const at = instant(TEST_NOW - Math.floor(index / 4) * 60_000);
          const row = { customer_id: customerId, at, business_date: TEST_TODAY, staff_id: null };
          if (index % 2 === 0)
            execute(
              database,
              sqlite
                .insertInto('customer_changes')
                .values({ ...row, id: context.newId(), action: 'edited', fields: '["note"]', before: '{}' }),
            );
          else
            execute(
              database,
              sqlite.insertInto('interactions').values({
                ...row,
                id: interactionId(context.newId()),
                channel: 'phone',
                direction: 'out',
                is_promotional: 0,
                outcome: null,
                note: null,
                next_attempt_at: null,
                undone_at: null,
              }),
            );
        }
      });
      const seen: { at: number; key: string }[] = [];
      let pages = 0;
      for (let hasMore = true; hasMore; pages += 1) {
        const last = seen.at(-1);
        const page = desk.timeline({ customerId, limit: PAGE, before: last ?? null });
        seen.push(...page.entries.map(({ at, key }) => ({ at, key })));
        ({ hasMore } = page);
      }
      expect(pages).toBe(ENTRIES / PAGE);
      expect(seen).toHaveLength(ENTRIES);
      expect(new Set(seen.map(({ key }) => key)).size).toBe(ENTRIES);
      expect(seen.every(({ at }, index) => index === 0 || at <= (seen[index - 1]?.at ?? 0))).toBe(true);
    } finally {
      desk.close();
    }
  });

  test.each(['visits', 'contacts', 'points', 'changes'] as const)(
    'the first page of %s starts on an index in the order of the page, and sorts nothing',
    (kind) => {
      const desk = openDesk();
      try {
        const values = { customerId: '', at: TEST_NOW, id: '', limit: PAGE };
        const plan = plainRows<{ detail: string }>(desk.database, `EXPLAIN QUERY PLAN ${timelineQueries[kind]}`, values).map(
          ({ detail }) => detail,
        );
        expect(plan[0]).toMatch(/^SEARCH \w+ USING INDEX \w+ \(customer_id=\? AND (?:\(at,id\)<\(\?,\?\)|at<\?)\)$/);
        expect(plan.filter((step) => step.includes('TEMP B-TREE') || /^SCAN\b/.test(step))).toEqual([]);
      } finally {
        desk.close();
      }
    },
  );
});
