import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { referralsHandlers, referralsStudies } from '../../electron/handlers/referrals.ts';
import { plainRun } from '../../electron/store/database.ts';
import { contract } from '../../shared/contract.ts';
import type { OutputOf } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { addDays, instant } from '../../shared/types/time.ts';
import { item } from '../helpers/desk.ts';
import { openMergeDesk } from '../helpers/merges.ts';
import type { MergeDesk } from '../helpers/merges.ts';
import { salesOf } from '../helpers/sales.ts';
import { TEST_NOW, TEST_TODAY, openTestStudy } from '../helpers/store.ts';
import type { TestStudy } from '../helpers/store.ts';

const DAY = 24 * 60 * 60 * 1000;
const JOB = '00000000-0000-7000-8000-000000000001';
let desk: MergeDesk;
let study: TestStudy;
beforeEach(() => {
  desk = openMergeDesk({ onDisk: true });
  study = openTestStudy(desk);
});
afterEach(() => {
  study.close();
  desk.close();
});
/** So many days from the first one. */
const goTo = (days: number): void => {
  desk.clock.now = instant(TEST_NOW + days * DAY);
  desk.clock.today = addDays(TEST_TODAY, days);
};
const buy = (customerId: CustomerId, amount: number) => desk.record({ customerId, lines: [item(amount)] });
const figures = async (months = 12, days = 30): Promise<OutputOf<'referrals.conversion'>> =>
  contract.referrals.conversion.output.parse(
    await referralsStudies['referrals.conversion'](
      study.context,
      contract.referrals.conversion.input.parse({ jobId: JOB, months, days }),
    ),
  );

describe('whether those who were brought become customers (R095)', () => {
  it('is counted of both groups and of every source, each by those whose days are over', async () => {
    const wang = desk.create({ name: '王芳' });
    const li = desk.create({ name: '李雷', referrerId: wang, source: '熟客介绍' });
    const han = desk.create({ name: '韩梅梅', referrerId: li, source: '熟客介绍' });
    buy(li, 100_00);
    goTo(20);
    buy(wang, 40_00);
    buy(li, 60_00);
    goTo(40);
    buy(han, 500_00);
    goTo(200);
    const { brought, ordinary, sources } = await figures();
    expect(brought).toEqual({
      people: 2,
      bought: { people: 2, hits: 1 },
      again: { people: 1, hits: 1 },
      spend: { people: 2, cents: 660_00 },
    });
    expect(ordinary).toEqual({
      people: 1,
      bought: { people: 1, hits: 1 },
      again: { people: 1, hits: 0 },
      spend: { people: 1, cents: 40_00 },
    });
    expect(sources).toEqual([
      { source: '熟客介绍', ...brought },
      { source: null, ...ordinary },
    ]);
    expect((await figures(12, 60)).brought.bought.hits).toBe(2);
    expect((await figures(3)).brought.people).toBe(0);
    expect(referralsHandlers['referrals.sums'](desk.context, {})).toEqual({ brought: 2, referrers: 2 });
  });

  it('what was undone or came back as a whole was no purchase, and a part that came back is not counted', async () => {
    const sales = salesOf(desk);
    const [one, two, three] = ['甲', '乙', '丙'].map((name) => desk.create({ name }));
    if (one === undefined || two === undefined || three === undefined) throw new Error('no people');
    desk.undo({ visitId: buy(one, 10_00).visitId });
    for (const [customerId, quantity] of [
      [two, 2000],
      [three, 1000],
    ] as const) {
      const { visitId } = desk.record({ customerId, lines: [{ ...item(10_00), quantity: 2000 }] });
      const [line] = desk.findVisit({ visitId }).lines;
      sales.returnLines({ visitId, lines: [{ lineId: line?.id ?? '', quantity }], reason: '不合适' });
    }
    goTo(100);
    expect((await figures()).ordinary).toMatchObject({ bought: { people: 3, hits: 1 }, spend: { people: 3, cents: 10_00 } });
  });

  it('leaves out imported cards, who was removed, who had bought before and who was named only after buying', async () => {
    const wang = desk.create({ name: '王芳' });
    const gone = desk.create({ name: '李雷', referrerId: wang });
    desk.remove(gone);
    const late = desk.create({ name: '韩梅梅' });
    buy(late, 10_00);
    goTo(1);
    desk.update({ customerId: late, changes: { referrerId: wang } });
    const early = desk.create({ name: '老顾客' });
    plainRun(desk.database, 'UPDATE customers SET created_at = created_at + @later WHERE id = @early', { later: 5 * DAY, early });
    buy(early, 10_00);
    const imported = desk.create({ name: '导入的' });
    plainRun(
      desk.database,
      `INSERT INTO imports (id, at, file_name, file_sha256, form, mapping, counts)
       VALUES ('file', 1, 'a.csv', '', 'customers', '{}', '{}')`,
    );
    plainRun(desk.database, `UPDATE customers SET import_id = 'file' WHERE id = @imported`, { imported });
    goTo(100);
    expect(await figures()).toMatchObject({
      brought: { people: 0 },
      ordinary: { people: 1 },
      namedLater: 1,
      boughtBefore: 1,
    });
  });

  it('ends when it is no longer wanted', async () => {
    study.cancel();
    await expect(figures()).rejects.toThrow(AppError);
  });
});
