// Codes that are read out at a desk: short enough to be said, and a slip of the tongue or the keys is found.

/** Without what is read as something else: 0 and O, 1, I and L, 5 and S, 2 and Z. So many are prime, which the check rests on. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRTUVWXY';
const LETTERS = ALPHABET.replaceAll(/\d/g, '');

/** A sum in which every place weighs otherwise: one wrong character, and any two that changed places, change it. */
const weightedSum = (characters: string, length: number): number =>
  [...characters].reduce((sum, character, index) => sum + (length - index) * ALPHABET.indexOf(character), 0);

/** Whether the last character fits those before it; the code holds none but known characters. */
export const isChecked = (code: string): boolean => weightedSum(code, code.length) % ALPHABET.length === 0;

/**
 * A code from the random end of a fresh id, at most 60 bits: a letter wherever `hasLetterAt` says so, any character elsewhere, the last one
 * for the check.
 */
export const checkedCodeOf = (id: string, length: number, hasLetterAt: (index: number) => boolean): string => {
  let rest = BigInt(`0x${id.replaceAll('-', '').slice(-15)}`);
  const next = (from: string): string => {
    const character = from.charAt(Number(rest % BigInt(from.length)));
    rest /= BigInt(from.length);
    return character;
  };
  const body = Array.from({ length: length - 1 }, (_, index) => next(hasLetterAt(index) ? LETTERS : ALPHABET)).join('');
  const missing = (ALPHABET.length - (weightedSum(body, length) % ALPHABET.length)) % ALPHABET.length;
  return body + ALPHABET.charAt(missing);
};

/** What was typed or scanned, as codes are kept: without spaces and hyphens, in capitals. */
export const codeText = (typed: string): string => typed.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase();
