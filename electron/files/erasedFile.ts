import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { writeWholeFile } from './wholeFile.ts';

// Who was erased, outside the store: beside it and in every folder of backups, so that an older copy is cleared again before it is used
// (R190). Nothing but ids, which say nothing of anybody: a line each, below a line that says what the file is.

const FORMAT = 'regulars-erased-1';
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Beside the store. */
export const erasedFileBeside = (storePath: string): string => `${storePath}.erased`;
/** In a folder of backups. */
export const erasedFileIn = (folder: string): string => join(folder, 'regulars-erased.txt');

/**
 * The ids a file names; none when there is no file. Throws file_unreadable when it is damaged: going on without it could bring people back.
 */
export const readErasedFile = (path: string): string[] => {
  if (!existsSync(path)) return [];
  const [format, ...ids] = readFileSync(path, 'utf8').trimEnd().split('\n');
  if (format !== FORMAT || !ids.every((id) => ID.test(id))) throw new AppError('file_unreadable', { file: basename(path) });
  return ids;
};

/** Adds ids to a file. The file is whole at any time. */
export const addToErasedFile = async (path: string, ids: readonly string[]): Promise<void> => {
  const known = readErasedFile(path);
  const all = [...new Set([...known, ...ids])].toSorted();
  if (all.length > known.length) await writeWholeFile(path, `${[FORMAT, ...all].join('\n')}\n`);
};
