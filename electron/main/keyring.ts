import { safeStorage } from 'electron';
import type { Keyring } from '../vault/vault.ts';

/** Where Linux has no keyring, Chromium falls back to a password that stands in its source. */
const isWorthTheName = (): boolean =>
  safeStorage.isEncryptionAvailable() &&
  (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text');

/** The operating system's place for secrets (DPAPI, Keychain, libsecret, KWallet); null where it has none. Only after the app is ready. */
export const systemKeyring = (): Keyring | null => {
  if (!isWorthTheName()) return null;
  return {
    seal: (bytes) => safeStorage.encryptString(Buffer.from(bytes).toString('base64')),
    open: (sealed) => {
      try {
        return Buffer.from(safeStorage.decryptString(Buffer.from(sealed)), 'base64');
      } catch {
        // Sealed by somebody else, or on another PC.
        return null;
      }
    },
  };
};
