import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { joinEdits, mergeTimeline, positionWithin, timelineKey, timelineKinds } from './timeline.ts';
import type { TimelinePosition } from './timeline.ts';

const id = fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16).padStart(4, '0'));
const entry = fc.record({ kind: fc.constantFrom(...timelineKinds), at: fc.integer({ min: 0, max: 5 }), id });
const entries = fc.uniqueArray(entry, { maxLength: 60, selector: (one) => `${one.kind}:${one.id}` });

describe('paging one timeline out of several kinds', () => {
  test.prop([entries, fc.integer({ min: 1, max: 7 })])(
    'every entry is seen exactly once, newest first, whatever the page size',
    (all, limit) => {
      const pageOf = (before: TimelinePosition | null) =>
        mergeTimeline(
          timelineKinds.map((kind) => {
            const position = positionWithin(kind, before);
            if (!position) throw new Error('key not understood');
            return all
              .filter((one) => one.kind === kind)
              .filter((one) => one.at < position.at || (one.at === position.at && one.id < position.id))
              .sort((left, right) => right.at - left.at || (left.id < right.id ? 1 : -1))
              .slice(0, limit + 1)
              .map((one) => ({ at: one.at, key: timelineKey(one.kind, one.id) }));
          }),
          limit,
        );
      const seen: TimelinePosition[] = [];
      let hasMore = true;
      while (hasMore) {
        const page = pageOf(seen.at(-1) ?? null);
        expect(page.entries.length).toBeGreaterThan(all.length === 0 ? -1 : 0);
        seen.push(...page.entries);
        hasMore = page.hasMore;
      }
      expect(seen.map((one) => one.key).sort()).toEqual(all.map((one) => timelineKey(one.kind, one.id)).sort());
      expect(seen.map((one) => one.at)).toEqual(seen.map((one) => one.at).sort((left, right) => right - left));
    },
  );

  test('a key nobody here made is not understood', () => {
    expect(positionWithin('visit', { at: 1, key: 'wedding:0000' })).toBeNull();
    expect(positionWithin('visit', { at: 1, key: 'visit' })).toBeNull();
    expect(positionWithin('visit', { at: 1, key: '' })).toBeNull();
  });
});

describe('edits as they are shown', () => {
  const minute = 60_000;
  const edit = fc.record({
    at: fc.integer({ min: 0, max: 200 }).map((minutes) => minutes * minute),
    on: fc.constantFrom('2026-11-20', '2026-11-21'),
    staffName: fc.constantFrom(null, '张丽'),
    change: fc.record({
      action: fc.constantFrom('edited', 'edited', 'edited', 'restored'),
      fields: fc.shuffledSubarray(['phone', 'note'], { minLength: 1 }),
      attachment: fc.option(fc.record({ id: fc.string() }), { nil: null }),
    }),
  });

  test.prop([fc.array(edit, { maxLength: 30 })])('are each counted once, in their order, and joined once for all', (edits) => {
    const entries = [...edits].sort((one, other) => other.at - one.at).map((one, index) => ({ ...one, key: `change:${index}` }));
    const joined = joinEdits(entries);
    expect(joined.reduce((sum, { times }) => sum + times, 0)).toBe(entries.length);
    let next = 0;
    for (const { times, ...shown } of joined) {
      expect(shown).toEqual(entries[next]);
      next += times;
    }
    for (const { times, change } of joined) if (change.action !== 'edited' || change.attachment !== null) expect(times).toBe(1);
  });

  test('of the same fields by the same person within minutes stand on one line, others apart', () => {
    const change = { action: 'edited', fields: ['dates'], attachment: null };
    const at = (minutes: number, more: object = {}) => ({
      at: minutes * minute,
      key: `change:${minutes}`,
      on: '2026-11-21',
      staffName: '张丽',
      change,
      ...more,
    });
    const other = { change: { ...change, fields: ['family'] } };
    const entries = [at(90), at(80), at(70), at(40), at(39, { staffName: null }), at(38, other), at(37, other)];
    expect(joinEdits(entries).map(({ at: when, times }) => [when / minute, times])).toEqual([
      [90, 3],
      [40, 1],
      [39, 1],
      [38, 2],
    ]);
  });
});
