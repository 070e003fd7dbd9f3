import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { readPurchases } from '../../electron/engine/purchases.ts';
import { forecastStudies } from '../../electron/handlers/forecast.ts';
import { inactiveHandlers } from '../../electron/handlers/inactive.ts';
import { execute, plainRows, sqlite } from '../../electron/store/database.ts';
import { purchaseDayQueries } from '../../electron/store/purchaseDays.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput, OutputOf } from '../../shared/contract.ts';
import { addDays, dayNumber, instant, localDate } from '../../shared/types/time.ts';
import { cdnow, cdnowText } from '../helpers/cdnow.ts';
import { item } from '../helpers/desk.ts';
import { openEngineDesk } from '../helpers/engine.ts';
import { openTestImporter } from '../helpers/importer.ts';
import { fitted, found } from '../helpers/fitted.ts';
import { salesOf } from '../helpers/sales.ts';
import { openTestStudy } from '../helpers/store.ts';

const began = localDate('2025-03-03');
const on = (day: number) => addDays(began, day);

let desk: ReturnType<typeof openEngineDesk>;
beforeEach(() => {
  desk = openEngineDesk();
});
afterEach(() => {
  desk.close();
});

const buy = (customerId: string | null, day: number, price: number) => {
  desk.goTo(on(day));
  return desk.record({ customerId, lines: [item(price)] });
};
const read = (day: number) =>
  readPurchases(desk.study.context.database, on(day), () => undefined).map(({ days, cents }) =>
    days.map((at, index) => [at - dayNumber(began), cents[index]]),
  );
const ask = (input: CallInput<'forecast.get'> = {}): Promise<OutputOf<'forecast.get'>> =>
  forecastStudies['forecast.get'](desk.study.context, contract.forecast.get.input.parse(input));

describe('the purchases a forecast stands on (R118)', () => {
  it('are days, not receipts; not what was undone, came later, or was nothing but a word', () => {
    const customerId = desk.addCustomer();
    buy(customerId, 0, 100_00);
    buy(customerId, 0, 20_00);
    const mistaken = buy(customerId, 5, 70_00);
    desk.undo({ visitId: mistaken.visitId });
    desk.record({ customerId, lines: [] });
    buy(customerId, 9, 30_00);
    buy(customerId, 12, 40_00);
    buy(null, 12, 90_00);
    expect(read(11)).toEqual([
      [
        [0, 120_00],
        [9, 30_00],
      ],
    ]);
    expect(read(12)[0]?.at(-1)).toEqual([12, 40_00]);
    expect(read(-1)).toEqual([]);
  });

  it('are worth what was left of them: what went back is taken off the day it was bought on, once it had gone back', () => {
    const customerId = desk.addCustomer();
    buy(customerId, 0, 50_00);
    const { visitId } = buy(customerId, 10, 80_00);
    buy(customerId, 20, 60_00);
    desk.goTo(on(25));
    const line = found(desk.findVisit({ visitId }).lines[0]);
    salesOf(desk).returnLines({ visitId, lines: [{ lineId: line.id, quantity: 1000 }], reason: '尺码不对' });
    const days = (back: number) => [
      [
        [0, 50_00],
        [10, 80_00 - back],
        [20, 60_00],
      ],
    ];
    expect(read(24)).toEqual(days(0));
    expect(read(25)).toEqual(days(80_00));
  });

  it('are those of everyone present and active, as in segments', () => {
    const [stays, away, gone] = [desk.addCustomer(), desk.addCustomer(), desk.addCustomer()];
    [stays, away, gone].forEach((customerId, index) => buy(customerId, index, 10_00));
    desk.command(() => inactiveHandlers['inactive.set'](desk.context, { customerId: away, inactive: { on: null, reason: '' } }));
    execute(desk.database, sqlite.updateTable('customers').set({ removed_at: desk.context.now() }).where('id', '=', gone));
    expect(read(30)).toEqual([[[0, 10_00]]]);
  });

  test.each(Object.entries(purchaseDayQueries))('%s walks through no table and sorts nothing', (_name, text) => {
    const values = { from: '', to: '', until: '' };
    const plan = plainRows<{ detail: string }>(desk.database, `EXPLAIN QUERY PLAN ${text}`, values).map(({ detail }) => detail);
    expect(plan.length).toBeGreaterThan(0);
    expect(plan[0]).toMatch(/^SEARCH visits USING COVERING INDEX visits_by_customer/);
    expect(plan.filter((step) => step.startsWith('SCAN') || step.includes('TEMP B-TREE'))).toEqual([]);
  });
});

describe('forecast.get', () => {
  it('says of a new shop that there is too little to go by, and how much is wanting', async () => {
    buy(desk.addCustomer(), 0, 10_00);
    desk.goTo(on(40));
    const answer = contract.forecast.get.output.parse(await ask());
    expect(answer).toMatchObject({ outcome: 'refused', reason: 'too_few', found: 0, customers: 1, since: on(0), until: on(40) });
  });

  it('looks at no day that has not come', async () => {
    desk.goTo(on(40));
    await expect(ask({ until: on(41) })).rejects.toMatchObject({
      code: 'bad_input',
      details: { issues: [{ path: 'until', message: 'date_in_future' }] },
    });
  });

  it('can be stopped', async () => {
    buy(desk.addCustomer(), 0, 10_00);
    desk.study.cancel();
    await expect(ask()).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('forecast.get on a real purchase log', () => {
  it('answers within the contract, the same from any day at which it looks back', async () => {
    const importer = openTestImporter({ today: localDate(cdnow.today), now: instant(Date.UTC(1998, 6, 1, 4)) });
    try {
      const file = importer.write('CDNOW_master.txt', Buffer.from(cdnowText(), 'latin1'));
      await importer.run(file, { form: 'purchases', preset: 'cdnow' });
      const study = openTestStudy(importer.store);
      const input = contract.forecast.get.input.parse({ until: '1998-06-30', horizonDays: 28 });
      const answer = fitted(contract.forecast.get.output.parse(await forecastStudies['forecast.get'](study.context, input)));
      study.close();
      expect(answer).toMatchObject({ customers: cdnow.customers, since: '1997-01-01', unit: 'week', horizon: 4 });
      const [calibration, spend] = [fitted(answer.calibration), fitted(answer.spend)];
      expect(calibration.weeks.length).toBe(19);
      expect(calibration.weeks.reduce((sum, { actual }) => sum + actual, 0)).toBe(calibration.actual);
      expect(Math.abs(calibration.predicted / calibration.actual - 1)).toBeLessThan(0.1);
      // Four weeks of a shop where some 450 days of purchase came a week.
      expect(answer.expectedPurchases).toBeGreaterThan(4 * 350);
      expect(answer.expectedPurchases).toBeLessThan(4 * 550);
      expect(Math.abs(spend.correlation ?? Number.NaN)).toBeLessThan(0.1);
    } finally {
      importer.close();
    }
  });
});
