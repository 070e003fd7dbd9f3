import type { OutputOf } from '../../../shared/contract.ts';
import { secretPlaces } from './layout.ts';
import type { FileRecord } from './records.ts';
import type { Survey } from './survey.ts';
import type { Table } from './table.ts';

const SAMPLE_ROWS = 20;
const FIRST_LINES = 10;
const LONGEST_LINE = 120;

interface Seen {
  readonly survey: Survey;
  readonly table: Table;
  readonly head: readonly FileRecord[];
  readonly headerLine: number | null;
  readonly columns: readonly string[];
}

type FoundFile = Pick<
  OutputOf<'imports.inspect'>,
  | 'fileName'
  | 'bytes'
  | 'format'
  | 'encoding'
  | 'delimiter'
  | 'sheets'
  | 'sheet'
  | 'hasHeader'
  | 'headerLine'
  | 'firstLines'
  | 'columns'
  | 'sample'
>;

/** What a file is and holds, for the page on which a person says what its columns mean; nothing of columns of secrets. */
export const foundFile = ({ survey, table, head, headerLine, columns }: Seen): FoundFile => {
  const secret = secretPlaces(columns);
  const shownCells = (cells: readonly string[]): string[] =>
    cells.map((cell, at) => (secret.has(at) && cell !== '' ? '•••' : cell));
  return {
    fileName: survey.fileName,
    bytes: survey.bytes,
    format: table.format,
    encoding: survey.encoding,
    delimiter: table.delimiter,
    sheets: [...table.sheets],
    sheet: table.sheet,
    hasHeader: headerLine !== null,
    headerLine,
    firstLines:
      table.format === 'vcard'
        ? []
        : head.slice(0, FIRST_LINES).map(({ line, cells }) => ({
            line,
            text: (headerLine !== null && line <= headerLine ? cells : shownCells(cells))
              .filter((cell) => cell !== '')
              .join(' · ')
              .slice(0, LONGEST_LINE),
          })),
    columns: [...columns],
    sample: head
      .filter(({ line }) => headerLine === null || line > headerLine)
      .slice(0, SAMPLE_ROWS)
      .map(({ cells }) => shownCells(cells)),
  };
};
