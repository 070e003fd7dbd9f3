import { existsSync, statSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { backupsContract } from '../../shared/contract/backups.ts';
import { AppError, unwrap } from '../../shared/errors.ts';
import type { Envelope } from '../../shared/errors.ts';
import type { OutputOf } from '../../shared/contract.ts';
import { appErrorFromFile } from './fileErrors.ts';
import { carryOutSwap, clearSwap, decideSwap, makeSwapContent, recoverSwap, syncFile } from './storeSwap.ts';
import type { SwapPlan } from './storeSwap.ts';
import type { PathTokens } from './tokens.ts';

export interface RestoreSteps {
  readonly storePath: string;
  readonly backupPath: string;
  readonly tokens: PathTokens;
  /** Asks the engine for a study. */
  readonly ask: (name: string, input: Readonly<Record<string, unknown>>) => Promise<Envelope<unknown>>;
  /** Closes both workers and their files. */
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<Envelope<null>>;
}

/** Finishes a restore that was cut off. Call it before the store is opened. */
export const recoverInterruptedRestore = recoverSwap;

const isFilled = (path: string): boolean => existsSync(path) && statSync(path).size > 0;
const stamp = (): string => new Date().toISOString().replace(/[:.]/g, '-');

type Content = OutputOf<'backups.restore'>['content'];

/**
 * Copies the backup to the store's own disk and proves the copy, so that what was checked is what will be opened. A WAL
 * beside it (a store that was cut off, not a backup of ours) belongs to it.
 */
const copyAndProve = async (steps: RestoreSteps): Promise<{ file: string; content: Content }> => {
  const { storePath, backupPath, tokens, ask } = steps;
  // First the look: it names what the file is, before anything large is copied.
  unwrap(await ask('backups.inspect', { file: tokens.issue(backupPath).token }));
  const file = basename(backupPath);
  const copy = join(await makeSwapContent(storePath), file);
  for (const side of ['-wal', ''])
    if (side === '' || isFilled(`${backupPath}${side}`)) {
      await copyFile(`${backupPath}${side}`, `${copy}${side}`);
      await syncFile(`${copy}${side}`);
    }
  const token = tokens.issue(copy).token;
  const verified = backupsContract.verify.output.parse(unwrap(await ask('backups.verify', { file: token })));
  if (!verified.ok) throw new AppError('backup_invalid', { problem: verified.problems[0] ?? 'unknown' });
  const found = backupsContract.inspect.output.parse(unwrap(await ask('backups.inspect', { file: token })));
  const { shopName, schemaVersion, lastBusinessDate, lastChangeAt, counts } = found;
  return { file, content: { shopName, schemaVersion, lastBusinessDate, lastChangeAt, counts } };
};

const bringIn = async (steps: RestoreSteps): Promise<{ file: string; content: Content }> => {
  try {
    return await copyAndProve(steps);
  } catch (error) {
    await clearSwap(steps.storePath).catch(() => undefined);
    throw error;
  }
};

/** Swaps the stores while nobody has one open. Whatever fails, the former store is back in its place and open again. */
const swap = async (steps: RestoreSteps, file: string): Promise<string | null> => {
  const { storePath, stop, start } = steps;
  await stop();
  const keptAs = existsSync(storePath) ? `${storePath}.before-restore-${stamp()}` : null;
  const plan: SwapPlan = { file, keptAs, hadWal: existsSync(`${storePath}-wal`), direction: 'forward' };
  try {
    await decideSwap(storePath, plan);
    await carryOutSwap(storePath, plan);
    unwrap(await start());
    await clearSwap(storePath).catch(() => undefined);
    return keptAs;
  } catch (error) {
    await stop();
    const back: SwapPlan = { ...plan, direction: 'back' };
    await decideSwap(storePath, back).catch(() => undefined);
    // Should this fail too, the plan stays where it is and is carried out at the next start.
    await carryOutSwap(storePath, back);
    await clearSwap(storePath).catch(() => undefined);
    await start();
    throw error;
  }
};

const running = new Set<string>();

/**
 * Puts a backup in the store's place; the present store is kept aside and comes back when the new one does not open.
 * Errors: what `backups.inspect` refuses (file_missing, db_not_database, db_from_future, …), backup_invalid, disk_full,
 * folder_readonly, job_running.
 */
export const restoreBackup = async (steps: RestoreSteps): Promise<OutputOf<'backups.restore'>> => {
  const { storePath } = steps;
  if (running.has(storePath)) throw new AppError('job_running', { operation: 'backups.restore' });
  running.add(storePath);
  try {
    const { file, content } = await bringIn(steps);
    return { keptAs: await swap(steps, file), content };
  } catch (error) {
    throw appErrorFromFile(error);
  } finally {
    running.delete(storePath);
  }
};
