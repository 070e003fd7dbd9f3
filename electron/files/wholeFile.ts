import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { appErrorFromFile } from './fileErrors.ts';
import { syncFolder, syncFolderNow } from './sync.ts';

/** A file on its way to its place. */
export interface OutFile {
  write(chunk: string | Uint8Array): Promise<void>;
}

/**
 * Writes a file beside its place, syncs it, then gives it its name: killed, cancelled or out of space, an older file of that name is
 * still whole and nothing half done stays. Errors: disk_full, folder_readonly, folder_missing, and what `fill` throws.
 */
export const fillWholeFile = async (
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
    await syncFolder(dirname(path));
    return { fileName: basename(path), bytes: (await stat(path)).size };
  } catch (error) {
    await rm(aside, { force: true }).catch(() => undefined);
    const known = appErrorFromFile(error);
    // A file that is not there yet can only miss its folder.
    throw known instanceof AppError && known.code === 'file_missing' ? new AppError('folder_missing', known.details) : known;
  }
};

/** A file whose whole content is there already; otherwise as above. */
export const writeWholeFile = (path: string, content: string | Uint8Array): Promise<{ fileName: string; bytes: number }> =>
  fillWholeFile(path, (out) => out.write(content));

/** The same at once, for a small file that is written while a lock is held. Errors: disk_full, folder_readonly, folder_missing. */
export const writeWholeFileNow = (path: string, content: string): void => {
  const aside = `${path}.part`;
  try {
    const file = openSync(aside, 'w');
    try {
      writeFileSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(aside, path);
    syncFolderNow(dirname(path));
  } catch (error) {
    rmSync(aside, { force: true });
    throw appErrorFromFile(error);
  }
};
