import { existsSync, readdirSync } from 'node:fs';
import { copyFile, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError, unwrap } from '../../shared/errors.ts';
import { isPlainStore } from '../files/storeHeader.ts';
import { appErrorFromFile } from '../files/fileErrors.ts';
import { syncFile } from '../files/sync.ts';
import type { StoreKey } from '../vault/vault.ts';
import { withOwnThread } from './ownThread.ts';
import { ownerSession } from './session.ts';
import type { Log, WorkerEntries } from './storeHost.ts';
import { clearSwap, makeSwapContent } from './storeSwap.ts';
import { swapStores } from './swapStores.ts';
import type { SwapSteps } from './swapStores.ts';

// A store in the clear is copied, the copy is locked and proven, and takes the store's place in one step.

const plainStoreOf = (storePath: string): string => `${storePath}.before-encryption`;
const isCopyOf = (storePath: string, name: string): boolean =>
  ['before-version-', 'before-restore-', 'before-encryption'].some((mark) => name.startsWith(`${basename(storePath)}.${mark}`));

/** Older copies beside the store that anyone can read. */
export const plainCopies = (storePath: string): string[] =>
  readdirSync(dirname(storePath))
    .filter((name) => isCopyOf(storePath, name) && isPlainStore(join(dirname(storePath), name)))
    .toSorted();

export const removePlainCopies = async (storePath: string): Promise<string[]> => {
  const names = plainCopies(storePath);
  for (const name of names)
    for (const side of ['', '-wal', '-shm']) await rm(join(dirname(storePath), `${name}${side}`), { force: true });
  return names;
};

/** Locks a copy that nobody has open, on a thread of its own, and proves it. */
export const lockCopy = (copy: string, key: StoreKey, workers: WorkerEntries, log: Log): Promise<void> =>
  withOwnThread({ workers, log, onEvent: () => undefined }, { storePath: copy, storeKey: key }, async (link) => {
    const call = { type: 'internal', name: 'vault.lockPages', input: null, session: ownerSession, paths: {} } as const;
    unwrap(await link.call({ ...call, jobId: null, cancelFlag: null }));
  });

/**
 * Locks a store in the clear. `start` opens it with its key. Killed anywhere, the next start finds it in the clear or locked, and whole.
 * Errors: disk_full, folder_readonly, backup_not_verified, db_locked.
 */
export const encryptStore = async (steps: SwapSteps, key: StoreKey, workers: WorkerEntries, log: Log): Promise<void> => {
  const { storePath } = steps;
  const file = basename(storePath);
  await steps.stop();
  try {
    const copy = join(await makeSwapContent(storePath), file);
    // Closing folds the WAL in; one that is still there belongs to somebody else who has the store open.
    const wal = `${storePath}-wal`;
    if (existsSync(wal) && (await stat(wal)).size > 0) throw new AppError('db_locked', {});
    await copyFile(storePath, copy);
    await lockCopy(copy, key, workers, log);
    await syncFile(copy);
  } catch (error) {
    await clearSwap(storePath).catch(() => undefined);
    await steps.start();
    throw appErrorFromFile(error);
  }
  const keptAs = plainStoreOf(storePath);
  await swapStores(steps, file, keptAs);
  await rm(keptAs, { force: true }).catch(() => undefined);
};
