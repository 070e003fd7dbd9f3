import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { AppError } from '../../../shared/errors.ts';
import { detectDelimiter, type Delimiter } from '../../../shared/domain/imports/delimiter.ts';
import type { ImportPreset } from '../../../shared/domain/imports/fields.ts';
import { readContacts } from './formats/contacts.ts';
import type { FileFormat } from './formats/sniff.ts';
import type { Grid } from './formats/grid.ts';
import { readInThread } from './formats/readInThread.ts';
import { readXlsx } from './formats/workbook.ts';
import { openPackage, proveUnpackable } from './formats/zipPackage.ts';
import { headLines, readRecords, type FileRecord } from './records.ts';
import type { Survey, Watch } from './survey.ts';

/** A file as a table, whatever it is made of. */
export interface Table {
  readonly format: FileFormat;
  /** What separates the fields of text; null for the others. */
  readonly delimiter: Delimiter | null;
  /** Names of a spreadsheet's sheets; none for the others. */
  readonly sheets: readonly string[];
  /** Which of them is read. */
  readonly sheet: number | null;
  /** Parts of the file that can never be taken in, such as pictures. */
  readonly leftOut: readonly string[];
  /** Its rows, some thousand at a time; `onDone` hears how many bytes of the file are behind. */
  readonly records: (onDone?: (bytes: number) => void) => AsyncGenerator<readonly FileRecord[]>;
}

/** What reading a file asks of its study. */
export interface Reading extends Watch {
  /** The program of the thread in which older spreadsheets are read. */
  readonly sheetReader: URL;
}

/** How a file is to be read; null is "see for yourself". */
export interface TableWish {
  readonly preset: ImportPreset;
  readonly sheet: number | null;
}

interface ReadWhole {
  readonly sheets: readonly string[];
  readonly sheet: number | null;
  readonly leftOut: readonly string[];
  readonly records: readonly FileRecord[];
}

const HEAD_LINES = 60;
const BATCH = 2000;
/** A whole file read last, kept because the page looks at one file several times on the way to its import. */
let kept: { readonly key: string; readonly whole: ReadWhole } | null = null;
let forgetting: NodeJS.Timeout | null = null;
const KEPT_MILLISECONDS = 5 * 60_000;

/** What tells one import of a file from another: its content, and of a workbook the sheet. */
export const contentDigest = (survey: Survey, { sheets, sheet }: Table): string =>
  sheets.length < 2
    ? survey.sha256
    : createHash('sha256')
        .update(`${survey.sha256} ${sheets[sheet ?? 0] ?? ''}`)
        .digest('hex');

/** Lets go of the file read last. */
export const forgetTable = (): void => {
  kept = null;
  if (forgetting !== null) clearTimeout(forgetting);
};

const keep = (key: string, whole: ReadWhole): void => {
  forgetTable();
  kept = { key, whole };
  forgetting = setTimeout(forgetTable, KEPT_MILLISECONDS);
  forgetting.unref();
};

/** A packed file is a workbook in XML, which is read piece by piece, or one of the rarer kinds, which are not. */
const readPacked = async (survey: Survey, sheet: number | null, reading: Reading): Promise<Grid> => {
  const zip = await openPackage(survey.path);
  try {
    const grid = await readXlsx(zip, sheet, reading);
    if (grid !== null) return grid;
    if (!zip.names.some((name) => name === 'xl/workbook.bin' || name === 'content.xml'))
      throw new AppError('file_binary', { looksLike: zip.names.includes('[content_types].xml') ? 'document' : 'archive' });
    await proveUnpackable(zip, () => {
      reading.throwIfCancelled();
    });
  } finally {
    zip.close();
  }
  return await readInThread(reading.sheetReader, survey, sheet, reading);
};

const readWhole = async (survey: Survey, sheet: number | null, reading: Reading): Promise<ReadWhole> => {
  if (survey.format === 'vcard') {
    const contacts = readContacts(await readFile(survey.path), () => {
      reading.throwIfCancelled();
    });
    return { sheets: [], sheet: null, ...contacts };
  }
  const grid =
    survey.format === 'xlsx'
      ? await readPacked(survey, sheet, reading)
      : await readInThread(reading.sheetReader, survey, sheet, reading);
  return { leftOut: [], ...grid };
};

async function* batches(
  { records }: ReadWhole,
  bytes: number,
  onDone: (bytes: number) => void,
): AsyncGenerator<readonly FileRecord[]> {
  for (let at = 0; at < records.length; at += BATCH) {
    // Rows that are all there already: a breath between them lets a cancel through.
    await Promise.resolve();
    onDone(Math.min(bytes, Math.round((bytes * (at + BATCH)) / records.length)));
    yield records.slice(at, at + BATCH);
  }
}

/**
 * Opens a surveyed file as a table. Errors: file_damaged, file_protected, file_too_large, file_empty, and what reading text can bring
 * (`readRecords`).
 */
export const openTable = async (survey: Survey, wish: TableWish, reading: Reading): Promise<Table> => {
  const { format, encoding } = survey;
  if (format === 'text') {
    const file = { path: survey.path, encoding: encoding ?? 'utf-8' };
    const delimiter = wish.preset === 'cdnow' ? 'spaces' : detectDelimiter(await headLines(file, HEAD_LINES));
    return {
      format,
      delimiter,
      sheets: [],
      sheet: null,
      leftOut: [],
      records: (onDone) => readRecords(file, delimiter, onDone),
    };
  }
  const key = `${survey.sha256} ${wish.sheet ?? ''}`;
  if (kept?.key !== key) {
    reading.progress('read', 0, null);
    keep(key, await readWhole(survey, wish.sheet, reading));
    reading.throwIfCancelled();
  }
  const whole = kept?.whole;
  if (!whole || whole.records.length === 0) throw new AppError('file_empty', {});
  return {
    format,
    delimiter: null,
    sheets: whole.sheets,
    sheet: whole.sheet,
    leftOut: whole.leftOut,
    records: (onDone = () => undefined) => batches(whole, survey.bytes, onDone),
  };
};
