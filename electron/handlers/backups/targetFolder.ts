import { existsSync } from 'node:fs';
import { access, constants, link, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { partPath } from '../../container/parts.ts';
import { backupFileName } from './fileName.ts';

// What touches the target folder: a stick that may be full, read-only, FAT, or pulled out in the middle.

const TEMPORARY = /^\.regulars-[0-9a-f-]{36}\.partial(\.\d{3})?$/;
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

/** Whether the base name, or any part of it, is taken. */
const isTaken = (folder: string, name: string): boolean =>
  existsSync(join(folder, name)) || existsSync(join(folder, partPath(name, 0, 2)));

/**
 * Moves a proven backup to its own name; an older file of that name is never overwritten. Of parts the first goes last: until it is
 * there, nobody takes the others for a backup. Returns the file's name.
 */
export const giveName = async (temporary: string, folder: string, baseName: string, parts: number): Promise<string> => {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    const name = backupFileName(baseName, attempt);
    if (isTaken(folder, name)) continue;
    const path = join(folder, name);
    if (parts === 1) {
      if (await takeName(temporary, path)) return name;
      continue;
    }
    for (let index = parts - 1; index >= 0; index -= 1)
      if (!(await takeName(partPath(temporary, index, parts), partPath(path, index, parts))))
        throw new AppError('conflict', { reason: 'file_exists' });
    return name;
  }
  throw new AppError('conflict', { reason: 'file_exists' });
};
