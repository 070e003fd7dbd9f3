import { existsSync, readFileSync } from 'node:fs';
import { writeWholeFileNow } from './wholeFile.ts';

/** Where wrong PINs are counted: beside the store and not in it (S5). */
export const attemptsPath = (storePath: string): string => `${storePath}.attempts`;

/**
 * Puts a new count in the place of the one that it was reckoned from; false, and nothing is written, when that one stands there no more. Call
 * it while the store's own write lock is held: of several programs that count at once each then counts on from the one before.
 * Errors: disk_full, folder_readonly, folder_missing, disk_failing.
 */
export const exchangeAttempts = (storePath: string, before: string | null, next: string): boolean => {
  const path = attemptsPath(storePath);
  const present = existsSync(path) ? readFileSync(path, 'utf8') : null;
  if (present !== before) return false;
  writeWholeFileNow(path, next);
  return true;
};
