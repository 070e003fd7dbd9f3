import { fc, test as law } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { customersHandlers } from '../../electron/handlers/customers.ts';
import { plainRows } from '../../electron/store/database.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { instant } from '../../shared/types/time.ts';
import { dumpStore } from '../helpers/dump.ts';
import { openTestImporter } from '../helpers/importer.ts';
import type { TestImporter } from '../helpers/importer.ts';

let importer: TestImporter;
beforeEach(() => {
  importer = openTestImporter();
});
afterEach(() => {
  importer.close();
});

const customers = { form: 'customers' } as const;
const list = (...rows: string[]): string => ['会员号,姓名,手机,性别,生日,生日类型,积分,备注', ...rows].join('\n');

const create = (input: CallInput<'customers.create'>): CustomerId =>
  importer.store.command(() =>
    customersHandlers['customers.create'](importer.store.context, contract.customers.create.input.parse(input)),
  ).customerId;
const update = (customerId: CustomerId, changes: CallInput<'customers.update'>['changes']): void => {
  importer.store.command(() =>
    customersHandlers['customers.update'](importer.store.context, contract.customers.update.input.parse({ customerId, changes })),
  );
};
const fields = (customerId: CustomerId) => customersHandlers['customers.findById'](importer.store.context, { customerId }).fields;
const byNumber = (number: string) => customersHandlers['customers.findByNumber'](importer.store.context, { number });
const count = (table: string): number =>
  plainRows<{ n: number }>(importer.store.database, `SELECT count(*) AS n FROM ${table}`)[0]?.n ?? -1;

/** Everything an undo gives back: the list of imports remembers with its refused rows, so does the mapping of a header, revisions only ever count up, the engine and data care know whom to look at again. */
const facts = (): readonly string[] =>
  dumpStore(importer.store.database, {
    withoutTables: ['imports', 'import_rejected_rows', 'import_mappings', 'engine_runs', 'care_due'],
    withoutColumns: ['revision', 'changed_at'],
  });

describe('a customer list (R189)', () => {
  it('brings people with their phone, birthday and balance', async () => {
    const file = importer.write('list.csv', list('007,王芳,13800000001,女,1990-8-15,农历,120,爱喝茶'));
    expect(await importer.run(file, customers)).toMatchObject({ rows: 1, customers: 1, added: 1, visits: 0, amountCents: 0 });
    const card = byNumber('007');
    expect(card.fields).toMatchObject({
      name: '王芳',
      gender: 'female',
      phone: '13800000001',
      birthday: { calendar: 'lunar', year: 1990, month: 8, day: 15 },
      note: '爱喝茶',
    });
    expect(card.contactMethods).toMatchObject([{ type: 'mobile', e164: '+8613800000001' }]);
    expect(card.summary.pointsBalance).toBe(120);
    expect(plainRows(importer.store.database, 'SELECT kind, points FROM points_entries')).toEqual([
      { kind: 'import', points: 120 },
    ]);
  });
  it('gives whoever has no number the next free one, never one of the file', async () => {
    const { number: first } = customersHandlers['customers.findById'](importer.store.context, {
      customerId: create({ name: '第一位' }),
    });
    const [taken, next, last] = [1, 2, 3].map((step) => String(Number(first) + step));
    const file = importer.write('mixed.csv', list(',李雷,13800000002,,,,,', `${taken},韩梅,,,,,,`, ',,13800000003,,,,,'));
    expect(await importer.run(file, customers)).toMatchObject({ added: 3, rejected: 0 });
    expect(byNumber(taken ?? '').fields.name).toBe('韩梅');
    expect(byNumber(next ?? '').fields.name).toBe('李雷');
    expect(byNumber(last ?? '').fields).toMatchObject({ name: last, phone: '13800000003' });
  });
  it('updates somebody known by number, phone or name, and never empties a field', async () => {
    const byCode = create({ name: '王芳', note: '旧备注', gender: 'female' });
    const byPhone = create({ name: '李雷', phone: '138 0000 0002' });
    const byName = create({ name: '欧阳娜' });
    const { number } = customersHandlers['customers.findById'](importer.store.context, { customerId: byCode });
    const file = importer.write(
      'known.csv',
      list(`${number},王芳芳,13800000001,,,,,`, ',李雷,13800000002,男,,,,', ',欧阳娜,,,5-12,,,'),
    );
    expect(await importer.run(file, customers)).toMatchObject({ rows: 3, added: 0, updated: 3, skipped: 0, customers: 3 });
    expect(fields(byCode)).toMatchObject({ name: '王芳芳', phone: '13800000001', note: '旧备注', gender: 'female' });
    expect(fields(byPhone)).toMatchObject({ gender: 'male', phone: '138 0000 0002' });
    expect(fields(byName)).toMatchObject({ birthday: { calendar: 'solar', year: null, month: 5, day: 12 } });
    expect(count('customers')).toBe(3);
  });
  it('leaves known people alone when told to skip them, and those with nothing new either way', async () => {
    const id = create({ name: '王芳', phone: '13800000001' });
    const file = importer.write('skip.csv', list(',王芳,13800000001,女,,,,'));
    expect(await importer.run(file, { ...customers, onExisting: 'skip' })).toMatchObject({ updated: 0, skipped: 1, added: 0 });
    expect(fields(id).gender).toBe('unknown');
    expect(await importer.run(importer.write('same.csv', list(',王芳,13800000001,,,,,')), customers)).toMatchObject({
      skipped: 1,
      updated: 0,
    });
  });
  it('does not take relatives on one phone for one person', async () => {
    create({ name: '王芳', phone: '13800000001' });
    const file = importer.write('family.csv', list(',王小宝,13800000001,,,,,'));
    expect(await importer.run(file, customers)).toMatchObject({ added: 1, updated: 0 });
    expect(count('customers')).toBe(2);
  });
  it('refuses a number or card that is given twice, and a person it cannot tell apart', async () => {
    create({ name: '张伟' });
    create({ name: '张伟' });
    const file = importer.write('twice.csv', list('7,王芳,,,,,,', '7,李雷,,,,,,', ',张伟,,女,,,,'));
    const result = await importer.run(file, customers);
    expect(result.rejectedRows.map(({ line, code }) => [line, code])).toEqual([
      [3, 'number_taken'],
      [4, 'customer_unknown'],
    ]);
  });
  it('does not give a removed customer’s number to somebody else', async () => {
    const id = create({ name: '王芳' });
    const { number } = customersHandlers['customers.findById'](importer.store.context, { customerId: id });
    importer.store.command(() => customersHandlers['customers.remove'](importer.store.context, { customerId: id }));
    const result = await importer.run(importer.write('removed.csv', list(`${number},李雷,,,,,,`)), customers);
    expect(result).toMatchObject({ added: 0, rejected: 1 });
    expect(result.rejectedRows[0]).toMatchObject({ code: 'number_taken', value: number });
  });
  it('does not add a balance to a ledger that has moved on', async () => {
    const file = (name: string, points: number) => importer.write(name, list(`7,王芳,,,,,${points},`));
    await importer.run(file('first.csv', 100), customers);
    expect(await importer.run(file('later.csv', 150), customers)).toMatchObject({ updated: 0, skipped: 1 });
    expect(byNumber('7').summary.pointsBalance).toBe(100);
  });
});

describe('undoing an import (R189)', () => {
  it('gives updated people their former values back, marks of the phone included', async () => {
    const id = create({ name: '王芳', phone: '13800000009', birthday: { calendar: 'solar', month: 5 }, note: '旧' });
    importer.store.command(() =>
      importer.store.database.connection.prepare("UPDATE contact_methods SET verified_on = '2026-01-02', is_valid = 0").run(),
    );
    const { number } = customersHandlers['customers.findById'](importer.store.context, { customerId: id });
    const before = facts();
    const { importId } = await importer.run(
      importer.write('u.csv', list(`${number},王芳芳,13800000001,女,1990-8-15,农历,50,新`)),
      customers,
    );
    expect(fields(id)).toMatchObject({ name: '王芳芳', note: '新', phone: '13800000001' });
    expect(await importer.undo(importId)).toEqual({ customersRemoved: 0, customersKept: 0, visitsRemoved: 0, valuesKept: 0 });
    expect(facts()).toEqual(before);
  });
  it('keeps what somebody has changed by hand since', async () => {
    const id = create({ name: '王芳', note: '旧' });
    const { number } = customersHandlers['customers.findById'](importer.store.context, { customerId: id });
    const { importId } = await importer.run(importer.write('u.csv', list(`${number},王芳芳,,女,,,,新`)), customers);
    importer.store.clock.now = instant(importer.store.clock.now + 1000);
    update(id, { note: '店员写的' });
    expect(await importer.undo(importId)).toMatchObject({ valuesKept: 1 });
    expect(fields(id)).toMatchObject({ name: '王芳', gender: 'unknown', note: '店员写的' });
  });
  it('keeps people with other business since, without the imported facts', async () => {
    const log = importer.write('log.csv', 'customer_id,date,quantity,amount\n1,20260501,1,5\n2,20260501,1,6\n');
    const { importId } = await importer.run(log, { form: 'purchases', earnPoints: true });
    const { id } = byNumber('1');
    importer.store.clock.now = instant(importer.store.clock.now + 1000);
    update(id, { name: '认识了' });
    expect(await importer.undo(importId)).toEqual({ customersRemoved: 1, customersKept: 1, visitsRemoved: 2, valuesKept: 0 });
    expect(byNumber('1')).toMatchObject({
      fields: { name: '认识了' },
      summary: { visitCount: 0, spendCents: 0, pointsBalance: 0 },
    });
    expect(count('visits')).toBe(0);
    expect(count('points_entries')).toBe(0);
  });
  it('takes the reversal of an imported entry along, so that the ledger still sums', async () => {
    const { importId } = await importer.run(importer.write('p.csv', list('7,王芳,,,,,120,')), customers);
    const { id } = byNumber('7');
    const entry = plainRows<{ id: string }>(importer.store.database, 'SELECT id FROM points_entries')[0]?.id;
    importer.store.command(() =>
      importer.store.database.connection
        .prepare(
          `INSERT INTO points_entries (id, customer_id, at, business_date, kind, points, reverses_id)
           VALUES ('01900000-0000-7000-8000-000000000001', ?, 1, '2026-11-21', 'reverse', -120, ?)`,
        )
        .run(id, entry),
    );
    expect(await importer.undo(importId)).toMatchObject({ customersRemoved: 1 });
    expect(count('points_entries')).toBe(0);
  });
  it('happens once, and says so', async () => {
    const { importId } = await importer.run(importer.write('p.csv', list('7,王芳,,,,,,')), customers);
    await importer.undo(importId);
    await expect(importer.undo(importId)).rejects.toMatchObject({ code: 'already_undone' });
  });

  const cell = fc.constantFrom('', '王芳', '李雷', '欧阳娜', '7', '8');
  const person = fc.tuple(
    fc.constantFrom('', '1', '2', '3', '007'),
    cell,
    fc.constantFrom('', '13800000001', '13800000002', '1.38E+10'),
    fc.constantFrom('', '男', '女', 'x'),
    fc.constantFrom('', '1990-8-15', '5-12', '1990-13-1'),
    fc.constantFrom('', '农历'),
    fc.constantFrom('', '50', '1.5'),
    fc.constantFrom('', '茶', '"两\n行"'),
  );
  const purchase = fc.tuple(
    fc.constantFrom('', '1', '2', '007', '99'),
    cell,
    fc.constantFrom('', '13800000001'),
    fc.constantFrom('20260501', '20260601', '20990101', ''),
    fc.constantFrom('5', '0', '12.345', '7.50'),
  );
  law.prop(
    [
      fc.array(person, { maxLength: 12 }),
      fc.array(purchase, { maxLength: 12 }),
      fc.constantFrom('update' as const, 'skip' as const),
    ],
    { numRuns: 40 },
  )('leaves the store as if the import had never been, whatever was in the files', async (people, purchases, onExisting) => {
    const shop = openTestImporter();
    const outer = importer;
    importer = shop;
    try {
      create({ name: '王芳', phone: '13800000001', note: '旧' });
      create({ name: '李雷', birthday: { calendar: 'solar', month: 5 } });
      const files = [
        shop.write('people.csv', list('100,一,,,,,,', ...people.map((row) => row.join(',')))),
        shop.write(
          'log.csv',
          ['会员号,姓名,手机,日期,金额', '100,,,20260401,1', ...purchases.map((row) => row.join(','))].join('\n'),
        ),
      ];
      const [list0, log0] = files;
      if (list0 === undefined || log0 === undefined) throw new Error('two files were written');
      const states = [facts()];
      const imports = [await shop.run(list0, { form: 'customers', onExisting })];
      states.push(facts());
      shop.store.clock.now = instant(shop.store.clock.now + 1000);
      imports.push(await shop.run(log0, { form: 'purchases', onExisting, earnPoints: true }));
      for (const { rows, added, updated, skipped, rejected } of imports) expect(added + updated + skipped + rejected).toBe(rows);
      for (const done of imports.toReversed()) {
        await shop.undo(done.importId);
        expect(facts()).toEqual(states.pop());
      }
    } finally {
      shop.close();
      importer = outer;
    }
  });
});
