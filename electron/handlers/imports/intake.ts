import { isIdentityHeader } from '../../../shared/domain/imports/columnKinds.ts';
import { isTotalsRow } from '../../../shared/domain/imports/text.ts';
import type { Importing } from './newcomers.ts';
import { customerIntake } from './customerRows.ts';
import { secretPlaces, type Layout } from './layout.ts';
import { purchaseIntake, type RowWishes } from './purchaseRows.ts';
import type { Survey } from './survey.ts';
import type { Table } from './table.ts';
import { MOST_SHOWN_ROWS, countReason, countsOf, newTally, skip, type ReasonCode, type Tally } from './tally.ts';
import type { ImportCounts, PreviewRow, RejectedFileRow, RejectedRow } from './types.ts';

const SAMPLE_ROWS = 20;
const MOST_UNKNOWN = 20;
/** A cell of a refused row is kept up to this length: enough to mend it. */
const LONGEST_KEPT_CELL = 500;
/** Of our own form a cell holds many facts; a workbook's cell is no longer than this. */
const LONGEST_OWN_CELL = 32_767;

export interface Intake {
  readonly counts: ImportCounts;
  /** The first refused rows. */
  readonly rejected: readonly RejectedRow[];
  /** What the first good rows become. */
  readonly sample: readonly PreviewRow[];
  readonly reasons: readonly { readonly code: ReasonCode; readonly count: number }[];
  readonly sharedPhones: Tally['sharedPhones'];
  /** The first of those whom nobody knows. */
  readonly unknownReferrers: readonly string[];
  readonly unknownStaff: readonly string[];
}

/**
 * Reads every row of the file into the scratch (a preview has none), telling how far it is and stopping when asked to. `onRejected` gets
 * every refused row with its cells, those of secret columns blank.
 */
export const takeIn = async (
  importing: Importing,
  source: { readonly survey: Survey; readonly table: Table; readonly layout: Layout },
  wishes: RowWishes,
  onRejected: (row: RejectedFileRow) => void = () => undefined,
): Promise<Intake> => {
  const { context, importId, scratch } = importing;
  const { survey, table, layout } = source;
  const tally = newTally();
  const sample: PreviewRow[] = [];
  const { take: takeRow, finish } =
    layout.form === 'purchases'
      ? { take: purchaseIntake(importing, layout.mapping, wishes), finish: () => undefined }
      : customerIntake(importing, layout.mapping, wishes);
  const secret = secretPlaces(layout.columns);
  const columnNamed = (field: string): string | null =>
    layout.columns[layout.mapping.findIndex((mapped) => mapped === field)] ?? field;
  // The number is nobody's business, whatever the column is taken for.
  const identityColumns = new Set(
    layout.mapping.flatMap((field, at) => (field === 'identityNumber' || isIdentityHeader(layout.columns[at] ?? '') ? [at] : [])),
  );
  const longestCell = wishes.reading.isOwn ? LONGEST_OWN_CELL : LONGEST_KEPT_CELL;
  const keptCells = (cells: readonly string[]): string[] =>
    cells
      .slice(0, layout.columns.length)
      .map((cell, at) => (secret.has(at) || identityColumns.has(at) ? '' : cell.slice(0, longestCell)));
  let bytes = 0;
  const records = table.records((done) => {
    bytes = done;
  });
  for await (const batch of records) {
    context.throwIfCancelled();
    for (const { line, cells } of batch) {
      if (layout.headerLine !== null && line <= layout.headerLine) continue;
      tally.rows += 1;
      if (!wishes.reading.isOwn && isTotalsRow(cells)) {
        skip(tally, 'totals');
        continue;
      }
      const taken = takeRow(line, cells, tally);
      if (taken.ok) {
        if (sample.length < SAMPLE_ROWS) sample.push(taken.value);
        continue;
      }
      const { field, code, value } = taken.rejection;
      const column = taken.column ?? (field === null ? null : columnNamed(field));
      tally.rejected += 1;
      countReason(tally, code);
      if (tally.shown.length < MOST_SHOWN_ROWS) tally.shown.push({ line, column, code, value });
      const kept = keptCells(cells);
      onRejected({ line, column, code, value, cells: kept });
      scratch?.add('import_rejected_rows', {
        import_id: importId,
        line,
        column_name: column,
        code,
        value,
        cells: JSON.stringify(kept),
      });
    }
    context.progress('rows', bytes, survey.bytes);
  }
  finish(tally);
  return {
    counts: countsOf(tally),
    rejected: tally.shown,
    sample,
    sharedPhones: tally.sharedPhones,
    unknownReferrers: [...tally.unknownReferrers].slice(0, MOST_UNKNOWN),
    unknownStaff: [...tally.unknownStaff].slice(0, MOST_UNKNOWN),
    reasons: [...tally.reasons].map(([code, count]) => ({ code, count })).toSorted((one, other) => other.count - one.count),
  };
};
