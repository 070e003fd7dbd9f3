import { existsSync } from 'node:fs';
import { recoverSwap } from '../../../electron/gate/storeSwap.ts';
import { readLock } from '../../../electron/gate/lock.ts';
import { auditProblems, foreignKeyProblems, integrityProblems } from '../../../electron/store/audit.ts';
import { plainRows } from '../../../electron/store/database.ts';
import type { StoreDatabase } from '../../../electron/store/database.ts';
import { migrate } from '../../../electron/store/migrate.ts';
import { schemaVersion } from '../../../electron/store/dataVersion.ts';
import { latestVersion } from '../../../electron/store/migrations/index.ts';
import { closeStore, openStore } from '../../../electron/store/open.ts';
import type { Keyring, StoreKey } from '../../../electron/vault/vault.ts';
import { storeHash } from '../../helpers/dump.ts';
import { messageOf } from './scenario.ts';

/** A keyring of one PC that seals without a desktop: what matters here is that the sealed key's file survives. */
export const keyring: Keyring = {
  seal: (bytes) => bytes.map((byte) => byte ^ 0x5a),
  open: (sealed) => sealed.map((byte) => byte ^ 0x5a),
};

/** The key of a store, null when it lies in the clear. Throws when the sealed key cannot be read. */
export const keyOf = async (storePath: string): Promise<StoreKey | null> => {
  const lock = await readLock(storePath, keyring);
  const problem = lock.problem();
  if (problem) throw problem;
  return lock.key();
};

/** Tables that only grow, apart from a purge or a merge: how much is there of each. */
const growing = ['customers', 'visits', 'points_entries', 'interactions'] as const;

export interface StoreState {
  /** Of every row of every table. */
  readonly hash: string;
  readonly counts: readonly number[];
  readonly version: number;
}

export const readState = (database: StoreDatabase): StoreState => ({
  hash: storeHash(database),
  counts: growing.map((table) => plainRows<{ n: number }>(database, `SELECT count(*) AS n FROM ${table}`)[0]?.n ?? -1),
  version: schemaVersion(database),
});

export interface Found {
  /** Null when there is no store, or one that nothing was ever written to. */
  readonly state: StoreState | null;
  readonly problems: readonly string[];
}

const provenState = (database: StoreDatabase): Found => {
  const version = schemaVersion(database);
  if (version === 0) return { state: null, problems: [] };
  const state = readState(database);
  const file = [...integrityProblems(database), ...foreignKeyProblems(database)];
  if (version < latestVersion) migrate(database);
  return { state, problems: [...file, ...auditProblems(database)] };
};

/**
 * What a shop finds at its next start after a fault: an interrupted swap finished, the store opened as the gate opens it, its
 * state before any migration, and everything that is wrong with it.
 */
export const findStore = async (storePath: string): Promise<Found> => {
  try {
    await recoverSwap(storePath);
    if (!existsSync(storePath)) return { state: null, problems: [] };
    const database = openStore(storePath, { key: await keyOf(storePath) });
    try {
      return provenState(database);
    } finally {
      closeStore(database);
    }
  } catch (error) {
    return { state: null, problems: [`the store does not open: ${messageOf(error)}`] };
  }
};
