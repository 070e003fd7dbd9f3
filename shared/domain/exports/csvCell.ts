/**
 * What a spreadsheet would run instead of show, also in its full-width forms; and the guard itself, so that a text which begins
 * with one comes back whole. Plain figures such as -30 are no formula and stay as they are.
 */
const dangerous = /^[=+\-@\t\r\n＝＋－＠'＇]/;
const plainFigure = /^[+-]?\d+(?:\.\d+)?$/;
/** +86138... is a figure to a spreadsheet, which would drop the plus: it is guarded like a formula. */
const isHarmlessFigure = (text: string): boolean => plainFigure.test(text) && !text.startsWith('+');

/**
 * A cell of a CSV file that no spreadsheet runs: an apostrophe is put before a text that begins like a formula (OWASP "CSV
 * injection"). `unguardCell` takes exactly that apostrophe away again, so nothing is lost.
 */
export const guardCell = (text: string): string => (dangerous.test(text) && !isHarmlessFigure(text) ? `'${text}` : text);

/** The text that `guardCell` was given. */
export const unguardCell = (cell: string): string =>
  cell.startsWith("'") && dangerous.test(cell.slice(1)) ? cell.slice(1) : cell;
