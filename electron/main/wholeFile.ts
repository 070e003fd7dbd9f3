import { open, rename, rm } from 'node:fs/promises';
import { AppError } from '../../shared/errors.ts';

const codes: Readonly<Record<string, 'disk_full' | 'folder_readonly' | 'folder_missing'>> = {
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
  EACCES: 'folder_readonly',
  EPERM: 'folder_readonly',
  EROFS: 'folder_readonly',
  ENOENT: 'folder_missing',
  ENOTDIR: 'folder_missing',
};

/**
 * Writes a file beside its place, syncs it, and renames it there: an older file of that name survives a failure.
 * Throws AppError disk_full, folder_readonly or folder_missing.
 */
export async function writeWholeFile(file: string, content: string | Uint8Array): Promise<void> {
  const aside = `${file}.part`;
  try {
    const handle = await open(aside, 'w');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(aside, file);
  } catch (error) {
    await rm(aside, { force: true }).catch(() => undefined);
    const cause = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
    const code = codes[cause];
    throw code === undefined ? error : new AppError(code);
  }
}
