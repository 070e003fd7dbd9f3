/** What a spreadsheet makes of a long number: 1.38E+10; and the way Java programs write any large one: 1.3800138E10. */
const exponent = /^(\d)(?:\.(\d+))?e(\+?)(\d{1,2})$/i;
/** A number that went through a spreadsheet may have a needless fraction: 13800138000.0. */
const needlessFraction = /^(\d{5,15})\.0+$/;

/** Whether the text is a number that a program has written with an exponent. */
export const hasExponent = (text: string): boolean => exponent.test(text);

/**
 * A long number as it was before a program wrote it with an exponent, where all its figures are still there; null where they are lost.
 * With a plus sign it is a spreadsheet's and rounded to what fits the cell, so every figure must stand there; without one it is the
 * shortest form that is exact. Text of any other kind comes back as it is.
 */
export const withAllFigures = (text: string): string | null => {
  const match = exponent.exec(text);
  if (match === null) return needlessFraction.exec(text)?.[1] ?? text;
  const [, whole = '', fraction = '', plus = '', power = ''] = match;
  const places = Number(power);
  // Beyond 15 figures the program itself no longer had all of them.
  if (places > 14 || fraction.length > places) return null;
  if (plus === '+' && fraction.length < places) return null;
  return whole + fraction.padEnd(places, '0');
};
