import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { visitsHandlers } from '../../electron/handlers/visits.ts';
import { contract } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { openTestExporter } from '../helpers/exporter.ts';

let shop: ReturnType<typeof openTestExporter>;
beforeEach(() => {
  shop = openTestExporter();
});
afterEach(() => {
  shop.close();
});

const failureOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'done';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
};

const hostile = '=HYPERLINK("http://evil","click")';
const everyone = { filter: {}, exceptIds: [] };

describe('a file of customers', () => {
  it('is CSV with its mark, a heading and a row a person, which no spreadsheet runs', async () => {
    shop.add({
      name: '王芳',
      phone: '+86 138 0000 2210',
      cardNo: '00012',
      note: '第一行\n"第二"行, 完',
      birthday: { calendar: 'lunar', month: 5, day: 3, isLeapMonth: true },
    });
    shop.add({ name: hostile });
    const { file, path } = shop.tokenFor('people.csv');
    const result = await shop.customers({ file, format: 'csv', columns: ['name', 'phone', 'cardNo', 'note', 'birthday'] });
    const text = readFileSync(path, 'utf8');
    expect(text.startsWith('\ufeff姓名,手机号,生日,会员卡号,备注\r\n')).toBe(true);
    expect(Papa.parse<string[]>(text.slice(1).trimEnd()).data.slice(1)).toEqual([
      ['王芳', "'+86 138 0000 2210", '农历闰五月初三', '00012', '第一行\n"第二"行, 完'],
      [`'${hostile}`, '', '', '', ''],
    ]);
    expect(result).toEqual({ fileName: 'people.csv', bytes: Buffer.byteLength(text), rows: 2, leftOut: 0 });
  });

  it('is a workbook of texts: zeros stay, nothing runs, figures are figures', async () => {
    shop.add({ name: hostile, cardNo: '00012', phone: '13800002210' });
    const { file, path } = shop.tokenFor('people.xlsx');
    await shop.customers({ file, format: 'xlsx', columns: ['name', 'phone', 'cardNo', 'points'], language: 'en' });
    const sheet = read(readFileSync(path), { cellFormula: true }).Sheets['Customers'];
    if (sheet === undefined) throw new Error('no such sheet');
    expect(utils.sheet_to_json(sheet, { header: 1 })).toEqual([
      ['Name', 'Phone', 'Card number', 'Points balance'],
      [hostile, '13800002210', '00012', 0],
    ]);
    expect(Object.values(sheet).filter((cell: unknown) => typeof cell === 'object' && cell !== null && 'f' in cell)).toEqual([]);
  });

  it('R004: leaves income and education behind for whoever may not see them', async () => {
    shop.add({ name: '王芳', incomeBand: '1万-2万', education: '大专' });
    const { actor } = shop.study.context;
    const { file, path } = shop.tokenFor('people.csv');
    await shop.customers({ file, format: 'csv', columns: ['name', 'incomeBand', 'education'] });
    expect(readFileSync(path, 'utf8')).toContain('大专');
    const permissions = actor.permissions.filter((name) => name !== 'private.income');
    await shop.customersAs({ ...actor, permissions }, { file, format: 'csv', columns: ['name', 'incomeBand', 'education'] });
    expect(readFileSync(path, 'utf8')).toBe('\ufeff姓名\r\n王芳\r\n');
  });

  it('is a card a person for phones', async () => {
    shop.add({ name: '王芳', phone: '13800002210', wechat: 'wf_88' });
    const { file, path } = shop.tokenFor('people.vcf');
    await shop.customers({ file, format: 'vcf', vcardVersion: '4.0' });
    const text = readFileSync(path, 'utf8');
    expect(text).toMatch(/^BEGIN:VCARD\r\nVERSION:4\.0\r\n/);
    expect(text).toContain('TEL;VALUE=text;TYPE=cell;PREF=1:13800002210\r\nX-WECHAT:wf_88\r\n');
  });

  it('R201: has the headings of Zoho CRM or of a Fxiaoke sheet when it is to go there', async () => {
    shop.add({ name: '欧阳娜', phone: '13800002210', email: 'n@example.com' });
    const zoho = shop.tokenFor('zoho.csv');
    await shop.customers({ file: zoho.file, format: 'csv', form: 'zoho' });
    expect(readFileSync(zoho.path, 'utf8')).toContain('First Name,Last Name,Email,Mobile');
    expect(readFileSync(zoho.path, 'utf8')).toContain('娜,欧阳,n@example.com,13800002210');
    const fxiaoke = shop.tokenFor('fxiaoke.csv');
    await shop.customers({ file: fxiaoke.file, format: 'csv', form: 'fxiaoke' });
    expect(readFileSync(fxiaoke.path, 'utf8')).toContain('客户名称,客户编号,手机,邮件');
  });

  it('holds just the people who were meant', async () => {
    const one = shop.add({ name: '王芳', region: '厦门' });
    shop.add({ name: '李强', region: '泉州' });
    const named = shop.tokenFor('named.csv');
    await shop.customers({ file: named.file, format: 'csv', columns: ['name'], selection: { ids: [one] } });
    expect(readFileSync(named.path, 'utf8')).toBe('\ufeff姓名\r\n王芳\r\n');
    const filtered = shop.tokenFor('filtered.csv');
    await shop.customers({
      file: filtered.file,
      format: 'csv',
      columns: ['name'],
      selection: { filter: { regions: ['泉州'] }, exceptIds: [] },
    });
    expect(readFileSync(filtered.path, 'utf8')).toBe('\ufeff姓名\r\n李强\r\n');
  });

  it('is written down: when, what and how much, and nothing of the data', async () => {
    shop.add({ name: '王芳', phone: '13800002210' });
    await shop.customers({ file: shop.tokenFor('a.csv').file, format: 'csv', selection: everyone });
    expect(shop.list().rows).toMatchObject([{ kind: 'customers', format: 'csv', rows: 1, fileName: 'a.csv', staffName: null }]);
    const kept = JSON.stringify(shop.store.database.connection.prepare('SELECT * FROM exports').all());
    expect(kept).not.toMatch(/王芳|13800002210/);
  });
});

describe('an older file of that name', () => {
  it('is still whole when the export is cancelled, and nothing half done stays', async () => {
    shop.add({ name: '王芳' });
    const { file, path } = shop.tokenFor('people.csv');
    writeFileSync(path, 'before');
    shop.study.cancel();
    expect(await failureOf(shop.customers({ file, format: 'csv' }))).toBe('cancelled');
    expect(readFileSync(path, 'utf8')).toBe('before');
    expect(readdirSync(shop.folder)).toEqual(['people.csv']);
    expect(shop.list().total).toBe(0);
  });
  it('is not needed: a folder that is gone is said', async () => {
    shop.add({ name: '王芳' });
    expect(await failureOf(shop.customers({ file: shop.tokenFor('gone/people.csv').file, format: 'csv' }))).toBe(
      'folder_missing',
    );
  });
});

it('a file of purchases has a row a line, also of visits without a purchase', async () => {
  const customerId = shop.add({ name: '王芳', phone: '13800002210' });
  const { context, command } = shop.store;
  const visit = (lines: { name: string; quantity: number; unitPriceCents: number }[]): void => {
    command(() =>
      visitsHandlers['visits.record'](context, contract.visits.record.input.parse({ customerId, lines, note: '下雨' })),
    );
  };
  visit([
    { name: '染发', quantity: 1000, unitPriceCents: 26_050 },
    { name: '护发素', quantity: 1500, unitPriceCents: 1000 },
  ]);
  visit([]);
  const { file, path } = shop.tokenFor('purchases.csv');
  const { rows } = await shop.purchases({ file, format: 'csv' });
  expect(rows).toBe(3);
  expect(Papa.parse<string[]>(readFileSync(path, 'utf8').slice(1).trimEnd()).data).toEqual([
    ['客户编号', '姓名', '手机号', '消费日期', '商品', '数量', '金额', '成本', '店员', '备注'],
    ['10001', '王芳', '13800002210', '2026-11-21', '染发', '1', '260.5', '', '', '下雨'],
    ['10001', '王芳', '13800002210', '2026-11-21', '护发素', '1.5', '15', '', '', '下雨'],
    ['10001', '王芳', '13800002210', '2026-11-21', '', '', '', '', '', '下雨'],
  ]);
});

it('X41: labels are one a household, and people without an address are named', async () => {
  shop.add({ name: '张丽', address: '中山路8号301室', region: '厦门' });
  shop.add({ name: '李强', address: '中山路 8 号 301 室', region: '厦门' });
  shop.add({ name: '王芳' });
  const found = await shop.labels({ selection: everyone, startAt: 3 });
  expect(found).toMatchObject({ people: 3, labels: 1, sheetCount: 1, withoutAddress: 1, withoutAddressNames: ['王芳'] });
  expect(found.sheets[0]?.[0]?.lines.map(({ text }) => text)).toEqual(['厦门 中山路8号301室', '张丽 李强 收']);
});
