import { closeSync, existsSync, openSync, readFileSync, readSync, statSync, writeFileSync } from 'node:fs';

// What a write-ahead log says of itself before SQLite has read it (https://sqlite.org/walformat.html). SQLite takes everything behind the first
// frame whose checksum does not fit for never written, without a word: here the difference is seen. Nobody may have the store open in this
// process meanwhile: closing a handle of the index gives up all locks on it (POSIX, fcntl).

const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
const MAGICS: ReadonlySet<number> = new Set([0x377f0682, 0x377f0683]);
/** In the index (-shm): the number of the last frame of a finished commit, and the salts of its log. */
const INDEX = { lastFrame: 16, salts: 32, bytes: 48 } as const;
const SALT_BYTES = 8;

export interface WalEvidence {
  /** The log's own beginning: another one means that somebody who has the store open has begun it anew. */
  readonly header: string;
  /** Numbers of the frames that end a commit of this run of the log, counted from 1. */
  readonly commits: readonly number[];
  /** The last frame that a program which had the store open knew to be on the disk; 0 when nothing tells. */
  readonly acknowledged: number;
}

interface FrameHead {
  readonly isCommit: boolean;
  readonly salts: string;
}

const saltsAt = (bytes: Buffer, at: number): string => bytes.toString('hex', at, at + SALT_BYTES);

/** Every frame's own header; the pages between are not read. */
const frameHeads = (file: number, size: number, pageSize: number): FrameHead[] => {
  const heads: FrameHead[] = [];
  const head = Buffer.alloc(FRAME_HEADER_BYTES);
  for (let at = HEADER_BYTES; at + FRAME_HEADER_BYTES + pageSize <= size; at += FRAME_HEADER_BYTES + pageSize) {
    if (readSync(file, head, 0, FRAME_HEADER_BYTES, at) < FRAME_HEADER_BYTES) break;
    heads.push({ isCommit: head.readUInt32BE(4) > 0, salts: saltsAt(head, 8) });
  }
  return heads;
};

/** The header's own checksum: its first 24 bytes as words of 32 bits, in the byte order that the magic number names. */
const isHeaderWhole = (header: Buffer): boolean => {
  if (header.length < HEADER_BYTES || !MAGICS.has(header.readUInt32BE(0))) return false;
  const isBigEndian = header.readUInt32BE(0) === 0x377f0683;
  const word = (at: number): number => (isBigEndian ? header.readUInt32BE(at) : header.readUInt32LE(at));
  let [one, two] = [0, 0];
  for (let at = 0; at < FRAME_HEADER_BYTES; at += 8) {
    one = (one + word(at) + two) >>> 0;
    two = (two + word(at + 4) + one) >>> 0;
  }
  return header.readUInt32BE(24) === one && header.readUInt32BE(28) === two;
};

/** Salts that most frames carry: those of this run of the log when its header is damaged. */
const mostCommonSalts = (heads: readonly FrameHead[]): string | undefined => {
  const counts = new Map<string, number>();
  for (const { salts } of heads) counts.set(salts, (counts.get(salts) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0];
};

/** The last acknowledged frame by the index beside the log, when it is of the same run. */
const acknowledgedFrame = (indexPath: string, salts: string): number => {
  if (!existsSync(indexPath)) return 0;
  const index = readFileSync(indexPath).subarray(0, INDEX.bytes);
  return index.length === INDEX.bytes && saltsAt(index, INDEX.salts) === salts ? index.readUInt32LE(INDEX.lastFrame) : 0;
};

const isPageSize = (size: number): boolean => size >= 512 && size <= 65_536 && (size & (size - 1)) === 0;

/** Reads the log beside a store; null when there is none or it is empty. `pageSize` in bytes stands in where its header does not tell. */
export const readWalEvidence = (storePath: string, pageSize = 4096): WalEvidence | null => {
  const path = `${storePath}-wal`;
  if (!existsSync(path) || statSync(path).size === 0) return null;
  const { size } = statSync(path);
  const file = openSync(path, 'r');
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    const isWhole = readSync(file, header, 0, HEADER_BYTES, 0) === HEADER_BYTES && isHeaderWhole(header);
    const said = header.readUInt32BE(8);
    const heads = frameHeads(file, size, isWhole && isPageSize(said) ? said : pageSize);
    const salts = isWhole ? saltsAt(header, 16) : mostCommonSalts(heads);
    const start = header.toString('hex');
    if (salts === undefined) return { header: start, commits: [], acknowledged: 0 };
    const commits = heads.flatMap((head, index) => (head.isCommit && head.salts === salts ? [index + 1] : []));
    return { header: start, commits, acknowledged: acknowledgedFrame(`${storePath}-shm`, salts) };
  } finally {
    closeSync(file);
  }
};

/** How far SQLite itself goes in the log: read after a connection has looked and was closed again. 0 when it takes nothing of it. */
export const framesInUse = (storePath: string): number => {
  const path = `${storePath}-shm`;
  if (!existsSync(path)) return 0;
  const index = readFileSync(path);
  return index.length < INDEX.bytes ? 0 : index.readUInt32LE(INDEX.lastFrame);
};

/** Whether it is still the log that was read. */
export const isSameLog = (storePath: string, { header }: WalEvidence): boolean => readWalEvidence(storePath)?.header === header;

/** Keeps the index as it is: the first look makes it anew from what is left, and the next start must still see what was acknowledged. */
export const keepIndex = (storePath: string): { readonly putBack: () => void } => {
  const path = `${storePath}-shm`;
  const bytes = existsSync(path) ? readFileSync(path) : null;
  return {
    putBack: () => {
      if (bytes !== null) writeFileSync(path, bytes);
    },
  };
};

/**
 * How many finished writes of the log SQLite would leave out. A power cut may tear the very last one before it was acknowledged: that alone
 * is no loss, unless the index says that it was on the disk.
 */
export const lostCommits = ({ commits, acknowledged }: WalEvidence, inUse: number): number => {
  const left = commits.filter((frame) => frame > inUse);
  return left.length >= 2 || acknowledged > inUse ? Math.max(1, left.length) : 0;
};
