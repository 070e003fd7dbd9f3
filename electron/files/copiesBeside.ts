import { readdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** What the program keeps of a store beside it: before another version, a restore, the locking of its pages, or as damaged. */
const MARKS = ['before-', 'damaged-', 'quarantine-', 'corrupt-'];

/** Names of whole copies of the store beside it, without their side files. */
export const copiesBeside = (storePath: string): string[] =>
  readdirSync(dirname(storePath))
    .filter((name) => MARKS.some((mark) => name.startsWith(`${basename(storePath)}.${mark}`)))
    .toSorted();

const isWholeStore = (name: string): boolean => !/-(wal|shm|journal)$|\.(keys|partial)$/.test(name);

/** Deletes those copies. Answers how many stores there were, side files not counted. */
export const removeCopiesBeside = async (storePath: string): Promise<number> => {
  const names = copiesBeside(storePath);
  for (const name of names) await rm(join(dirname(storePath), name), { force: true, recursive: true });
  return names.filter(isWholeStore).length;
};

/** The same at once, while a store is opened. */
export const removeCopiesBesideNow = (storePath: string): void => {
  for (const name of copiesBeside(storePath)) rmSync(join(dirname(storePath), name), { force: true, recursive: true });
};
