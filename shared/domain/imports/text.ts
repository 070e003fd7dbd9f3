/**
 * A cell as it was meant: no padding, no apostrophe that a spreadsheet put before a number, no wrapper of the `="0012"` kind,
 * no invisible marks. Empty when there is nothing.
 */
export const cellText = (cell: string): string => {
  const trimmed = cell.trim();
  if (!/^['=\ufeff\u200b]|[\u200b\ufeff\u00a0]$/.test(trimmed)) return trimmed;
  return trimmed
    .replaceAll(/[\u200b\ufeff]/g, '')
    .replace(/^="(.*)"$/, '$1')
    .replace(/^'/, '')
    .trim();
};

const placeholders = new Set([
  '',
  '-',
  '--',
  '—',
  '——',
  '/',
  '无',
  '暂无',
  '未填',
  '未填写',
  '空',
  'null',
  'n/a',
  'na',
  'none',
  'nil',
]);

/** The cell, or null when it is empty or one of the marks with which old programs write "nothing". */
export const textOrNull = (cell: string): string | null => {
  const text = cellText(cell);
  return placeholders.has(text.toLowerCase()) ? null : text;
};

const totalWords =
  /^(合计|总计|共计|小计|总共|本页合计|本页小计|total|totals|sum|grand total|subtotal)\s*[::]?\s*[¥￥]?[\d,.]*\s*(?:条|人|位|笔|元)?$/i;
const countWords = /^(?:总?共|合计)\s*[\d,]+\s*(?:条|人|位|笔|个|名)(?:记录|会员|客户|顾客)?$/;

/** Whether a row is the totals line that a report ends with, and no person or purchase at all. */
export const isTotalsRow = (cells: readonly string[]): boolean =>
  cells.slice(0, 3).some((cell) => {
    const text = cell.trim();
    return text.length < 40 && (totalWords.test(text) || countWords.test(text));
  });
