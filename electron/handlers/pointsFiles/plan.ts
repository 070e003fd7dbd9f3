import { createHash } from 'node:crypto';
import { isTotalsRow } from '../../../shared/domain/imports/text.ts';
import { readPointsRow } from '../../../shared/domain/loyalty/pointsFile.ts';
import type { PointsFileRow, RefusedPoints } from '../../../shared/domain/loyalty/pointsFile.ts';
import { pointsFilePlanner } from '../../../shared/domain/loyalty/pointsFilePlan.ts';
import type { FoundPoints, PlannedPoints } from '../../../shared/domain/loyalty/pointsFilePlan.ts';
import { AppError } from '../../../shared/errors.ts';
import type { OutputOf } from '../../../shared/contract.ts';
import { findLedger } from '../../store/loyalty.ts';
import type { StudyContext } from '../context.ts';
import { secretPlaces } from '../imports/layout.ts';
import { pointsFinder } from './people.ts';
import type { Source } from './source.ts';

/** More rows than this are refused: split the file. */
export const MOST_ROWS = 100_000;
/** A cell of a refused row is kept up to this length: enough to mend it. */
const LONGEST_KEPT_CELL = 500;

export type PreviewRow = OutputOf<'pointsFiles.previewRows'>['rows'][number];

/** A row that can be done, with what it would do. */
export interface PlannedRow extends FoundPoints, PlannedPoints {
  readonly customerName: string;
  readonly who: string;
}

export interface RefusedRow extends RefusedPoints {
  readonly line: number;
  readonly who: string;
  readonly cells: readonly string[];
}

export interface FilePlan {
  readonly columns: readonly string[];
  /** Rows of the file in its order. */
  readonly rows: readonly (PlannedRow | RefusedRow)[];
  readonly totalsRows: number;
}

export const isRefused = (row: PlannedRow | RefusedRow): row is RefusedRow => 'code' in row;
export const isPlanned = (row: PlannedRow | RefusedRow): row is PlannedRow => !isRefused(row);

/** Tells what these rows would do from anything else. */
export const fingerprintOf = (rows: readonly PlannedRow[]): string =>
  createHash('sha256')
    .update(JSON.stringify(rows.map(({ line, customerId, points, reason }) => [line, customerId, points, reason])))
    .digest('hex');

/** By what the file names the customer: the name, else the first of the numbers. */
const whoOf = (row: PointsFileRow | RefusedPoints, cells: readonly string[], { mapping }: Source): string => {
  if (!('code' in row)) return row.name ?? row.number ?? row.cardNo ?? row.phone?.value ?? '';
  const fields = ['name', 'number', 'cardNo', 'phone'] as const;
  return fields.map((field) => (cells[mapping.indexOf(field)] ?? '').trim()).find((text) => text !== '') ?? '';
};

/** Reads every row and says what it would do; writes nothing. Errors: file_too_large (limitRows), what reading a file can bring, cancelled. */
export const planFile = async (context: StudyContext, source: Source, fileReason: string | null): Promise<FilePlan> => {
  const { database } = context;
  const { survey, table, headerLine, columns, mapping } = source;
  const find = pointsFinder(database);
  const planner = pointsFilePlanner(context.settings());
  const secret = secretPlaces(columns);
  const keptCells = (cells: readonly string[]): string[] =>
    cells.slice(0, columns.length).map((cell, at) => (secret.has(at) ? '' : cell.slice(0, LONGEST_KEPT_CELL)));

  const planRow = (line: number, cells: readonly string[]): PlannedRow | RefusedRow => {
    const row = readPointsRow(cells, mapping, fileReason);
    const who = whoOf(row, cells, source);
    const refused = (why: RefusedPoints): RefusedRow => ({ ...why, line, who, cells: keptCells(cells) });
    if ('code' in row) return refused(row);
    const person = find(row);
    if ('code' in person) return refused(person);
    const found = { line, customerId: person.id, points: row.points, reason: row.reason };
    const planned = planner.take(found, findLedger(database, person.id).balance);
    return 'code' in planned ? refused(planned) : { ...found, ...planned, who, customerName: person.name };
  };

  const rows: (PlannedRow | RefusedRow)[] = [];
  let totalsRows = 0;
  let bytes = 0;
  const records = table.records((done) => {
    bytes = done;
  });
  for await (const batch of records) {
    for (const { line, cells } of batch) {
      if (headerLine !== null && line <= headerLine) continue;
      if (isTotalsRow(cells)) totalsRows += 1;
      else rows.push(planRow(line, cells));
      if (rows.length > MOST_ROWS) throw new AppError('file_too_large', { limitRows: MOST_ROWS });
      if (rows.length % 500 === 0) context.throwIfCancelled();
    }
    context.throwIfCancelled();
    context.progress('rows', bytes, survey.bytes);
  }
  if (rows.length === 0) throw new AppError('file_empty', {});
  return { columns, rows, totalsRows };
};

/** A row as the preview tells it. */
export const previewRow = (row: PlannedRow | RefusedRow): PreviewRow => {
  const { line, who } = row;
  if (!isRefused(row)) {
    const { customerId, customerName, points, before, after, reason } = row;
    const done = { customerId, customerName, points, before, after, reason };
    return { line, who, ...done, refusal: null, value: '', cells: [] };
  }
  const { code, value, cells } = row;
  const none = { customerId: null, customerName: null, points: null, before: null, after: null, reason: null };
  return { line, who, ...none, refusal: code, value, cells: [...cells] };
};
