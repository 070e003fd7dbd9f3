import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  birthdaySharersSql,
  careDueQueries,
  dueSql,
  isAnybodyDue,
  listDue,
  regionBearersSql,
  sharersSql,
} from '../../electron/store/careDue.ts';
import { peopleCountSql } from '../../electron/store/careLists.ts';
import { plainRows } from '../../electron/store/database.ts';
import { addDays } from '../../shared/types/time.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { openCareDesk } from '../helpers/care.ts';
import type { CareDesk } from '../helpers/care.ts';

let desk: CareDesk;
beforeEach(() => {
  desk = openCareDesk();
});
afterEach(() => {
  desk.closeAll();
});

/** Everything that data care keeps. */
const keptBy = ({ database }: CareDesk): unknown =>
  [
    'SELECT * FROM customer_care ORDER BY customer_id',
    'SELECT * FROM care_anomalies ORDER BY customer_id, kind, value',
    'SELECT customer_id, completeness, next_birthday_on FROM customer_summaries ORDER BY customer_id',
    'SELECT * FROM care_groups ORDER BY score, missing, flawed',
    'SELECT * FROM care_due',
    `SELECT cutoffs FROM engine_runs WHERE name = 'care'`,
  ].map((text) => plainRows(database, text));

const groupsRecounted = ({ database }: CareDesk): unknown =>
  plainRows(
    database,
    'SELECT score, missing, flawed, count(*) AS people FROM customer_care GROUP BY score, missing, flawed ORDER BY score, missing, flawed',
  );

const invalidate = `INSERT INTO engine_runs (name, invalidations) VALUES ('everyone', 1)
  ON CONFLICT (name) DO UPDATE SET business_date = NULL, invalidations = invalidations + 1;`;

/** What an import or its undo does: rows by the thousand, and no fact told of any of them. */
const bulk = {
  name: `UPDATE customers SET name = '测试' WHERE rowid % 3 = 0;`,
  region: `UPDATE customers SET region = CASE WHEN rowid % 4 = 0 THEN '上海' ELSE '上海市' END;`,
  phones: `UPDATE contact_methods SET e164 = '+8613800000001', value = '13800000001' WHERE rowid % 2 = 0;`,
  wrong: `UPDATE contact_methods SET is_valid = 1 - is_valid WHERE rowid % 3 = 0;`,
  birthdays: `UPDATE important_dates SET calendar = 'solar', year = 2024, month = 5, day = 2, is_leap_month = 0;`,
  gone: `UPDATE customers SET removed_at = 1 WHERE rowid % 5 = 0;`,
  back: `UPDATE customers SET removed_at = NULL WHERE rowid % 2 = 0;`,
  numbersGone: `DELETE FROM contact_methods WHERE rowid % 5 = 0;`,
  deleted: `DELETE FROM customers WHERE rowid % 7 = 3 AND id NOT IN (SELECT customer_id FROM visits);`,
} as const;

const names = ['王芳', '李强', '阿007', '测试'];
const phones = ['13800000001', '13800000002', '12', ''];
const step = fc.oneof(
  fc.record({
    do: fc.constant('create' as const),
    phone: fc.constantFrom(...phones),
    year: fc.integer({ min: 1912, max: 2028 }),
  }),
  fc.record({ do: fc.constant('name' as const), who: fc.nat(9), name: fc.constantFrom(...names) }),
  fc.record({ do: fc.constant('phone' as const), who: fc.nat(9), phone: fc.constantFrom(...phones) }),
  fc.record({ do: fc.constant('bulk' as const), what: fc.constantFrom(...Object.values(bulk)) }),
  fc.record({ do: fc.constant('days' as const), days: fc.constantFrom(1, 30, 200, 400, 1500) }),
  fc.record({ do: fc.constant('refresh' as const) }),
);

describe('data care by what changed (R183, R185, R186)', () => {
  test('keeps after every run exactly what a run over everyone would, whatever was changed by whichever way and however long nobody looked', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
        const shop = openCareDesk();
        try {
          const people: CustomerId[] = [];
          for (let index = 0; index < 7; index += 1)
            people.push(
              shop.create({
                name: names[index % 4] ?? '王芳',
                phone: phones[index % 3] ?? '',
                birthday: { calendar: 'solar', year: 2016 + index, month: 5, day: 2 },
              }),
            );
          await shop.refresh();
          const isThere = (id: CustomerId): boolean =>
            plainRows(shop.database, 'SELECT 1 FROM customers WHERE id = @id AND removed_at IS NULL', { id }).length > 0;
          for (const one of steps) {
            const customerId = people[('who' in one ? one.who : 0) % people.length];
            if (!customerId) continue;
            if (one.do === 'create')
              people.push(
                shop.create({
                  name: '某人',
                  phone: one.phone,
                  birthday: { calendar: 'lunar', year: one.year, month: 6, day: 30 },
                }),
              );
            else if (one.do === 'days') shop.clock.today = addDays(shop.clock.today, one.days);
            else if (one.do === 'bulk') shop.command(() => shop.database.connection.exec(`${one.what}${invalidate}`));
            else if (one.do === 'refresh') await shop.refresh();
            else if (!isThere(customerId)) continue;
            else if (one.do === 'name') shop.update(customerId, { name: one.name });
            else shop.update(customerId, { phone: one.phone });
          }
          await shop.refresh();
          const kept = keptBy(shop);
          expect(isAnybodyDue(shop.database)).toBe(false);
          expect(plainRows(shop.database, 'SELECT * FROM care_groups ORDER BY score, missing, flawed')).toEqual(
            groupsRecounted(shop),
          );
          await shop.refresh(true);
          expect(keptBy(shop)).toEqual(kept);
        } finally {
          shop.closeAll();
        }
      }),
      {
        numRuns: 30,
        examples: [
          // A crowd forms on one day while somebody else is due: its bearers are noted beside them.
          [
            [
              { do: 'bulk', what: bulk.birthdays },
              { do: 'phone', who: 0, phone: '13800000002' },
              { do: 'create', phone: '13800000001', year: 1912 },
              { do: 'create', phone: '13800000001', year: 1912 },
              { do: 'refresh' },
            ],
          ],
        ],
      },
    );
  });

  test('looks the next day only at those whose day has come, and at nobody twice', async () => {
    const today = desk.create({ name: '王芳', birthday: { calendar: 'solar', year: null, month: 11, day: 21 } });
    const other = desk.create({ name: '李强', birthday: { calendar: 'solar', year: 1990, month: 5, day: 2 } });
    // Among so few, everyone would be looked at in one go.
    for (const name of ['赵敏', '钱多', '孙悦', '周游']) desk.create({ name });
    await desk.refresh();
    expect(listDue(desk.database, desk.clock.today)).toEqual([]);
    desk.clock.today = addDays(desk.clock.today, 1);
    expect(listDue(desk.database, desk.clock.today)).toEqual([today]);
    desk.study.progress.length = 0;
    await desk.refresh();
    expect(desk.study.progress.filter(([phase]) => phase === 'checking').at(-1)).toEqual(['checking', 1, 1]);
    expect(listDue(desk.database, desk.clock.today)).toEqual([]);
    expect(
      plainRows(
        desk.database,
        'SELECT customer_id, next_birthday_on FROM customer_summaries WHERE next_birthday_on IS NOT NULL ORDER BY customer_id',
      ),
    ).toEqual([
      { customer_id: today, next_birthday_on: '2027-11-21' },
      { customer_id: other, next_birthday_on: '2027-05-02' },
    ]);
  });

  test('looks at everyone again when the shop changes what counts, and after a run that a bulk change came into', async () => {
    desk.create({ name: '王芳' });
    desk.create({ name: '李强' });
    await desk.refresh();
    const checked = async (): Promise<unknown> => {
      desk.study.progress.length = 0;
      await desk.refresh();
      return desk.study.progress.filter(([phase]) => phase === 'checking').at(-1) ?? null;
    };
    expect(await checked()).toBeNull();
    desk.settings({ careVerifiedMonths: 6 });
    expect(await checked()).toEqual(['checking', 2, 2]);
    const { write } = desk.study.context;
    const studies = desk.study.context;
    Object.assign(studies, {
      write: async (...[name, input]: Parameters<typeof write>) => {
        if (name === 'care.finishRun') desk.command(() => desk.database.connection.exec(invalidate));
        return await write(name, input);
      },
    });
    desk.clock.today = addDays(desk.clock.today, 1);
    await desk.refresh();
    Object.assign(studies, { write });
    expect(await checked()).toEqual(['checking', 2, 2]);
    expect(await checked()).toBeNull();
  });

  test.each([
    ['whom to look at', dueSql],
    ['who shares a number with them', sharersSql],
    ['whose birthday came to look odd', birthdaySharersSql],
    ['whose region came to look odd', regionBearersSql],
    ['which of a few are due', careDueQueries.among],
    ['how many lack a field', peopleCountSql('(missing & 4) <> 0')],
  ])('%s comes from what is kept of it, not from the customers (P13)', (_name, text) => {
    const plan = plainRows<{ detail: string }>(desk.database, `EXPLAIN QUERY PLAN ${text}`, {
      today: '2026-11-21',
      days: '[]',
      regions: '[]',
      ids: '[]',
    });
    expect(plan.filter(({ detail }) => /^SCAN (?!care_due|care_groups|numbers|noted|given|json_each|\()/.test(detail))).toEqual(
      [],
    );
  });
});
