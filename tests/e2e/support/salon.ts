import type { Page } from '@playwright/test';
import { callFromPage } from './bridge.ts';

const TODAY = '2026-11-21';
const TOMORROW = '2026-11-22';

/** A salon with three people, two beds and a day in full swing, in a shop that has customers. Today is 2026-11-21. */
export const openSalon = async (page: Page): Promise<{ readonly customerId: string; readonly staffIds: readonly string[] }> => {
  const { staff } = await callFromPage(page, 'staff.list', {});
  const staffIds: string[] = staff.slice(0, 3).map(({ id }) => id);
  for (const name of ['张丽', '小陈', '阿美'].slice(staffIds.length))
    staffIds.push((await callFromPage(page, 'staff.create', { name })).staffId);
  const beds: string[] = [];
  for (const name of ['1 号床', '2 号床', 'VIP 房'])
    beds.push((await callFromPage(page, 'appointments.saveResource', { name, kind: 'bed' })).resourceId);
  for (const staffId of staffIds) {
    const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute: 9 * 60 + 30, toMinute: 19 * 60 }));
    await callFromPage(page, 'rosters.saveWeek', { staffId, weekly });
  }
  await callFromPage(page, 'rosters.saveDay', {
    staffId: staffIds[2] ?? '',
    on: TODAY,
    shifts: [{ fromMinute: 780, toMinute: 1140 }],
    note: '上午培训',
  });
  const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 12 });
  const people = rows.map(({ id }) => id);
  const book = async (who: number, on: string, startMinute: number, lengthMinutes: number, at: number, service: string) => {
    const place = { staffId: staffIds[at] ?? null, resourceId: beds[at] ?? null };
    const { appointmentIds } = await callFromPage(page, 'appointments.book', {
      customerId: people[who] ?? null,
      service,
      on,
      startMinute,
      lengthMinutes,
      ...place,
      acknowledged: ['off_roster', 'customer_elsewhere'],
    });
    return appointmentIds[0] ?? '';
  };
  const first = await book(0, TODAY, 600, 60, 0, '染发');
  const second = await book(1, TODAY, 600, 90, 1, '护理');
  const missed = await book(2, TODAY, 540, 45, 1, '修眉');
  await book(3, TODAY, 690, 120, 0, '烫发');
  await book(4, TODAY, 780, 60, 2, '面部护理');
  await book(5, TODAY, 870, 30, 1, '洗剪吹');
  await book(6, TODAY, 930, 90, 2, '肩颈按摩');
  await book(7, TODAY, 1020, 60, 0, '补色');
  await callFromPage(page, 'appointments.book', {
    name: '路过的赵姐',
    contact: '13800138000',
    service: '咨询',
    on: TODAY,
    startMinute: 660,
    lengthMinutes: 30,
  });
  await callFromPage(page, 'appointments.setStatus', { appointmentIds: [first], status: 'done' });
  await callFromPage(page, 'appointments.setStatus', { appointmentIds: [second], status: 'in_service' });
  await callFromPage(page, 'appointments.setStatus', { appointmentIds: [missed], status: 'confirmed' });
  for (const [index, minute] of [600, 660, 780, 900].entries()) await book(index, TOMORROW, minute, 60, index % 3, '护理');
  await callFromPage(page, 'queue.join', { customerId: people[8] ?? null, service: '剪发' });
  await callFromPage(page, 'queue.join', { name: '两位学生', service: '洗吹', requestedStaffId: staffIds[1] ?? null });
  const wish = { fromOn: TODAY, untilOn: '2026-11-28', lengthMinutes: 60 };
  await callFromPage(page, 'waitlist.save', { ...wish, customerId: people[9] ?? null, service: '染发' });
  await callFromPage(page, 'waitlist.save', { ...wish, name: '钱小姐', contact: '13911112222', fromMinute: 780 });
  return { customerId: people[0] ?? '', staffIds };
};
