import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../shared/errors.ts';

// Room beside the store for a copy that is on its way out or in: one store's size at most, on the store's own disk, gone when the
// work ends, and swept up at the next start when it was killed.

const mark = (storePath: string): string => `${basename(storePath)}.scratch-`;
const TARGET = 'target.txt';
/** A number of a process is given again after a while: work this old has ended. */
const STALE_MILLISECONDS = 24 * 60 * 60 * 1000;

/** An empty folder beside the store for one piece of work. */
export const makeScratch = async (storePath: string, id: string): Promise<string> => {
  const folder = join(dirname(storePath), `${mark(storePath)}${process.pid}-${id}`);
  await mkdir(folder, { mode: 0o700 });
  return folder;
};

/** Notes which file elsewhere belongs to this work, so that it goes too should the work be killed. */
export const noteTarget = (scratch: string, path: string): Promise<void> => writeFile(join(scratch, TARGET), path);

export const removeScratch = (scratch: string): Promise<void> => rm(scratch, { recursive: true, force: true });

/** Removes a file and the parts it may have been cut into. What cannot be removed is no reason to fail. */
export const removeWithParts = async (path: string): Promise<void> => {
  const names = await readdir(dirname(path)).catch(() => []);
  const isOurs = (name: string): boolean => name === basename(path) || /^\.\d{3}$/.test(name.slice(basename(path).length));
  for (const name of names)
    if (name.startsWith(basename(path)) && isOurs(name))
      await rm(join(dirname(path), name), { force: true }).catch(() => undefined);
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

const isLeftOver = async (folder: string, pid: number): Promise<boolean> => {
  if (pid !== process.pid && !isAlive(pid)) return true;
  const status = await stat(folder).catch(() => null);
  return status !== null && Date.now() - status.mtimeMs > STALE_MILLISECONDS;
};

/** Removes what killed work left beside the store, and the unfinished file it had begun elsewhere. */
export const sweepScratch = async (storePath: string): Promise<void> => {
  if (!existsSync(dirname(storePath))) return;
  for (const name of readdirSync(dirname(storePath))) {
    if (!name.startsWith(mark(storePath))) continue;
    const folder = join(dirname(storePath), name);
    if (!(await isLeftOver(folder, Number.parseInt(name.slice(mark(storePath).length), 10)))) continue;
    const note = join(folder, TARGET);
    if (existsSync(note)) await removeWithParts(readFileSync(note, 'utf8'));
    await removeScratch(folder).catch(() => undefined);
  }
};

/** Throws disk_full unless the disk of that folder has so many bytes left. Where the system cannot tell, writing will. */
export const requireRoom = async (folder: string, bytes: number): Promise<void> => {
  const disk = await statfs(folder).catch(() => null);
  // Some drivers of sticks tell nothing of their room: no block at all.
  if (disk === null || disk.bsize === 0 || disk.blocks === 0) return;
  const free = disk.bavail * disk.bsize;
  if (free < bytes) throw new AppError('disk_full', { needs: bytes, free });
};
