import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

// What proves a person is kept as a scrypt hash (RFC 7914) in the form of the Password Hashing Competition, `$scrypt$ln=15,r=8,p=1$salt$hash`:
// each with its salt and its cost, so that the cost can be raised later. A PIN is short: who has the file can try them all. The lockout
// guards the desk, encryption guards the file (R191).

/** 32 MiB and a tenth of a second a guess on a shop's PC: the store's thread waits for it. */
const LOG2_COST = 15;
const BLOCK_SIZE = 8;
const PARALLEL = 1;
const MEMORY_LIMIT = 64 * 1024 * 1024;
const SALT_BYTES = 16;
const HASH_BYTES = 32;
const HEAD = `$scrypt$ln=${LOG2_COST},r=${BLOCK_SIZE},p=${PARALLEL}$`;
const STORED = /^\$scrypt\$ln=(1[3-5]),r=8,p=1\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

const hashOf = (secret: string, salt: Uint8Array, log2Cost: number): Buffer =>
  scryptSync(secret.normalize('NFKC'), salt, HASH_BYTES, {
    N: 2 ** log2Cost,
    r: BLOCK_SIZE,
    p: PARALLEL,
    maxmem: MEMORY_LIMIT,
  });
const base64Of = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');

/** The stored form of a secret. */
export const hashSecret = (secret: string): string => {
  const salt = randomBytes(SALT_BYTES);
  return `${HEAD}${base64Of(salt)}$${base64Of(hashOf(secret, salt, LOG2_COST))}`;
};

/** Whether the secret is the one of the stored form. Nothing is when the stored form is damaged. */
export const isSecret = (secret: string, stored: string): boolean => {
  const [, log2Cost, salt, hash] = STORED.exec(stored) ?? [];
  if (log2Cost === undefined || salt === undefined || hash === undefined) return false;
  const kept = Buffer.from(hash, 'base64');
  return kept.length === HASH_BYTES && timingSafeEqual(kept, hashOf(secret, Buffer.from(salt, 'base64'), Number(log2Cost)));
};
