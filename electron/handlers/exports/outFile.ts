import { open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { AppError, fileErrorCodes } from '../../../shared/errors.ts';

/** A file on its way to its place. */
export interface OutFile {
  write(chunk: string | Uint8Array): Promise<void>;
}

const asAppError = (error: unknown): unknown => {
  if (error instanceof AppError || !(error instanceof Error) || !('code' in error) || typeof error.code !== 'string')
    return error;
  // A file that is not there yet can only miss its folder.
  const code = error.code === 'ENOENT' ? 'folder_missing' : fileErrorCodes[error.code];
  return code === undefined ? error : new AppError(code, { cause: error.code });
};

/**
 * Writes a file beside its place, syncs it, then gives it its name: killed, cancelled or out of space, an older file of that name is
 * still whole and nothing half done stays. Errors: disk_full, folder_readonly, folder_missing, and what `fill` throws.
 */
export const writeOutFile = async (
  path: string,
  fill: (out: OutFile) => Promise<void>,
): Promise<{ fileName: string; bytes: number }> => {
  const aside = `${path}.part`;
  try {
    if (!(await stat(dirname(path)).catch(() => null))?.isDirectory()) throw new AppError('folder_missing', {});
    const handle = await open(aside, 'w');
    try {
      await fill({ write: (chunk) => handle.writeFile(chunk) });
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(aside, path);
    return { fileName: basename(path), bytes: (await stat(path)).size };
  } catch (error) {
    await rm(aside, { force: true }).catch(() => undefined);
    throw asAppError(error);
  }
};
