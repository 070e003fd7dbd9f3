import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contract } from '../../shared/contract.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { instant } from '../../shared/types/time.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, sqlite } from '../../electron/store/database.ts';
import { failureOf, item, openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';
import { TEST_NOW, TEST_TODAY } from '../helpers/store.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => {
  desk.close();
});

const later = (): Instant => {
  desk.clock.now = instant(desk.clock.now + 60_000);
  return desk.clock.now;
};

const addChange = (customerId: CustomerId, at: Instant) => {
  const row = { id: desk.context.newId(), customer_id: customerId, at, business_date: TEST_TODAY, action: 'edited' } as const;
  execute(desk.database, sqlite.insertInto('customer_changes').values({ ...row, fields: '["phone","note"]', before: '{}' }));
};

describe('one timeline over everything (R014, R041)', () => {
  test('visits, contacts, points and changes stand in one order, newest first, each told once', () => {
    const customerId = desk.addCustomer();
    addChange(customerId, later());
    later();
    const { visitId } = desk.record({ customerId, lines: [item(100_00, 1, '龙井'), item(5_00, 2, '茶点')], note: '老位置' });
    later();
    desk.contact({ customerId, channel: 'wechat', direction: 'out', note: '发了新茶照片' });
    later();
    desk.redeem({ customerId, points: 3, reason: '换杯子' });
    const { entries, hasMore } = desk.timeline({ customerId });
    expect(contract.customers.timeline.output.parse({ entries, hasMore })).toEqual({ entries, hasMore });
    expect(hasMore).toBe(false);
    expect(entries.map((entry) => entry.kind)).toEqual(['points', 'contact', 'visit', 'change']);
    expect(entries[0]?.points).toMatchObject({ entryKind: 'redeem', points: -3, reason: '换杯子', isReversed: false });
    expect(entries[1]?.contact).toMatchObject({ channel: 'wechat', direction: 'out', note: '发了新茶照片', outcome: null });
    expect(entries[2]?.visit).toEqual({
      id: visitId,
      payments: [],
      totalCents: 110_00,
      order: null,
      pointsEarned: 11,
      note: '老位置',
      warnings: [],
      undoneAt: null,
      isImported: false,
      lines: [
        { name: '龙井', quantity: 1000, amountCents: 100_00, thingName: null },
        { name: '茶点', quantity: 2000, amountCents: 10_00, thingName: null },
      ],
    });
    expect(entries[3]?.change).toMatchObject({ action: 'edited', fields: ['phone', 'note'] });
  });

  test('a visit taken back stays in sight with its mark, and its points make no entry of their own', () => {
    const customerId = desk.addCustomer();
    const { visitId } = desk.record({ customerId, lines: [item(100_00)] });
    desk.undo({ visitId });
    const { entries } = desk.timeline({ customerId });
    expect(entries).toHaveLength(1);
    expect(entries[0]?.visit?.undoneAt).toBe(desk.clock.now);
  });

  test('a contact taken back is gone, and so is its day from the summary', () => {
    const customerId = desk.addCustomer();
    const { interactionId } = desk.contact({ customerId, channel: 'phone', direction: 'in', note: '' });
    expect(desk.summary(customerId).last_interaction_on).toBe(TEST_TODAY);
    execute(desk.database, sqlite.updateTable('interactions').set({ undone_at: desk.clock.now }).where('id', '=', interactionId));
    desk.record({ customerId, lines: [], businessDate: '2026-01-05' });
    expect(desk.timeline({ customerId, kinds: ['contact'] }).entries).toEqual([]);
    expect(desk.summary(customerId).last_interaction_on).toBe('2026-01-05');
  });

  test('a visit entered later stands on its own day', () => {
    const customerId = desk.addCustomer();
    desk.record({ customerId, lines: [item(1_00, 1, 'today')] });
    desk.record({ customerId, lines: [item(1_00, 1, 'spring')], businessDate: '2026-03-01' });
    expect(desk.timeline({ customerId }).entries.map((entry) => entry.on)).toEqual([TEST_TODAY, '2026-03-01']);
  });

  test('only the kinds asked for', () => {
    const customerId = desk.addCustomer();
    desk.record({ customerId, lines: [] });
    desk.contact({ customerId, channel: 'phone', direction: 'out', note: 'x' });
    addChange(customerId, TEST_NOW);
    expect(desk.timeline({ customerId, kinds: ['contact', 'change'] }).entries.map((entry) => entry.kind)).toEqual([
      'contact',
      'change',
    ]);
  });

  test('pages join without gap or repeat, also where many things happened at one instant', () => {
    const customerId = desk.addCustomer();
    const other = desk.addCustomer();
    for (let round = 0; round < 4; round += 1) {
      later();
      for (let same = 0; same < 3; same += 1) {
        desk.record({ customerId, lines: [item(100_00)] });
        desk.record({ customerId: other, lines: [item(100_00)] });
        desk.contact({ customerId, channel: 'phone', direction: 'out', note: `${round}${same}` });
        desk.adjust({ customerId, points: 1, reason: 'x' });
        addChange(customerId, desk.clock.now);
      }
    }
    const whole = desk.timeline({ customerId, limit: 200 });
    expect(whole.entries).toHaveLength(48);
    expect(whole.hasMore).toBe(false);
    for (const limit of [1, 5, 7, 47, 48]) {
      const seen: typeof whole.entries = [];
      for (;;) {
        const last = seen.at(-1);
        const page = desk.timeline({ customerId, limit, before: last ? { at: last.at, key: last.key } : null });
        seen.push(...page.entries);
        if (!page.hasMore) break;
      }
      expect(seen).toEqual(whole.entries);
    }
  });

  test('a made-up place to continue from, or person, is refused', () => {
    const customerId = desk.addCustomer();
    expect(failureOf(() => desk.timeline({ customerId, before: { at: 1, key: 'nonsense' } })).code).toBe('bad_input');
    expect(failureOf(() => desk.timeline({ customerId: '00000000-0000-7000-8000-000000000000' })).code).toBe('not_found');
  });
});

describe('writing down a contact (R042)', () => {
  test('counts as interaction, not as visit', () => {
    const customerId = desk.addCustomer();
    desk.contact({ customerId, channel: 'social', direction: 'in', note: '问新品' });
    expect(desk.summary(customerId)).toMatchObject({ visit_count: 0, last_visit_on: null, last_interaction_on: TEST_TODAY });
    expect(desk.events.at(-1)?.customerIds).toEqual([customerId]);
  });

  test('with someone unknown is refused', () => {
    const contact = { customerId: '00000000-0000-7000-8000-000000000000', channel: 'phone', direction: 'in', note: '' } as const;
    expect(failureOf(() => desk.contact(contact)).code).toBe('not_found');
  });
});
