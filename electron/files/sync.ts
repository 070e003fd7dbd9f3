import { closeSync, fsyncSync, openSync } from 'node:fs';
import { open } from 'node:fs/promises';

/** Forces a file to the disk. */
export const syncFile = async (path: string): Promise<void> => {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Some file systems of sticks know no folder sync. */
const isUnknownHere = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EINVAL' || error.code === 'ENOTSUP');

/** Makes a rename durable. Windows cannot sync a folder; there the file system's own journal does it. */
export const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync().catch((error: unknown) => {
      if (!isUnknownHere(error)) throw error;
    });
  } finally {
    await handle.close();
  }
};

/** The same at once. */
export const syncFolderNow = (folder: string): void => {
  if (process.platform === 'win32') return;
  const file = openSync(folder, 'r');
  try {
    fsyncSync(file);
  } catch (error) {
    if (!isUnknownHere(error)) throw error;
  } finally {
    closeSync(file);
  }
};
