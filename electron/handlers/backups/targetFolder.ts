import { existsSync } from 'node:fs';
import { access, constants, link, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { backupFileName } from './fileName.ts';

// What touches the target folder: a stick that may be full, read-only, FAT, or pulled out in the middle.

const TEMPORARY = /^\.regulars-[0-9a-f-]{36}\.partial(-journal)?$/;
/** A temporary file this old belongs to a backup that was killed. */
const STALE_MILLISECONDS = 24 * 60 * 60 * 1000;
const MOST_ATTEMPTS = 100;

/** The name under which a backup is written until it is proven; never taken for a backup. */
export const temporaryPath = (folder: string, id: string): string => join(folder, `.regulars-${id}.partial`);

/** Throws folder_missing or folder_readonly. */
export const requireWritableFolder = async (folder: string): Promise<void> => {
  const status = await stat(folder).catch(() => null);
  if (!status?.isDirectory()) throw new AppError('folder_missing', {});
  await access(folder, constants.W_OK).catch(() => {
    throw new AppError('folder_readonly', {});
  });
};

/** Removes what a killed backup left behind a day ago or longer. A file that will not go is no reason to fail. */
export const removeStaleTemporaries = async (folder: string, now: number): Promise<void> => {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!TEMPORARY.test(name)) continue;
    const path = join(folder, name);
    const status = await stat(path).catch(() => null);
    if (status && now - status.mtimeMs > STALE_MILLISECONDS) await rm(path, { force: true }).catch(() => undefined);
  }
};

/** Removes a temporary file and its journal. */
export const removeTemporary = async (path: string): Promise<void> => {
  for (const side of ['', '-journal']) await rm(`${path}${side}`, { force: true }).catch(() => undefined);
};

/** Forces a file's content to the disk. */
export const syncFile = async (path: string): Promise<void> => {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Makes a rename durable. Windows cannot sync a folder; there the file system's own journal does it. */
export const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync().catch((error: unknown) => {
      // Some file systems of sticks know no folder sync.
      if (!(error instanceof Error && 'code' in error && (error.code === 'EINVAL' || error.code === 'ENOTSUP'))) throw error;
    });
  } finally {
    await handle.close();
  }
};

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

/** Gives the file its name unless something has that name already. FAT knows no hard links: there we look, then rename. */
const takeName = async (from: string, to: string): Promise<boolean> => {
  try {
    await link(from, to);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (existsSync(to)) return false;
    await rename(from, to);
    return true;
  }
  await rm(from);
  return true;
};

/** Moves a proven backup to its own name; an older file of that name is never overwritten. Returns the file's name. */
export const giveName = async (temporary: string, folder: string, baseName: string): Promise<string> => {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    const name = backupFileName(baseName, attempt);
    if (await takeName(temporary, join(folder, name))) return name;
  }
  throw new AppError('conflict', { reason: 'file_exists' });
};
