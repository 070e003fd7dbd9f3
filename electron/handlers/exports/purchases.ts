import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import type { Cell } from '../../../shared/domain/exports/columns.ts';
import { localDate } from '../../../shared/types/time.ts';
import { readExportedPurchases } from '../../store/exports.ts';
import type { ExportedPurchase } from '../../store/exports.ts';
import type { StudyContext } from '../context.ts';
import { inBatches, peopleOf } from './customers.ts';
import { writeOutFile } from './outFile.ts';
import { writeCsv, writeXlsx } from './tables.ts';

const CENTS = 100;
const THOUSANDTHS = 1000;
const money = (cents: number | null): Cell => (cents === null ? '' : cents / CENTS);

/** Headings that the import knows, and what stands under each. */
const columns: readonly {
  readonly header: { readonly 'zh-CN': string; readonly en: string };
  readonly read: (row: ExportedPurchase) => Cell;
}[] = [
  { header: { 'zh-CN': '客户编号', en: 'Customer number' }, read: ({ number }) => number },
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
  const days = { from: input.from ?? FIRST_DAY, to: input.to ?? LAST_DAY };
  const headers = columns.map(({ header }) => header[language]);
  let rows = 0;
  const written = await writeOutFile(context.pathOf(input.file), async (out) => {
    const cells = inBatches(context, ids, (some) =>
      readExportedPurchases(context.database, some, days).map((row) => columns.map(({ read }) => read(row))),
    );
    rows =
      format === 'csv'
        ? await writeCsv(out, headers, cells)
        : await writeXlsx(out, language === 'en' ? 'Purchases' : '消费', headers, cells);
    context.throwIfCancelled();
  });
  await context.write('exports.register', { kind: 'purchases', format, rows, columns: headers, fileName: written.fileName });
  return { ...written, rows };
};
