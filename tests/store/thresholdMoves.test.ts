import { afterEach, beforeEach, expect, test } from 'vitest';
import { settingsStudies } from '../../electron/handlers/settings.ts';
import { contract } from '../../shared/contract.ts';
import { thresholdsSchema, type ShopSettings } from '../../shared/contract/settings.ts';
import { cents } from '../../shared/types/amounts.ts';
import { addDays, localDate } from '../../shared/types/time.ts';
import { item } from '../helpers/desk.ts';
import { openEngineDesk } from '../helpers/engine.ts';
import type { EngineDesk } from '../helpers/engine.ts';

const TODAY = localDate('2026-11-21');
let desk: EngineDesk;
beforeEach(async () => {
  desk = openEngineDesk({ today: TODAY });
  for (let index = 0; index < 40; index += 1) {
    const customerId = desk.addCustomer();
    for (let visit = 0; visit < index % 6; visit += 1)
      desk.record({
        customerId,
        businessDate: addDays(TODAY, -(visit * (7 + index) + index * 3)),
        lines: [item(20_00 + index * 777)],
      });
  }
  await desk.refresh();
});
afterEach(() => {
  desk.closeAll();
});

const thresholds = (changes: Partial<ShopSettings>) => thresholdsSchema.parse({ ...desk.context.settings(), ...changes });
const preview = async (changes: Partial<ShopSettings>) =>
  contract.settings.previewMoves.output.parse(
    await settingsStudies['settings.previewMoves'](desk.study.context, thresholds(changes)),
  );

const classes = () => {
  const { value, rfm8, rfm, activity, dormant, customers } = desk.overview();
  return { value, rfm8, rfm, activity, dormant, customers };
};

test('as they are nobody moves; each change says exactly what saving it then does (R021, R022, R029)', async () => {
  expect(await preview({})).toMatchObject({ people: 40, moved: 0 });
  for (const changes of [
    { valueHighCents: cents(200_00), valueMiddleCents: cents(50_00) },
    { activeMonths: 1, semiActiveMonths: 2 },
    { dormantMonths: 2 },
    { rfmMethod: 'quintile' },
    { rfm8Scores: { recency: 3, frequency: 2, money: 2 } },
    { rfmWindowMonths: 3 },
  ] as const) {
    const before = classes();
    const told = await preview(changes);
    expect(told.moved).toBeGreaterThan(0);
    // Nothing was written by looking.
    expect(classes()).toEqual(before);
    desk.settings(changes);
    await desk.refresh();
    const after = classes();
    for (const axis of ['value', 'rfm8', 'rfm', 'activity'] as const) {
      const moves = told.axes.find((each) => each.axis === axis)?.moves ?? [];
      for (const { segment, count } of before[axis]) {
        const gone = moves.filter(({ before: from }) => from === segment).reduce((sum, move) => sum + move.count, 0);
        const come = moves.filter(({ after: to }) => to === segment).reduce((sum, move) => sum + move.count, 0);
        const now = after[axis].find((each) => each.segment === segment)?.count ?? 0;
        expect([axis, segment, count - gone + come]).toEqual([axis, segment, now]);
      }
    }
    const dormancy = told.axes.find(({ axis }) => axis === 'dormant')?.moves ?? [];
    const change = dormancy.reduce((sum, { after: to, count }) => sum + (to === 'dormant' ? count : -count), 0);
    expect(before.dormant + change).toBe(after.dormant);
    expect(await preview({})).toMatchObject({ moved: 0 });
  }
});

test('thresholds out of order are refused with their place (bad input)', async () => {
  await expect(async () => preview({ activeMonths: 6, semiActiveMonths: 3 })).rejects.toMatchObject({
    code: 'bad_input',
    details: { issues: [{ path: 'semiActiveMonths', message: 'active_before_semi_active' }] },
  });
});
