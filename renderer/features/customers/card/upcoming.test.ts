import { expect, test } from 'vitest';
import { familyMemberId, importantDateId } from '../../../../shared/types/ids.ts';
import { localDate } from '../../../../shared/types/time.ts';
import type { Card } from '../form/customerValues.ts';
import { upcomingDates } from './upcoming.ts';

const today = localDate('2026-11-21');
const options = { lunarLeapBirthday: 'leap_month', feb29: 'feb_28' } as const;
const date = (digit: number, label: string, month: number, day: number | null): Card['importantDates'][number] => ({
  id: importantDateId(`00000000-0000-7000-8000-00000000000${digit}`),
  kind: 'other',
  label,
  date: { calendar: 'solar', year: null, month, day, isLeapMonth: false },
  isYearly: true,
  leadDays: null,
  nextOn: null,
});
const nobody = { importantDates: [], familyMembers: [], openReasons: [] };

test('the card speaks of the dates of the next month, nearest first', () => {
  const importantDates = [date(1, 'far', 3, 1), date(2, 'later', 12, 21), date(3, 'today', 11, 21), date(4, 'no day', 12, null)];
  expect(upcomingDates({ ...nobody, importantDates }, today, options).map(({ name }) => name)).toEqual(['today', 'later']);
});

test('a child of the family is named with the age of the day, by the lunar calendar too', () => {
  const birthDate = { calendar: 'lunar', year: 2023, month: 10, day: 22, isLeapMonth: false } as const;
  const id = familyMemberId('00000000-0000-7000-8000-000000000009');
  expect(
    upcomingDates({ ...nobody, familyMembers: [{ id, name: '朵朵', relation: '女儿', birthDate }] }, today, options),
  ).toMatchObject([{ what: 'family', name: '女儿朵朵', on: '2026-11-30', turning: 3 }]);
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
  const openReasons = [{ code: 'birthday', params } as const];
  expect(upcomingDates({ ...nobody, importantDates: [date(1, '', 11, 23)], openReasons }, today, options)).toEqual([]);
});
