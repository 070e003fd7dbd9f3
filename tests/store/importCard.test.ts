import { fc, test as law } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { customersHandlers } from '../../electron/handlers/customers.ts';
import { customFieldsHandlers } from '../../electron/handlers/customFields.ts';
import { importsHandlers } from '../../electron/handlers/imports.ts';
import { loyaltyHandlers } from '../../electron/handlers/loyalty.ts';
import { staffHandlers } from '../../electron/handlers/staff.ts';
import { tagsHandlers } from '../../electron/handlers/tags.ts';
import { plainRows } from '../../electron/store/database.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
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
const write = (...lines: string[]) => importer.write(`${lines.length}.csv`, lines.join('\n'));
const all = (sql: string): unknown[] => plainRows(importer.store.database, sql);
const command = <Result>(work: () => Result): Result => importer.store.command(work);
const create = (input: CallInput<'customers.create'>): CustomerId =>
  command(() => customersHandlers['customers.create'](importer.store.context, contract.customers.create.input.parse(input)))
    .customerId;
const card = (customerId: CustomerId) => customersHandlers['customers.findById'](importer.store.context, { customerId });
const facts = (): readonly string[] =>
  dumpStore(importer.store.database, {
    withoutTables: ['imports', 'import_rejected_rows', 'import_mappings', 'engine_runs', 'care_due'],
    withoutColumns: ['revision', 'changed_at'],
  });

describe('what a list says of the card (R189, R201)', () => {
  it('owner by name, referrer by card though they stand further down, membership, children and history', async () => {
    command(() => staffHandlers['staff.create'](importer.store.context, contract.staff.create.input.parse({ name: '小美' })));
    const file = write(
      '姓名,会员卡号,推荐人卡号,绑定调理师,会员有效期,宝宝姓名,宝宝生日,过敏史,既往史,年龄',
      '王芳,8001,8002,小美,2027-05-01,豆豆,2024-03-08,青霉素、花生,无,34',
      '李雷,8002,9999,阿强,永久,,,无过敏史,高血压,',
    );
    const result = await importer.run(file, customers);
    expect(result).toMatchObject({ added: 2, rejected: 0, unknownStaff: ['阿强'], unknownReferrers: ['9999'] });
    expect(
      all(`SELECT customers.name, referrer.name AS referrer, staff.name AS owner, customers.stated_age, customers.stated_age_on
        FROM customers LEFT JOIN customers AS referrer ON referrer.id = customers.referrer_id
        LEFT JOIN staff ON staff.id = customers.owner_id ORDER BY customers.card_no`),
    ).toEqual([
      { name: '王芳', referrer: '李雷', owner: '小美', stated_age: 34, stated_age_on: '2026-11-21' },
      { name: '李雷', referrer: null, owner: null, stated_age: null, stated_age_on: null },
    ]);
    expect(all('SELECT kind, what FROM safety_facts ORDER BY kind, what')).toEqual([
      { kind: 'allergy', what: '花生' },
      { kind: 'allergy', what: '青霉素' },
      { kind: 'history', what: '高血压' },
    ]);
    expect(all('SELECT label, valid_until FROM expiring_facts')).toEqual([{ label: '会员有效期', valid_until: '2027-05-01' }]);
    expect(all('SELECT name, relation, birth_year FROM family_members')).toEqual([
      { name: '豆豆', relation: '孩子', birth_year: 2024 },
    ]);
    expect(await importer.undo(result.importId)).toMatchObject({ customersRemoved: 2, customersKept: 0 });
  });
  it('own fields are read by their type, and a value that does not fit refuses the row, naming the column', async () => {
    const field = (input: CallInput<'customFields.create'>) =>
      command(() =>
        customFieldsHandlers['customFields.create'](importer.store.context, contract.customFields.create.input.parse(input)),
      );
    field({ name: '体重', type: 'number' });
    field({ name: '入会', type: 'date' });
    field({ name: '风格', type: 'choice', options: ['简约', '甜美'] });
    const mapping = ['name', 'customField', 'customField', 'customField'] as const;
    const file = write('姓名,体重,入会,风格', '王芳,"1,052.5",2024年5月1日,甜美', '李雷,很重,,', '韩梅,,明天,', '张伟,,,酷');
    const { rejectedRows } = await importer.run(file, { ...customers, mapping: [...mapping] });
    expect(rejectedRows.map(({ column, code }) => [column, code])).toEqual([
      ['体重', 'custom_invalid'],
      ['入会', 'custom_invalid'],
      ['风格', 'custom_invalid'],
    ]);
    expect(
      all(
        'SELECT number_value, date_value, name FROM custom_field_values LEFT JOIN custom_field_options ON id = option_id ORDER BY number_value, date_value, name',
      ),
    ).toEqual([
      { number_value: null, date_value: null, name: '甜美' },
      { number_value: null, date_value: '2024-05-01', name: null },
      { number_value: 1052.5, date_value: null, name: null },
    ]);
  });
  it('two tags of a group of which one can be had refuse the row; one takes no other’s place (R005)', async () => {
    command(() =>
      tagsHandlers['tags.createGroup'](
        importer.store.context,
        contract.tags.createGroup.input.parse({ name: '口味', isExclusive: true }),
      ),
    );
    const result = await importer.run(
      write('姓名,手机,标签', '王芳,13800000001,口味:甜', '李雷,13800000002,口味:甜、口味:辣'),
      customers,
    );
    expect(result).toMatchObject({ added: 1, rejectedRows: [{ column: '标签', code: 'tags_exclusive', value: '口味: 甜、辣' }] });
    await importer.run(write('姓名,手机,标签', '王芳,13800000001,口味:辣'), customers);
    expect(all('SELECT name FROM customer_tags JOIN tags ON tags.id = tag_id')).toEqual([{ name: '甜' }]);
  });
  it('income and education are not brought in by whoever may not see them (R004)', async () => {
    const file = write('姓名,收入,学历', '王芳,1万,大专');
    const { actor } = importer.study.context;
    Object.assign(importer.study.context, {
      actor: { ...actor, permissions: actor.permissions.filter((name) => name !== 'private.income') },
    });
    expect(await importer.run(file, customers)).toMatchObject({ added: 1, ignoredColumns: ['收入', '学历'] });
    expect(all('SELECT income_band, education FROM customers')).toEqual([{ income_band: null, education: null }]);
  });
});

describe('figures that can be read in two ways (R011, R189)', () => {
  const born = () => all('SELECT calendar, month, day FROM important_dates ORDER BY month');
  it('a type of birthday is asked about, with birthdays to judge by, and read as the person says', async () => {
    const file = write('姓名,生日,生日类型', '王芳,1990-08-15,0', '李雷,1991-09-01,1');
    expect(await importer.preview(file, customers)).toMatchObject({
      calendarCodes: 'zero_lunar',
      calendarFigures: [
        { figure: '0', birthdays: ['1990-08-15'] },
        { figure: '1', birthdays: ['1991-09-01'] },
      ],
    });
    await importer.run(file, { ...customers, calendarCodes: 'zero_solar' });
    expect(born()).toEqual([
      { calendar: 'solar', month: 8, day: 15 },
      { calendar: 'lunar', month: 9, day: 1 },
    ]);
  });
  it('a 31st proves which figure is solar, and 1 and 2 count from one', async () => {
    const proven = write('姓名,生日,生日类型', '王芳,1990-08-31,0', '李雷,1991-09-01,1');
    expect(await importer.preview(proven, customers)).toMatchObject({ calendarCodes: 'zero_solar', counts: { rejected: 0 } });
    const counted = write('姓名,生日,生日类型', '王芳,1990-08-15,2', '李雷,1991-09-01,1', '韩梅,1991-09-02,1');
    expect(await importer.preview(counted, customers)).toMatchObject({ calendarCodes: 'one_solar' });
  });
});

describe('identity numbers (R189)', () => {
  it('are kept only in a field of the shop’s own that a person chose, with a word of warning, and never with a refused row', async () => {
    const file = write('姓名,身份证号,手机', '王芳,11010519491231002X,13800000001', '李雷,110105194912310021,x');
    expect(await importer.preview(file, customers)).toMatchObject({ keptIdentityColumns: [] });
    const kept = { ...customers, mapping: ['name' as const, 'customField' as const, 'phone' as const] };
    expect(await importer.preview(file, kept)).toMatchObject({ keptIdentityColumns: ['身份证号'] });
    const { importId } = await importer.run(file, kept);
    expect(all('SELECT text_value FROM custom_field_values')).toEqual([{ text_value: '11010519491231002X' }]);
    if (importId === null) throw new Error('nothing was imported');
    const rejected = importsHandlers['imports.rejectedRows'](importer.store.context, { importId, offset: 0, limit: 10 });
    expect(rejected.rows.map(({ cells }) => cells)).toEqual([['李雷', '', 'x']]);
  });
});

describe('a balance of points (R189)', () => {
  const balance = (customerId: CustomerId): number => card(customerId).summary.pointsBalance;
  const adjust = (customerId: CustomerId, points: number): void => {
    command(() =>
      loyaltyHandlers['loyalty.adjust'](
        importer.store.context,
        contract.loyalty.adjust.input.parse({ customerId, points, reason: '补登' }),
      ),
    );
  };
  it('fills an empty ledger only; told to, it becomes the balance, and undo gives the former one back (S7)', async () => {
    const id = create({ name: '王芳', phone: '13800000001' });
    adjust(id, 30);
    const file = write('手机,剩余积分', '13800000001,120');
    await importer.run(file, customers);
    expect(balance(id)).toBe(30);
    const before = facts();
    const { importId, updated } = await importer.run(file, { ...customers, balances: 'set', again: true });
    expect([updated, balance(id)]).toEqual([1, 120]);
    expect(await importer.run(file, { ...customers, balances: 'set', again: true })).toMatchObject({ updated: 0, skipped: 1 });
    await importer.undo(importId);
    expect(facts()).toEqual(before);
  });
});

const cell = (...texts: string[]) => fc.constantFrom('', ...texts);
const row = fc.tuple(
  fc.constantFrom('13800000001', '13800000002', '13800000003', '13800000009'),
  cell('青霉素', '花生、牛奶'),
  cell('豆豆', '毛毛'),
  cell('2024-03-08'),
  cell('旺财', '咪咪'),
  cell('2027-01-05', '2028-02-06'),
  cell('2027-05-01', '2029-01-01'),
  cell('10001', '13800000002', '404'),
  cell('喜欢安静', '怕热'),
  cell('50', '80'),
  cell('口味:甜', '口味:辣、熟客'),
);
const header = '手机,过敏史,宝宝姓名,宝宝生日,宠物名,疫苗到期,会员有效期,推荐人,喜好,剩余积分,标签';

law.prop(
  [
    fc.array(fc.array(row, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 2 }),
    fc.constantFrom('file' as const, 'shop' as const),
    fc.constantFrom('fill' as const, 'set' as const),
  ],
  {
    numRuns: 15,
    interruptAfterTimeLimit: 60_000,
  },
)(
  'S7, R189: imports over people who are here, taken back one after the other, leave the shop as it was to the letter',
  async (files, onConflict, balances) => {
    const outer = importer;
    importer = openTestImporter();
    try {
      command(() =>
        tagsHandlers['tags.createGroup'](
          importer.store.context,
          contract.tags.createGroup.input.parse({ name: '口味', isExclusive: true }),
        ),
      );
      const id = create({ name: '王芳', phone: '13800000001', likes: '喝茶' });
      create({ name: '李雷', phone: '13800000002', referrerId: id });
      const states: (readonly string[])[] = [];
      const imports: Awaited<ReturnType<TestImporter['run']>>[] = [];
      for (const rows of files) {
        states.push(facts());
        const lines = rows.map((cells) => cells.join(','));
        imports.push(
          await importer.run(importer.write(`${imports.length}.csv`, [header, ...lines].join('\n')), {
            ...customers,
            onConflict,
            balances,
            again: true,
          }),
        );
      }
      for (const { rows, added, updated, skipped, rejected } of imports) expect(added + updated + skipped + rejected).toBe(rows);
      for (const done of imports.toReversed()) {
        expect(await importer.undo(done.importId)).toMatchObject({ valuesKept: 0, customersKept: 0 });
        expect(facts()).toEqual(states.pop());
      }
    } finally {
      importer.close();
      importer = outer;
    }
  },
);
