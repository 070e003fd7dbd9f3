import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { customersHandlers } from '../../electron/handlers/customers.ts';
import { plainRows } from '../../electron/store/database.ts';
import { storeHash } from '../helpers/dump.ts';
import { openTestImporter } from '../helpers/importer.ts';
import type { TestImporter } from '../helpers/importer.ts';
import { dateCell, workbook } from '../helpers/spreadsheets.ts';

let importer: TestImporter;
beforeEach(() => {
  importer = openTestImporter();
});
afterEach(() => {
  importer.close();
});

const customers = { form: 'customers' } as const;
const byNumber = (number: string) => customersHandlers['customers.findByNumber'](importer.store.context, { number });
const people = (): unknown[] =>
  plainRows(
    importer.store.database,
    `SELECT name, (SELECT value FROM contact_methods WHERE customer_id = customers.id AND is_primary = 1 AND e164 IS NOT NULL) AS phone
     FROM customers ORDER BY name_pinyin, number`,
  );

const list = [
  ['会员编号', '姓名', '手机号', '性别', '会员生日', '积分', '密码'],
  [7, '王芳', 13_800_000_001, '女', dateCell(33_100), 120, '123456'],
  [8, '李雷', '13800000002', '男', '1991/2/3', 0, 'abc'],
];

describe('spreadsheets (R189)', () => {
  it.each(['xlsx', 'biff8', 'xlml', 'html'] as const)('come in whatever program saved them: %s', async (bookType) => {
    const file = importer.write('会员.xlsx', workbook({ 会员: list }, bookType));
    const seen = await importer.inspect(file);
    expect(seen).toMatchObject({
      form: 'customers',
      mapping: ['number', 'name', 'phone', 'gender', 'birthday', 'points', null],
      columns: ['会员编号', '姓名', '手机号', '性别', '会员生日', '积分', '密码'],
    });
    expect(seen.sample[0]?.[6]).toBe('•••');
    expect(await importer.run(file, customers)).toMatchObject({ added: 2, rejected: 0, secretColumns: ['密码'] });
    expect(byNumber('7')).toMatchObject({
      fields: { name: '王芳', phone: '13800000001', gender: 'female', birthday: { year: 1990, month: 8, day: 15 } },
      summary: { pointsBalance: 120 },
    });
  });
  it('read the sheet that was chosen, and by themselves the one with the list', async () => {
    const bytes = workbook({
      说明: [['请先看说明']],
      会员: list,
      旧会员: [
        ['姓名', '手机'],
        ['赵敏', '13800000003'],
      ],
    });
    const file = importer.write('book.xlsx', bytes);
    expect(await importer.inspect(file)).toMatchObject({ sheets: ['说明', '会员', '旧会员'], sheet: 1, format: 'xlsx' });
    expect(await importer.run(file, { ...customers, sheet: 2 })).toMatchObject({ added: 1 });
    expect(people()).toEqual([{ name: '赵敏', phone: '13800000003' }]);
    await expect(importer.run(file, { ...customers, sheet: 9 })).rejects.toMatchObject({ code: 'bad_input' });
  });
  it('find the header below titles, join two header lines, and drop the totals', async () => {
    const rows = [
      ['2024 年会员资料', null, null, null, null],
      ['姓名', '联系方式', null, '积分', null],
      [null, '手机号', '邮箱', '累计', '剩余'],
      ['王芳', '13800000001', 'a@b.cn', 500, 120],
      ['李雷', '13800000002', null, 90, 30],
      ['合计', null, null, 590, 150],
    ];
    const merges = [
      { s: { r: 0, c: 0 }, e: { r: 0, c: 4 } },
      { s: { r: 1, c: 0 }, e: { r: 2, c: 0 } },
      { s: { r: 1, c: 1 }, e: { r: 1, c: 2 } },
      { s: { r: 1, c: 3 }, e: { r: 1, c: 4 } },
    ];
    const file = importer.write('two.xlsx', workbook({ a: rows }, 'xlsx', merges));
    expect(await importer.inspect(file)).toMatchObject({
      headerLine: 3,
      columns: ['姓名', '联系方式 / 手机号', '联系方式 / 邮箱', '积分 / 累计', '积分 / 剩余'],
      mapping: ['name', 'phone', 'email', null, 'points'],
    });
    const result = await importer.run(file, customers);
    expect(result).toMatchObject({ rows: 3, added: 2, skipped: 1, reasons: [{ code: 'totals', count: 1 }] });
    expect(plainRows(importer.store.database, 'SELECT sum(points) AS points FROM points_entries')).toEqual([{ points: 150 }]);
  });
  it('fill merged cells down: the same shop or phone for several rows', async () => {
    const rows = [
      ['姓名', '地区'],
      ['王芳', '城东'],
      ['李雷', null],
    ];
    const bytes = workbook({ a: rows }, 'xlsx', [{ s: { r: 1, c: 1 }, e: { r: 2, c: 1 } }]);
    await importer.run(importer.write('merged.xlsx', bytes), customers);
    expect(plainRows(importer.store.database, 'SELECT name, region FROM customers ORDER BY name_pinyin')).toEqual([
      { name: '李雷', region: '城东' },
      { name: '王芳', region: '城东' },
    ]);
  });
  it('refuse a number that lost its figures, and take one that has all of them', async () => {
    const text = [
      '姓名,卡号,手机',
      '甲,1.38E+10,',
      '乙,,1.38E+10',
      '丙,,1.3800138001E+10',
      '丁,,1.3800138E10',
      '戊,,13800138002.0',
    ];
    const result = await importer.run(importer.write('e.csv', text.join('\n')), customers);
    expect(result.rejectedRows.map(({ line, code }) => [line, code])).toEqual([
      [2, 'number_rounded'],
      [3, 'number_rounded'],
    ]);
    const long = workbook({
      a: [
        ['姓名', '卡号'],
        ['己', 6_228_480_402_564_890_000],
      ],
    });
    expect(await importer.run(importer.write('card.xlsx', long), customers)).toMatchObject({
      rejectedRows: [{ code: 'number_rounded', column: '卡号' }],
    });
    expect(people()).toEqual([
      { name: '丙', phone: '13800138001' },
      { name: '丁', phone: '13800138000' },
      { name: '戊', phone: '13800138002' },
    ]);
  });
});

describe('a file is what its content says, not its name (R189)', () => {
  it.each([
    ['list.csv', workbook({ a: list }), 'xlsx'],
    ['list.xls', Buffer.from('姓名,手机\n王芳,13800000001\n'), 'text'],
    [
      'list.xls',
      Buffer.from('<html><body><table><tr><td>姓名</td><td>手机</td></tr><tr><td>王芳</td><td>013800000001</td></tr></table>'),
      'page',
    ],
    ['list.txt', Buffer.from('BEGIN:VCARD\r\nFN:王芳\r\nTEL:13800000001\r\nEND:VCARD\r\n'), 'vcard'],
  ])('%s', async (name, content, format) => {
    const file = importer.write(name, content);
    expect(await importer.inspect(file)).toMatchObject({ format });
    expect((await importer.run(file, customers)).added).toBeGreaterThan(0);
  });
  it('leading zeros of an HTML table stay', async () => {
    const page = '<table><tr><th>会员号</th><th>姓名</th></tr><tr><td>0007</td><td>王芳</td></tr></table>';
    await importer.run(importer.write('page.xls', page), customers);
    expect(byNumber('0007').fields.name).toBe('王芳');
  });
});

describe('spreadsheets that would fill the memory are refused before they are read (R189)', () => {
  /** A ZIP of one entry that declares `declared` bytes and holds `packed`. */
  const zip = (name: string, packed: Buffer, declared: number): Buffer => {
    const local = Buffer.alloc(30 + name.length);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(declared, 22);
    local.writeUInt16LE(name.length, 26);
    local.write(name, 30);
    const central = Buffer.alloc(46 + name.length);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 6);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(declared, 24);
    central.writeUInt16LE(name.length, 28);
    central.write(name, 46);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(1, 8);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(central.length, 12);
    end.writeUInt32LE(local.length + packed.length, 16);
    return Buffer.concat([local, packed, central, end]);
  };
  const packed = deflateRawSync(Buffer.alloc(20_000_000));
  it.each([
    ['declares more than fits', zip('xl/workbook.xml', packed, 3_000_000_000), { code: 'file_too_large' }],
    ['holds more than it declares', zip('xl/workbook.xml', packed, 1000), { code: 'file_damaged' }],
    ['is an archive of something else', zip('photos/1.jpg', deflateRawSync(Buffer.from('x')), 1), { code: 'file_binary' }],
  ])('one that %s', async (_, bytes, error) => {
    const before = storeHash(importer.store.database);
    await expect(importer.run(importer.write('bomb.xlsx', bytes), customers)).rejects.toMatchObject(error);
    expect(storeHash(importer.store.database)).toBe(before);
  });
});
