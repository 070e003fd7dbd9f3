import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endReadingThread, readInThread } from '../../electron/handlers/imports/formats/readInThread.ts';
import { readXlsx } from '../../electron/handlers/imports/formats/workbook.ts';
import { openPackage } from '../../electron/handlers/imports/formats/zipPackage.ts';
import { surveyFile } from '../../electron/handlers/imports/survey.ts';
import { AppError } from '../../shared/errors.ts';
import type { PathToken } from '../../shared/types/ids.ts';
import { storeHash } from '../helpers/dump.ts';
import { compoundOf, streamOf } from '../helpers/compound.ts';
import { openTestImporter } from '../helpers/importer.ts';
import type { TestImporter } from '../helpers/importer.ts';
import { dateCell, workbook } from '../helpers/spreadsheets.ts';
import { workbookParts, zipOf } from '../helpers/zip.ts';

let importer: TestImporter;
beforeEach(() => {
  importer = openTestImporter();
});
afterEach(() => {
  importer.close();
  endReadingThread();
});

const list = [
  ['姓名', '手机', '生日'],
  ['王芳', '13800000001', dateCell(33_100)],
  ['李雷', '13800000002', null],
];
const inline = (text: string, at = ''): string => `<c ${at === '' ? '' : `r="${at}" `}t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (...texts: readonly string[]): string => `<row>${texts.map((text) => inline(text)).join('')}</row>`;
const people = row('姓名', '手机') + row('王芳', '13800000001');

const refuses = async (
  name: string,
  bytes: Buffer,
  error: { readonly code: string; readonly details?: object },
): Promise<void> => {
  const before = storeHash(importer.store.database);
  const file = importer.write(name, bytes);
  await expect(importer.inspect(file)).rejects.toMatchObject(error);
  await expect(importer.run(file, { form: 'customers' })).rejects.toMatchObject(error);
  expect(storeHash(importer.store.database)).toBe(before);
};
const sampleOf = async (name: string, bytes: Buffer) => (await importer.inspect(importer.write(name, bytes))).sample;

describe('a workbook that would fill the memory or never end (R189)', () => {
  it('is refused for what it declares, before anything is unpacked', () =>
    refuses('bomb.xlsx', zipOf(workbookParts(people), { 'xl/worksheets/sheet1.xml': { declared: 3_000_000_000 } }), {
      code: 'file_too_large',
    }));
  it('is refused where a part holds more than it declares', () =>
    refuses('bomb.xlsx', zipOf(workbookParts(people), { 'xl/worksheets/sheet1.xml': { declared: 20 } }), {
      code: 'file_damaged',
    }));
  it('is refused when few texts are named by very many cells', () =>
    refuses(
      'texts.xlsx',
      zipOf(
        workbookParts(
          `<sheetData>${`<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`.repeat(80)}</sheetData>`,
          `<si><t>${'长'.repeat(32_000)}</t></si>`,
        ),
      ),
      { code: 'file_too_large' },
    ));
  it('is refused when its texts are more than a sheet has cells', () =>
    refuses('texts.xlsx', zipOf(workbookParts(`<sheetData>${people}</sheetData>`, '<si/>'.repeat(4_000_001))), {
      code: 'file_too_large',
      details: { limitCells: 4_000_000 },
    }));
  it('costs nothing where it says to be huge and is not: dimension, blank cells, last line, merges over everything', async () => {
    const blank = `<row r="3">${'<c s="1"/>'.repeat(300)}</row>`.repeat(1000);
    const last = `<row r="1048576"><c r="XFD1048576" s="1"/></row>`;
    const merges = '<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="B3:B1048576"/></mergeCells>';
    const sheet = `<dimension ref="A1:XFD1048576"/><sheetData>${row('姓名', '手机')}${row('王芳', '13800000001')}${blank}${last}</sheetData>`;
    expect(await sampleOf('huge.xlsx', zipOf(workbookParts(sheet)))).toEqual([['王芳', '13800000001']]);
    // A merge over the head is a title: it is filled to the right as far as columns go, and no further.
    const merged = await importer.inspect(importer.write('merged.xlsx', zipOf(workbookParts(sheet + merges))));
    expect(merged.columns.length).toBeLessThanOrEqual(400);
  });
  it.each([
    ['defines entities that multiply', '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>', '&b;'],
    ['fetches a file', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', '&a;'],
    ['names an entity nobody knows', '', '&a;'],
  ])('is refused when it %s', (_, doctype, text) => {
    const parts = workbookParts(`<sheetData>${row('姓名', '手机')}${row(text, '13800000001')}</sheetData>`);
    const sheet = doctype + (parts['xl/worksheets/sheet1.xml'] ?? '');
    return refuses('entities.xlsx', zipOf({ ...parts, 'xl/worksheets/sheet1.xml': sheet }), { code: 'file_damaged' });
  });
  it.each([
    ['is nested without end', `<a>`.repeat(100_000)],
    ['has a tag of a hundred thousand attributes', `<c ${Array.from({ length: 100_000 }, (_, at) => `a${at}=""`).join(' ')}/>`],
    ['breaks off in the middle', '<sheetData><row><c t="n"><v>1'],
  ])('is refused when it %s', (_, sheet) =>
    refuses('deep.xlsx', zipOf({ ...workbookParts(''), 'xl/worksheets/sheet1.xml': `<worksheet>${sheet}` }), {
      code: 'file_damaged',
    }),
  );
  it('is refused when a byte of it is not what was packed', () =>
    refuses(
      'flipped.xlsx',
      zipOf(workbookParts(`<sheetData>${people}</sheetData>`), { 'xl/worksheets/sheet1.xml': { crc: 1 } }),
      {
        code: 'file_damaged',
      },
    ));
  it('is refused as a page whose one cell spans a billion, unless that costs nothing', async () => {
    const page =
      '<table><tr><td>姓名</td><td>手机</td></tr><tr><td rowspan="1000000000">王芳</td><td colspan="1000000000">1</td></tr></table>';
    const { columns } = await importer.inspect(importer.write('page.xls', page));
    expect(columns.slice(0, 2)).toEqual(['姓名', '手机']);
    expect(columns.length).toBeLessThanOrEqual(400);
  });
});

describe('a spreadsheet under a password is said to be one (R189)', () => {
  it('XLSX in its container', () =>
    refuses('locked.xlsx', compoundOf({ '/EncryptionInfo': Buffer.alloc(200, 4), '/EncryptedPackage': Buffer.alloc(5000, 7) }), {
      code: 'file_protected',
    }));
  it('XLS whose records are enciphered', () => {
    const book = streamOf(workbook({ a: list }, 'biff8'), 'Workbook');
    const begin = 4 + book.readUInt16LE(2);
    // FILEPASS (MS-XLS 2.4.117): RC4 with a salt and two verifiers, which stands right behind the beginning.
    const pass = Buffer.concat([Buffer.from('2f00360001000100' + '0100', 'hex'), Buffer.alloc(48, 5)]);
    return refuses(
      'locked.xls',
      compoundOf({ '/Workbook': Buffer.concat([book.subarray(0, begin), pass, book.subarray(begin)]) }),
      {
        code: 'file_protected',
      },
    );
  });
  it('a package whose parts are enciphered', () =>
    refuses('locked.xlsx', zipOf(workbookParts(people), { 'xl/workbook.xml': { flags: 1 } }), { code: 'file_protected' }));
});

describe('what lies in a package or a container (R189)', () => {
  it.each(['xlsx', 'xlsb', 'ods', 'biff8', 'biff5', 'biff2', 'xlml', 'html'] as const)(
    'comes in as %s under any name',
    async (kind) => {
      const named = await sampleOf('list.csv', workbook({ a: list }, kind));
      expect(named.map((cells) => cells[1])).toEqual(['13800000001', '13800000002']);
    },
  );
  it.each([
    ['photos.xlsx', zipOf({ 'photos/1.jpg': 'x' }), 'archive'],
    ['letter.xlsx', zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }), 'document'],
  ])('is said to be no table: %s', (name, bytes, looksLike) =>
    refuses(name, bytes, { code: 'file_binary', details: { looksLike } }),
  );
  it('is damaged when the package ends early', () =>
    refuses('cut.xlsx', workbook({ a: list }).subarray(0, 900), { code: 'file_damaged' }));
});

describe('a workbook as different programs write it (R189)', () => {
  it('has texts in runs, readings beside them, escapes, prefixes, places left out, and dates of both calendars', async () => {
    const texts =
      '<si><r><t>王</t></r><r><t xml:space="preserve">芳 </t></r><rPh sb="0" eb="1"><t>ワン</t></rPh></si><si><t>a_x000A_b &amp; c</t></si>';
    const sheet =
      `<sheetData>${row('姓名', '备注', '生日', '积分', '手机')}` +
      '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c s="1"><v>33100</v></c><c><f>1+1</f><v>2</v></c><c r="E2"><v>13800000001</v></c></row>' +
      `<row><c t="s"><v>99</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="str"><v>7</v></c></row></sheetData>`;
    const parts: Record<string, string> = {
      ...workbookParts(sheet, texts),
      'xl/styles.xml':
        '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="176"/></cellXfs></styleSheet>',
    };
    expect(await sampleOf('a.xlsx', zipOf(parts))).toEqual([
      ['王芳 ', 'a\nb & c', '1990-08-15', '2', '13800000001'],
      ['', 'TRUE', '', '7', ''],
    ]);
    const main = parts['xl/workbook.xml'] ?? '';
    const from1904 = { ...parts, 'xl/workbook.xml': main.replace('<sheets>', '<workbookPr date1904="1"/><sheets>') };
    expect((await sampleOf('b.xlsx', zipOf(from1904)))[0]?.[2]).toBe('1994-08-16');
    const prefixed = Object.fromEntries(
      Object.entries(parts).map(([name, xml]) => [name, /sheet1/.test(name) ? xml.replaceAll(/<(\/?)(\w)/g, '<$1x:$2') : xml]),
    );
    expect(await sampleOf('c.xlsx', zipOf(prefixed))).toHaveLength(2);
    const backslashes = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name.replaceAll('/', '\\'), xml]));
    expect(await sampleOf('d.xlsx', zipOf(backslashes))).toHaveLength(2);
  });
});

describe('reading stops when asked to (R189)', () => {
  const rows = [['姓名', '手机'], ...Array.from({ length: 30_000 }, (_, at) => [`客人${at}`, `138${String(10_000_000 + at)}`])];
  const pathOf = (file: PathToken): string => importer.study.context.pathOf(file);

  it('within the sheet of a workbook, which tells how far it is', async () => {
    const zip = await openPackage(pathOf(importer.write('big.xlsx', workbook({ a: rows }))));
    const told: number[] = [];
    const reading = readXlsx(zip, null, {
      progress: (_phase, done, total) => {
        told.push(done / (total ?? 0));
      },
      throwIfCancelled: () => {
        if ((told.at(-1) ?? 0) > 0.5) throw new AppError('cancelled', {});
      },
    });
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
    zip.close();
    expect(told.toSorted((one, other) => one - other)).toEqual(told);
    expect(told.at(-1)).toBeLessThan(0.9);
  });
  it('within an old spreadsheet, whose thread is ended; the next file is read by a new one', async () => {
    const idle = { progress: () => undefined, throwIfCancelled: () => undefined };
    const entry = importer.study.context.sheetReader;
    const big = await surveyFile(pathOf(importer.write('big.xls', workbook({ a: rows }, 'biff8'))), idle);
    const cancelled = readInThread(entry, big, null, {
      ...idle,
      throwIfCancelled: () => {
        throw new AppError('cancelled', {});
      },
    });
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
    const small = await surveyFile(pathOf(importer.write('small.xls', workbook({ a: list }, 'biff8'))), idle);
    expect((await readInThread(entry, small, null, idle)).records).toHaveLength(3);
  });
});
