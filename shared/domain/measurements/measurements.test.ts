import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { MAX_QUANTITY } from '../../types/amounts.ts';
import { addDays, localDate } from '../../types/time.ts';
import { chartOf } from './chart.ts';
import { presetMeasures } from './presets.ts';
import { seriesOf } from './series.ts';
import { changeText, isWithinDecimals, measureText, measuredValue } from './values.ts';

const anyValue = fc.integer({ min: -MAX_QUANTITY, max: MAX_QUANTITY });
const anyDecimals = fc.integer({ min: 0, max: 3 });

describe('values of a measure (X26)', () => {
  test('read with the digits of their measure, and with more where they were measured more finely', () => {
    expect(measureText(52_500, 1)).toBe('52.5');
    expect(measureText(52_000, 1)).toBe('52.0');
    expect(measureText(52_250, 1)).toBe('52.25');
    expect(measureText(-2500, 2)).toBe('-2.50');
    expect(measureText(245_000, 0)).toBe('245');
    expect([changeText(1500, 1), changeText(-800, 1), changeText(0, 1)]).toEqual(['+1.5', '−0.8', '0.0']);
  });

  test('what is finer than the measure, or out of reach, is no value', () => {
    expect(measuredValue(52.5, 1)).toBe(52_500);
    expect(measuredValue(52.25, 1)).toBeNull();
    expect(measuredValue(0.1 + 0.2, 1)).toBe(300);
    expect(measuredValue(1e9, 0)).toBeNull();
    expect(measuredValue(Number.NaN, 1)).toBeNull();
  });

  property.prop([anyValue, anyDecimals])('what is read can be typed again', (value, decimals) => {
    const text = measureText(value, decimals);
    expect(measuredValue(Number(text), 3)).toBe(value === 0 ? 0 : value);
    expect(measuredValue(Number(text), decimals) === null).toBe(!isWithinDecimals(value, decimals));
  });
});

const start = localDate('2026-01-01');
const anyPoints = fc
  .array(fc.record({ day: fc.integer({ min: 0, max: 900 }), value: anyValue }), { minLength: 1, maxLength: 40 })
  .map((points) =>
    [...points].sort((one, other) => one.day - other.day).map(({ day, value }) => ({ on: addDays(start, day), value })),
  );

describe('the chart (X26)', () => {
  test('stands on lines that people read easily, days to scale', () => {
    const points = [
      { on: start, value: 50_000 },
      { on: addDays(start, 10), value: 51_500 },
      { on: addDays(start, 40), value: 52_300 },
    ];
    const chart = chartOf(points);
    expect(chart?.ticks.map(({ value }) => value)).toEqual([50_000, 51_000, 52_000, 53_000]);
    expect(chart?.dots.map(({ x }) => x)).toEqual([0, 0.25, 1]);
    expect(chart?.dots[0]?.y).toBe(1);
    const counted = chartOf(points, { fromZero: true });
    expect(counted?.ticks.map(({ value }) => value)).toEqual([0, 20_000, 40_000, 60_000]);
    expect(counted?.dots.map(({ y }) => y)).toEqual(points.map(({ value }) => (60_000 - value) / 60_000));
    expect(chartOf([])).toBeNull();
    expect(chartOf([{ on: start, value: 1000 }])?.dots).toEqual([{ x: 0.5, y: 1 }]);
  });

  property.prop([anyPoints])(
    'every point lies in the box, between lines at even distances, higher where there is more',
    (points) => {
      const chart = chartOf(points);
      expect(chart?.dots).toHaveLength(points.length);
      const { dots = [], ticks = [] } = chart ?? {};
      for (const { x, y } of dots) for (const part of [x, y]) expect(part >= 0 && part <= 1).toBe(true);
      for (const [index, { y }] of dots.entries())
        expect(Math.sign((dots[0]?.y ?? 0) - y) === Math.sign((points[index]?.value ?? 0) - (points[0]?.value ?? 0))).toBe(true);
      expect(ticks.length >= 2 && ticks.length <= 6).toBe(true);
      const gaps = ticks.slice(1).map(({ value }, index) => value - (ticks[index]?.value ?? 0));
      expect(new Set(gaps).size).toBe(1);
    },
  );
});

describe('series (X26)', () => {
  const dog = { id: 'dog', name: '旺财' };
  const occasion = (id: string, on: string, thing: typeof dog | null, values: Record<string, number>) => ({
    id,
    on: localDate(on),
    thing,
    values: Object.entries(values).map(([measureId, value]) => ({ measureId, value })),
  });

  test('one for each measure of each thing, the own first, with the last change', () => {
    const series = seriesOf([
      occasion('c', '2026-11-20', dog, { weight: 4500 }),
      occasion('b', '2026-11-10', null, { waist: 70_000, weight: 50_000 }),
      occasion('a', '2026-10-10', null, { waist: 72_000 }),
    ]);
    expect(series.map(({ thing, latest, points, change }) => [thing?.name, latest.measureId, points.length, change])).toEqual([
      [undefined, 'waist', 2, -2000],
      [undefined, 'weight', 1, null],
      ['旺财', 'weight', 1, null],
    ]);
    expect(series[0]?.points.map(({ occasionId }) => occasionId)).toEqual(['a', 'b']);
  });

  property.prop([fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'c'), anyValue), { maxLength: 20 })])(
    'holds every value once, and its changes add up to the way from the first to the last',
    (all) => {
      const occasions = all.map((values, index) => occasion(String(index), addDays(start, -index), null, values));
      const series = seriesOf(occasions);
      const count = occasions.reduce((sum, { values }) => sum + values.length, 0);
      expect(series.reduce((sum, { points }) => sum + points.length, 0)).toBe(count);
      for (const { points, latest } of series) {
        expect(points.at(-1)?.value).toBe(latest.value);
        expect(points.map(({ on }) => on)).toEqual(points.map(({ on }) => on).sort());
      }
    },
  );
});

describe('the measures every shop starts with (X26)', () => {
  test('are the same in both languages but for the words, each name once', () => {
    const [chinese, english] = [presetMeasures('zh-CN'), presetMeasures('en')];
    const shape = (measures: typeof chinese) => measures.map(({ name: _name, ...rest }) => rest);
    expect(shape(chinese)).toEqual(shape(english));
    for (const measures of [chinese, english]) expect(new Set(measures.map(({ name }) => name)).size).toBe(measures.length);
    expect(english.filter(({ name }) => /\p{Script=Han}/u.test(name))).toEqual([]);
  });
});
