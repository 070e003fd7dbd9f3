import { AppError } from '../../shared/errors.ts';
import { appErrorFromFile } from '../files/fileErrors.ts';
import { isPlainStore, storeHeader } from '../files/storeHeader.ts';
import { readKeyFile, writeKeyFile } from '../vault/keyFile.ts';
import type { KeyFile } from '../vault/keyFile.ts';
import { parseRecoveryCode, recoveryWords } from '../vault/recoveryCode.ts';
import type { RecoveryCode } from '../vault/recoveryCode.ts';
import { makeVault, openByCode, openByKeyring, openByPassphrase, resealed, withNewCode } from '../vault/vault.ts';
import type { Keyring, StoreKey } from '../vault/vault.ts';

export interface RecoveryWords {
  readonly chinese: string[];
  readonly english: string[];
}

const wordsOf = (code: RecoveryCode): RecoveryWords => ({
  chinese: [...recoveryWords(code, 'zh-CN')],
  english: [...recoveryWords(code, 'en')],
});

/** The lock of one store: its key once somebody has opened it, and the file that seals it. */
export interface Lock {
  /** Why its key, or the store's first bytes, cannot be read; such a store stays shut. */
  problem(): AppError | null;
  /** Null while the store is in the clear or locked. */
  key(): StoreKey | null;
  /** The key with its name, to tell backups that were locked with it. */
  own(): { readonly keyId: string; readonly storeKey: StoreKey } | null;
  /** The keys of another store, sealed for this PC too, where it has a keyring. */
  sealedHere(keys: KeyFile, key: StoreKey): Promise<KeyFile>;
  /** Another store stands in the place now: reads its lock. A key that somebody has brought along is `known`. */
  reread(known: { readonly keys: KeyFile; readonly storeKey: StoreKey } | null): Promise<void>;
  /** Whether the store lay in the clear when it was opened. */
  isPlain(): boolean;
  /**
   * Looks at the store's first bytes. Only while nobody in this process has it open: closing any handle of a file gives up all locks that the
   * process holds on it (POSIX, fcntl), SQLite's own among them.
   */
  look(): void;
  isLocked(): boolean;
  opensByItself(): boolean;
  hasPassphrase(): boolean;
  readonly hasKeyring: boolean;
  /** Whether this is the code that opens the store: it proves the owner. */
  isCode(code: RecoveryCode): Promise<boolean>;
  /** Errors: key_wrong. */
  openByCode(text: string): Promise<void>;
  openByPassphrase(passphrase: string): Promise<void>;
  /** Makes a key for a store in the clear and writes it down sealed; the store itself is locked elsewhere. Errors: passphrase_needed. */
  make(ways: { readonly passphrase: string | null; readonly codeOnly: boolean }): Promise<RecoveryWords>;
  renewCode(): Promise<RecoveryWords>;
  setPassphrase(passphrase: string): Promise<void>;
}

/** A failure that a screen has words for, of the store's lock or of the disk it lies on; anything else goes on as it came. */
const expected = (error: unknown): AppError => {
  const known = appErrorFromFile(error);
  if (known instanceof AppError) return known;
  throw error;
};

/** The sealed key, or why it cannot be read. A key beside a store in the clear is left from an attempt cut off before the store was locked. */
const keysOf = async (storePath: string): Promise<{ keys: KeyFile | null; problem: AppError | null }> => {
  try {
    return { keys: isPlainStore(storePath) ? null : await readKeyFile(storePath), problem: null };
  } catch (error) {
    return { keys: null, problem: expected(error) };
  }
};

/** Reads a store's lock and opens it when this PC's keyring can. */
export const readLock = async (storePath: string, keyring: Keyring | null): Promise<Lock> => {
  let { keys, problem } = await keysOf(storePath);
  let key: StoreKey | null = keys && openByKeyring(keys, keyring);
  let header: ReturnType<typeof storeHeader> = 'unreadable';
  /** Why the file could not even be looked at. */
  let unseen: AppError | null = null;
  const look = (): void => {
    try {
      header = storeHeader(storePath);
      unseen = null;
    } catch (error) {
      unseen = expected(error);
    }
  };
  look();
  /** Keys that opened here since the start, by their names: a restore that is undone needs no code. */
  const opened = new Map<string, StoreKey>();

  const requireKeys = (): KeyFile => {
    if (!keys) throw new AppError('conflict', { reason: 'store_not_encrypted' });
    return keys;
  };
  const requireOpen = (): { keys: KeyFile; key: StoreKey } => {
    const known = requireKeys();
    if (!key) throw new AppError('store_locked', {});
    return { keys: known, key };
  };
  const keep = async (changed: KeyFile): Promise<void> => {
    await writeKeyFile(storePath, changed);
    keys = changed;
  };
  return {
    problem: () => problem ?? unseen,
    hasKeyring: keyring !== null,
    key: () => key,
    own: () => (keys && key ? { keyId: keys.keyId, storeKey: key } : null),
    sealedHere: (other, otherKey) => resealed(other, otherKey, keyring, null),
    reread: async (known) => {
      if (keys && key) opened.set(keys.keyId, key);
      if (known) opened.set(known.keys.keyId, known.storeKey);
      ({ keys, problem } = await keysOf(storePath));
      key = keys && (opened.get(keys.keyId) ?? openByKeyring(keys, keyring));
    },
    isPlain: () => header === 'plain' || (header === 'empty' && keys === null),
    look,
    isLocked: () => keys !== null && key === null,
    opensByItself: () => keys !== null && openByKeyring(keys, keyring) !== null,
    hasPassphrase: () => keys !== null && keys.passphrase !== null,
    isCode: async (code) => keys !== null && (await openByCode(keys, code)) !== null,
    openByCode: async (text) => {
      const known = requireKeys();
      const code = parseRecoveryCode(text);
      const found = code && (await openByCode(known, code));
      if (!found) throw new AppError('key_wrong', { way: 'recovery_code' });
      key = found;
      // The keyring of another PC has sealed it, or none: this one learns it now. Should that fail, the code opened it all the same.
      if (keyring && !openByKeyring(known, keyring))
        await keep({ ...(await resealed(known, found, keyring, null)), passphrase: known.passphrase }).catch(() => undefined);
    },
    openByPassphrase: async (passphrase) => {
      const found = await openByPassphrase(requireKeys(), passphrase);
      if (!found) throw new AppError('key_wrong', { way: 'passphrase' });
      key = found;
    },
    make: async ({ passphrase, codeOnly }) => {
      if (!codeOnly && !keyring && passphrase === null) throw new AppError('conflict', { reason: 'passphrase_needed' });
      const made = await makeVault(codeOnly ? null : keyring, codeOnly ? null : passphrase);
      await keep(made.keys);
      key = made.key;
      return wordsOf(made.code);
    },
    renewCode: async () => {
      const open = requireOpen();
      const renewed = await withNewCode(open.keys, open.key);
      await keep(renewed.keys);
      return wordsOf(renewed.code);
    },
    setPassphrase: async (passphrase) => {
      const open = requireOpen();
      await keep(await resealed(open.keys, open.key, keyring, passphrase));
    },
  };
};
