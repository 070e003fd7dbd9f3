import { existsSync } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { AppError } from '../../shared/errors.ts';

// A backup that is too large for one file of a stick is cut into parts; read, they are one again.

/** The name of a backup's file. */
export const CONTAINER_ENDING = '.rgbackup';
const PART_ENDING = /\.(\d{3})$/;

/** `one.rgbackup` alone, or `one.rgbackup.001`, `.002`, …. `index` counts from 0. */
export const partPath = (path: string, index: number, parts: number): string =>
  parts === 1 ? path : `${path}.${String(index + 1).padStart(3, '0')}`;

/** The path without the number of its part: whichever part a person chose means the whole. */
export const wholePath = (path: string): string => (path.includes(`${CONTAINER_ENDING}.`) ? path.replace(PART_ENDING, '') : path);

/** The first file of a backup: the only one, or part 001. Null when neither is there. */
export const firstPart = (path: string): { path: string; isSplit: boolean } | null => {
  const whole = wholePath(path);
  if (existsSync(whole)) return { path: whole, isSplit: false };
  const first = partPath(whole, 0, 2);
  return existsSync(first) ? { path: first, isSplit: true } : null;
};

const writeAll = async (handle: FileHandle, bytes: Uint8Array): Promise<void> => {
  for (let at = 0; at < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, at, bytes.length - at);
    if (bytesWritten === 0) throw new AppError('disk_full', {});
    at += bytesWritten;
  }
};

export interface PartWriter {
  write(bytes: Uint8Array): Promise<void>;
  /** Forces everything to the disk and closes it. */
  finish(): Promise<void>;
  close(): Promise<void>;
}

/** Writes `total` bytes into parts of `partBytes` each; a file that is there already is refused. */
export const openPartWriter = (path: string, total: number, partBytes: number): PartWriter => {
  const parts = Math.max(1, Math.ceil(total / partBytes));
  let [index, room] = [0, partBytes];
  let handle: FileHandle | null = null;
  const close = async (): Promise<void> => {
    const open = handle;
    handle = null;
    await open?.close();
  };
  const finish = async (): Promise<void> => {
    await handle?.sync();
    await close();
  };
  return {
    finish,
    close,
    write: async (bytes) => {
      for (let at = 0; at < bytes.length;) {
        if (room === 0) {
          await finish();
          index += 1;
          room = partBytes;
        }
        handle ??= await open(partPath(path, index, parts), 'wx');
        const piece = bytes.subarray(at, at + Math.min(room, bytes.length - at));
        await writeAll(handle, piece);
        at += piece.length;
        room -= piece.length;
      }
    },
  };
};

export interface PartReader {
  /** Exactly so many bytes, or fewer at the very end of the last part. */
  read(length: number): Promise<Buffer>;
  close(): Promise<void>;
}

/** Reads the parts of a backup one after the other. Errors: backup_part_missing. */
export const openPartReader = (path: string, isSplit: boolean, partBytes: number): PartReader => {
  const whole = wholePath(path);
  let [index, atPart] = [0, 0];
  let handle: FileHandle | null = null;
  const close = async (): Promise<void> => {
    const open = handle;
    handle = null;
    await open?.close();
  };
  return {
    close,
    read: async (length) => {
      const buffer = Buffer.allocUnsafe(length);
      let filled = 0;
      while (filled < length) {
        if (isSplit && atPart === partBytes) {
          await close();
          index += 1;
          atPart = 0;
        }
        const name = partPath(whole, index, isSplit ? 2 : 1);
        if (!handle && !existsSync(name)) break;
        handle ??= await open(name, 'r');
        const most = isSplit ? Math.min(length - filled, partBytes - atPart) : length - filled;
        const { bytesRead } = await handle.read(buffer, filled, most, null);
        if (bytesRead === 0) break;
        filled += bytesRead;
        atPart += bytesRead;
      }
      return buffer.subarray(0, filled);
    },
  };
};

/** The sizes of the parts that are there, in order, up to the first that is missing. */
export const partSizes = async (path: string, isSplit: boolean): Promise<number[]> => {
  const whole = wholePath(path);
  const sizes: number[] = [];
  for (;;) {
    const name = partPath(whole, sizes.length, isSplit ? 2 : 1);
    const status = await stat(name).catch(() => null);
    if (!status) return sizes;
    sizes.push(status.size);
    if (!isSplit) return sizes;
  }
};
