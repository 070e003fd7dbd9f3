import Papa from 'papaparse';
import { z } from 'zod';
import { delimiterCharacters, splitSpaces, type Delimiter } from '../../../shared/domain/imports/delimiter.ts';
import { AppError } from '../../../shared/errors.ts';
import { LIMIT_ROWS, openFile, pieces, type Encoding } from './survey.ts';

/** A file of text, and how it is written. */
export interface TextFile {
  readonly path: string;
  readonly encoding: Encoding;
}

/** One row of the file with the number of the line it begins on, the first line being 1. */
export interface FileRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A row longer than this is no row: its quote is open. Refused before memory grows. */
const LONGEST_ROW = 1 << 20;

/** The file's text in pieces, line ends all LF, without its byte order mark. */
export async function* textPieces(
  { path, encoding }: TextFile,
  onBytes: (done: number) => void = () => undefined,
): AsyncGenerator<string> {
  const handle = await openFile(path);
  const decoder = new TextDecoder(encoding);
  let heldReturn = '';
  let done = 0;
  try {
    for await (const piece of pieces(handle)) {
      done += piece.length;
      onBytes(done);
      let text = heldReturn + decoder.decode(piece, { stream: true });
      heldReturn = '';
      if (text.includes('\r')) {
        // The LF of a CR LF may come with the next piece.
        if (text.endsWith('\r')) {
          heldReturn = '\r';
          text = text.slice(0, -1);
        }
        text = text.replaceAll(/\r\n?/g, '\n');
      }
      if (text !== '') yield text;
    }
    const rest = (heldReturn + decoder.decode()).replaceAll(/\r\n?/g, '\n');
    if (rest !== '') yield rest;
  } finally {
    await handle.close();
  }
}

/** What the library's incremental parser answers; it types it as `any`. */
interface ParseResult {
  readonly data: readonly (readonly string[])[];
  readonly errors: readonly { readonly code: string; readonly row: number }[];
  readonly meta: { readonly cursor: number };
}
const parseResult = z.custom<ParseResult>(
  (value) => typeof value === 'object' && value !== null && 'data' in value && 'errors' in value && 'meta' in value,
);

const newlinesIn = (cells: readonly string[]): number => {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) count += 1;
  }
  return count;
};

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** Rows between characters: papaparse reads each piece, the unfinished last row waits for the next. */
async function* separatedRecords(texts: AsyncGenerator<string>, character: string): AsyncGenerator<FileRecord[]> {
  let rest = '';
  let line = 1;
  const parse = (text: string, isLast: boolean): FileRecord[] => {
    const parser = new Papa.Parser({ delimiter: character, newline: '\n' });
    const result = parseResult.parse(parser.parse(text, 0, !isLast));
    const hasQuotes = text.includes('"');
    const suspects = new Set(result.errors.filter((error) => error.code === 'InvalidQuotes').map((error) => error.row));
    const isOpen = result.errors.some((error) => error.code === 'MissingQuotes');
    const records: FileRecord[] = [];
    for (const [index, cells] of result.data.entries()) {
      const newlines = hasQuotes ? newlinesIn(cells) : 0;
      // A quote that closes in the middle of a later line has swallowed what lies between.
      const isUnterminated = (suspects.has(index) && newlines > 0) || (isOpen && index === result.data.length - 1);
      if (isUnterminated) throw new AppError('file_unterminated_quote', { line });
      if (!isBlank(cells)) records.push({ line, cells });
      line += 1 + newlines;
    }
    rest = isLast ? '' : text.slice(result.meta.cursor);
    if (rest.length > LONGEST_ROW) throw new AppError('file_unterminated_quote', { line });
    return records;
  };
  for await (const text of texts) yield parse(rest + text, false);
  if (rest !== '') yield parse(rest, true);
}

/** Rows of fields between runs of blanks; such files know no quotes. */
async function* spacedRecords(texts: AsyncGenerator<string>): AsyncGenerator<FileRecord[]> {
  let rest = '';
  let line = 1;
  const split = (lines: readonly string[]): FileRecord[] => {
    const records: FileRecord[] = [];
    for (const text of lines) {
      if (text.trim() !== '') records.push({ line, cells: splitSpaces(text) });
      line += 1;
    }
    return records;
  };
  for await (const text of texts) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_ROW) throw new AppError('file_binary', { looksLike: 'unknown' });
    yield split(lines);
  }
  if (rest !== '') yield split([rest]);
}

/**
 * The rows of a surveyed file, some thousand at a time; blank lines are left out, line numbers are the file's own. Errors:
 * file_unterminated_quote (details.line), file_too_large (details.limitRows).
 */
export async function* readRecords(
  survey: TextFile,
  delimiter: Delimiter,
  onBytes: (done: number) => void = () => undefined,
): AsyncGenerator<FileRecord[]> {
  const texts = textPieces(survey, onBytes);
  const batches = delimiter === 'spaces' ? spacedRecords(texts) : separatedRecords(texts, delimiterCharacters[delimiter]);
  let rows = 0;
  for await (const batch of batches) {
    rows += batch.length;
    if (rows > LIMIT_ROWS + 1) throw new AppError('file_too_large', { limitRows: LIMIT_ROWS });
    yield batch;
  }
}

/** The first lines of a file as they stand, for guessing what separates the fields. */
export const headLines = async (survey: TextFile, count: number): Promise<string[]> => {
  let head = '';
  for await (const text of textPieces(survey)) {
    head += text;
    if (head.length > 1 << 16 || head.split('\n').length > count) break;
  }
  return head.split('\n').slice(0, count);
};
