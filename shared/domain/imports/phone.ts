import { parsePhone, type ParsedPhone } from '../phones.ts';
import { textOrNull } from './text.ts';

const chineseMobile = /^1[3-9]\d{9}$/;
/** What a spreadsheet makes of a number too long for its cell: 1.38E+10. The figures are lost. */
const scientific = /^\d+(?:\.\d+)?e\+?\d+$/i;
const FEWEST_DIGITS = 5;

/** Whether a cell of a phone column holds nothing. */
export const isNoPhone = (text: string): boolean => textOrNull(text) === null;

/**
 * A phone of a file. One that cannot be dialled from anywhere keeps its text, as on the screen; null for what is no number at all,
 * or lost its figures to a spreadsheet.
 */
export const importedPhone = (text: string): ParsedPhone | null => {
  if (chineseMobile.test(text)) return { value: text, type: 'mobile', e164: `+86${text}` };
  if (scientific.test(text) || text.length > 40) return null;
  const phone = parsePhone(text);
  if (phone.e164 !== null) return phone;
  return text.replaceAll(/\D/g, '').length >= FEWEST_DIGITS && !/\p{L}{3}/u.test(text) ? phone : null;
};
