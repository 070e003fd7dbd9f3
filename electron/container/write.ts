import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { KeyFile } from '../vault/keyFile.ts';
import {
  CHUNK_BYTES,
  PART_BYTES,
  chunkCount,
  containerBytes,
  contentKey,
  encodeHeader,
  lockChunk,
  lockSmall,
  makeFileKey,
} from './format.ts';
import type { ContainerHeader, EncodedHeader } from './format.ts';
import { openPartWriter } from './parts.ts';

export interface ContainerContent {
  readonly backupId: string;
  readonly storeId: string;
  readonly program: string;
  readonly schema: number;
  readonly createdAt: number;
  /** What is inside, for whoever has the key; plain JSON. */
  readonly info: unknown;
}

export interface ContainerKeys {
  /** The sealed key of the store, and the key itself; null: the store is in the clear, and so is its backup. */
  readonly keys: KeyFile;
  readonly storeKey: Uint8Array;
}

/** The keyring and the passphrase are this PC's own ways in: a stick takes along the printed code's alone. */
const forTheStick = (keys: KeyFile): KeyFile => ({ ...keys, keyring: null, passphrase: null });

export const fileKeyLabel = (backupId: string): string => `file key ${backupId}`;
export const infoLabel = (backupId: string): string => `info ${backupId}`;

const headerOf = (
  content: ContainerContent,
  contentBytes: number,
  locked: ContainerKeys | null,
  fileKey: Buffer,
  partBytes: number,
): ContainerHeader => {
  const { info, ...said } = content;
  return {
    format: 'regulars-backup',
    version: 1,
    ...said,
    contentBytes,
    chunkBytes: CHUNK_BYTES,
    partBytes,
    keys: locked && forTheStick(locked.keys),
    fileKey: locked ? lockSmall(locked.storeKey, fileKey, fileKeyLabel(content.backupId)) : { open: fileKey.toString('base64') },
    info: lockSmall(fileKey, Buffer.from(JSON.stringify(info)), infoLabel(content.backupId)),
  };
};

export interface WriteOptions {
  readonly content: ContainerContent;
  readonly locked: ContainerKeys | null;
  readonly partBytes?: number;
  /** Told how many bytes of the store are written; may throw to stop. */
  readonly onBytes?: (done: number, total: number) => void;
}

/**
 * Writes the file at `source` as a backup to `target` (or its parts) and forces it to the disk. Nobody may change the source
 * meanwhile. One chunk at a time is in memory. What was written of a failed one is the caller's to remove.
 */
export const writeContainer = async (
  source: string,
  target: string,
  options: WriteOptions,
): Promise<{ header: EncodedHeader; bytes: number; parts: number }> => {
  const { content, locked, partBytes = PART_BYTES, onBytes = () => undefined } = options;
  const from = await open(source, 'r');
  try {
    const contentBytes = (await from.stat()).size;
    const fileKey = makeFileKey();
    const encoded = encodeHeader(headerOf(content, contentBytes, locked, fileKey, partBytes), fileKey);
    const bytes = containerBytes(encoded);
    const to = openPartWriter(target, bytes, partBytes);
    try {
      await to.write(encoded.bytes);
      const key = contentKey(fileKey, encoded.bytes);
      const chunks = chunkCount(encoded.header);
      for (let counter = 0; counter < chunks; counter += 1) {
        const length = Math.min(CHUNK_BYTES, contentBytes - counter * CHUNK_BYTES);
        const plain = await readExactly(from, length);
        for (const piece of lockChunk(key, counter, counter === chunks - 1, plain)) await to.write(piece);
        onBytes(counter * CHUNK_BYTES + length, contentBytes);
      }
      await to.finish();
    } finally {
      await to.close();
    }
    return { header: encoded, bytes, parts: Math.max(1, Math.ceil(bytes / partBytes)) };
  } finally {
    await from.close();
  }
};

const readExactly = async (handle: FileHandle, length: number): Promise<Buffer> => {
  const buffer = Buffer.allocUnsafe(length);
  for (let at = 0; at < length;) {
    const { bytesRead } = await handle.read(buffer, at, length - at, null);
    if (bytesRead === 0) throw new Error('the copy became shorter while it was read');
    at += bytesRead;
  }
  return buffer;
};
