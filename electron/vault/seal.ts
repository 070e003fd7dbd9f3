import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';

// A key sealed by a secret: scrypt (RFC 7914) makes a key of the secret, AES-256-GCM (NIST SP 800-38D) locks the other key with it.

const derive = promisify<string | Uint8Array, Uint8Array, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scrypt,
);

/** 128 MiB and a third of a second a guess on a shop's PC. */
const COST = { n: 2 ** 17, r: 8, p: 1 } as const;
const MEMORY_LIMIT = 256 * 1024 * 1024;
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

const base64Of = (length: number) => z.base64().refine((text) => Buffer.from(text, 'base64').length === length);

/** As it stands in files. The cost travels along so that it can be raised later; a file may not ask for more than this machine gives. */
export const sealSchema = z.strictObject({
  kdf: z.literal('scrypt'),
  n: z.literal([2 ** 15, 2 ** 16, 2 ** 17]),
  r: z.literal(8),
  p: z.literal(1),
  salt: base64Of(SALT_BYTES),
  cipher: z.literal('aes-256-gcm'),
  nonce: base64Of(NONCE_BYTES),
  /** The locked key and its tag. */
  sealed: base64Of(KEY_BYTES + TAG_BYTES),
});
export type Seal = z.output<typeof sealSchema>;

const keyOf = (secret: string | Uint8Array, salt: Uint8Array, { n, r, p }: Pick<Seal, 'n' | 'r' | 'p'>): Promise<Buffer> =>
  derive(typeof secret === 'string' ? secret.normalize('NFKC') : secret, salt, KEY_BYTES, { N: n, r, p, maxmem: MEMORY_LIMIT });

/** Seals a 32-byte key. `label` says what it is for and must be the same on opening: a seal cannot be passed off as another. */
export const sealKey = async (key: Uint8Array, secret: string | Uint8Array, label: string): Promise<Seal> => {
  const [salt, nonce] = [randomBytes(SALT_BYTES), randomBytes(NONCE_BYTES)];
  const cipher = createCipheriv('aes-256-gcm', await keyOf(secret, salt, COST), nonce).setAAD(Buffer.from(label));
  const sealed = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  return {
    kdf: 'scrypt',
    ...COST,
    salt: salt.toString('base64'),
    cipher: 'aes-256-gcm',
    nonce: nonce.toString('base64'),
    sealed: sealed.toString('base64'),
  };
};

/** The key, or null when the secret is another, the label is, or a byte was changed. */
export const openSeal = async (seal: Seal, secret: string | Uint8Array, label: string): Promise<Uint8Array | null> => {
  const sealed = Buffer.from(seal.sealed, 'base64');
  const key = await keyOf(secret, Buffer.from(seal.salt, 'base64'), seal);
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(seal.nonce, 'base64'), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(label))
    .setAuthTag(sealed.subarray(KEY_BYTES));
  try {
    return new Uint8Array(Buffer.concat([decipher.update(sealed.subarray(0, KEY_BYTES)), decipher.final()]));
  } catch {
    return null;
  }
};
