import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { instantSchema } from '../../shared/contract/values.ts';
import type { Instant } from '../../shared/types/time.ts';
import { writeWholeFile } from '../files/wholeFile.ts';

// The last restore, so that it can be undone with one click, also after the program was closed: which store was put aside for which backup.

const notePath = (storePath: string): string => `${storePath}.last-restore.json`;
const noteSchema = z.strictObject({ at: instantSchema, file: z.string(), keptAs: z.string() });

export interface LastRestore {
  readonly at: Instant;
  /** The backup that was put in place. */
  readonly file: string;
  /** Where the store of before lies. */
  readonly keptAs: string;
}

export const writeLastRestore = async (storePath: string, { at, file, keptAs }: LastRestore): Promise<void> => {
  await writeWholeFile(notePath(storePath), JSON.stringify({ at, file, keptAs: basename(keptAs) }));
};

export const forgetLastRestore = (storePath: string): Promise<void> => rm(notePath(storePath), { force: true });

/** Null when nothing was restored, it was undone, or the store of before is gone. */
export const readLastRestore = async (storePath: string): Promise<LastRestore | null> => {
  const text = await readFile(notePath(storePath), 'utf8').catch(() => null);
  if (text === null) return null;
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    return null;
  }
  const note = noteSchema.safeParse(said);
  if (!note.success) return null;
  const keptAs = join(dirname(storePath), basename(note.data.keptAs));
  return existsSync(keptAs) ? { ...note.data, keptAs } : null;
};
