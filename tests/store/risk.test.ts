import { afterEach, beforeEach, expect, test } from 'vitest';
import { riskStudies } from '../../electron/handlers/risk.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import { execute, sqlite } from '../../electron/store/database.ts';
import type { CustomerId, VisitId } from '../../shared/types/ids.ts';
import { cents } from '../../shared/types/amounts.ts';
import { addDays, localDate } from '../../shared/types/time.ts';
import { diaryAt } from '../helpers/appointments.ts';
import { item } from '../helpers/desk.ts';
import { openEngineDesk } from '../helpers/engine.ts';
import { incidentsAt } from '../helpers/incidents.ts';

const TODAY = localDate('2026-11-21');
const openShop = () => {
  const desk = openEngineDesk({ today: TODAY });
  return {
    desk,
    list: async (input: CallInput<'risk.list'> = {}) =>
      contract.risk.list.output.parse(await riskStudies['risk.list'](desk.study.context, contract.risk.list.input.parse(input))),
  };
};
let shop: ReturnType<typeof openShop>;
beforeEach(() => {
  shop = openShop();
});
afterEach(() => {
  shop.desk.closeAll();
});
const visits = (customerId: CustomerId, yuan: number, ...agos: number[]): void => {
  for (const ago of agos) shop.desk.record({ customerId, businessDate: addDays(TODAY, -ago), lines: [item(yuan * 100)] });
};

test('each row states its facts; high value first, whoever is booked or gone is silent (R169, R170, R171, X01)', async () => {
  const { desk } = shop;
  const [rich, poor, calm, booked, gone, once] = [0, 1, 2, 3, 4, 5].map(() => desk.addCustomer());
  if (!rich || !poor || !calm || !booked || !gone || !once) throw new Error('nobody there');
  desk.settings({ valueHighCents: cents(5000_00), valueMiddleCents: cents(1000_00) });
  visits(rich, 2000, 170, 150, 130, 110, 47);
  visits(poor, 50, 300, 290, 280, 270, 200);
  visits(calm, 100, 40, 30, 20, 10);
  visits(booked, 900, 300, 290, 280, 270, 200);
  visits(gone, 900, 900, 890, 880, 870);
  visits(once, 900, 100);
  const [appointmentId] = diaryAt(desk).book({
    customerId: booked,
    service: '护理',
    on: addDays(TODAY, 2),
    startMinute: 600,
    lengthMinutes: 30,
  }).appointmentIds;
  incidentsAt(desk).save({ customerId: rich, what: '烫伤', severity: 'minor' });
  await desk.refresh();
  const found = await shop.list();
  expect(found.rows.map(({ id }) => id)).toEqual([rich, poor]);
  expect(found.rows[0]).toMatchObject({
    value: 'high',
    grade: 'high',
    signs: ['late', 'falling', 'incident'],
    daysSince: 47,
    rhythmDays: 20,
    recentCents: 2000_00,
    earlierCents: 8000_00,
    fall: 0.75,
    openIncidents: 1,
    points: 7,
  });
  expect(found.rows[1]).toMatchObject({ value: 'low', signs: ['late'], points: 3, grade: 'middle', fall: null });
  expect(found.grades).toEqual([
    { grade: 'high', count: 1 },
    { grade: 'middle', count: 1 },
    { grade: 'low', count: 0 },
  ]);
  expect(await shop.list({ grade: 'middle' })).toMatchObject({ total: 1, rows: [{ id: poor }] });
  expect(await shop.list({ sign: 'incident' })).toMatchObject({ total: 1, rows: [{ id: rich }] });
  expect(await shop.list({ offset: 1, limit: 1 })).toMatchObject({ total: 2, rows: [{ id: poor }] });
  diaryAt(desk).cancel({ appointmentId: appointmentId ?? '', reason: '有事' });
  expect((await shop.list()).rows.map(({ id }) => id)).toEqual([rich, booked, poor]);
});

/** As a file that was imported says it: the desk does not ask yet. */
const judged = (visitId: VisitId, satisfaction: number): void => {
  shop.desk.command(() =>
    execute(shop.desk.database, sqlite.updateTable('visits').set({ satisfaction }).where('id', '=', visitId)),
  );
};

test("the shop's own line decides what counts as falling; a bad answer is forgotten with the next good one", async () => {
  const { desk } = shop;
  const customerId = desk.addCustomer();
  visits(customerId, 100, 150, 130, 110);
  visits(customerId, 100, 80);
  judged(desk.record({ customerId, businessDate: addDays(TODAY, -5), lines: [item(100_00)] }).visitId, 2);
  await desk.refresh();
  expect((await shop.list()).rows).toMatchObject([{ signs: ['dissatisfied'], recentCents: 200_00, earlierCents: 300_00 }]);
  desk.settings({ fallingSpendPercent: 30 });
  expect((await shop.list()).rows).toMatchObject([{ signs: ['falling', 'dissatisfied'] }]);
  judged(desk.record({ customerId, lines: [item(1_00)] }).visitId, 5);
  expect((await shop.list()).rows).toMatchObject([{ signs: ['falling'] }]);
  desk.record({ customerId, lines: [item(500_00)] });
  expect((await shop.list()).total).toBe(0);
});
