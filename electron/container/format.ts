import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import { keyFileSchema } from '../vault/keyFile.ts';

// Format v1 of a backup, told to people in resources/backup-format.md: a header that is proven by a keyed digest, then the store's
// file in chunks of AES-256-GCM after the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár: "Online Authenticated-Encryption
// and its Nonce-Reuse Misuse-Resistance", CRYPTO 2015), with the nonce of the age format: a counter of 11 bytes and a mark of the end.

/** A byte no text has, the name, and line ends of both kinds: a transfer as text is found at once. */
export const MAGIC = Buffer.from('\x89RGLR\r\n\x1a\n', 'latin1');
export const FORMAT_VERSION = 1;
export const CHUNK_BYTES = 1024 * 1024;
export const TAG_BYTES = 16;
/** Sticks come as FAT32, which holds no file of 4 GiB, and some devices stop at 2. */
export const PART_BYTES = 2 ** 31 - 2 ** 20;
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const MAC_BYTES = 32;
/** Magic, version, length of the header's text. */
export const PREFIX_BYTES = MAGIC.length + 2 + 4;
const LONGEST_HEADER = 64 * 1024;

const sealedSchema = z.strictObject({ nonce: z.base64(), sealed: z.base64() });

/** What may be read without any key. */
export const headerSchema = z.strictObject({
  format: z.literal('regulars-backup'),
  version: z.literal(FORMAT_VERSION),
  backupId: z.uuid(),
  /** Which shop's store it is: the same in every backup of it, and on every PC it was restored to. */
  storeId: z.string().max(64),
  /** The program that wrote it. */
  program: z.string().max(40),
  /** The schema version of the store inside. */
  schema: z.int().min(0),
  /** Milliseconds since 1970. */
  createdAt: z.int().min(0),
  /** Bytes of the store's file. */
  contentBytes: z.int().min(0),
  chunkBytes: z
    .int()
    .min(1024)
    .max(16 * CHUNK_BYTES),
  partBytes: z.int().min(4096),
  /** The store's key sealed by the recovery code; null: the shop is not locked and anyone may read this backup. */
  keys: keyFileSchema.nullable(),
  /** The key of this file: locked with the store's key, or `open` where there is none. */
  fileKey: z.union([sealedSchema, z.strictObject({ open: z.base64() })]),
  /** What is inside, locked with the key of this file. */
  info: sealedSchema,
});
export type ContainerHeader = z.output<typeof headerSchema>;

/** Where the bytes of the header end, and what they say. */
export interface EncodedHeader {
  readonly header: ContainerHeader;
  /** Prefix, text and digest: the chunks begin behind them. */
  readonly bytes: Buffer;
}

/** A key for one purpose (HKDF, RFC 5869). */
const derived = (key: Uint8Array, salt: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, `regulars backup ${purpose}`, KEY_BYTES));

const damaged = (problem: string): AppError => new AppError('backup_invalid', { problem });

const NO_SALT = Buffer.alloc(0);
const digestOf = (fileKey: Uint8Array, bytes: Uint8Array): Buffer =>
  createHmac('sha256', derived(fileKey, NO_SALT, 'header'))
    .update(bytes)
    .digest();

/** The chunks' key hangs on every byte of the header: chunks of another backup, even under the same key, do not open. */
export const contentKey = (fileKey: Uint8Array, encoded: Buffer): Buffer =>
  derived(fileKey, createHash('sha256').update(encoded).digest(), 'content');

/** Locks a few bytes with a key. `label` must be the same on opening. */
export const lockSmall = (key: Uint8Array, content: Uint8Array, label: string): z.output<typeof sealedSchema> => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', derived(key, NO_SALT, label), nonce);
  const sealed = Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()]);
  return { nonce: nonce.toString('base64'), sealed: sealed.toString('base64') };
};

/** Null when the key is another or a byte was changed. */
export const openSmall = (key: Uint8Array, { nonce, sealed }: z.output<typeof sealedSchema>, label: string): Buffer | null => {
  const [iv, bytes] = [Buffer.from(nonce, 'base64'), Buffer.from(sealed, 'base64')];
  if (iv.length !== NONCE_BYTES || bytes.length < TAG_BYTES) return null;
  return openBytes(derived(key, NO_SALT, label), iv, bytes);
};

/** Opens ciphertext that ends in its tag; null when it is not what was locked. */
const openBytes = (key: Uint8Array, nonce: Uint8Array, bytes: Buffer): Buffer | null => {
  const end = bytes.length - TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES }).setAuthTag(bytes.subarray(end));
  const content = decipher.update(bytes.subarray(0, end));
  try {
    decipher.final();
    return content;
  } catch {
    return null;
  }
};

const chunkNonce = (counter: number, isLast: boolean): Buffer => {
  const nonce = Buffer.alloc(NONCE_BYTES);
  // Six of the eleven bytes count further than any disk.
  nonce.writeUIntBE(counter, 5, 6);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
};

/** One chunk with its tag. */
export const lockChunk = (key: Uint8Array, counter: number, isLast: boolean, content: Uint8Array): Buffer[] => {
  const cipher = createCipheriv('aes-256-gcm', key, chunkNonce(counter, isLast));
  return [cipher.update(content), cipher.final(), cipher.getAuthTag()];
};

/** Throws backup_invalid: changed, in another place, of another backup, or the end is missing. */
export const openChunk = (key: Uint8Array, counter: number, isLast: boolean, bytes: Buffer): Buffer => {
  const content = bytes.length < TAG_BYTES ? null : openBytes(key, chunkNonce(counter, isLast), bytes);
  if (!content) throw damaged(`chunk ${counter}`);
  return content;
};

export const chunkCount = ({ contentBytes, chunkBytes }: ContainerHeader): number =>
  Math.max(1, Math.ceil(contentBytes / chunkBytes));
/** Bytes of the whole backup, all parts together. */
export const containerBytes = ({ header, bytes }: EncodedHeader): number =>
  bytes.length + header.contentBytes + chunkCount(header) * TAG_BYTES;

export const encodeHeader = (header: ContainerHeader, fileKey: Uint8Array): EncodedHeader => {
  const text = Buffer.from(JSON.stringify(headerSchema.parse(header)));
  const prefix = Buffer.alloc(PREFIX_BYTES);
  MAGIC.copy(prefix);
  prefix.writeUInt16BE(FORMAT_VERSION, MAGIC.length);
  prefix.writeUInt32BE(text.length, MAGIC.length + 2);
  const signed = Buffer.concat([prefix, text]);
  return { header, bytes: Buffer.concat([signed, digestOf(fileKey, signed)]) };
};

/**
 * How long the header is whose first bytes these are. Null: no backup of this format.
 * Errors: db_from_future (a later format), backup_invalid.
 */
export const headerLength = (prefix: Buffer): number | null => {
  if (prefix.length < PREFIX_BYTES || !prefix.subarray(0, MAGIC.length).equals(MAGIC)) return null;
  const version = prefix.readUInt16BE(MAGIC.length);
  if (version > FORMAT_VERSION) throw new AppError('db_from_future', { version, supported: FORMAT_VERSION });
  const length = prefix.readUInt32BE(MAGIC.length + 2);
  if (version !== FORMAT_VERSION || length > LONGEST_HEADER) throw damaged('header');
  return PREFIX_BYTES + length + MAC_BYTES;
};

/** Reads a header; nothing in it is proven before `requireWhole`. Throws backup_invalid. */
export const decodeHeader = (bytes: Buffer): EncodedHeader => {
  const text = bytes.subarray(PREFIX_BYTES, bytes.length - MAC_BYTES).toString('utf8');
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    throw damaged('header');
  }
  const parsed = headerSchema.safeParse(said);
  if (!parsed.success) throw damaged('header');
  return { header: parsed.data, bytes };
};

/** Throws backup_invalid unless every byte of the header is as it was written. */
export const requireWhole = ({ bytes }: EncodedHeader, fileKey: Uint8Array): void => {
  const end = bytes.length - MAC_BYTES;
  if (!timingSafeEqual(digestOf(fileKey, bytes.subarray(0, end)), bytes.subarray(end))) throw damaged('header');
};

export const makeFileKey = (): Buffer => randomBytes(KEY_BYTES);
