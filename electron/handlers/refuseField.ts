import { AppError } from '../../shared/errors.ts';

/** Refuses an input whose shape is right and whose value is not: throws bad_input with the field, as a path in the input, and the code of why. */
export function refuseField(path: string, message: string): never {
  throw new AppError('bad_input', { issues: [{ path, message }] });
}
