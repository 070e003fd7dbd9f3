import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cents } from '../../types/amounts.ts';
import { opportunityEventId, opportunityStageId } from '../../types/ids.ts';
import { forecastOf, stepState, weighted } from './forecast.ts';
import { openAt, replay, standingEntries } from './history.ts';
import type { HistoryEntry } from './history.ts';
import { presetStages } from './presets.ts';

const idOf = (kind: number, number: number): string => `00000000-0000-7000-8${kind}00-${String(number).padStart(12, '0')}`;
const stageOf = (number: number) => opportunityStageId(idOf(1, number));
const eventOf = (number: number) => opportunityEventId(idOf(2, number));

const percent = fc.integer({ min: 0, max: 100 });
const sum = fc.maxSafeNat().map(cents);

describe('what may be expected of opportunities (R054)', () => {
  test('is exact to the half cent for every sum and chance, all of it at 100 % and nothing at 0 %', () => {
    fc.assert(
      fc.property(sum, percent, (whole, chance) => {
        const exact = (BigInt(whole) * BigInt(chance) * 2n + 100n) / 200n;
        expect(BigInt(weighted(whole, chance))).toBe(exact);
        expect(weighted(whole, 100)).toBe(whole);
        expect(weighted(whole, 0)).toBe(0);
      }),
    );
  });

  test('the columns of a board add up to what stands above them', () => {
    const column = fc.record({
      count: fc.nat(20_000),
      totalCents: fc.nat(1_000_000_000).map(cents),
      weightedCents: fc.nat(1_000_000_000).map(cents),
    });
    fc.assert(
      fc.property(fc.array(column, { maxLength: 12 }), (columns) => {
        expect(forecastOf(columns)).toEqual({
          count: columns.reduce((total, { count }) => total + count, 0),
          totalCents: columns.reduce((total, { totalCents }) => total + totalCents, 0),
          weightedCents: columns.reduce((total, { weightedCents }) => total + weightedCents, 0),
        });
      }),
    );
  });

  test('a next step is overdue from the day after its day', () => {
    expect([null, '2026-11-20', '2026-11-21', '2026-11-22'].map((on) => stepState(on, '2026-11-21'))).toEqual([
      null,
      'overdue',
      'today',
      'coming',
    ]);
  });
});

describe('the history of an opportunity (R054)', () => {
  test('whatever is added and taken back, it stands where the last entry that counts says', () => {
    // A number moves to that stage; 'back' takes the last entry that counts back, but never the first.
    const step = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant('back' as const));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const entries: HistoryEntry[] = [{ ...openAt(stageOf(1)), id: eventOf(1), reversesId: null }];
        const stages = [1];
        for (const [index, wanted] of steps.entries()) {
          const id = eventOf(index + 2);
          if (wanted !== 'back') {
            stages.push(wanted);
            entries.push({ ...openAt(stageOf(wanted)), id, reversesId: null });
          } else if (stages.length > 1) {
            stages.pop();
            const reversesId = standingEntries(entries).at(-1)?.id ?? null;
            entries.push({ ...openAt(stageOf(stages.at(-1) ?? 0)), id, reversesId });
          }
          expect(replay(entries)?.stageId).toBe(stageOf(stages.at(-1) ?? 0));
          // What an entry says beside its words is what the history comes to with it.
          expect(replay(entries)?.stageId).toBe(entries.at(-1)?.stageId);
        }
        expect(standingEntries(entries)).toHaveLength(stages.length);
      }),
    );
    expect(replay([])).toBeUndefined();
  });
});

test('the stages that every shop starts with become likelier one after the other, in both languages (R054)', () => {
  for (const language of ['zh-CN', 'en'] as const) {
    const stages = presetStages(language);
    expect(stages.map(({ probability }) => probability)).toEqual([20, 40, 60, 90]);
    expect(new Set(stages.map(({ name }) => name)).size).toBe(stages.length);
  }
});
