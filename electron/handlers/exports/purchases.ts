import { basename } from 'node:path';
import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import type { Cell } from '../../../shared/domain/exports/columns.ts';
import { localDate } from '../../../shared/types/time.ts';
import { readExportedPurchases } from '../../store/exports.ts';
import type { ExportedPurchase } from '../../store/exports.ts';
import type { StudyContext } from '../context.ts';
import { hidesNumbers } from '../sight.ts';
import { maskedCell } from './shown.ts';
import { inBatches, peopleOf } from './customers.ts';
import { fillWholeFile } from '../../files/wholeFile.ts';
import { writeCsv } from './tables.ts';
import { writeWorkbook } from './workbook.ts';

const CENTS = 100;
const THOUSANDTHS = 1000;
const money = (cents: number | null): Cell => (cents === null ? '' : cents / CENTS);

/** Headings that the import knows, and what stands under each. */
const columns: readonly {
  readonly header: { readonly 'zh-CN': string; readonly en: string };
  readonly read: (row: ExportedPurchase) => Cell;
  /** A customer's number is no phone, however long. */
  readonly isCode?: boolean;
}[] = [
  { header: { 'zh-CN': '客户编号', en: 'Customer number' }, read: ({ number }) => number, isCode: true },
  { header: { 'zh-CN': '姓名', en: 'Name' }, read: ({ name }) => name },
  { header: { 'zh-CN': '手机号', en: 'Phone' }, read: ({ phone }) => phone ?? '' },
  { header: { 'zh-CN': '消费日期', en: 'Date' }, read: (row) => row.business_date },
  { header: { 'zh-CN': '商品', en: 'Product' }, read: ({ product }) => product ?? '' },
  { header: { 'zh-CN': '数量', en: 'Quantity' }, read: ({ quantity }) => (quantity === null ? '' : quantity / THOUSANDTHS) },
  { header: { 'zh-CN': '金额', en: 'Amount' }, read: (row) => money(row.amount_cents) },
  { header: { 'zh-CN': '成本', en: 'Cost' }, read: (row) => money(row.cost_cents) },
  { header: { 'zh-CN': '店员', en: 'Staff' }, read: ({ staff }) => staff ?? '' },
  { header: { 'zh-CN': '备注', en: 'Note' }, read: ({ note }) => note ?? '' },
];

const FIRST_DAY = localDate('1900-01-01');
const LAST_DAY = localDate('9999-12-31');

/** Writes purchases into the chosen file, a line of a visit a row. Errors as of `exportCustomers`. */
export const exportPurchases = async (
  context: StudyContext,
  input: HandlerInput<'exports.purchases'>,
): Promise<OutputOf<'exports.purchases'>> => {
  const { format, language } = input;
  const ids = peopleOf(context, input.selection);
  const hides = hidesNumbers(context);
  const days = { from: input.from ?? FIRST_DAY, to: input.to ?? LAST_DAY };
  const headers = columns.map(({ header }) => header[language]);
  const path = context.pathOf(input.file);
  let rows = 0;
  const written = await fillWholeFile(path, async (out) => {
    const cells = inBatches(context, ids, (some) =>
      readExportedPurchases(context.database, some, days).map((row) =>
        columns.map(({ read, isCode }) => (hides ? maskedCell(read(row), isCode) : read(row))),
      ),
    );
    rows =
      format === 'csv'
        ? await writeCsv(out, headers, cells)
        : await writeWorkbook(out, language === 'en' ? 'Purchases' : '消费', headers, cells);
    context.throwIfCancelled();
    // Written down before the file gets its name: what cannot be audited is not handed over (R192).
    await context.write('exports.register', { kind: 'purchases', format, rows, columns: headers, fileName: basename(path) });
  });
  return { ...written, rows };
};
