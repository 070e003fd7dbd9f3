import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import type { KeyFile } from './keyFile.ts';
import { makeRecoveryCode } from './recoveryCode.ts';
import type { RecoveryCode } from './recoveryCode.ts';
import { openSeal, sealKey } from './seal.ts';

// Who may open a store: a random key locks its pages; the key is sealed by the owner's printed code and, so that nobody types
// twelve words each morning, by the operating system's own keyring or, where that is weak or missing, by a passphrase.

/** 32 bytes that lock a store's pages. */
export type StoreKey = Uint8Array;

/** The operating system's own place for secrets. Null where it has none, or one that would keep them in the clear. */
export interface Keyring {
  seal(bytes: Uint8Array): Uint8Array;
  /** Null when it was sealed by somebody else or on another PC. */
  open(sealed: Uint8Array): Uint8Array | null;
}

const KEY_BYTES = 32;
const labelOf = (keyId: string, way: 'recovery code' | 'passphrase'): string => `regulars store key ${keyId} by ${way}`;

const inKeyring = (keyring: Keyring | null, key: StoreKey): KeyFile['keyring'] =>
  keyring && { sealed: Buffer.from(keyring.seal(key)).toString('base64') };

/** A new key with its code, and the file that holds it sealed. The code is shown once and kept nowhere. */
export const makeVault = async (
  keyring: Keyring | null,
  passphrase: string | null,
): Promise<{ key: StoreKey; code: RecoveryCode; keys: KeyFile }> => {
  const [key, code, keyId] = [new Uint8Array(randomBytes(KEY_BYTES)), makeRecoveryCode(), v7()];
  const keys: KeyFile = {
    format: 'regulars-keys',
    version: 1,
    keyId,
    recoveryCode: await sealKey(key, code, labelOf(keyId, 'recovery code')),
    keyring: inKeyring(keyring, key),
    passphrase: passphrase === null ? null : await sealKey(key, passphrase, labelOf(keyId, 'passphrase')),
  };
  return { key, code, keys };
};

/** Null: this keyring did not seal it. */
export const openByKeyring = (keys: KeyFile, keyring: Keyring | null): StoreKey | null => {
  if (!keyring || !keys.keyring) return null;
  const key = keyring.open(Buffer.from(keys.keyring.sealed, 'base64'));
  return key?.length === KEY_BYTES ? new Uint8Array(key) : null;
};

/** Null: another code. */
export const openByCode = (keys: KeyFile, code: RecoveryCode): Promise<StoreKey | null> =>
  openSeal(keys.recoveryCode, code, labelOf(keys.keyId, 'recovery code'));

/** Null: another passphrase, or none was ever set. */
export const openByPassphrase = (keys: KeyFile, passphrase: string): Promise<StoreKey | null> =>
  keys.passphrase === null ? Promise.resolve(null) : openSeal(keys.passphrase, passphrase, labelOf(keys.keyId, 'passphrase'));

/** The same key with other ways in for this PC: after the code opened it on a new one, or under a new passphrase. */
export const resealed = async (
  keys: KeyFile,
  key: StoreKey,
  keyring: Keyring | null,
  passphrase: string | null,
): Promise<KeyFile> => ({
  ...keys,
  keyring: inKeyring(keyring, key),
  passphrase: passphrase === null ? null : await sealKey(key, passphrase, labelOf(keys.keyId, 'passphrase')),
});

/** The same key under a new code: the old sheet opens nothing any more. */
export const withNewCode = async (keys: KeyFile, key: StoreKey): Promise<{ keys: KeyFile; code: RecoveryCode }> => {
  const code = makeRecoveryCode();
  return { code, keys: { ...keys, recoveryCode: await sealKey(key, code, labelOf(keys.keyId, 'recovery code')) } };
};
