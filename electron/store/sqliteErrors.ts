import { AppError, fileErrorCodes } from '../../shared/errors.ts';
import type { AppErrorCode } from '../../shared/errors.ts';

const codes: readonly (readonly [RegExp, AppErrorCode])[] = [
  [/^SQLITE_FULL/, 'disk_full'],
  // A full disk is SQLITE_FULL, but for the index of the log, which is the first to feel it.
  [/^SQLITE_IOERR_SHM/, 'disk_full'],
  [/^SQLITE_IOERR/, 'disk_failing'],
  [/^SQLITE_NOTADB/, 'db_not_database'],
  [/^SQLITE_CORRUPT/, 'db_corrupt'],
  [/^SQLITE_READONLY|^SQLITE_PERM/, 'db_readonly'],
  [/^SQLITE_CANTOPEN/, 'db_readonly'],
  [/^SQLITE_BUSY|^SQLITE_LOCKED/, 'db_locked'],
];

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** A failure of SQLite or of the file system as an AppError; anything else is returned as it came. */
export const appErrorFromSqlite = (error: unknown): unknown => {
  if (error instanceof AppError) return error;
  const code = codeOf(error);
  if (code === undefined) return error;
  const found = codes.find(([pattern]) => pattern.test(code))?.[1] ?? fileErrorCodes[code];
  return found ? new AppError(found, { cause: code }) : error;
};
