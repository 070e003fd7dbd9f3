import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import type { StoreDatabase } from '../../store/database.ts';
import { withBackup } from '../../store/openBackup.ts';
import { extractContainer, openContainer, readContainer, storeKeyOf } from '../../container/read.ts';
import type { OpenedContainer, Openers } from '../../container/read.ts';
import { liveFile } from '../../files/liveFile.ts';
import { isPlainStore } from '../../files/storeHeader.ts';
import { makeScratch, removeScratch, requireRoom, sweepScratch } from '../../files/scratch.ts';
import { readKeyFile } from '../../vault/keyFile.ts';
import type { StudyContext } from '../context.ts';

// A backup as a person hands it over: a file of our format, or a store as it is (an older backup, with its key beside it when it is
// locked).

/** What may open a backup here: the open shop's own key, and the words somebody typed. */
export const openersOf = async (context: StudyContext, code: string | null): Promise<Openers> => {
  const keys = context.storeKey === null ? null : await readKeyFile(context.storePath).catch(() => null);
  return { own: keys && context.storeKey ? { keyId: keys.keyId, storeKey: context.storeKey } : null, code };
};

/** Whether it is the store that is open, whatever it is called there; a file that belongs to it is none that could be read. */
export const isLive = ({ storePath }: StudyContext, path: string): boolean => {
  const found = liveFile(path, storePath);
  if (found === 'side') throw new AppError('file_unreadable', {});
  return found === 'store';
};

/** The backup of our format at a path, its header proven; null: something else lies there. */
export const openBackupFile = async (
  context: StudyContext,
  path: string,
  code: string | null,
): Promise<OpenedContainer | null> => {
  if (isLive(context, path)) return null;
  const container = await readContainer(path);
  return container && openContainer(container, await openersOf(context, code));
};

/** What opens a store that lies there as it is. Null: it is in the clear, or this shop's own key is to be tried. */
const keyOfStore = async (context: StudyContext, path: string, code: string | null): Promise<Uint8Array | null> => {
  if (!existsSync(path) || isLive(context, path) || isPlainStore(path)) return context.storeKey;
  const keys = await readKeyFile(path);
  return keys ? storeKeyOf(keys, await openersOf(context, code)) : context.storeKey;
};

const takeOut = async (
  container: OpenedContainer,
  context: StudyContext,
  phase: string,
): Promise<{ scratch: string; copy: string }> => {
  await sweepScratch(context.storePath);
  const scratch = await makeScratch(context.storePath, context.newId());
  try {
    await requireRoom(scratch, container.header.contentBytes);
    const copy = join(scratch, 'copy.db');
    await extractContainer(container, copy, {
      onBytes: (done, total) => {
        context.throwIfCancelled();
        context.progress(phase, done, total);
      },
    });
    return { scratch, copy };
  } catch (error) {
    await removeScratch(scratch).catch(() => undefined);
    throw error;
  }
};

/** Runs the work on what a backup holds; what had to be unpacked for it is gone afterwards. Errors: those of either kind of file. */
export const withBackupContent = async <T>(
  context: StudyContext,
  path: string,
  code: string | null,
  work: (database: StoreDatabase, container: OpenedContainer | null) => T | Promise<T>,
): Promise<T> => {
  const container = await openBackupFile(context, path, code);
  if (!container) {
    const storeKey = await keyOfStore(context, path, code);
    return withBackup(path, { storePath: context.storePath, storeKey }, (database) => work(database, null));
  }
  const { scratch, copy } = await takeOut(container, context, 'read');
  try {
    const storeKey = container.locked?.storeKey ?? null;
    return await withBackup(copy, { storePath: copy, storeKey }, (database) => work(database, container));
  } finally {
    await removeScratch(scratch);
  }
};
