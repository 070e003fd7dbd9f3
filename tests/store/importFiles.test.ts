import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, basename } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importsHandlers } from '../../electron/handlers/imports.ts';
import { createScratch, removeStaleScratches } from '../../electron/store/scratch.ts';
import { storeHash } from '../helpers/dump.ts';
import { openTestImporter } from '../helpers/importer.ts';
import type { TestImporter } from '../helpers/importer.ts';

let importer: TestImporter;
beforeEach(() => {
  importer = openTestImporter();
});
afterEach(() => {
  importer.close();
});

const HEADER = 'customer_id,date,quantity,amount';
const purchases = { form: 'purchases' } as const;
const leftovers = (): string[] =>
  readdirSync(dirname(importer.store.path)).filter((name) => name.startsWith(`${basename(importer.store.path)}.import-`));

const firstCustomer = (): unknown =>
  importer.store.database.connection.prepare('SELECT number, name, name_pinyin FROM customers').get();

/** GB18030 bytes: every character of these files stands in the GB2312 plane, so a small table of its own suffices. */
const gb18030 = (text: string): Buffer => {
  const decoder = new TextDecoder('gb18030');
  const bytesOf = new Map<string, number[]>();
  for (let high = 0xb0; high <= 0xf7; high += 1)
    for (let low = 0xa1; low <= 0xfe; low += 1) bytesOf.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  return Buffer.from([...text].flatMap((character) => bytesOf.get(character) ?? [character.charCodeAt(0)]));
};

describe('a file that cannot be imported says why, and the store stays as it was (R189)', () => {
  const refuses = async (name: string, content: string | Uint8Array, error: object): Promise<void> => {
    const before = storeHash(importer.store.database);
    await expect(importer.run(importer.write(name, content), purchases)).rejects.toMatchObject(error);
    expect(storeHash(importer.store.database)).toBe(before);
    expect(leftovers()).toEqual([]);
  };
  it('an empty file', () => refuses('empty.csv', '', { code: 'file_empty' }));
  it('a file of blanks', () => refuses('blank.csv', '\ufeff \r\n \r\n', { code: 'file_empty' }));
  it('a header and nothing else', () => refuses('header.csv', `${HEADER}\n`, { code: 'file_empty' }));
  it('a spreadsheet saved as it is', () =>
    refuses('list.xlsx', Buffer.from('504b030414000600', 'hex'), {
      code: 'file_damaged',
      details: { looksLike: 'spreadsheet' },
    }));
  it('bytes that are no text', () => refuses('noise.csv', Uint8Array.from([65, 44, 66, 10, 0, 1, 2]), { code: 'file_binary' }));
  it('bytes of no known encoding', () =>
    refuses('odd.csv', Uint8Array.from([65, 44, 66, 10, 0x81, 0x20, 0xff, 10]), { code: 'file_encoding' }));
  it('an unterminated quote at the end, by its line', () =>
    refuses('quote.csv', `${HEADER}\n1,20240501,1,5\n2,20240501,1,"5\n3,20240501,1,6\n`, {
      code: 'file_unterminated_quote',
      details: { line: 3 },
    }));
  it('an unterminated quote that swallows lines up to the next one', () =>
    refuses('swallow.csv', `${HEADER}\n1,20240501,1,"5\n2,20240501,1,"6"x\n3,20240501,1,7\n`, {
      code: 'file_unterminated_quote',
      details: { line: 2 },
    }));
  it('an unterminated quote before a megabyte of rows', () =>
    refuses('long.csv', `${HEADER}\n1,20240501,1,"5\n${'2,20240501,1,6\n'.repeat(100_000)}`, {
      code: 'file_unterminated_quote',
      details: { line: 2 },
    }));
  it('a column the preset does not know', async () => {
    const file = importer.write('columns.txt', 'customer_id date number_of_cds euros\n00001 19970101 1 11.77\n');
    await expect(importer.run(file, { ...purchases, preset: 'cdnow' })).rejects.toMatchObject({
      code: 'column_unknown',
      details: { column: 'euros', known: ['customer_id', 'date', 'number_of_cds', 'dollar_value'] },
    });
  });
  it('no column for what a purchase needs', () =>
    refuses('nothing.csv', '姓名,手机\n王芳,13800000001\n', { code: 'column_missing', details: { field: 'date' } }));
  it('more than a million rows, before any is read', () =>
    refuses('large.txt', `customer_id date quantity amount\n${'1 20240501 1 5\n'.repeat(1_000_001)}`, {
      code: 'file_too_large',
      details: { limitRows: 1_000_000 },
    }));
  it('a mapping that means nothing in this form', async () => {
    const file = importer.write('m.csv', `${HEADER}\n1,20240501,1,5\n`);
    await expect(importer.run(file, { ...purchases, mapping: ['gender', null, null, null] })).rejects.toMatchObject({
      code: 'bad_input',
    });
    await expect(importer.run(file, { ...purchases, mapping: ['date', 'date', null, null] })).rejects.toMatchObject({
      code: 'bad_input',
    });
  });
  it('a file that is gone, and a folder', async () => {
    const file = importer.write('gone.csv', 'x');
    const path = importer.study.context.pathOf(file);
    rmSync(path);
    await expect(importer.run(file, purchases)).rejects.toMatchObject({ code: 'file_missing' });
    mkdirSync(path);
    await expect(importer.run(file, purchases)).rejects.toMatchObject({ code: 'file_unreadable' });
  });
});

describe('a row that cannot be imported', () => {
  it('is refused with its line, column, reason and text, and the others come in', async () => {
    const file = importer.write(
      'rows.csv',
      [
        'customer_id,date,quantity,note,amount',
        '1,20240501,1,fine,5.00',
        '2,20240501,1,"a note\nof two lines",6.00',
        '3,20240501,1,wrong amount,6.001',
        '4,20270101,1,not yet,7.00',
        '5,20240501',
        '6,20240501,0,nothing sold,7.00',
        '',
        '7,20240230,1,no such day,7.00',
        '合计,,,,12.00',
      ].join('\r\n'),
    );
    const result = await importer.run(file, purchases);
    expect(result).toMatchObject({ rows: 8, added: 2, visits: 2, customers: 2, skipped: 1, rejected: 5, amountCents: 1100 });
    expect(result.rejectedRows).toEqual([
      { line: 5, column: 'amount', code: 'amount_invalid', value: '6.001' },
      { line: 6, column: 'date', code: 'date_in_future', value: '20270101' },
      { line: 7, column: null, code: 'row_too_short', value: '5 20240501' },
      { line: 8, column: 'quantity', code: 'quantity_invalid', value: '0' },
      { line: 10, column: 'date', code: 'date_invalid', value: '20240230' },
    ]);
    const { importId } = result;
    if (importId === null) throw new Error('nothing was imported');
    const kept = importsHandlers['imports.rejectedRows'](importer.store.context, { importId, offset: 1, limit: 2 });
    expect(kept).toEqual({
      total: 5,
      columns: ['customer_id', 'date', 'quantity', 'note', 'amount'],
      rows: [
        { ...result.rejectedRows[1], cells: ['4', '20270101', '1', 'not yet', '7.00'] },
        { ...result.rejectedRows[2], cells: ['5', '20240501'] },
      ],
    });
  });
});

describe('how a file is written', () => {
  it('may be GB18030, seen by its bytes', async () => {
    const file = importer.write('中文.csv', gb18030('会员号,姓名,消费日期,金额\r\n007,欧阳娜,2024年5月1日,88.5\r\n'));
    expect(await importer.inspect(file)).toMatchObject({
      encoding: 'gb18030',
      form: 'purchases',
      columns: ['会员号', '姓名', '消费日期', '金额'],
      mapping: ['customerNumber', 'customerName', 'date', 'amount'],
      alreadyImported: null,
    });
    expect(await importer.run(file, purchases)).toMatchObject({ added: 1, amountCents: 8850 });
    expect(firstCustomer()).toMatchObject({ number: '007', name: '欧阳娜', name_pinyin: 'ou yang na' });
  });
  it.each([
    ['utf-8', Buffer.from('\ufeff会员号;日期;金额\n1;2024-05-01;5\n', 'utf8'), 'semicolon'],
    ['utf-16le', Buffer.from('\ufeff会员号\t日期\t金额\n1\t2024-05-01\t5\n', 'utf16le'), 'tab'],
    ['utf-16be', Buffer.from('\ufeff会员号\t日期\t金额\n1\t2024-05-01\t5\n', 'utf16le').swap16(), 'tab'],
  ])('may carry a byte order mark: %s', async (encoding, content, delimiter) => {
    const file = importer.write('marked.csv', content);
    expect(await importer.inspect(file)).toMatchObject({ encoding, delimiter, mapping: ['customerNumber', 'date', 'amount'] });
    expect(await importer.run(file, purchases)).toMatchObject({ added: 1, amountCents: 500 });
  });
  it('a character cut in two by the end of a piece is read whole', async () => {
    const rows = Array.from({ length: 9000 }, (_, index) => `${index},${'欧阳'.repeat(1 + (index % 7))},2024-05-01,1`);
    const file = importer.write('pieces.csv', `会员号,姓名,日期,金额\n${rows.join('\n')}`);
    expect(await importer.run(file, purchases)).toMatchObject({ added: 9000, rejected: 0 });
    const names = importer.store.database.connection.prepare('SELECT DISTINCT name FROM customers ORDER BY name').pluck().all();
    expect(names).toEqual(Array.from({ length: 7 }, (_, index) => '欧阳'.repeat(index + 1)));
  });
});

describe('a file on its way in', () => {
  it('stops when asked to, and the store is as it was', async () => {
    const before = storeHash(importer.store.database);
    const rows = Array.from({ length: 40_000 }, (_, index) => `${index},20240501,1,5`);
    const running = importer.run(importer.write('cancel.csv', `${HEADER}\n${rows.join('\n')}`), purchases);
    importer.study.cancel();
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    expect(storeHash(importer.store.database)).toBe(before);
    expect(leftovers()).toEqual([]);
  });
  it('tells how far it is, to the end', async () => {
    await importer.run(importer.write('told.csv', `${HEADER}\n1,20240501,1,5`), purchases);
    const phases = new Set(importer.study.progress.map(([phase]) => phase));
    expect([...phases]).toEqual(['survey', 'rows', 'commit']);
    const [, done, total] = importer.study.progress.findLast(([phase]) => phase === 'rows') ?? [];
    expect(done).toBe(total);
  });
  it('removes what a killed import left beside the store, and nothing of one that is running', () => {
    const { path } = importer.store;
    const running = createScratch(path, 'running', null);
    writeFileSync(`${path}.import-2147480000-dead`, 'people');
    removeStaleScratches(path);
    expect(leftovers()).toEqual([basename(running.path)]);
    running.remove();
    expect(leftovers()).toEqual([]);
  });
});
