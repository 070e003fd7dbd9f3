import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { mergeTimeline, positionWithin, timelineKey, timelineKinds } from './timeline.ts';
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
    expect(positionWithin('visit', { at: 1, key: 'gift:0000' })).toBeNull();
    expect(positionWithin('visit', { at: 1, key: 'visit' })).toBeNull();
    expect(positionWithin('visit', { at: 1, key: '' })).toBeNull();
  });
});
