import { parsePhone, type ParsedPhone } from '../phones.ts';
import { withAllFigures } from './rounded.ts';
import { textOrNull } from './text.ts';

const chineseMobile = /^1[3-9]\d{9}$/;
const FEWEST_DIGITS = 5;

/** Whether a cell of a phone column holds nothing. */
export const isNoPhone = (text: string): boolean => textOrNull(text) === null;

/**
 * A phone of a file. One that cannot be dialled from anywhere keeps its text, as on the screen; null for what is no number at all,
 * or lost its figures to a spreadsheet.
 */
export const importedPhone = (text: string): ParsedPhone | null => {
  if (chineseMobile.test(text)) return { value: text, type: 'mobile', e164: `+86${text}` };
  if (text.length > 40) return null;
  const whole = withAllFigures(text);
  if (whole === null) return null;
  const phone = parsePhone(whole);
  if (phone.e164 !== null) return phone;
  return whole.replaceAll(/\D/g, '').length >= FEWEST_DIGITS && !/\p{L}{3}/u.test(whole) ? phone : null;
};

/** Several numbers of one cell: `13800000001/010-62345678`, `138…、139…`, or one below the other. Blanks do not part them. */
export const phonesOfCell = (text: string): string[] =>
  text
    .split(/[;；、\n|]|\s*[/,，]\s*(?=\+?\d{6})/)
    .map((part) => part.trim())
    .filter((part) => !isNoPhone(part));
