import { AppError } from '../../../../shared/errors.ts';

/** What a file is by its content. `text` is rows between separators, `page` an HTML table or the XML of an old spreadsheet program. */
export type FileFormat = 'text' | 'xlsx' | 'xls' | 'page' | 'vcard';

/** Begins of files that are neither text nor spreadsheet: said at once, with what it looks like. */
const foreign: readonly (readonly [string, string])[] = [
  ['25504446', 'pdf'],
  ['7b5c727466', 'document'],
  ['1f8b', 'archive'],
  ['52617221', 'archive'],
  ['377abcaf271c', 'archive'],
  ['53514c69746520666f726d6174', 'database'],
  ['89504e47', 'picture'],
  ['ffd8ff', 'picture'],
];
const ZIP = '504b0304';
const EMPTY_ZIP = '504b0506';
const COMPOUND = 'd0cf11e0a1b11ae1';
/** The record a sheet of Excel 2 to 5 begins with where it was saved without its container. */
const bareSheet = /^09(?:00|02|04|08)(?:04|06|08|10)00/;

/** The first characters, whatever the encoding: bytes that are no ASCII and the zeros of UTF-16 do not matter here. */
const beginning = (head: Buffer): string =>
  head
    .subarray(0, 4096)
    .toString('latin1')
    .replaceAll(/[\u0000\u00ef\u00bb\u00bf\u00ff\u00fe]/g, '')
    .trimStart()
    .toLowerCase();

/**
 * What a file is, by its first bytes and never by its name: member programs name HTML tables .xls, spreadsheets .csv and the other way
 * round. Errors: file_binary (details.looksLike).
 */
export const sniffFormat = (head: Buffer): FileFormat => {
  const hex = head.subarray(0, 16).toString('hex');
  const looksLike = foreign.find(([magic]) => hex.startsWith(magic))?.[1];
  if (looksLike !== undefined) throw new AppError('file_binary', { looksLike });
  if (hex.startsWith(ZIP) || hex.startsWith(EMPTY_ZIP)) return 'xlsx';
  if (hex.startsWith(COMPOUND) || bareSheet.test(hex)) return 'xls';
  const text = beginning(head);
  if (text.startsWith('begin:vcard')) return 'vcard';
  if (/^<(?:html|table|!doctype|meta|head|body|style|div|workbook|\?xml|\?mso)/.test(text)) {
    if (/<(?:html|table|[a-z]*:?workbook)/.test(text)) return 'page';
  }
  return 'text';
};
