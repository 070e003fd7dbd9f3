import type { CustomFieldId, CustomFieldOptionId } from '../types/ids.ts';
import { isLocalDate } from '../types/time.ts';

/** What the rules below need to know of a custom field. */
export interface FieldRules {
  readonly id: CustomFieldId;
  readonly type: 'text' | 'number' | 'date' | 'choice' | 'choices' | 'yes_no';
  readonly options: readonly { readonly id: CustomFieldOptionId; readonly name: string; readonly isArchived: boolean }[];
}

/** A value of a field of any type; null is unknown. A choice holds its option's id. */
export type FieldValue = string | number | boolean | readonly CustomFieldOptionId[] | null;

type Fitted = { readonly value: FieldValue; readonly issue: null } | { readonly issue: string };

const fits = (value: FieldValue): Fitted => ({ value, issue: null });
const unfit = (issue: string): Fitted => ({ issue });

const optionsInOrder = (field: FieldRules, chosen: readonly string[]): Fitted => {
  const ids = new Set(chosen);
  const known = field.options.filter(({ id }) => ids.has(id)).map(({ id }) => id);
  return known.length === ids.size ? fits(known.length === 0 ? null : known) : unfit('unknown_option');
};

/**
 * The value in the one form it is stored in, or the issue for `bad_input`: `wrong_type`, `no_such_day`, `unknown_option`.
 * Empty text and no option at all are unknown. Options come in the field's order, each once.
 */
export const fittedValue = (field: FieldRules, value: FieldValue): Fitted => {
  if (value === null || value === '') return fits(null);
  switch (field.type) {
    case 'text':
      return typeof value === 'string' ? fits(value) : unfit('wrong_type');
    case 'number':
      // Adding nothing turns -0 into 0.
      return typeof value === 'number' && Number.isFinite(value) ? fits(value + 0) : unfit('wrong_type');
    case 'date':
      if (typeof value !== 'string') return unfit('wrong_type');
      return isLocalDate(value) ? fits(value) : unfit('no_such_day');
    case 'yes_no':
      return typeof value === 'boolean' ? fits(value) : unfit('wrong_type');
    case 'choice':
      if (typeof value !== 'string') return unfit('wrong_type');
      return field.options.some(({ id }) => id === value) ? fits(value) : unfit('unknown_option');
    case 'choices':
      return Array.isArray(value) ? optionsInOrder(field, value) : unfit('wrong_type');
  }
};

/** Between the names of several options in one cell of a file; what a person types may part them by the others too. */
const SEPARATOR = '、';
const separators = /[、,;|]/;

/** Whether an option of a field of several can bear the name: with a mark that parts names, it would come back from a file as two. */
export const isOptionName = (type: FieldRules['type'], name: string): boolean =>
  type !== 'choices' || !separators.test(name.normalize('NFKC'));

const optionName = (field: FieldRules, id: string): string => field.options.find((option) => option.id === id)?.name ?? '';

/** A value as text: as the card and a file show it; '' when unknown. `parseFieldValue` reads it back. */
export const fieldValueText = (field: FieldRules, value: FieldValue): string => {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return field.type === 'choice' ? optionName(field, value) : value;
  return value.map((id) => optionName(field, id)).join(SEPARATOR);
};

const yes = new Set(['yes', 'y', 'true', '1', '是', '有', '对', '√', '✓']);
const no = new Set(['no', 'n', 'false', '0', '否', '无', '没有', '不', '×', '✗']);

const parseNumber = (text: string): FieldValue | undefined => {
  const plain = text.replaceAll(/(?<=\d)[,\s](?=\d{3}(?!\d))/g, '');
  return /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) + 0 : undefined;
};

/** "2026/3/8", "2026年3月8日" and "2026.03.08" are days too. */
const parseDay = (text: string): FieldValue | undefined => {
  const found = /^(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})\D?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!found) return undefined;
  const [, year = '', month = '', day = ''] = found;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(date) ? date : undefined;
};

/**
 * Reads what stands in a file's cell: full-width forms, several ways to write a day or yes and no, options by name (several
 * between 、 , ; or |). '' is unknown (null); undefined when the text is no value of the field.
 */
export const parseFieldValue = (field: FieldRules, text: string): FieldValue | undefined => {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return null;
  const option = (name: string) =>
    field.options.find((one) => one.name.normalize('NFKC').trim().toLowerCase() === name.trim().toLowerCase())?.id;
  switch (field.type) {
    case 'text':
      return text.trim();
    case 'number':
      return parseNumber(plain);
    case 'date':
      return parseDay(plain);
    case 'yes_no':
      if (yes.has(plain.toLowerCase())) return true;
      return no.has(plain.toLowerCase()) ? false : undefined;
    case 'choice':
      return option(plain);
    case 'choices': {
      const whole = option(plain);
      if (whole !== undefined) return [whole];
      const ids = plain
        .split(separators)
        .filter((name) => name.trim() !== '')
        .map(option);
      const known = ids.filter((id) => id !== undefined);
      if (known.length < ids.length) return undefined;
      const fitted = optionsInOrder(field, known);
      return fitted.issue === null ? fitted.value : undefined;
    }
  }
};
