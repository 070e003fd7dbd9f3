import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** A phone number as it was typed, with what it was understood as. */
export interface ParsedPhone {
  /** What was typed, trimmed. */
  readonly value: string;
  readonly type: 'mobile' | 'landline';
  /** E.164 such as +8613800138000; null when it is no complete number. */
  readonly e164: string | null;
}

const extensionPattern = /\s*(?:转|轉|分机|分機|ext\.?|extension|x|#|,)\s*\d{1,6}\s*$/i;

/** The number without its extension: "010-62345678转801" -> "010-62345678". */
export const withoutExtension = (text: string): string => text.replace(extensionPattern, '');

/**
 * Understands a number typed in the form of mainland China, or of any country with its + code (R002). A number that cannot
 * be dialled keeps its text and has no E.164.
 */
export const parsePhone = (text: string): ParsedPhone => {
  const value = text.trim();
  const parsed = parsePhoneNumberFromString(withoutExtension(value.normalize('NFKC')), { defaultCountry: 'CN', extract: false });
  const e164 = parsed?.isValid() === true ? parsed.number : null;
  const isLandline = e164 === null ? !/^\D*1[3-9]/.test(value) : e164.startsWith('+86') && !/^\+861[3-9]/.test(e164);
  return { value, type: isLandline ? 'landline' : 'mobile', e164 };
};

/** E.164 of a number as typed, or null. Two numbers are the same exactly when this is. */
export const phoneE164 = (text: string): string | null => parsePhone(text).e164;
