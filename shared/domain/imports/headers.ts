import {
  fieldsOf,
  mayRepeat,
  missingField,
  type ImportField,
  type ImportForm,
  type ImportPreset,
  type Mapping,
} from './fields.ts';
import { customerWords, purchaseWords } from './headerWords.ts';
import { isSecretHeader } from './columnKinds.ts';
import { headerKey } from './headerKey.ts';
import { ownFormMapping } from './ownForm.ts';

const wordsOf = (form: ImportForm): Readonly<Partial<Record<ImportField, readonly string[]>>> =>
  form === 'purchases' ? purchaseWords : customerWords;

/** The four columns of the CDNOW purchase log, in its own words. */
const cdnowColumns: ReadonlyMap<string, ImportField> = new Map([
  ['customer_id', 'customerNumber'],
  ['date', 'date'],
  ['number_of_cds', 'quantity'],
  ['dollar_value', 'amount'],
]);

/** Header words that the preset knows; empty when any word will be looked up. */
export const presetColumns = (preset: ImportPreset): readonly string[] => (preset === 'cdnow' ? [...cdnowColumns.keys()] : []);

/** Every word by which a field of the form is recognised, for the message about one that is not. */
export const knownHeaders = (form: ImportForm): readonly string[] =>
  fieldsOf(form).flatMap((field) => wordsOf(form)[field]?.slice(0, 3) ?? []);

/** Between the two lines of a header of two: 积分 / 剩余. */
export const HEADER_LINES_BETWEEN = ' / ';

/** The keys by which a header may be known: of two lines both together in either order or the lower one, else the upper one. */
const keysOf = (header: string, isKnown: (key: string) => boolean): readonly string[] => {
  const parts = header.split(HEADER_LINES_BETWEEN).map(headerKey);
  const [above, below, ...more] = parts;
  if (above === undefined || below === undefined || more.length > 0) return [headerKey(header)];
  const telling = [above + below, below + above, below].filter(isKnown);
  return telling.length > 0 ? telling : [above];
};

const rankOf = (words: readonly string[], keys: readonly string[]): number => {
  const ranks = keys.map((key) => words.indexOf(key)).filter((rank) => rank !== -1);
  return ranks.length === 0 ? -1 : Math.min(...ranks);
};

/**
 * Which column is which field: the one whose word is the most telling, the first of equals; a field that may repeat takes all of its own.
 * Columns of no known word are null, and so are passwords and the ids of other programs.
 */
export const bestColumns = <Field extends string>(
  headers: readonly string[],
  fields: readonly Field[],
  wordsFor: (field: Field) => readonly string[],
  repeats: (field: Field) => boolean = () => false,
): (Field | null)[] => {
  const known = new Set(fields.flatMap(wordsFor));
  const keys = headers.map((header) => (isSecretHeader(header) ? [] : keysOf(header, (key) => known.has(key))));
  const mapping: (Field | null)[] = headers.map(() => null);
  for (const field of fields) {
    const found = keys
      .map((candidates, column) => ({ column, rank: mapping[column] === null ? rankOf(wordsFor(field), candidates) : -1 }))
      .filter(({ rank }) => rank !== -1);
    const best = found.toSorted((one, other) => one.rank - other.rank)[0];
    for (const { column } of repeats(field) ? found : best === undefined ? [] : [best]) mapping[column] = field;
  }
  return mapping;
};

/** What each column seems to mean in a form. Of a list of people further numbers and texts in parts take all of their columns. */
export const guessMapping = (form: ImportForm, preset: ImportPreset, headers: readonly string[]): Mapping => {
  if (preset === 'cdnow') return headers.map((header) => cdnowColumns.get(header.trim().toLowerCase()) ?? null);
  const own = form === 'customers' ? ownFormMapping(headers) : null;
  if (own !== null) return own.map((field, column) => (isSecretHeader(headers[column] ?? '') ? null : field));
  return withoutDoubles(
    bestColumns(
      headers,
      fieldsOf(form),
      (field) => wordsOf(form)[field] ?? [],
      (field) => mayRepeat(form, field),
    ),
  );
};

const nameParts: readonly (ImportField | null)[] = ['familyName', 'givenName'];
const carFields: readonly ImportField[] = ['plate', 'vin', 'policyNumber', 'inspectionUntil', 'vehicleTaxUntil'];

/** A whole name makes its parts needless; 截止日期 is an insurance's only in a list of cars. */
const withoutDoubles = (mapping: Mapping): Mapping => {
  const isOfCars = mapping.some((field) => field !== null && carFields.includes(field));
  return mapping.map((field) =>
    (mapping.includes('name') && nameParts.includes(field)) || (field === 'insuranceUntil' && !isOfCars) ? null : field,
  );
};

/** How many different meanings either form finds in these headers. */
export const recognised = (preset: ImportPreset, headers: readonly string[]): number =>
  Math.max(
    ...(['purchases', 'customers'] as const).map(
      (form) => new Set(guessMapping(form, preset, headers).filter((field) => field !== null)).size,
    ),
  );

/** The form a header speaks for: a purchase log when it has a date and an amount for somebody, else a customer list. */
export const guessForm = (headers: readonly string[]): ImportForm => {
  const mapping = guessMapping('purchases', 'auto', headers);
  return missingField('purchases', mapping) === null ? 'purchases' : 'customers';
};
