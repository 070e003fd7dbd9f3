import { basename } from 'node:path';
import { z } from 'zod';
import { readContainer } from '../container/read.ts';
import { AppError } from '../../shared/errors.ts';
import { jobFlags, makeFlag } from './jobFlags.ts';
import { isDamagedState } from './rescueHandlers.ts';
import type { AppEvent, HandlerInput, OutputOf } from '../../shared/contract.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import type { AccessReader } from './access.ts';
import type { RestoreEntry } from './bringIn.ts';
import { readLastRestore } from './lastRestore.ts';
import type { Lock } from './lock.ts';
import { restoreBackup, undoRestore } from './restore.ts';
import type { Log, StoreHost, WorkerEntries } from './storeHost.ts';
import { ownerSession, programSession } from './session.ts';
import type { Caller } from './staffHandlers.ts';
import { backupsContract } from '../../shared/contract/backups.ts';
import type { SwapSteps } from './swapStores.ts';
import type { PathTokens } from './tokens.ts';

type RestoreName = 'backups.restore' | 'backups.undoRestore' | 'backups.lastRestore';

const chainEndSchema = z.object({ count: z.int(), hash: z.string() });

export interface RestoreParts {
  readonly lock: Lock;
  readonly swapSteps: SwapSteps;
  readonly workers: WorkerEntries;
  readonly log: Log;
  readonly tokens: PathTokens;
  readonly onEvent: (event: AppEvent) => void;
  readonly host: () => StoreHost;
  readonly access: AccessReader;
  readonly today: LocalDate | null;
}

/** Restoring runs in the gate: the store's own threads are stopped meanwhile, or do not run because it does not open. */
export const restoreHandlers = (
  parts: RestoreParts,
): {
  readonly handlers: { readonly [Name in RestoreName]: (input: HandlerInput<Name>, caller: Caller) => Promise<OutputOf<Name>> };
  /** Stops a restore that has not yet been decided. */
  cancel(jobId: string): boolean;
} => {
  const { lock, swapSteps, workers, log, tokens, onEvent, host, access, today } = parts;
  const jobs = jobFlags();
  const knownProblem = async (path: string): Promise<string | null> => {
    if (!host().state().ok) return null;
    const input = { file: tokens.issue(path).token };
    const request = { name: 'backups.verify', input: { ...input, code: null }, session: ownerSession };
    const answer = await host().askEngine({ ...request, paths: tokens.resolve(input) }, null);
    const proof = answer.ok ? backupsContract.verify.output.parse(answer.value) : null;
    return proof?.problems.find((problem) => problem.startsWith('checksum')) ?? null;
  };
  /** Where the audit log of the open store ends; nothing of a store that does not open. */
  const chainEnd = async (): Promise<{ replacedEntries?: number; replacedHead?: string }> => {
    const answer = await host().askInternal('audit.readHead', null, programSession);
    const head = answer.ok ? chainEndSchema.safeParse(answer.value).data : undefined;
    return head ? { replacedEntries: head.count, replacedHead: head.hash } : {};
  };
  /** The chain goes on from the restored store's end: the end of the one it replaces is named in it. */
  const entryOf = async (operation: RestoreName, { session }: Caller, file: string | null): Promise<RestoreEntry> => {
    const state = await access.read();
    const accounts = state.is === 'open' ? state.access.accounts : [];
    const staffName = accounts.find(({ staffId }) => staffId === session.staffId)?.name ?? null;
    return { operation, details: { ...(file !== null && { file }), ...(await chainEnd()) }, staffName, today };
  };
  const steps = (
    { session }: Caller,
    entry: RestoreEntry,
    code: string | null,
    jobId: string | null,
    cancelFlag: Int32Array<SharedArrayBuffer>,
  ) => ({
    ...swapSteps,
    by: session,
    entry,
    code,
    lock,
    workers,
    log,
    jobId,
    cancelFlag,
    onEvent,
    knownProblem,
    isDamaged: () => isDamagedState(host()),
  });
  /** Before locked records anybody may stand: another store takes their place only for whoever holds the recovery sheet it was locked with. */
  const requireSheet = async (path: string, code: string | null): Promise<void> => {
    const state = host().state();
    if (state.ok || state.error.code !== 'store_locked') return;
    const container = await readContainer(path);
    if (!container || container.header.keys === null || container.header.keys === undefined)
      throw new AppError('conflict', { reason: 'locked_needs_sheet' });
    if (code === null) throw new AppError('backup_locked', {});
  };
  const restarted = <T>(result: T): T => {
    onEvent({ type: 'storeRestarted' });
    return result;
  };
  return {
    cancel: jobs.cancel,
    handlers: {
      'backups.restore': ({ file, code, jobId = null }, caller) =>
        jobs.run(jobId, async (flag) => {
          const backupPath = tokens.pathOf(file);
          await requireSheet(backupPath, code);
          const entry = await entryOf('backups.restore', caller, basename(backupPath));
          return restarted(await restoreBackup({ ...steps(caller, entry, code, jobId, flag), backupPath }));
        }),
      'backups.undoRestore': async (_input, caller) => {
        const state = host().state();
        if (!state.ok && state.error.code === 'store_locked') throw new AppError('store_locked', {});
        const entry = await entryOf('backups.undoRestore', caller, null);
        return restarted(await undoRestore(steps(caller, entry, null, null, makeFlag())));
      },
      'backups.lastRestore': async () => {
        const last = await readLastRestore(swapSteps.storePath);
        return last && { at: last.at, file: last.file };
      },
    },
  };
};
