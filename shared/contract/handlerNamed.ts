import { AppError } from '../errors.ts';

/**
 * The handler under a name that the contract vouches for, its input already parsed by that entry's schema: the one place where a
 * table's exact types meet a name known only at run time. Throws AppError unknown_operation.
 */
export const handlerNamed = <Arguments extends readonly unknown[]>(
  handlers: object | undefined,
  name: string,
): ((...given: Arguments) => unknown) => {
  const found: unknown = handlers && Object.hasOwn(handlers, name) ? Reflect.get(handlers, name) : undefined;
  if (typeof found !== 'function') throw new AppError('unknown_operation', { name });
  return (...given): unknown => Reflect.apply(found, undefined, given);
};
