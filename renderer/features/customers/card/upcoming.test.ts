import { expect, test } from 'vitest';
import { importantDateId } from '../../../../shared/types/ids.ts';
import { localDate } from '../../../../shared/types/time.ts';
import { upcomingDates, type ImportantDate } from './upcoming.ts';

const today = localDate('2026-11-21');
const date = (digit: number, label: string, on: string | null): ImportantDate => ({
  id: importantDateId(`00000000-0000-7000-8000-00000000000${digit}`),
  kind: 'other',
  label,
  date: { calendar: 'solar', year: null, month: 11, day: 1, isLeapMonth: false },
  nextOn: on === null ? null : localDate(on),
});

test('the card speaks of the dates of the next month, nearest first', () => {
  const importantDates = [
    date(1, 'far', '2027-03-01'),
    date(2, 'later', '2026-12-21'),
    date(3, 'today', '2026-11-21'),
    date(4, 'no day', null),
  ];
  expect(upcomingDates({ importantDates, openReasons: [] }, today).map(({ label }) => label)).toEqual(['today', 'later']);
});

test('a birthday that is already a reason to call is not said twice', () => {
  const on = localDate('2026-11-23');
  const params = {
    on,
    inDays: 2,
    calendar: 'solar',
    month: 11,
    day: 23,
    isLeapMonth: false,
    turning: null,
    label: null,
  } as const;
  expect(upcomingDates({ importantDates: [date(1, '', on)], openReasons: [{ code: 'birthday', params }] }, today)).toEqual([]);
});
