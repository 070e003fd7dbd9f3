import { readFileSync } from 'node:fs';
import { parseMarks } from './marks.ts';
import type { Mark } from './marks.ts';

/** What preload/faults.c writes down, one record a call; numbers as there. */
export type LogRecord =
  | { readonly kind: 'open'; readonly path: string; readonly inode: bigint; readonly isNew: boolean; readonly isCut: boolean }
  | { readonly kind: 'write'; readonly inode: bigint; readonly offset: number; readonly data: Buffer }
  | { readonly kind: 'truncate'; readonly inode: bigint; readonly size: number }
  | { readonly kind: 'sync'; readonly inode: bigint }
  | { readonly kind: 'syncFolder'; readonly path: string }
  | { readonly kind: 'rename' | 'link'; readonly path: string; readonly other: string }
  | { readonly kind: 'unlink' | 'mkdir' | 'rmdir'; readonly path: string }
  | { readonly kind: 'mark'; readonly marks: readonly Mark[] };

const HEADER = 40;
const plainKinds = { 7: 'unlink', 8: 'mkdir', 9: 'rmdir' } as const;
const pairKinds = { 6: 'rename', 11: 'link' } as const;

/** Reads a log to its end; a record that a kill cut short is not counted. */
export const readWriteLog = (file: string): LogRecord[] => {
  const bytes = readFileSync(file);
  const records: LogRecord[] = [];
  for (let at = 0; at + HEADER <= bytes.length;) {
    const [operation = 0, pathLength, otherLength, flags] = [0, 4, 8, 12].map((place) => bytes.readUInt32LE(at + place));
    const inode = bytes.readBigUInt64LE(at + 16);
    const offset = Number(bytes.readBigUInt64LE(at + 24));
    const length = Number(bytes.readBigUInt64LE(at + 32));
    const pathAt = at + HEADER;
    const otherAt = pathAt + (pathLength ?? 0);
    const dataAt = otherAt + (otherLength ?? 0);
    at = dataAt + length;
    if (at > bytes.length) break;
    const path = bytes.toString('utf8', pathAt, otherAt);
    const other = bytes.toString('utf8', otherAt, dataAt);
    const data = bytes.subarray(dataAt, at);
    switch (operation) {
      case 1:
        records.push({ kind: 'open', path, inode, isNew: ((flags ?? 0) & 1) !== 0, isCut: ((flags ?? 0) & 2) !== 0 });
        break;
      case 2:
        records.push({ kind: 'write', inode, offset, data });
        break;
      case 3:
        records.push({ kind: 'truncate', inode, size: offset });
        break;
      case 4:
        records.push({ kind: 'sync', inode });
        break;
      case 5:
        records.push({ kind: 'syncFolder', path });
        break;
      case 6:
      case 11:
        records.push({ kind: pairKinds[operation], path, other });
        break;
      case 7:
      case 8:
      case 9:
        records.push({ kind: plainKinds[operation], path });
        break;
      case 10:
        records.push({ kind: 'mark', marks: parseMarks(data.toString('utf8')) });
        break;
      default:
        throw new Error(`the log of writes holds an unknown record: ${operation}`);
    }
  }
  return records;
};
