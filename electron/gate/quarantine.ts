import { existsSync } from 'node:fs';
import { copyFile, mkdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { requireRoom } from '../files/scratch.ts';
import { syncFile, syncFolder } from '../files/sync.ts';

// A damaged store is evidence, and perhaps the only copy of a day: its files are kept as they are in a folder of their own beside the store,
// and nothing of the program deletes them but the erasing of a person (R190), which spares no copy.

/** A moment as part of a file's name. */
export const fileStamp = (): string => new Date().toISOString().replace(/[:.]/g, '-');

/** What belongs to a store and does not go along when it is moved. */
const BESIDE = ['.keys', '.attempts', '.erased', '.places'];
const PAGES = ['', '-wal', '-shm'];

const copySynced = async (from: string, to: string): Promise<void> => {
  await copyFile(from, to);
  await syncFile(to);
};

/** Makes the folder and puts copies of the small files there. Returns where the store itself goes. */
export const makeQuarantine = async (storePath: string): Promise<string> => {
  const folder = `${storePath}.damaged-${fileStamp()}`;
  await mkdir(folder, { mode: 0o700 });
  const keptAs = join(folder, basename(storePath));
  for (const side of BESIDE) if (existsSync(`${storePath}${side}`)) await copySynced(`${storePath}${side}`, `${keptAs}${side}`);
  await syncFolder(folder);
  await syncFolder(dirname(storePath));
  return keptAs;
};

/** Copies every file of a store that nobody has open into a quarantine; the store itself stays in its place. Errors: disk_full. */
export const copyToQuarantine = async (storePath: string): Promise<string> => {
  const present = PAGES.filter((side) => existsSync(`${storePath}${side}`));
  const sizes = await Promise.all(present.map(async (side) => (await stat(`${storePath}${side}`)).size));
  await requireRoom(
    dirname(storePath),
    sizes.reduce((sum, size) => sum + size, 0),
  );
  const keptAs = await makeQuarantine(storePath);
  try {
    for (const side of present) await copySynced(`${storePath}${side}`, `${keptAs}${side}`);
    await syncFolder(dirname(keptAs));
    return keptAs;
  } catch (error) {
    await rm(dirname(keptAs), { recursive: true, force: true }).catch(() => undefined);
    throw error;
  }
};

/** Takes a folder away again whose store went back to its place. */
export const dropEmptyQuarantine = async (keptAs: string | null): Promise<void> => {
  if (keptAs === null || !dirname(keptAs).includes('.damaged-') || existsSync(keptAs)) return;
  await rm(dirname(keptAs), { recursive: true, force: true }).catch(() => undefined);
};
