import { existsSync } from 'node:fs';
import { copyFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { AppEvent, HandlerInput, NamesOfKind, OutputOf } from '../../shared/contract.ts';
import { AppError, unwrap } from '../../shared/errors.ts';
import type { AppErrorCode } from '../../shared/errors.ts';
import { instant } from '../../shared/types/time.ts';
import { jobId as toJobId } from '../../shared/types/ids.ts';
import { appErrorFromFile } from '../files/fileErrors.ts';
import { makeScratch, removeScratch, requireRoom } from '../files/scratch.ts';
import { syncFile } from '../files/sync.ts';
import type { StoreKey } from '../vault/vault.ts';
import { jobFlags } from './jobFlags.ts';
import { findBackups } from './findBackups.ts';
import type { Lock } from './lock.ts';
import { copyToQuarantine, dropEmptyQuarantine, makeQuarantine } from './quarantine.ts';
import { ownerSession } from './session.ts';
import type { Session } from './session.ts';
import type { Log, StoreHost, WorkerEntries } from './storeHost.ts';
import { clearSwap, makeSwapContent } from './storeSwap.ts';
import { swapStores } from './swapStores.ts';
import type { SwapSteps } from './swapStores.ts';
import type { PathTokens } from './tokens.ts';
import { withOwnThread } from './ownThread.ts';

type RescueName = Extract<NamesOfKind<'gate'>, `rescue.${string}`>;
type Report = OutputOf<'rescue.report'>;

export interface RescueParts {
  readonly lock: Lock;
  readonly swapSteps: SwapSteps;
  /** Opens the store also without the writes that its log has lost. */
  readonly startWithout: () => Promise<void>;
  readonly workers: WorkerEntries;
  readonly log: Log;
  readonly tokens: PathTokens;
  readonly onEvent: (event: AppEvent) => void;
  readonly host: () => StoreHost;
}

/** Errors that say: the store's own files are at fault. */
const damageCodes: ReadonlySet<AppErrorCode> = new Set([
  'db_corrupt',
  'db_not_database',
  'db_lost_writes',
  'keys_missing',
  'keys_damaged',
]);
export const isDamage = (code: AppErrorCode): boolean => damageCodes.has(code);
export const isDamagedState = (host: StoreHost): boolean => {
  const state = host.state();
  return !state.ok && isDamage(state.error.code);
};

const examinedSchema = z.object({
  lastWrittenAt: z.number().nullable(),
  customers: z.int().nullable(),
  visits: z.int().nullable(),
  isIndexOnly: z.boolean(),
});
const salvagedSchema = z.object({
  tables: z.array(z.object({ name: z.string(), kept: z.int(), expected: z.int().nullable() })),
  problems: z.array(z.string()),
});

const modifiedAt = async (path: string): Promise<number> => (await stat(path).catch(() => null))?.mtimeMs ?? 0;

/** What can be done about a store that does not open (R3). It runs in the gate: the store's own threads are stopped. */
export const rescueHandlers = (
  parts: RescueParts,
): {
  readonly handlers: {
    readonly [Name in RescueName]: (input: HandlerInput<Name>, by: { session: Session }) => Promise<OutputOf<Name>>;
  };
  cancel(jobId: string): boolean;
} => {
  const { lock, swapSteps, tokens, onEvent, host } = parts;
  const { storePath } = swapSteps;
  const jobs = jobFlags();
  const found = new Map<string, ReturnType<PathTokens['issue']>['token']>();
  /** One file keeps one token. */
  const tokenOf = (path: string): ReturnType<PathTokens['issue']>['token'] => {
    const token = found.get(path) ?? tokens.issue(path).token;
    found.set(path, token);
    return token;
  };
  let isBusy = false;
  let rescued: string | null = null;

  const alone = async <T>(operation: RescueName, work: () => Promise<T>): Promise<T> => {
    if (isBusy) throw new AppError('job_running', { operation });
    isBusy = true;
    try {
      return await work();
    } catch (error) {
      throw appErrorFromFile(error);
    } finally {
      isBusy = false;
    }
  };
  /** A thread of its own that has that file for its store. */
  const onThread = (
    path: string,
    storeKey: StoreKey | null,
    name: string,
    input: unknown,
    job: { readonly jobId: string; readonly cancelFlag: Int32Array<SharedArrayBuffer> } | null = null,
  ): Promise<unknown> =>
    withOwnThread(parts, { storePath: path, storeKey }, async (link) => {
      const call = { type: 'internal', name, input, session: ownerSession, paths: {} } as const;
      return unwrap(await link.call({ ...call, jobId: job?.jobId ?? null, cancelFlag: job?.cancelFlag ?? null }));
    });
  const requireDamaged = (): void => {
    if (!isDamagedState(host())) throw new AppError('conflict', { reason: 'store_is_open' });
  };
  const restarted = <T>(value: T): T => {
    onEvent({ type: 'storeRestarted' });
    return value;
  };
  /** Read once for each time the store was shut: the page asks again and again which sticks are there. */
  let known: { readonly of: StoreHost; readonly examined: ReturnType<typeof examine> } | null = null;
  const examineOnce = (): ReturnType<typeof examine> => {
    if (known?.of !== host()) known = { of: host(), examined: examine() };
    return known.examined;
  };
  const examine = async (): Promise<z.output<typeof examinedSchema> | null> => {
    if (!isDamagedState(host()) || !existsSync(storePath)) return null;
    return examinedSchema.parse(
      await onThread(storePath, lock.key(), 'rescue.examine', null).catch(() => ({
        lastWrittenAt: null,
        customers: null,
        visits: null,
        isIndexOnly: false,
      })),
    );
  };
  const lastWritten = async (said: number | null): Promise<Report['lastWrittenAt']> => {
    if (!existsSync(storePath)) return null;
    // What was written last may be what cannot be read: then the file tells.
    const changed = Math.max(await modifiedAt(storePath), await modifiedAt(`${storePath}-wal`));
    return instant(Math.round(said ?? changed));
  };

  const report = async (): Promise<Report> => {
    const examined = await examineOnce();
    const state = host().state();
    const lastWrittenAt = await lastWritten(examined?.lastWrittenAt ?? null);
    const isLost = !state.ok && state.error.code === 'db_lost_writes';
    return {
      lastWrittenAt,
      customers: examined?.customers ?? null,
      visits: examined?.visits ?? null,
      canRebuild: examined?.isIndexOnly ?? false,
      canSalvage: examined !== null && !isLost && examined.lastWrittenAt !== null,
      canContinue: isLost,
      backups: await findBackups({ storePath, tokenOf, own: lock.own(), lastWrittenAt }),
    };
  };

  return {
    cancel: jobs.cancel,
    handlers: {
      'rescue.report': async (_input, { session }) => {
        const isOpen = host().state().ok;
        if (isOpen && !session.permissions.includes('backups.restore'))
          throw new AppError('not_permitted', { permission: 'backups.restore' });
        return report();
      },
      'rescue.retry': () =>
        alone('rescue.retry', async () => {
          if (host().state().ok) return { isOpen: true };
          await swapSteps.stop();
          const state = await swapSteps.start();
          return state.ok ? restarted({ isOpen: true }) : { isOpen: false };
        }),
      'rescue.salvage': ({ jobId }) =>
        alone('rescue.salvage', async () => {
          requireDamaged();
          if (rescued !== null) await removeScratch(rescued).catch(() => undefined);
          const { size } = await stat(storePath);
          const scratch = await makeScratch(storePath, randomUUID());
          rescued = scratch;
          try {
            await requireRoom(scratch, size);
            const newPath = join(scratch, basename(storePath));
            const answer = await jobs.run(jobId, (cancelFlag) =>
              onThread(storePath, lock.key(), 'rescue.salvage', { newPath }, { jobId: toJobId(jobId), cancelFlag }),
            );
            const { tables, problems } = salvagedSchema.parse(answer);
            const lostRows = tables.reduce((sum, { kept, expected }) => sum + Math.max(0, (expected ?? kept) - kept), 0);
            return { file: problems.length === 0 ? tokens.issue(newPath).token : null, tables, lostRows, problems };
          } catch (error) {
            await removeScratch(scratch).catch(() => undefined);
            throw error;
          }
        }),
      'rescue.rebuildIndexes': () =>
        alone('rescue.rebuildIndexes', async () => {
          requireDamaged();
          await requireRoom(dirname(storePath), (await stat(storePath)).size * 2);
          const copy = join(await makeSwapContent(storePath), basename(storePath));
          try {
            for (const side of ['-wal', ''])
              if (existsSync(`${storePath}${side}`)) {
                await copyFile(`${storePath}${side}`, `${copy}${side}`);
                await syncFile(`${copy}${side}`);
              }
            await onThread(copy, lock.key(), 'rescue.rebuildIndexes', null);
          } catch (error) {
            await clearSwap(storePath).catch(() => undefined);
            throw error;
          }
          const keptAs = await makeQuarantine(storePath);
          try {
            await swapStores(swapSteps, basename(storePath), keptAs, { keepsIndex: true });
          } catch (error) {
            await dropEmptyQuarantine(keptAs);
            throw error;
          }
          return restarted({ keptAs });
        }),
      'rescue.continueWithout': () =>
        alone('rescue.continueWithout', async () => {
          const state = host().state();
          if (state.ok || state.error.code !== 'db_lost_writes') throw new AppError('conflict', { reason: 'store_is_open' });
          const keptAs = await copyToQuarantine(storePath);
          await parts.startWithout();
          return restarted({ keptAs });
        }),
    },
  };
};
