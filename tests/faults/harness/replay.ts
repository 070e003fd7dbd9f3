import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Random } from '../../../shared/domain/demo/random.ts';
import type { LogRecord } from './writeLog.ts';

// What a disk may hold after the power went at one moment. A file's content: everything that was written before its last sync,
// and of the rest any part, in any order, torn between sectors. Names: file systems keep the order of their own changes, so those
// up to the last sync that concerns them, and of the later ones any number from the first on. (Pillai et al., OSDI 2014; this is
// what ext4, XFS, NTFS and APFS promise, and stricter than FAT can be asked to be.)

type Change = { readonly offset: number; readonly data: Buffer } | { readonly size: number };
interface File {
  readonly base: string | null;
  readonly changes: Change[];
  /** So many of the changes are on the disk for certain. */
  synced: number;
}
interface NameChange {
  readonly apply: (names: Map<string, File>) => void;
  readonly paths: readonly string[];
  readonly file: File | null;
}

/** How much of what was not synced reaches the disk: nothing, all, or each piece by that chance. */
export type Mercy = number;

const SECTORS = [512, 4096] as const;

const contentOf = ({ base, changes, synced }: File, mercy: Mercy, random: Random): Buffer => {
  let content = base === null ? Buffer.alloc(0) : readFileSync(base);
  const resize = (size: number): void => {
    const next = Buffer.alloc(size);
    content.copy(next, 0, 0, Math.min(size, content.length));
    content = next;
  };
  const put = (offset: number, data: Buffer): void => {
    if (offset + data.length > content.length) resize(offset + data.length);
    data.copy(content, offset);
  };
  changes.forEach((change, index) => {
    const isSure = index < synced;
    if (!isSure && !random.chance(mercy)) return;
    if ('size' in change) resize(change.size);
    else if (isSure || random.chance(0.5)) put(change.offset, change.data);
    else {
      // Torn: some sectors of it, on the disk's own grid.
      const sector = random.pick(SECTORS);
      const end = change.offset + change.data.length;
      for (let at = change.offset; at < end;) {
        const next = Math.min(end, (Math.floor(at / sector) + 1) * sector);
        if (random.chance(mercy)) put(at, change.data.subarray(at - change.offset, next - change.offset));
        at = next;
      }
    }
  });
  return content;
};

const fileOf = (base: string | null): File => ({ base, changes: [], synced: 0 });

/** Plays the log up to the moment. */
const play = ({ records, cut, root, base, baseNames }: PowerCut) => {
  const inodes = new Map<bigint, File>();
  const before = new Map(baseNames.map((name) => [join(root, name), fileOf(join(base, name))]));
  const now = new Map(before);
  const changes: NameChange[] = [];
  let sure = 0;
  const fileAt = (path: string): File => {
    const known = now.get(path);
    if (known) return known;
    const file = fileOf(null);
    now.set(path, file);
    return file;
  };
  const change = (paths: readonly string[], file: File | null, apply: NameChange['apply']): void => {
    apply(now);
    changes.push({ apply, paths, file });
  };
  /** Names up to the last change that the sync concerns are on the disk. */
  const settle = (concerns: (one: NameChange) => boolean): void => {
    sure = Math.max(sure, changes.findLastIndex(concerns) + 1);
  };
  for (const record of records.slice(0, cut))
    switch (record.kind) {
      case 'open': {
        const { path, inode } = record;
        if (record.isNew) {
          const file = fileOf(null);
          change([path], file, (names) => names.set(path, file));
          inodes.set(inode, file);
        } else inodes.set(inode, fileAt(path));
        if (record.isCut && !record.isNew) inodes.get(inode)?.changes.push({ size: 0 });
        break;
      }
      case 'write':
        inodes.get(record.inode)?.changes.push({ offset: record.offset, data: record.data });
        break;
      case 'truncate':
        inodes.get(record.inode)?.changes.push({ size: record.size });
        break;
      case 'sync': {
        const file = inodes.get(record.inode);
        if (!file) break;
        file.synced = file.changes.length;
        settle((one) => one.file === file);
        break;
      }
      case 'syncFolder':
        settle(({ paths }) => paths.some((path) => dirname(path) === record.path));
        break;
      case 'rename':
      case 'link': {
        const { path, other, kind } = record;
        const file = fileAt(path);
        change([path, other], file, (names) => {
          names.set(other, file);
          if (kind === 'rename') names.delete(path);
        });
        break;
      }
      case 'unlink':
        fileAt(record.path);
        change([record.path], null, (names) => names.delete(record.path));
        break;
      case 'mkdir':
      case 'rmdir':
      case 'mark':
        break;
    }
  return { before, changes, sure };
};

export interface PowerCut {
  readonly records: readonly LogRecord[];
  /** The moment: so many records are over. */
  readonly cut: number;
  /** The folder that was watched, a copy of it from before the first record, and the names in that copy. */
  readonly root: string;
  readonly base: string;
  readonly baseNames: readonly string[];
  readonly mercy: Mercy;
  readonly random: Random;
}

/** Builds in `target` what may lie in the watched folder after the cut. */
export const playPowerCut = (cut: PowerCut, target: string): void => {
  const { root, mercy, random } = cut;
  const { before: names, changes, sure } = play(cut);
  const kept = sure + (mercy === 0 ? 0 : random.whole(0, changes.length - sure));
  for (const one of changes.slice(0, kept)) one.apply(names);
  for (const [path, file] of names) {
    const at = join(target, relative(root, path));
    mkdirSync(dirname(at), { recursive: true });
    writeFileSync(at, contentOf(file, mercy, random));
  }
};
