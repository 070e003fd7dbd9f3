import { statSync } from 'node:fs';

const identity = (path: string): string | null => {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.dev}:${found.ino}` : null;
};

/**
 * Whether a path, by whatever name or link, is the store that this process has open ('store') or a file that SQLite keeps beside it ('side').
 * Neither may be opened but by SQLite: closing any handle of a file gives up every lock that the process holds on it (POSIX, fcntl), and
 * another program could then fold in or throw away the log under our hands.
 */
export const liveFile = (path: string, storePath: string): 'store' | 'side' | null => {
  const asked = identity(path);
  if (asked === null) return null;
  if (asked === identity(storePath)) return 'store';
  return ['-wal', '-shm', '-journal'].some((side) => asked === identity(`${storePath}${side}`)) ? 'side' : null;
};
