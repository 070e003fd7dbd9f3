import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { instant } from '../../shared/types/time.ts';
import { AppError } from '../../shared/errors.ts';
import type { OutputOf } from '../../shared/contract.ts';
import { appErrorFromFile } from '../files/fileErrors.ts';
import { bringIn, dropKeysBeside, keepKeysBeside } from './bringIn.ts';
import type { BringInParts, BroughtIn } from './bringIn.ts';
import { forgetLastRestore, readLastRestore, writeLastRestore } from './lastRestore.ts';
import { dropEmptyQuarantine, fileStamp, makeQuarantine } from './quarantine.ts';
import { clearSwap, recoverSwap } from './storeSwap.ts';
import { swapStores } from './swapStores.ts';
import type { SwapSteps } from './swapStores.ts';

export interface RestoreSteps extends SwapSteps, BringInParts {
  /** Whether the present store is damaged: then its files are kept in a folder of their own, and nothing brings it back by a click. */
  readonly isDamaged?: () => boolean;
}

/** Finishes a restore that was cut off. Call it before the store is opened. */
export const recoverInterruptedRestore = recoverSwap;

const prepare = async (steps: RestoreSteps): Promise<BroughtIn> => {
  try {
    return await bringIn(steps);
  } catch (error) {
    await clearSwap(steps.storePath).catch(() => undefined);
    throw error;
  }
};

const swapIn = async (steps: RestoreSteps, { file, adopts }: BroughtIn, keptAs: string | null): Promise<void> => {
  const { storePath, lock } = steps;
  const bringsKeys = adopts !== null;
  if (keptAs !== null && !bringsKeys) await keepKeysBeside(lock, storePath, keptAs);
  const start: SwapSteps['start'] = async () => {
    await lock.reread(adopts);
    return steps.start();
  };
  try {
    await swapStores({ ...steps, start }, file, keptAs, { bringsKeys, keepsIndex: steps.isDamaged?.() ?? false });
  } catch (error) {
    await dropEmptyQuarantine(keptAs);
    if (keptAs !== null && !bringsKeys && !existsSync(keptAs)) await dropKeysBeside(keptAs);
    throw error;
  }
};

const running = new Set<string>();

/**
 * Puts a backup in the store's place; the present store is kept aside and comes back when the new one does not open.
 * Errors: those of `bringIn`, folder_readonly, job_running.
 */
export const restoreBackup = async (steps: RestoreSteps): Promise<OutputOf<'backups.restore'>> => {
  const { storePath, backupPath } = steps;
  if (running.has(storePath)) throw new AppError('job_running', { operation: 'backups.restore' });
  running.add(storePath);
  try {
    const brought = await prepare(steps);
    const isDamaged = steps.isDamaged?.() ?? false;
    const beside = (): string => `${storePath}.before-restore-${fileStamp()}`;
    const keptAs = !existsSync(storePath) ? null : isDamaged ? await makeQuarantine(storePath) : beside();
    await swapIn(steps, brought, keptAs);
    const note =
      keptAs === null || isDamaged ? forgetLastRestore(storePath) : writeLastRestore(storePath, noteOf(backupPath, keptAs));
    // The store is in its place: that it cannot be undone with one click is no failure of it.
    await note.catch(() => undefined);
    return { keptAs, content: brought.content };
  } catch (error) {
    throw appErrorFromFile(error);
  } finally {
    running.delete(storePath);
  }
};

const noteOf = (backupPath: string, keptAs: string) => ({ at: instant(Date.now()), file: basename(backupPath), keptAs });

/**
 * Brings back the store that the last restore put aside; what was restored is kept aside in turn.
 * Errors: not_found when there is none, and those of a restore.
 */
export const undoRestore = async (steps: Omit<RestoreSteps, 'backupPath'>): Promise<OutputOf<'backups.restore'>> => {
  const last = await readLastRestore(steps.storePath);
  if (!last) throw new AppError('not_found', { what: 'restore' });
  const result = await restoreBackup({ ...steps, backupPath: last.keptAs });
  await forgetLastRestore(steps.storePath);
  return result;
};
