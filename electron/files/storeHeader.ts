import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';

const PLAIN_HEADER = 'SQLite format 3\0';

const readHeader = (path: string): string => {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(PLAIN_HEADER.length);
    const length = readSync(file, buffer, 0, buffer.length, 0);
    return buffer.toString('latin1', 0, length);
  } finally {
    closeSync(file);
  }
};

/** What the first bytes of a file say: nothing yet, a store in the clear, or something only a key may open. */
export const storeHeader = (path: string): 'empty' | 'plain' | 'unreadable' => {
  const header = existsSync(path) ? readHeader(path) : '';
  return header === '' ? 'empty' : header === PLAIN_HEADER ? 'plain' : 'unreadable';
};

/** Bytes 16 to 23 of a store stay in the clear when its pages are locked: the page size, and three constants (SQLite, file format 1.3). */
const CONSTANTS_OFFSET = 21;
const CONSTANTS = [64, 32, 32] as const;
/** Reserved by SQLite and always zero: in a locked page they are not. */
const RESERVED = { from: 72, to: 92 } as const;
const FIRST_BYTES = 100;

/**
 * What a file is that does not begin as a store in the clear does: a store whose first bytes are damaged, a locked store, or something else.
 */
export const unreadableHeader = (path: string): 'damaged' | 'locked' | 'foreign' => {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(FIRST_BYTES);
    const length = readSync(file, bytes, 0, FIRST_BYTES, 0);
    const isOfSqlite = CONSTANTS.every((constant, index) => bytes[CONSTANTS_OFFSET + index] === constant);
    if (length < FIRST_BYTES || !isOfSqlite) return 'foreign';
    return bytes.subarray(RESERVED.from, RESERVED.to).every((byte) => byte === 0) ? 'damaged' : 'locked';
  } finally {
    closeSync(file);
  }
};

/** Whether a store in the clear is shorter than its header says: the page size stands at byte 16 (1 is 65536), the number of pages at 28. */
export const isCutShort = (path: string): boolean => {
  if (!isPlainStore(path)) return false;
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(FIRST_BYTES);
    readSync(file, bytes, 0, FIRST_BYTES, 0);
    const pageSize = bytes.readUInt16BE(16) === 1 ? 65_536 : bytes.readUInt16BE(16);
    return fstatSync(file).size < pageSize * bytes.readUInt32BE(28);
  } finally {
    closeSync(file);
  }
};

/** Whether a file is there and begins as a store in the clear does. */
export const isPlainStore = (path: string): boolean => storeHeader(path) === 'plain';
