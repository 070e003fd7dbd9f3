import { isLocalDate } from '../../types/time.ts';

/** What a field of a record holds; `lines` is a text of several lines. */
export const recordFieldKinds = ['text', 'number', 'date', 'choice', 'lines'] as const;
export type RecordFieldKind = (typeof recordFieldKinds)[number];

/** One field of a type of record, as the shop defines it (X24). */
export interface RecordField {
  /** Names the field for good, whatever it is called. */
  readonly key: string;
  readonly kind: RecordFieldKind;
  readonly label: string;
  /** Stands behind the value: "g", "%"; empty for none. */
  readonly unit: string;
  /** The heading it stands under; empty for none. */
  readonly group: string;
  /** What a choice offers; empty for the other kinds. */
  readonly options: readonly string[];
  /** Is not carried over when the last record is repeated: how it went, the reading of today. */
  readonly startsEmpty: boolean;
}

export type RecordValue = string | number | null;

/** A value with the words it was written under: what the shop calls its fields later does not change an old record. */
export interface RecordEntry {
  readonly key: string;
  readonly kind: RecordFieldKind;
  readonly label: string;
  readonly unit: string;
  readonly group: string;
  readonly value: RecordValue;
}

export const MOST_FIELDS = 40;
export const MOST_FIELD_OPTIONS = 30;
export const LONGEST_LINES = 2000;
const LONGEST_TEXT = 200;

type Fitted = { readonly value: RecordValue; readonly issue: null } | { readonly issue: string };
const fits = (value: RecordValue): Fitted => ({ value, issue: null });
const unfit = (issue: string): Fitted => ({ issue });

/** The value in its one stored form, or the issue for `bad_input`. Blank is unknown (null). `former` may stay whatever the options are now. */
const fittedValue = (field: RecordField, value: RecordValue, former: RecordValue): Fitted => {
  if (value === null) return fits(null);
  if (field.kind === 'number')
    // Adding nothing turns -0 into 0.
    return typeof value === 'number' && Number.isFinite(value) ? fits(value + 0) : unfit('wrong_type');
  if (typeof value !== 'string') return unfit('wrong_type');
  const text = value.trim();
  if (text === '') return fits(null);
  switch (field.kind) {
    case 'text':
      return text.length > LONGEST_TEXT ? unfit('too_long') : fits(text);
    case 'lines':
      return text.length > LONGEST_LINES ? unfit('too_long') : fits(text);
    case 'date':
      return isLocalDate(text) ? fits(text) : unfit('no_such_day');
    case 'choice':
      return field.options.includes(text) || text === former ? fits(text) : unfit('unknown_option');
  }
};

/** The fields a record is filled in by: those it was written with under their old words, then what its type has come to have since. */
export const fieldsOfRecord = (type: readonly RecordField[], entries: readonly RecordEntry[]): RecordField[] => {
  const known = new Map(type.map((field) => [field.key, field]));
  const kept = new Set(entries.map(({ key }) => key));
  return [
    ...entries.map(({ value: _value, ...words }): RecordField => {
      const now = known.get(words.key);
      return { ...words, options: now?.options ?? [], startsEmpty: now?.startsEmpty ?? false };
    }),
    ...type.filter(({ key }) => !kept.has(key)),
  ];
};

export interface GivenRecordValue {
  readonly key: string;
  readonly value: RecordValue;
}

export type FittedEntries =
  | { readonly entries: readonly RecordEntry[]; readonly problem: null }
  | { readonly problem: { readonly index: number; readonly issue: string } };

/**
 * What is stored of the values a person gave: in the order of the fields, each with its words, unknown ones left out unless the record
 * had them before (`former`), so that undoing an edit finds their words again. A problem names the value: field_not_of_type, record_field_twice,
 * wrong_type, too_long, no_such_day, unknown_option.
 */
export const fittedEntries = (
  type: readonly RecordField[],
  former: readonly RecordEntry[],
  given: readonly GivenRecordValue[],
): FittedEntries => {
  const fields = fieldsOfRecord(type, former);
  const before = new Map(former.map(({ key, value }) => [key, value]));
  const values = new Map<string, RecordValue>();
  for (const [index, { key, value }] of given.entries()) {
    const field = fields.find((one) => one.key === key);
    if (field === undefined) return { problem: { index, issue: 'field_not_of_type' } };
    if (values.has(key)) return { problem: { index, issue: 'record_field_twice' } };
    const fitted = fittedValue(field, value, before.get(key) ?? null);
    if (fitted.issue !== null) return { problem: { index, issue: fitted.issue } };
    values.set(key, fitted.value);
  }
  return {
    problem: null,
    entries: fields.flatMap(({ options: _options, startsEmpty: _startsEmpty, ...words }) => {
      const value = values.get(words.key) ?? null;
      return value === null && !before.has(words.key) ? [] : [{ ...words, value }];
    }),
  };
};

/** What a new record starts with when the last one is repeated: the values that its type still asks for and may be carried over. */
export const repeatedValues = (type: readonly RecordField[], last: readonly RecordEntry[]): GivenRecordValue[] => {
  const before = new Map(last.map(({ key, kind, value }) => [key, { kind, value }]));
  return type.flatMap(({ key, kind, options, startsEmpty }) => {
    const known = before.get(key);
    if (startsEmpty || known === undefined || known.value === null || known.kind !== kind) return [];
    const isOffered = kind !== 'choice' || (typeof known.value === 'string' && options.includes(known.value));
    return isOffered ? [{ key, value: known.value }] : [];
  });
};

/**
 * The first field that is likely to change on repeating: the first that changed from the record before the last to the last, else the
 * first that is not carried over, else the first; null for a type without fields.
 */
export const firstChanging = (
  type: readonly RecordField[],
  last: readonly RecordEntry[],
  previous: readonly RecordEntry[],
): string | null => {
  const valueIn = (entries: readonly RecordEntry[], wanted: string): RecordValue =>
    entries.find(({ key }) => key === wanted)?.value ?? null;
  const changed =
    previous.length === 0
      ? undefined
      : type.find(({ key, startsEmpty }) => !startsEmpty && valueIn(last, key) !== valueIn(previous, key));
  return (changed ?? type.find(({ startsEmpty }) => startsEmpty) ?? type[0])?.key ?? null;
};

/** One line of two records side by side. */
export interface ComparedLine {
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  readonly group: string;
  readonly left: RecordValue;
  readonly right: RecordValue;
  readonly isDifferent: boolean;
}

/** Two records side by side: every field that either says something of, in the order of the right one, its words first. */
export const comparedLines = (left: readonly RecordEntry[], right: readonly RecordEntry[]): ComparedLine[] => {
  const others = new Map(left.map((entry) => [entry.key, entry]));
  const named = new Set(right.map(({ key }) => key));
  return [...right, ...left.filter(({ key }) => !named.has(key))].flatMap((entry) => {
    const { key, label, unit, group } = entry;
    const before = others.get(key)?.value ?? null;
    const after = named.has(key) ? entry.value : null;
    return before === null && after === null
      ? []
      : [{ key, label, unit, group, left: before, right: after, isDifferent: before !== after }];
  });
};
