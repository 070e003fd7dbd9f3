import { existsSync, statSync } from 'node:fs';
import { copyFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { backupContentSchema } from '../../shared/contract/backups.ts';
import { AppError, unwrap } from '../../shared/errors.ts';
import type { AppEvent } from '../../shared/contract.ts';
import { jobId as toJobId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { wholePath } from '../container/parts.ts';
import { extractContainer, openContainer, readContainer, storeKeyOf } from '../container/read.ts';
import { liveFile } from '../files/liveFile.ts';
import { requireRoom } from '../files/scratch.ts';
import { isPlainStore } from '../files/storeHeader.ts';
import { syncFile } from '../files/sync.ts';
import { keyFilePath, readKeyFile, writeKeyFile } from '../vault/keyFile.ts';
import type { KeyFile } from '../vault/keyFile.ts';
import type { StoreKey } from '../vault/vault.ts';
import type { Lock } from './lock.ts';
import { eraseAgain } from './eraseAgain.ts';
import type { Session } from './session.ts';
import type { Log, WorkerEntries } from './storeHost.ts';
import { makeSwapContent } from './storeSwap.ts';
import { withOwnThread } from './ownThread.ts';

// A backup's content on its way to becoming the store: unpacked on the store's own disk, proven there, locked as this shop is locked.

export interface BringInParts {
  readonly storePath: string;
  readonly backupPath: string;
  readonly code: string | null;
  readonly lock: Lock;
  readonly workers: WorkerEntries;
  readonly log: Log;
  readonly jobId: string | null;
  /** Becomes 1 when the person cancels. */
  readonly cancelFlag: Int32Array<SharedArrayBuffer>;
  readonly onEvent: (event: AppEvent) => void;
  /** What the open store knows against a file that is a store as it is; null: nothing, or it is not open. */
  readonly knownProblem: (path: string) => Promise<string | null>;
  /** Who restores, and the entry that the audit log of the store to come begins with. */
  readonly by: Session;
  readonly entry: RestoreEntry;
}

export interface RestoreEntry {
  readonly operation: string;
  readonly details: Readonly<Record<string, string | number>>;
  readonly staffName: string | null;
  /** The business day that the program pretends; null is the clock's. */
  readonly today: LocalDate | null;
}

export interface BroughtIn {
  /** Its name among the content of the swap folder. */
  readonly file: string;
  readonly content: z.output<typeof backupContentSchema>;
  /** Which key its pages are locked with, where that is not this shop's: it comes along. */
  readonly adopts: { readonly keys: KeyFile; readonly storeKey: StoreKey } | null;
}

const proofSchema = z.object({ problems: z.array(z.string()), content: backupContentSchema.nullable() });
const recordedSchema = z.object({ isRecorded: z.boolean() });
const isFilled = (path: string): boolean => existsSync(path) && statSync(path).size > 0;

const throwIfCancelled = ({ cancelFlag }: BringInParts): void => {
  if (Atomics.load(cancelFlag, 0) === 1) throw new AppError('cancelled', {});
};

interface Unpacked {
  readonly copy: string;
  readonly locked: { readonly keys: KeyFile | null; readonly storeKey: StoreKey } | null;
}

/** Unpacks a backup of our format; null: it is something else. */
const unpack = async (parts: BringInParts): Promise<Unpacked | null> => {
  const { storePath, backupPath, code, lock, jobId, onEvent } = parts;
  const container = await readContainer(backupPath);
  if (!container) return null;
  const opened = await openContainer(container, { own: lock.own(), code });
  await requireRoom(dirname(storePath), container.header.contentBytes);
  const copy = join(await makeSwapContent(storePath), `${basename(wholePath(backupPath))}.db`);
  let lastTold = 0;
  await extractContainer(opened, copy, {
    onBytes: (done, total) => {
      throwIfCancelled(parts);
      if (jobId === null || (Date.now() - lastTold < 80 && done !== total)) return;
      lastTold = Date.now();
      onEvent({ type: 'progress', jobId: toJobId(jobId), phase: 'read', done, total });
    },
  });
  await syncFile(copy);
  return { copy, locked: opened.locked };
};

/** Copies a store that lies there as it is. A WAL beside it (of one that was cut off, not of a backup) belongs to it. */
const copyStore = async ({ storePath, backupPath, code, lock }: BringInParts): Promise<Unpacked> => {
  if (!existsSync(backupPath)) throw new AppError('file_missing', {});
  if (!statSync(backupPath).isFile()) throw new AppError('file_unreadable', {});
  if (!isFilled(backupPath)) throw new AppError('file_empty', {});
  const keys = isPlainStore(backupPath) ? null : await readKeyFile(backupPath);
  const own = lock.own();
  const storeKey = keys ? await storeKeyOf(keys, { own, code }) : (own?.storeKey ?? null);
  await requireRoom(dirname(storePath), statSync(backupPath).size);
  const copy = join(await makeSwapContent(storePath), basename(backupPath));
  for (const side of ['-wal', ''])
    if (side === '' || isFilled(`${backupPath}${side}`)) {
      await copyFile(`${backupPath}${side}`, `${copy}${side}`);
      await syncFile(`${copy}${side}`);
    }
  return { copy, locked: storeKey && !isPlainStore(backupPath) ? { keys, storeKey } : null };
};

type Ask = (name: string, input: unknown) => Promise<unknown>;

/** Works with a thread of its own, that has the copy for its store. */
const withThread = <T>(
  parts: BringInParts,
  copy: string,
  storeKey: StoreKey | null,
  work: (ask: Ask) => Promise<T>,
): Promise<T> => {
  const { jobId, cancelFlag, by } = parts;
  return withOwnThread(parts, { storePath: copy, storeKey }, (link) =>
    work(async (name, input) =>
      unwrap(await link.call({ type: 'internal', name, input, session: by, paths: {}, jobId, cancelFlag })),
    ),
  );
};

/**
 * Unpacks a backup beside the store, proves every law of it, lets what must not come back be taken out, and locks it as this shop is
 * locked. Errors: conflict (live_store), file_missing, file_empty, file_unreadable, db_not_database, db_corrupt, db_from_future, backup_invalid, backup_locked,
 * backup_part_missing, key_wrong, disk_full, cancelled.
 */
export const bringIn = async (parts: BringInParts): Promise<BroughtIn> => {
  const { lock, backupPath, storePath } = parts;
  // Its threads have it open: not even its first bytes may be read past SQLite.
  if (liveFile(backupPath, storePath) !== null) throw new AppError('conflict', { reason: 'live_store' });
  const unpacked = await unpack(parts);
  const isFormat = unpacked !== null;
  const { copy, locked } = unpacked ?? (await copyStore(parts));
  throwIfCancelled(parts);
  const copyKey = locked?.storeKey ?? null;
  const own = lock.own();
  const known = isFormat ? null : await parts.knownProblem(backupPath);
  if (known !== null) throw new AppError('backup_invalid', { problem: known });
  const isOurs = own !== null && copyKey !== null && Buffer.from(own.storeKey).equals(Buffer.from(copyKey));
  // A copy in the clear is read as it is, whatever the key.
  const content = await withThread(parts, copy, copyKey ?? own?.storeKey ?? null, async (ask) => {
    const proof = proofSchema.parse(await ask('backups.prove', null));
    if (proof.problems[0] !== undefined || !proof.content)
      throw new AppError('backup_invalid', { problem: proof.problems[0] ?? 'unreadable' });
    await eraseAgain(parts, (customerIds) => ask('privacy.eraseAgain', { customerIds }));
    throwIfCancelled(parts);
    const { isRecorded } = recordedSchema.parse(await ask('backups.recordRestore', parts.entry));
    if (!isRecorded)
      parts.log.error(`${parts.entry.operation} is not in the audit log: the log that was brought back takes no entry`);
    if (own && !isOurs) await (copyKey === null ? ask('vault.lockPages', null) : ask('vault.changeKey', { key: own.storeKey }));
    return proof.content;
  });
  await syncFile(copy);
  const file = basename(copy);
  if (own || !locked?.keys) return { file, content, adopts: null };
  const adopts = { keys: await lock.sealedHere(locked.keys, locked.storeKey), storeKey: locked.storeKey };
  await writeKeyFile(copy, adopts.keys);
  return { file, content, adopts };
};

/** The sealed key of the store of before goes where that store goes. */
export const keepKeysBeside = async (lock: Lock, storePath: string, keptAs: string): Promise<void> => {
  if (existsSync(keyFilePath(storePath)) && !lock.isPlain()) await copyFile(keyFilePath(storePath), keyFilePath(keptAs));
};
export const dropKeysBeside = (keptAs: string): Promise<void> => rm(keyFilePath(keptAs), { force: true });
