import { AppError, fileErrorCodes } from '../../shared/errors.ts';

/** A failure of the file system as an AppError; anything else is returned as it came. */
export const appErrorFromFile = (error: unknown): unknown => {
  if (error instanceof AppError || !(error instanceof Error) || !('code' in error)) return error;
  const { code } = error;
  const found = typeof code === 'string' ? fileErrorCodes[code] : undefined;
  return found ? new AppError(found, { cause: code }) : error;
};
