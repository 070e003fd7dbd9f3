const WHOLE = /^[+-]?\d{1,9}$/;

/** The whole number a person typed, with full-width figures and a sign read as well; null when it is none. */
export const parseWhole = (text: string): number | null => {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/^[\u2212\u2013]/, '-')
    .replaceAll(/(?<=\d),(?=\d{3})/g, '');
  if (!WHOLE.test(plain)) return null;
  const value = Number(plain);
  return value === 0 ? 0 : value;
};
