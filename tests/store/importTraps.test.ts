import { fc, test as law } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { customersHandlers } from '../../electron/handlers/customers.ts';
import { importsHandlers } from '../../electron/handlers/imports.ts';
import { plainRows } from '../../electron/store/database.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import { guessMapping } from '../../shared/domain/imports/headers.ts';
import { readIdentityNumber } from '../../shared/domain/imports/identityNumber.ts';
import { originOf } from '../../shared/domain/imports/origin.ts';
import { withAllFigures } from '../../shared/domain/imports/rounded.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { localDate } from '../../shared/types/time.ts';
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
const create = (input: CallInput<'customers.create'>): CustomerId =>
  importer.store.command(() =>
    customersHandlers['customers.create'](importer.store.context, contract.customers.create.input.parse(input)),
  ).customerId;
const fields = (customerId: CustomerId) => customersHandlers['customers.findById'](importer.store.context, { customerId }).fields;
const write = (...lines: string[]) => importer.write(`${lines.length}.csv`, lines.join('\n'));
const all = (sql: string): unknown[] => plainRows(importer.store.database, sql);

describe('traps of old member programs (R189)', () => {
  it('a blank birthday filled with the day of the import is found, counted and left out, unless it is kept on purpose', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => `客${at},${at < 12 ? '2019-06-01' : `19${60 + at}-0${1 + (at % 9)}-11`}`);
    const file = write('姓名,生日', ...rows);
    const preview = await importer.preview(file, customers);
    expect(preview.suspectBirthdays).toEqual([{ date: '2019-06-01', count: 12 }]);
    await importer.run(file, customers);
    expect(all('SELECT count(*) AS born FROM important_dates')).toEqual([{ born: 18 }]);
    await importer.run(file, { ...customers, keepSuspectBirthdays: true, again: true });
    expect(all('SELECT count(*) AS born FROM important_dates')).toEqual([{ born: 30 }]);
  });
  it('passwords and openids are dropped and said, not even kept with a refused row', async () => {
    const file = write('姓名,消费密码,openid,手机', '王芳,8888,oX1,13800000001', '李雷,9999,oX2,x');
    const { importId, ...result } = await importer.run(file, customers);
    expect(result).toMatchObject({ added: 1, rejected: 1, secretColumns: ['消费密码', 'openid'] });
    if (importId === null) throw new Error('nothing was imported');
    const kept = importsHandlers['imports.rejectedRows'](importer.store.context, { importId, offset: 0, limit: 10 });
    expect(kept.rows.map(({ cells }) => cells)).toEqual([['李雷', '', '', 'x']]);
    const mapping = ['name', 'note', null, 'phone'] as const;
    await expect(importer.run(file, { ...customers, mapping: [...mapping], again: true })).rejects.toMatchObject({
      code: 'bad_input',
    });
  });
  it('stored value has no ledger yet: its columns are left out and said', async () => {
    const preview = await importer.preview(write('姓名,余额,赠送金额,剩余积分', '王芳,100,20,5'), customers);
    expect(preview).toMatchObject({ storedValueColumns: ['余额', '赠送金额'], ignoredColumns: [] });
  });
  it('identity numbers are never kept; asked for, they tell birthday and sex', async () => {
    const file = write('姓名,身份证号', '王芳,11010519491231002X', '李雷,110105194912310021');
    await importer.run(file, customers);
    expect(all('SELECT gender FROM customers')).toEqual([{ gender: 'unknown' }, { gender: 'unknown' }]);
    const told = await importer.run(file, { ...customers, identityNumbers: 'derive', again: true });
    expect(told.rejectedRows).toEqual([{ line: 3, column: '身份证号', code: 'identity_invalid', value: '' }]);
    expect(all(`SELECT gender FROM customers WHERE name = '王芳'`)).toEqual([{ gender: 'female' }]);
    expect(
      JSON.stringify(all('SELECT * FROM customers')) + JSON.stringify(all('SELECT * FROM import_rejected_rows')),
    ).not.toContain('110105');
  });
  it('figures for genders are shown with names to judge by, and read as the person says', async () => {
    const file = write('会员号,姓名,性别', '1,王芳,2', '2,李雷,1', '3,韩梅,2');
    const preview = await importer.preview(file, customers);
    expect(preview.genderFigures).toEqual([
      { figure: '1', names: ['李雷'] },
      { figure: '2', names: ['王芳', '韩梅'] },
    ]);
    expect(preview.genderCodes).toBe('one_male');
    await importer.run(file, { ...customers, genderCodes: 'zero_male' });
    expect(all('SELECT gender FROM customers ORDER BY number')).toEqual([
      { gender: 'unknown' },
      { gender: 'female' },
      { gender: 'unknown' },
    ]);
  });
  it('duplicates are said: of rows before, of phones in the shop and in the file', async () => {
    create({ name: '王芳', phone: '13800000001' });
    const file = write(
      '姓名,手机',
      '王小宝,13800000001',
      '李雷,13800000002',
      '李雷,13800000002',
      '韩梅,13800000002',
      '合计 4 人,',
    );
    expect(await importer.preview(file, customers)).toMatchObject({
      sharedPhones: { inShop: 1, inFile: 1 },
      reasons: [
        { code: 'repeated', count: 1 },
        { code: 'totals', count: 1 },
      ],
    });
  });
});

describe('the key and what becomes of whom it finds (R189, R201)', () => {
  it('by phone alone, whoever has it is meant, whatever the name', async () => {
    const id = create({ name: '王芳', phone: '13800000001' });
    const file = write('姓名,手机,职业', '王太太,138-0000-0001,老师');
    expect(await importer.run(file, { ...customers, matchBy: 'phone' })).toMatchObject({ updated: 1, added: 0 });
    expect(fields(id)).toMatchObject({ name: '王太太', occupation: '老师' });
  });
  it('where file and shop differ the shop may be right: then only blanks are filled', async () => {
    const id = create({ name: '王芳', phone: '13800000001', note: '旧' });
    const file = write('姓名,手机,备注,性别', '王太太,13800000001,新,女');
    await importer.run(file, { ...customers, matchBy: 'phone', onConflict: 'shop' });
    expect(fields(id)).toMatchObject({ name: '王芳', note: '旧', gender: 'female' });
  });
  it('by name and birthday, of two of one name the one who was born then', async () => {
    create({ name: '张伟', birthday: { calendar: 'solar', year: 1980, month: 1, day: 2 } });
    const id = create({ name: '张伟', birthday: { calendar: 'solar', year: 1990, month: 8, day: 15 } });
    const file = write('姓名,生日,职业', '张伟,1990-8-15,老师', '张伟,1970-1-9,司机');
    expect(await importer.run(file, { ...customers, matchBy: 'nameBirthday' })).toMatchObject({ updated: 1, added: 1 });
    expect(fields(id).occupation).toBe('老师');
  });
  it('people who are not here are passed over when told to', async () => {
    create({ name: '王芳', phone: '13800000001' });
    const file = write('姓名,手机,性别', '王芳,13800000001,女', '李雷,13800000002,男');
    expect(await importer.run(file, { ...customers, onNew: 'skip' })).toMatchObject({
      added: 0,
      updated: 1,
      reasons: [{ code: 'unknown', count: 1 }],
    });
    expect(await importer.run(write('会员号,日期,金额', '99,2026-05-01,5'), { form: 'purchases', onNew: 'skip' })).toMatchObject({
      added: 0,
      visits: 0,
      skipped: 1,
    });
  });
  it('a key without its column is refused', async () => {
    await expect(importer.run(write('姓名', '王芳'), { ...customers, matchBy: 'phone' })).rejects.toMatchObject({
      code: 'column_missing',
      details: { field: 'phone' },
    });
  });
});

describe('mappings (R201)', () => {
  it('are kept for the next file with this header, with the choices, until they are forgotten; and forgetting can be undone', async () => {
    const header = '甲列,手机';
    const mapping = ['name', 'phone'] as const;
    await importer.run(write(header, '王芳,13800000001'), { ...customers, mapping: [...mapping], matchBy: 'phone' });
    const next = importer.write('next.csv', `${header}\n李雷,13800000002`);
    const seen = await importer.inspect(next);
    expect(seen).toMatchObject({ mapping, saved: { choices: { matchBy: 'phone' } } });
    expect(await importer.run(next, customers)).toMatchObject({ added: 1 });
    const signature = seen.saved?.signature ?? '';
    const { forgotten } = importer.store.command(() =>
      importsHandlers['imports.forgetMapping'](importer.store.context, { signature }),
    );
    expect(await importer.inspect(next)).toMatchObject({ mapping: [null, 'phone'], saved: null });
    importer.store.command(() => importsHandlers['imports.saveMapping'](importer.store.context, forgotten));
    expect(await importer.inspect(next)).toMatchObject({ mapping });
  });
  it.each([
    [
      'zoho',
      ['Record Id', 'Contact Owner', 'Lead Source', 'First Name', 'Last Name', 'Email', 'Phone', 'Mailing City'],
      ['number', 'owner', 'source', 'givenName', 'familyName', 'email', 'phone', 'region'],
    ],
    [
      'fxiaoke',
      ['客户名称', '负责人', '客户级别', '客户来源', '电话', '最后跟进时间'],
      ['name', 'owner', 'tags', 'source', 'phone', null],
    ],
    [
      'google',
      ['First Name', 'Last Name', 'Birthday', 'Phone 1 - Value', 'Phone 2 - Value', 'E-mail 1 - Value', 'Address 1 - Formatted'],
      ['givenName', 'familyName', 'birthday', 'phone', 'phone', 'email', 'address'],
    ],
    [
      'outlook',
      ['First Name', 'Last Name', 'E-mail Address', 'Mobile Phone', 'Home Phone', 'Home Street', 'Birthday'],
      ['givenName', 'familyName', 'email', 'phone', 'phone', 'address', 'birthday'],
    ],
    [
      'yinbao',
      ['会员编号', '会员姓名', '会员等级', '手机号', '生日', '积分', '余额', '开卡日期'],
      ['number', 'name', 'tags', 'phone', 'birthday', 'points', null, 'createdOn'],
    ],
    [
      'erweihuo',
      ['卡号', '卡面号码', '姓名', '手机', '发卡门店', '开卡日期'],
      ['cardNo', null, 'name', 'phone', null, 'createdOn'],
    ],
  ] as const)('know the header of %s', (origin, header, mapping) => {
    expect(originOf(header)).toBe(origin);
    expect(guessMapping('customers', 'auto', header)).toEqual(mapping);
  });
});

describe('figures (R189)', () => {
  law.prop([fc.integer({ min: 10_000_000_000, max: 19_999_999_999 })])(
    'with all their figures come back from an exponent',
    (phone) => {
      const figures = String(phone);
      expect(withAllFigures(`${figures[0] ?? ''}.${figures.slice(1)}E+10`)).toBe(figures);
      expect(withAllFigures(`${figures}.0`)).toBe(figures);
      expect(withAllFigures(figures)).toBe(figures);
    },
  );
  it('an identity number is checked by its last character', () => {
    const today = localDate('2026-11-21');
    expect(readIdentityNumber('11010519491231002x', today)).toEqual({ bornOn: '1949-12-31', gender: 'female' });
    expect(readIdentityNumber('110105491231001', today)).toEqual({ bornOn: '1949-12-31', gender: 'male' });
    for (const wrong of ['110105194912310021', '110105202702300029', '1101051949123100', ''])
      expect(readIdentityNumber(wrong, today)).toBeNull();
  });
});

describe('tags and own fields of a file (R189, R201)', () => {
  const untouched = ['care_due', 'imports', 'import_rejected_rows', 'import_mappings', 'engine_runs'];
  const dump = () => dumpStore(importer.store.database, { withoutTables: untouched, withoutColumns: ['revision', 'changed_at'] });
  const mapping = ['name', 'phone', 'tags', 'tags', 'customField'] as const;

  it('come with new people and known ones, make what the library lacks, and go whole with the undo', async () => {
    create({ name: '王芳', phone: '13800000001' });
    const before = dump();
    const file = write('姓名,手机,会员标签,口味,鞋码', '王芳,13800000001,熟客、爱喝茶,甜,38', '李雷,13800000002,风格:简约,,42');
    const { importId, ...result } = await importer.run(file, { ...customers, mapping: [...mapping] });
    expect(result).toMatchObject({ added: 1, updated: 1, rejected: 0 });
    expect(
      all(`SELECT customers.name, tag_groups.name AS "group", tags.name AS tag, customer_tags.source FROM customer_tags
        JOIN customers ON customers.id = customer_id JOIN tags ON tags.id = tag_id JOIN tag_groups ON tag_groups.id = group_id
        ORDER BY customers.name, tags.name`),
    ).toEqual([
      { name: '李雷', group: '风格', tag: '简约', source: 'import' },
      { name: '王芳', group: '导入', tag: '熟客', source: 'import' },
      { name: '王芳', group: '导入', tag: '爱喝茶', source: 'import' },
      { name: '王芳', group: '口味', tag: '甜', source: 'import' },
    ]);
    expect(
      all('SELECT name, text_value AS value FROM custom_field_values JOIN custom_fields ON id = field_id ORDER BY value'),
    ).toEqual([
      { name: '鞋码', value: '38' },
      { name: '鞋码', value: '42' },
    ]);
    expect(await importer.undo(importId)).toMatchObject({ customersRemoved: 1, customersKept: 0, valuesKept: 0 });
    expect(dump()).toEqual(before);
  });
  it('say nothing new when they come a second time', async () => {
    const rows = ['姓名,手机,会员标签,口味,鞋码', '王芳,13800000001,熟客,甜,38'];
    await importer.run(write(...rows), { ...customers, mapping: [...mapping] });
    expect(await importer.run(write(...rows), { ...customers, mapping: [...mapping], again: true })).toMatchObject({
      updated: 0,
      skipped: 1,
      reasons: [{ code: 'unchanged', count: 1 }],
    });
  });
  const cell = fc.constantFrom('', '甜', '甜、辣', '辣');
  const person = fc.tuple(
    fc.constantFrom('13800000001', '13800000002', '13800000003'),
    cell,
    cell,
    fc.constantFrom('', '38', '39'),
  );
  law.prop([fc.array(person, { minLength: 1, maxLength: 6 }), fc.array(person, { minLength: 1, maxLength: 6 })], { numRuns: 25 })(
    'two files taken back one after the other leave the store as it was',
    async (first, second) => {
      const shop = openTestImporter();
      const outer = importer;
      importer = shop;
      try {
        create({ name: '王芳', phone: '13800000001' });
        const states: (readonly string[])[] = [];
        const runs = [];
        for (const rows of [first, second]) {
          states.push(dump());
          const lines = rows.map(([phone, ...cells]) => ['王芳', phone, ...cells].join(','));
          runs.push(
            await shop.run(shop.write(`${runs.length}.csv`, ['姓名,手机,会员标签,口味,鞋码', ...lines].join('\n')), {
              ...customers,
              mapping: [...mapping],
              again: true,
            }),
          );
        }
        for (const done of runs.toReversed()) {
          await shop.undo(done.importId);
          expect(dump()).toEqual(states.pop());
        }
      } finally {
        shop.close();
        importer = outer;
      }
    },
  );
});
