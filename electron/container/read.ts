import { createHash } from 'node:crypto';
import { open, rm, stat } from 'node:fs/promises';
import { AppError } from '../../shared/errors.ts';
import { openByCode } from '../vault/vault.ts';
import { parseRecoveryCode } from '../vault/recoveryCode.ts';
import type { KeyFile } from '../vault/keyFile.ts';
import {
  PREFIX_BYTES,
  TAG_BYTES,
  chunkCount,
  containerBytes,
  contentKey,
  decodeHeader,
  headerLength,
  openChunk,
  openSmall,
  requireWhole,
} from './format.ts';
import type { ContainerHeader, EncodedHeader } from './format.ts';
import { firstPart, openPartReader, partPath, partSizes, wholePath } from './parts.ts';
import { fileKeyLabel, infoLabel } from './write.ts';

/** A backup whose header was read; nothing of it is proven yet. */
export interface Container {
  readonly path: string;
  readonly isSplit: boolean;
  readonly encoded: EncodedHeader;
  readonly header: ContainerHeader;
  /** All parts together. */
  readonly bytes: number;
}

/**
 * Reads the header of a backup. Null: the file is no backup of this format (perhaps a store as it is).
 * Errors: file_missing, file_unreadable (a folder), backup_invalid, db_from_future.
 */
export const readContainer = async (path: string): Promise<Container | null> => {
  const first = firstPart(path);
  if (!first) throw new AppError('file_missing', {});
  if (!(await stat(first.path)).isFile()) throw new AppError('file_unreadable', {});
  const handle = await open(first.path, 'r');
  try {
    const prefix = Buffer.alloc(PREFIX_BYTES);
    const { bytesRead } = await handle.read(prefix, 0, PREFIX_BYTES, 0);
    const length = headerLength(prefix.subarray(0, bytesRead));
    if (length === null) return null;
    const bytes = Buffer.alloc(length);
    if ((await handle.read(bytes, 0, length, 0)).bytesRead < length) throw new AppError('backup_invalid', { problem: 'cut' });
    const encoded = decodeHeader(bytes);
    return { path, isSplit: first.isSplit, encoded, header: encoded.header, bytes: containerBytes(encoded) };
  } finally {
    await handle.close();
  }
};

/** Throws backup_part_missing or backup_invalid where the sizes alone tell that something is missing. */
export const requireAllParts = async ({ path, isSplit, header, bytes }: Container): Promise<void> => {
  const sizes = await partSizes(path, isSplit);
  const found = sizes.reduce((sum, size) => sum + size, 0);
  if (found === bytes) return;
  const missing = partPath(wholePath(path), sizes.length, isSplit ? 2 : 1);
  const isFullSoFar = isSplit && sizes.every((size) => size === header.partBytes);
  if (found < bytes && isFullSoFar) throw new AppError('backup_part_missing', { file: missing.replace(/^.*[\\/]/, '') });
  throw new AppError('backup_invalid', { problem: found < bytes ? 'cut' : 'longer than it was' });
};

/** What may open it: the key of the shop that is open just now, and the words somebody typed from a recovery sheet. */
export interface Openers {
  readonly own: { readonly keyId: string; readonly storeKey: Uint8Array } | null;
  readonly code: string | null;
}

/** An opened backup: the header is proven, the content not yet. */
export interface OpenedContainer extends Container {
  readonly fileKey: Uint8Array;
  /** What locks the pages of the store inside, with the file that seals it; null: they lie in the clear. */
  readonly locked: { readonly storeKey: Uint8Array; readonly keys: KeyFile } | null;
  /** As it was written; the caller parses it. */
  readonly info: unknown;
}

/** The key that a key file seals. Errors: backup_locked (somebody has to type the code), key_wrong. */
export const storeKeyOf = async (keys: KeyFile, { own, code }: Openers): Promise<Uint8Array> => {
  if (own?.keyId === keys.keyId) return own.storeKey;
  if (code === null) throw new AppError('backup_locked', {});
  const parsed = parseRecoveryCode(code);
  const found = parsed && (await openByCode(keys, parsed));
  if (!found) throw new AppError('key_wrong', { way: 'recovery_code' });
  return found;
};

/** Opens a backup and proves its header. Errors: backup_locked, key_wrong, backup_invalid. */
export const openContainer = async (container: Container, openers: Openers): Promise<OpenedContainer> => {
  const { fileKey: said, keys, backupId } = container.header;
  if ('open' in said || !keys) {
    if (!('open' in said) || keys) throw new AppError('backup_invalid', { problem: 'header' });
    return withInfo(container, Buffer.from(said.open, 'base64'), null);
  }
  const storeKey = await storeKeyOf(keys, openers);
  const fileKey = openSmall(storeKey, said, fileKeyLabel(backupId));
  if (!fileKey) throw new AppError('backup_invalid', { problem: 'header' });
  return withInfo(container, fileKey, { storeKey, keys });
};

const withInfo = (container: Container, fileKey: Buffer, locked: OpenedContainer['locked']): OpenedContainer => {
  const { encoded, header } = container;
  requireWhole(encoded, fileKey);
  const info = openSmall(fileKey, header.info, infoLabel(header.backupId));
  if (!info) throw new AppError('backup_invalid', { problem: 'header' });
  const said: unknown = JSON.parse(info.toString('utf8'));
  return { ...container, fileKey, locked, info: said };
};

export interface ExtractOptions {
  /** Told how many bytes of the store are out; may throw to stop. */
  readonly onBytes?: (done: number, total: number) => void;
}

/**
 * Writes the store inside to `target`, where nothing may be, one chunk at a time; each is proven before it is written. A backup that
 * is not whole leaves nothing there. Returns the SHA-256 of the backup's own bytes in lower-case hex.
 * Errors: backup_invalid, backup_part_missing, disk_full.
 */
export const extractContainer = async (
  container: OpenedContainer,
  target: string,
  { onBytes = () => undefined }: ExtractOptions = {},
): Promise<string> => {
  const { path, isSplit, header, encoded, fileKey } = container;
  await requireAllParts(container);
  const from = openPartReader(path, isSplit, header.partBytes);
  const hash = createHash('sha256');
  const next = async (length: number): Promise<Buffer> => {
    const bytes = await from.read(length);
    if (bytes.length < length) throw new AppError('backup_invalid', { problem: 'cut' });
    hash.update(bytes);
    return bytes;
  };
  try {
    if (!(await next(encoded.bytes.length)).equals(encoded.bytes)) throw new AppError('backup_invalid', { problem: 'header' });
    const to = await open(target, 'wx', 0o600);
    try {
      const key = contentKey(fileKey, encoded.bytes);
      const chunks = chunkCount(header);
      for (let counter = 0; counter < chunks; counter += 1) {
        const length = Math.min(header.chunkBytes, header.contentBytes - counter * header.chunkBytes);
        const plain = openChunk(key, counter, counter === chunks - 1, await next(length + TAG_BYTES));
        await to.writeFile(plain);
        onBytes(counter * header.chunkBytes + length, header.contentBytes);
      }
      if ((await from.read(1)).length > 0) throw new AppError('backup_invalid', { problem: 'longer than it was' });
    } finally {
      await to.close();
    }
    return hash.digest('hex');
  } catch (error) {
    await rm(target, { force: true }).catch(() => undefined);
    throw error;
  } finally {
    await from.close();
  }
};
