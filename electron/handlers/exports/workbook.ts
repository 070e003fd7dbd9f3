import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Cell } from '../../../shared/domain/exports/columns.ts';
import type { OutFile } from '../../files/wholeFile.ts';

// A workbook of one sheet, written row by row: a hundred thousand people never stand in memory, and cancelling is heard at once. The
// package that reads spreadsheets builds the whole sheet first.

const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const hex = (character: string): string => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/** Text as XML holds it; what XML cannot hold is written _x0007_, and what looks like that _x005F_x0007_ (ECMA-376 part 1, 22.9.2.19). */
const escaped = (text: string): string =>
  text
    .replaceAll(/\p{Cs}/gu, '\ufffd')
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, hex)
    .replaceAll(/[&<>"]/g, (mark) => entities[mark] ?? mark);

/** The letters of a column, the first being A. */
const lettersOf = (column: number): string =>
  (column >= 26 ? lettersOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

/** Excel's longest text of a cell; it calls a file with a longer one broken. */
const LONGEST_TEXT = 32_767;

/** Texts have style 1, "text", so that a spreadsheet program keeps 0012 as it is when somebody edits the cell. */
const cellOf = (cell: Cell, reference: string): string =>
  cell === ''
    ? ''
    : typeof cell === 'number'
      ? `<c r="${reference}"><v>${cell}</v></c>`
      : `<c r="${reference}" s="1" t="inlineStr"><is><t xml:space="preserve">${escaped(cell.slice(0, LONGEST_TEXT))}</t></is></c>`;

/** The parts of a workbook beside its sheet, by their paths. */
const partsOf = (sheetName: string): Readonly<Record<string, string>> => ({
  '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
  '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${HEAD}<workbook xmlns="${SHEETS}" xmlns:r="${DOCUMENT}"><sheets><sheet name="${escaped(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${DOCUMENT}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `${HEAD}<styleSheet xmlns="${SHEETS}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
});

/** Fills the sheet's part as fast as it is taken away; counts the rows below the heading. */
const fillSheet = async (
  sheet: PassThrough,
  headers: readonly string[],
  batches: AsyncIterable<readonly (readonly Cell[])[]>,
): Promise<number> => {
  const letters = headers.map((_, column) => lettersOf(column));
  let line = 0;
  const put = async (rows: readonly (readonly Cell[])[]): Promise<void> => {
    const text = rows
      .map((row) => {
        line += 1;
        return `<row r="${line}">${row.map((cell, column) => cellOf(cell, `${letters[column] ?? ''}${line}`)).join('')}</row>`;
      })
      .join('');
    if (sheet.errored !== null) throw sheet.errored;
    if (!sheet.write(text)) await once(sheet, 'drain');
  };
  sheet.write(`${HEAD}<worksheet xmlns="${SHEETS}"><sheetData>`);
  await put([headers]);
  for await (const rows of batches) await put(rows);
  sheet.end('</sheetData></worksheet>');
  return line - 1;
};

/** Writes a workbook of one sheet, its first row the headers; gives the number of the others. Throws what `batches` and `out` throw. */
export const writeWorkbook = async (
  out: OutFile,
  sheetName: string,
  headers: readonly string[],
  batches: AsyncIterable<readonly (readonly Cell[])[]>,
): Promise<number> => {
  const zip = new ZipFile();
  const sheet = new PassThrough();
  const packed = new PassThrough();
  const stop = (error: unknown): void => {
    const reason = error instanceof Error ? error : new Error(String(error));
    sheet.destroy(reason);
    packed.destroy(reason);
  };
  // Each of the streams hears of the end of the others by `stop`; the error itself is thrown below.
  for (const part of [zip, sheet, packed]) part.on('error', stop);
  for (const [path, text] of Object.entries(partsOf(sheetName))) zip.addBuffer(Buffer.from(text, 'utf8'), path);
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml');
  zip.end();
  zip.outputStream.pipe(packed);
  const take = async (): Promise<void> => {
    for await (const piece of packed) {
      if (!Buffer.isBuffer(piece)) throw new TypeError('the workbook came out as no bytes');
      await out.write(piece);
    }
  };
  const stopping = (error: unknown): never => {
    stop(error);
    throw error;
  };
  const [filled, taken] = await Promise.allSettled([fillSheet(sheet, headers, batches).catch(stopping), take().catch(stopping)]);
  if (filled.status === 'rejected') throw filled.reason;
  if (taken.status === 'rejected') throw taken.reason;
  return filled.value;
};
