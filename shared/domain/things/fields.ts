import { isLocalDate } from '../../types/time.ts';
import { thingDefinitions } from './definitions.ts';
import type { ThingField, ThingFieldDefinition, ThingType } from './types.ts';

/** Longest value of a field, in characters, by its kind. */
export const LONGEST_FIELD = 120;
export const LONGEST_LONG_FIELD = 500;

/** Why a field is refused; each has a sentence beside its field. */
export type ThingFieldProblem =
  | 'field_not_of_type'
  | 'field_twice'
  | 'field_not_a_choice'
  | 'figure_invalid'
  | 'no_such_day'
  | 'plate_invalid'
  | 'vin_invalid'
  | 'too_long';

/** Full-width forms, blanks and the dot of a plate taken away, letters in capitals: `粤b·12345` is `粤B12345`. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s·•・.\-_]/gu, '');

/** A plate of 4 to 12 letters, figures and characters: of the mainland 7 or 8 (GA 36-2018), others shorter or longer. */
const PLATE = /^[\p{L}\p{N}]{4,12}$/u;
/** 17 letters and figures without I, O and Q (ISO 3779, GB 16735). */
const VIN = /^[A-HJ-NPR-Z0-9]{17}$/;
const WHOLE = /^\d{1,9}$/;
const DECIMAL = /^\d{1,6}(?:\.\d{1,3})?$/;

const figure = (text: string, pattern: RegExp, most: number): string | null => {
  const plain = text.normalize('NFKC').replaceAll(/[,\s]/g, '');
  if (!pattern.test(plain)) return null;
  const value = Number(plain);
  return value <= most ? String(value) : null;
};

type Read = { readonly value: string } | { readonly problem: ThingFieldProblem };
const readAs = (value: string | null, problem: ThingFieldProblem): Read => (value === null ? { problem } : { value });

/** The one stored form of what was typed into a field, or what is wrong with it. Not for empty text. */
export const readThingField = ({ kind, choices, most }: ThingFieldDefinition, text: string): Read => {
  const trimmed = text.trim();
  const limit = kind === 'long_text' ? LONGEST_LONG_FIELD : LONGEST_FIELD;
  if (trimmed.length > limit) return { problem: 'too_long' };
  switch (kind) {
    case 'text':
    case 'long_text':
      return { value: trimmed };
    case 'choice':
      return readAs(choices?.find(({ value }) => value === trimmed)?.value ?? null, 'field_not_a_choice');
    case 'whole':
      return readAs(figure(trimmed, WHOLE, most ?? Number.MAX_SAFE_INTEGER), 'figure_invalid');
    case 'decimal':
      return readAs(figure(trimmed, DECIMAL, most ?? Number.MAX_SAFE_INTEGER), 'figure_invalid');
    case 'date':
      return readAs(isLocalDate(trimmed) ? trimmed : null, 'no_such_day');
    case 'plate':
      return readAs(PLATE.test(bare(trimmed)) ? bare(trimmed) : null, 'plate_invalid');
    case 'vin':
      return readAs(VIN.test(bare(trimmed)) ? bare(trimmed) : null, 'vin_invalid');
  }
};

/**
 * The fields of a thing in the order of its type, each in its one stored form, empty ones left out; or the first that cannot be
 * kept, by its place among those given. Reading the answer again gives the same answer.
 */
export const readThingFields = (
  type: ThingType,
  given: readonly ThingField[],
): { readonly fields: readonly ThingField[] } | { readonly index: number; readonly problem: ThingFieldProblem } => {
  const definitions = thingDefinitions[type].fields;
  const known = new Map<string, string>();
  for (const [index, { name, value }] of given.entries()) {
    const definition = definitions.find((field) => field.name === name);
    if (definition === undefined) return { index, problem: 'field_not_of_type' };
    if (known.has(name)) return { index, problem: 'field_twice' };
    if (value.trim() === '') {
      known.set(name, '');
      continue;
    }
    const read = readThingField(definition, value);
    if ('problem' in read) return { index, problem: read.problem };
    known.set(name, read.value);
  }
  return {
    fields: definitions.flatMap(({ name }) => {
      const value = known.get(name) ?? '';
      return value === '' ? [] : [{ name, value }];
    }),
  };
};

/** The plate among the fields, by which a car is found; null when there is none. */
export const plateAmong = (fields: readonly ThingField[]): string | null =>
  fields.find(({ name }) => name === 'plate')?.value ?? null;
