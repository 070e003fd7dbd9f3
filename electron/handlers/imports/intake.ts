import { isTotalsRow } from '../../../shared/domain/imports/text.ts';
import type { Importing } from './newcomers.ts';
import { customerIntake } from './customerRows.ts';
import type { Layout } from './layout.ts';
import { purchaseIntake, type RowWishes } from './purchaseRows.ts';
import { readRecords } from './records.ts';
import type { Survey } from './survey.ts';
import { MOST_SHOWN_ROWS, countsOf, newTally } from './tally.ts';
import type { ImportCounts, PreviewRow, RejectedRow } from './types.ts';

const SAMPLE_ROWS = 20;

export interface Intake {
  readonly counts: ImportCounts;
  /** The first refused rows. */
  readonly rejected: readonly RejectedRow[];
  /** What the first good rows become. */
  readonly sample: readonly PreviewRow[];
}

/** Reads every row of the file into the scratch (a preview has none), telling how far it is and stopping when asked to. */
export const takeIn = async (importing: Importing, survey: Survey, layout: Layout, wishes: RowWishes): Promise<Intake> => {
  const { context, importId, scratch } = importing;
  const tally = newTally();
  const sample: PreviewRow[] = [];
  const intake = layout.form === 'purchases' ? purchaseIntake : customerIntake;
  const takeRow = intake(importing, layout.mapping, wishes);
  const columnNamed = (field: string): string | null =>
    layout.columns[layout.mapping.findIndex((mapped) => mapped === field)] ?? field;
  let bytes = 0;
  const records = readRecords(survey, layout.delimiter, (done) => {
    bytes = done;
  });
  for await (const batch of records) {
    context.throwIfCancelled();
    for (const { line, cells } of batch) {
      if (layout.headerLine !== null && line <= layout.headerLine) continue;
      tally.rows += 1;
      if (isTotalsRow(cells)) {
        tally.skipped += 1;
        continue;
      }
      const taken = takeRow(line, cells, tally);
      if (taken.ok) {
        if (sample.length < SAMPLE_ROWS) sample.push(taken.value);
        continue;
      }
      const { field, code, value } = taken.rejection;
      const column = field === null ? null : columnNamed(field);
      tally.rejected += 1;
      if (tally.shown.length < MOST_SHOWN_ROWS) tally.shown.push({ line, column, code, value });
      scratch?.add('import_rejected_rows', { import_id: importId, line, column_name: column, code, value });
    }
    context.progress('rows', bytes, survey.bytes);
  }
  return { counts: countsOf(tally), rejected: tally.shown, sample };
};
