import { AppError } from '../../shared/errors.ts';

/**
 * The handler under a name that the gate has found in the contract, its input already parsed by that entry's schema: the
 * one place where the table's exact types meet a name known only at run time.
 */
export const handlerNamed = <Context>(handlers: object, name: string): ((context: Context, input: unknown) => unknown) => {
  const found: unknown = Object.hasOwn(handlers, name) ? Reflect.get(handlers, name) : undefined;
  if (typeof found !== 'function') throw new AppError('unknown_operation', { name });
  return (context, input): unknown => Reflect.apply(found, undefined, [context, input]);
};
