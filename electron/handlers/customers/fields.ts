import type { OutputOf } from '../../../shared/contract.ts';

/** Everything a customer's form holds. */
export type Fields = OutputOf<'customers.findById'>['fields'];
/** Some of it; what is absent or undefined stays as it is. */
export type FieldChanges = { readonly [Name in keyof Fields]?: Fields[Name] | undefined };
type Name = keyof Fields;

const isName = (fields: Fields, name: string): name is Name => Object.hasOwn(fields, name);

/** An emptied field of the form is an unknown one. */
export const withoutBlanks = <Given extends object>(fields: Given): Given => {
  const cleared: Given = { ...fields };
  for (const [name, value] of Object.entries(fields)) if (value === '') Reflect.set(cleared, name, null);
  return cleared;
};

const isSame = (one: unknown, other: unknown): boolean => one === other || JSON.stringify(one) === JSON.stringify(other);

/** Of the given changes those that change something, and the former values of just these fields. */
export const changedFields = (
  present: Fields,
  given: FieldChanges,
): { readonly changes: Partial<Fields>; readonly before: Partial<Fields> } => {
  const changes: Partial<Fields> = {};
  const before: Partial<Fields> = {};
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || !isName(present, name) || isSame(present[name], value)) continue;
    Reflect.set(changes, name, value);
    Reflect.set(before, name, present[name]);
  }
  return { changes, before };
};
