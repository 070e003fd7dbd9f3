import { AppError } from '../../../../shared/errors.ts';
import type { Watch } from '../survey.ts';
import { GLANCE_LINES, fillMerged, fullest, recordsOf, requireSheet, type Grid } from './grid.ts';
import { sheetListener } from './sheetRows.ts';
import { readSharedTexts, readWorkbook, workbookPart, type Workbook } from './workbookParts.ts';
import { readXml } from './xml.ts';
import type { ZipPackage } from './zipPackage.ts';

/** How many cells of a sheet's first lines are filled; no more of it is read. */
const filledCells = async (zip: ZipPackage, part: string, watch: Watch): Promise<number> => {
  let [lines, filled] = [0, 0];
  await readXml(
    zip.pieces(part),
    {
      open: (name) => {
        if (name === 'row') lines += 1;
        else if ((name === 'v' || name === 'is') && lines <= GLANCE_LINES) filled += 1;
      },
    },
    () => {
      watch.throwIfCancelled();
    },
    () => lines > GLANCE_LINES,
  );
  return filled;
};

const chosenSheet = async (zip: ZipPackage, { sheets }: Workbook, wanted: number | null, watch: Watch): Promise<number> => {
  if (wanted !== null || sheets.length === 1) return wanted ?? 0;
  const filled: number[] = [];
  for (const { part } of sheets) filled.push(await filledCells(zip, part, watch));
  return fullest(filled);
};

/**
 * Reads one sheet of an XLSX workbook piece by piece, so that it can be cancelled at any time and memory holds its texts and nothing
 * else; without a choice the fullest sheet. Null where the package holds no such workbook. Errors: file_damaged, file_too_large,
 * bad_input (no such sheet), cancelled.
 */
export const readXlsx = async (zip: ZipPackage, wanted: number | null, watch: Watch): Promise<Grid | null> => {
  const part = workbookPart(zip);
  if (part === null) return null;
  const throwIfCancelled = (): void => {
    watch.throwIfCancelled();
  };
  const workbook = await readWorkbook(zip, part, throwIfCancelled);
  const sheets = workbook.sheets.map(({ name }) => name);
  requireSheet(sheets, wanted);
  const sheet = await chosenSheet(zip, workbook, wanted, watch);
  const source = workbook.sheets[sheet]?.part ?? '';
  const textBytes = zip.sizeOf('xl/sharedStrings.xml');
  const total = textBytes + zip.sizeOf(source);
  const texts = await readSharedTexts(zip, part, (done) => {
    watch.throwIfCancelled();
    watch.progress('read', done, total);
  });
  const { listener, rows, merges } = sheetListener(workbook, texts);
  await readXml(zip.pieces(source), listener, (done) => {
    watch.throwIfCancelled();
    watch.progress('read', textBytes + done, total);
  });
  fillMerged(rows, merges);
  const records = recordsOf(rows);
  if (records.length === 0) throw new AppError('file_empty', {});
  return { sheets, sheet, records };
};
