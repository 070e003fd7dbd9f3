import { z } from 'zod';
import { maskCode, maskContact, maskText } from '../domain/masking/mask.ts';
import type { Permission } from './operation.ts';

// Where an answer holds what not everybody may see (R192, X40). The gate reads it off the schemas: a free text is taken to hold telephone
// numbers unless it says otherwise, so that an operation added later leaks none by being forgotten.

export interface Mark {
  /** Without this right it is hidden; null is for everybody. */
  readonly right: Permission | null;
  /** What stands in its place. */
  readonly hide: (value: unknown) => unknown;
  readonly kind: 'contact' | 'text' | 'plain' | 'private';
  /** Nothing within is marked beside it. */
  readonly isWhole?: boolean;
}

const marks = z.registry<Mark>();
const marked = <Schema extends z.ZodType>(schema: Schema, mark: Mark): Schema => {
  const known: z.ZodType = schema;
  marks.add(known, mark);
  return schema;
};
const onText =
  (mask: (text: string) => string) =>
  (value: unknown): unknown =>
    typeof value === 'string' ? mask(value) : value;

const isPlainObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
/** Every text within, however deep. */
const deeply =
  (mask: (text: string) => string) =>
  (value: unknown): unknown => {
    if (typeof value === 'string') return mask(value);
    if (Array.isArray(value)) return value.map(deeply(mask));
    if (!isPlainObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, deeply(mask)(inner)]));
  };

const phones = 'customers.phones';
const textMark: Mark = { right: phones, hide: onText(maskText), kind: 'text' };
const deepMark: Mark = { right: phones, hide: deeply(maskText), kind: 'text' };

/** A way to reach a person: a phone, an account, an address; masked as a whole. */
export const contactValue = <Schema extends z.ZodType>(schema: Schema): Schema =>
  marked(schema, { right: phones, hide: onText(maskContact), kind: 'contact' });

/** A customer's or card's number, which some shops take from the phone. */
export const codeText = <Schema extends z.ZodType>(schema: Schema): Schema =>
  marked(schema, { right: phones, hide: onText(maskCode), kind: 'contact' });

/** A way to reach a person when a field beside it says so, else a text: of an object, by its other fields. */
export const contactAmong = <Schema extends z.ZodType>(
  schema: Schema,
  field: string,
  isContact: (value: Readonly<Record<string, unknown>>) => boolean,
): Schema =>
  marked(schema, {
    right: phones,
    hide: (value) =>
      isPlainObject(value) && isContact(value) ? { ...value, [field]: onText(maskContact)(value[field]) } : value,
    kind: 'text',
  });

/** A text of an object that is a free one only by what stands beside it. */
export const textAmong = <Schema extends z.ZodType>(
  schema: Schema,
  field: string,
  isFree: (value: Readonly<Record<string, unknown>>) => boolean,
): Schema =>
  marked(schema, {
    right: phones,
    hide: (value) => (isPlainObject(value) && isFree(value) ? { ...value, [field]: deeply(maskText)(value[field]) } : value),
    kind: 'text',
    isWhole: true,
  });

/** A text of the program or the shop that is about nobody: a product, a file's name, a key. Never masked. */
export const plainText = <Schema extends z.ZodType>(schema: Schema): Schema =>
  marked(schema, { right: null, hide: (value) => value, kind: 'plain' });

/** Something only a right of its own shows (X40); whoever lacks it gets `instead`. */
export const privateTo = <Schema extends z.ZodType>(right: Permission, schema: Schema, instead: z.output<Schema>): Schema =>
  marked(schema, { right, hide: () => instead, kind: 'private' });

/** Like `privateTo`, for a part of a value; `leave` gives what stays. */
export const privateAmong = <Schema extends z.ZodType>(
  right: Permission,
  schema: Schema,
  leave: (value: z.output<Schema>) => unknown,
): Schema => marked(schema, { right, hide: (value) => leave(schema.parse(value)), kind: 'private' });

/** Where marked values lie within a value of a schema. */
export type Places =
  | { readonly at: 'mark'; readonly mark: Mark; readonly inner: Places | null }
  | { readonly at: 'object'; readonly fields: readonly (readonly [name: string, places: Places])[] }
  | { readonly at: 'items'; readonly item: Places }
  | { readonly at: 'tuple'; readonly items: readonly (Places | null)[] }
  | { readonly at: 'options'; readonly options: readonly Places[] };

const isGiven = (places: Places | null): places is Places => places !== null;
const fieldsOf = (shape: Readonly<Record<string, z.core.$ZodType>>, within: ReadonlySet<unknown>): Places | null => {
  const fields = Object.entries(shape).flatMap(([name, schema]): [string, Places][] => {
    const places = search(schema, within);
    return places === null ? [] : [[name, places]];
  });
  return fields.length === 0 ? null : { at: 'object', fields };
};
const optionsOf = (schemas: readonly z.core.$ZodType[], within: ReadonlySet<unknown>): Places | null => {
  const options = schemas.map((schema) => search(schema, within)).filter(isGiven);
  return options.length === 0 ? null : { at: 'options', options };
};
const itemsOf = (schema: z.core.$ZodType, within: ReadonlySet<unknown>): Places | null => {
  const item = search(schema, within);
  return item === null ? null : { at: 'items', item };
};

/** An id, a day, a digest: its pattern says that it is no free text. */
const hasPattern = (schema: z.ZodString): boolean =>
  (schema.def.checks ?? []).some((check) => {
    const { check: kind, ...rest } = check._zod.def;
    return kind === 'string_format' && !('format' in rest && rest.format === 'lowercase');
  });

const structure = (schema: z.core.$ZodType, within: ReadonlySet<unknown>): Places | null => {
  if (schema instanceof z.ZodString) return hasPattern(schema) ? null : { at: 'mark', mark: textMark, inner: null };
  if (schema instanceof z.ZodObject) return fieldsOf(schema.shape, within);
  if (schema instanceof z.ZodArray) return itemsOf(schema.element, within);
  if (schema instanceof z.ZodRecord) return itemsOf(schema.valueType, within);
  if (schema instanceof z.ZodUnion) return optionsOf(schema.options, within);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return search(schema.unwrap(), within);
  if (schema instanceof z.ZodPipe) return search(schema.in, within);
  if (schema instanceof z.ZodTuple) {
    const items = schema.def.items.map((item) => search(item, within));
    return items.some(isGiven) ? { at: 'tuple', items } : null;
  }
  const isHarmless =
    schema instanceof z.ZodNumber ||
    schema instanceof z.ZodBoolean ||
    schema instanceof z.ZodEnum ||
    schema instanceof z.ZodLiteral ||
    schema instanceof z.ZodNull;
  // Of what is not understood everything is looked through.
  return isHarmless ? null : { at: 'mark', mark: deepMark, inner: null };
};

function search(schema: z.core.$ZodType, within: ReadonlySet<unknown>): Places | null {
  const mark = marks.get(schema);
  if (mark?.kind === 'plain') return null;
  if (within.has(schema)) return { at: 'mark', mark: deepMark, inner: null };
  const isWhole = mark?.kind === 'contact' || mark?.isWhole === true;
  const inner = isWhole ? null : structure(schema, new Set([...within, schema]));
  return mark === undefined ? inner : { at: 'mark', mark, inner };
}

/** Where a value of this schema holds what may have to be hidden; null where nothing is. */
export const placesOf = (schema: z.ZodType): Places | null => search(schema, new Set());

/** Does something to every marked value; `path` names it. What a place tells is not there is left alone. */
export const mapPlaces = (
  places: Places,
  value: unknown,
  change: (mark: Mark, value: unknown, path: string) => unknown,
  path = '',
): unknown => {
  if (value === null || value === undefined) return value;
  const under = (name: string | number): string => (path === '' ? String(name) : `${path}.${name}`);
  switch (places.at) {
    case 'mark': {
      const changed = change(places.mark, value, path);
      return places.inner === null ? changed : mapPlaces(places.inner, changed, change, path);
    }
    case 'object': {
      if (!isPlainObject(value)) return value;
      const copy = { ...value };
      for (const [name, inner] of places.fields)
        if (Object.hasOwn(copy, name)) copy[name] = mapPlaces(inner, copy[name], change, under(name));
      return copy;
    }
    case 'items':
      if (Array.isArray(value)) return value.map((item, index) => mapPlaces(places.item, item, change, under(index)));
      if (!isPlainObject(value)) return value;
      return Object.fromEntries(
        Object.entries(value).map(([name, item]) => [name, mapPlaces(places.item, item, change, under(name))]),
      );
    case 'tuple':
      if (!Array.isArray(value)) return value;
      return value.map((item: unknown, index) => {
        const inner = places.items[index] ?? null;
        return inner === null ? item : mapPlaces(inner, item, change, under(index));
      });
    case 'options':
      return places.options.reduce<unknown>((present, option) => mapPlaces(option, present, change, path), value);
  }
};

/** The rights without which something is hidden. */
export const showingRights = [phones, 'private.health', 'private.income', 'private.staff_notes'] as const satisfies Permission[];

/** What of these a session lacks. */
export const lackedRights = (permissions: readonly Permission[]): ReadonlySet<Permission> =>
  new Set(showingRights.filter((right) => !permissions.includes(right)));

/** The value as it may be seen without these rights. */
export const maskValue = (places: Places, value: unknown, lacked: ReadonlySet<Permission>): unknown =>
  mapPlaces(places, value, (mark, marked) => (mark.right !== null && lacked.has(mark.right) ? mark.hide(marked) : marked));

/** Any plain data without the numbers in it: details of an error, text on its way out. */
export const maskDeeply = deeply(maskText);
