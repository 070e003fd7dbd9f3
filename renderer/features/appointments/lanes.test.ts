import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { layLanes } from './lanes.ts';
import { readShifts, shiftText } from './shiftText.ts';
import { readTimeOfDay, spanText, timeOfDay } from '../../../shared/domain/appointments/timeOfDay.ts';

const span = fc.record({ startMinute: fc.integer({ min: 0, max: 1000 }), lengthMinutes: fc.integer({ min: 5, max: 300 }) });

describe('bookings side by side in a column (X34)', () => {
  property.prop([fc.array(span, { maxLength: 30 })])('are all there, and none covers another', (spans) => {
    const laid = layLanes(spans);
    expect(laid.map(({ item }) => item)).toEqual(expect.arrayContaining(spans));
    expect(laid).toHaveLength(spans.length);
    for (const [index, one] of laid.entries()) {
      expect(one.lane).toBeLessThan(one.lanes);
      for (const other of laid.slice(index + 1)) {
        const meet =
          one.item.startMinute < other.item.startMinute + other.item.lengthMinutes &&
          other.item.startMinute < one.item.startMinute + one.item.lengthMinutes;
        if (meet) expect([one.lane, one.lanes]).not.toEqual([other.lane, one.lanes]);
        if (meet) expect(one.lanes).toBe(other.lanes);
      }
    }
  });
  it('have the whole width when they are alone', () => {
    expect(
      layLanes([
        { startMinute: 0, lengthMinutes: 60 },
        { startMinute: 60, lengthMinutes: 60 },
      ]).map(({ lanes }) => lanes),
    ).toEqual([1, 1]);
  });
});

describe('a time of day', () => {
  it('is read as people type it, and nothing else is', () => {
    expect(['9:30', '9：30', '930', '0930', '14', '00:00'].map(readTimeOfDay)).toEqual([570, 570, 570, 570, 840, 0]);
    expect(['24:00', '12:60', 'noon', '', '9:3'].map(readTimeOfDay)).toEqual([null, null, null, null, null]);
  });
  it('is shown with two figures each, also after midnight', () => {
    expect([timeOfDay(570), timeOfDay(1500), spanText({ startMinute: 1410, lengthMinutes: 60 })]).toEqual([
      '09:30',
      '01:00',
      '23:30–00:30',
    ]);
    expect(spanText({ startMinute: 1380, lengthMinutes: 60 })).toBe('23:00–24:00');
  });
});

describe('hours of a roster (X34)', () => {
  it('are read as people write them, over midnight too, and shown the same way', () => {
    expect(readShifts('9:00-12:00，1300–1800')).toEqual([
      { fromMinute: 540, toMinute: 720 },
      { fromMinute: 780, toMinute: 1080 },
    ]);
    expect(readShifts('20-2')).toEqual([{ fromMinute: 1200, toMinute: 1560 }]);
    expect(readShifts('18:00-24:00')).toEqual([{ fromMinute: 1080, toMinute: 1440 }]);
    expect(readShifts('')).toEqual([]);
    expect(['9-9', '9', '9-12 11-13', '20-9', 'x-y'].map(readShifts)).toEqual([null, null, null, null, null]);
  });
  it('come back from their text', () => {
    const shifts = [
      { fromMinute: 540, toMinute: 720 },
      { fromMinute: 1200, toMinute: 1560 },
    ];
    expect(readShifts(shiftText(shifts))).toEqual(shifts);
  });
});
