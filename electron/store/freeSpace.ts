import { fstatSync, fsyncSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { plainRows } from './database.ts';
import type { StoreDatabase } from './database.ts';

// Overwrites what lies in a store's unused space. secure_delete blanks what is deleted, but not the copies that SQLite leaves behind in a
// page when it spreads rows over other pages (rebuildPage in btree.c), nor what was deleted before it was on. Of values written and deleted
// in a random history, one in four hundred was found again in the file.
//
// No SQL reaches that space, so the file itself is written to, under these conditions:
// - a read transaction on an empty WAL keeps everybody from folding the WAL into the file (sqlite.org/walformat.html, 2.3.1, the lock
//   READ_LOCK(0)), while the desk goes on writing into the WAL;
// - only bytes that the page itself declares unused are written, and only as zeros: torn by a power cut, the page says the same as before.

const HEADER_BYTES = 100;
const PAGES_AT_ONCE = 256;
/** First byte of a page of a tree: the size of its own header (sqlite.org/fileformat2.html, 1.6). */
const treeHeaderBytes: ReadonlyMap<number, number> = new Map([
  [2, 12],
  [5, 12],
  [10, 8],
  [13, 8],
]);

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The unused parts of a page of a tree: between the pointers and the cells, and the free blocks but for their four leading bytes. */
const unusedOfTree = (page: Buffer, start: number, headerBytes: number, usable: number): Span[] => {
  const firstBlock = page.readUInt16BE(start + 1);
  const cells = page.readUInt16BE(start + 3);
  const content = page.readUInt16BE(start + 5) || 65_536;
  const gap = start + headerBytes + 2 * cells;
  // A page that does not add up is left alone: it is a matter for the integrity check.
  if (gap > content || content > usable) return [];
  const spans: Span[] = [{ from: gap, to: content }];
  for (let block = firstBlock, before = 0; block !== 0; block = page.readUInt16BE(block)) {
    if (block <= before || block < content || block + 4 > usable) return [];
    const size = page.readUInt16BE(block + 2);
    if (size < 4 || block + size > usable) return [];
    spans.push({ from: block + 4, to: block + size });
    before = block;
  }
  return spans;
};

const ZEROS = Buffer.alloc(65_536);
const isBlank = (page: Buffer, { from, to }: Span): boolean => page.subarray(from, to).equals(ZEROS.subarray(0, to - from));

interface Layout {
  readonly pageSize: number;
  readonly usable: number;
  readonly pages: number;
  /** Free pages that hold nothing at all (leaves of the free list); of a trunk, from where on it is unused. */
  readonly free: ReadonlyMap<number, number>;
}

const readExactly = (file: number, length: number, position: number): Buffer => {
  const buffer = Buffer.alloc(length);
  const read = readSync(file, buffer, 0, length, position);
  return read === length ? buffer : buffer.subarray(0, read);
};

const layoutOf = (file: number): Layout => {
  const header = readExactly(file, HEADER_BYTES, 0);
  const size = header.readUInt16BE(16);
  const pageSize = size === 1 ? 65_536 : size;
  const usable = pageSize - (header[20] ?? 0);
  const free = new Map<number, number>();
  for (let trunk = header.readUInt32BE(32); trunk !== 0 && !free.has(trunk);) {
    const page = readExactly(file, pageSize, (trunk - 1) * pageSize);
    const leaves = page.readUInt32BE(4);
    free.set(trunk, Math.min(usable, 8 + 4 * leaves));
    for (let at = 0; at < leaves && 12 + 4 * at <= usable; at += 1) free.set(page.readUInt32BE(8 + 4 * at), 0);
    trunk = page.readUInt32BE(0);
  }
  return { pageSize, usable, pages: Math.floor(fstatSync(file).size / pageSize), free };
};

const unusedOf = (page: Buffer, number: number, { usable, free }: Layout): Span[] => {
  const from = free.get(number);
  if (from !== undefined) return [{ from, to: usable }];
  const start = number === 1 ? HEADER_BYTES : 0;
  const headerBytes = treeHeaderBytes.get(page[start] ?? 0);
  // Pages of a long value begin with the number of the next one, whose first byte is 0 below 16 million pages.
  return headerBytes === undefined ? [] : unusedOfTree(page, start, headerBytes, usable);
};

/** Told every megabyte how far it is, in pages. */
type OnPages = (done: number, total: number) => void;

const blankFile = (file: number, onPages: OnPages): void => {
  const layout = layoutOf(file);
  const { pageSize, pages } = layout;
  for (let first = 1; first <= pages; first += PAGES_AT_ONCE) {
    const chunk = readExactly(file, Math.min(PAGES_AT_ONCE, pages - first + 1) * pageSize, (first - 1) * pageSize);
    for (let at = 0; at * pageSize < chunk.length; at += 1) {
      const page = chunk.subarray(at * pageSize, (at + 1) * pageSize);
      for (const span of unusedOf(page, first + at, layout)) {
        if (span.from >= span.to || isBlank(page, span)) continue;
        writeSync(file, ZEROS, 0, span.to - span.from, (first + at - 1) * pageSize + span.from);
      }
    }
    onPages(Math.min(first + PAGES_AT_ONCE - 1, pages), pages);
  }
  fsyncSync(file);
};

/** The store's file, opened once and kept open: closing any handle of it would let go of SQLite's own locks (POSIX, fcntl). */
const kept = new Map<string, number>();
const openKept = (path: string): number => {
  const known = kept.get(path);
  if (known !== undefined && fstatSync(known).ino === statSync(path).ino) return known;
  const file = openSync(path, 'r+');
  kept.set(path, file);
  return file;
};

const emptyWal = (database: StoreDatabase): boolean =>
  plainRows<{ busy: number }>(database, 'PRAGMA wal_checkpoint(TRUNCATE)')[0]?.busy === 0;

/** One going over the file; false when somebody wrote between the emptying and the reading. */
const blankOnce = ({ connection }: StoreDatabase, onPages: OnPages): boolean => {
  connection.exec('BEGIN');
  try {
    // The first read takes the lock. A WAL that grew since it was emptied would be read from, and could then be folded in meanwhile.
    connection.prepare('SELECT count(*) FROM sqlite_schema').get();
    if (statSync(`${connection.name}-wal`).size > 0) return false;
    blankFile(openKept(connection.name), onPages);
    return true;
  } finally {
    connection.exec('COMMIT');
  }
};

/** Pages that the desk wrote during the first going over get a second one. */
const PASSES = 2;

/**
 * Empties the WAL into the file and overwrites the file's unused space. `database` is a writing connection that nobody else uses;
 * `forgetCache` makes the writer drop the pages it keeps in memory. `isClean` is false when somebody's long reading or a busy desk stood in
 * the way: call it again then. Of a locked store (R191) only the WAL is emptied: its unused space is as unreadable as the rest.
 */
export const blankFreeSpace = async (
  database: StoreDatabase,
  onPages: OnPages,
  forgetCache: () => Promise<void>,
): Promise<{ isClean: boolean }> => {
  for (let pass = 1; pass <= PASSES; pass += 1) {
    if (!emptyWal(database)) return { isClean: false };
    if (database.key !== null || database.connection.memory) continue;
    if (!blankOnce(database, onPages)) return { isClean: false };
    await forgetCache();
  }
  return { isClean: emptyWal(database) };
};
