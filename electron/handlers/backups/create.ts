import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { copyStoreTo, countRows, countStore } from '../../store/backup.ts';
import type { StoreCounts } from '../../store/backup.ts';
import { dataVersion } from '../../store/dataVersion.ts';
import { plainRun } from '../../store/database.ts';
import type { StoreDatabase } from '../../store/database.ts';
import { fileSha256 } from '../../store/fileDigest.ts';
import { closeStore, openStore } from '../../store/open.ts';
import { withBackup } from '../../store/openBackup.ts';
import { appErrorFromSqlite } from '../../store/sqliteErrors.ts';
import { foreignKeyProblems, integrityProblems } from '../../store/audit.ts';
import type { StudyContext } from '../context.ts';
import { backupBaseName } from './fileName.ts';
import {
  giveName,
  removeStaleTemporaries,
  removeTemporary,
  requireWritableFolder,
  syncFile,
  syncFolder,
  temporaryPath,
} from './targetFolder.ts';

/** What the source held at one moment, and the mark by which to see that it has not changed since. */
interface Tally {
  readonly version: number;
  readonly rows: ReadonlyMap<string, number>;
  readonly counts: StoreCounts;
}

const tally = (database: StoreDatabase): Tally => {
  plainRun(database, 'BEGIN');
  try {
    // The first read fixes the moment; the mark is of that same moment.
    const counts = countStore(database);
    return { version: dataVersion(database), rows: countRows(database), counts };
  } finally {
    plainRun(database, 'COMMIT');
  }
};

/** Somebody keeps writing during every copy: after this many the last one is judged by its range. */
const MOST_COPIES = 3;

/** What the engine works out anew at any time, fewer rows or more. */
const derivedTables: ReadonlySet<string> = new Set(['reminders', 'callback_queue', 'customer_classes', 'engine_runs']);

const differingTable = (copy: ReadonlyMap<string, number>, before: Tally, after: Tally): string | undefined =>
  [...new Set([...before.rows.keys(), ...copy.keys()])].find((table) => {
    if (before.version !== after.version && derivedTables.has(table)) return false;
    const rows = copy.get(table) ?? -1;
    const [one, other] = [before.rows.get(table) ?? -1, after.rows.get(table) ?? -1];
    return rows < Math.min(one, other) || rows > Math.max(one, other);
  });

interface Copied {
  readonly before: Tally;
  readonly after: Tally;
}

/**
 * Copies the store and brackets the copy between two counts of the source. VACUUM cannot share a transaction with a count,
 * so the copy is taken again when somebody wrote in between; then both counts are the same and the copy must equal them.
 */
const copyBracketed = async (context: StudyContext, path: string): Promise<Copied> => {
  // A connection of its own: another study may be in the middle of a transaction on the shared one.
  const database = openStore(context.storePath, { isReadonly: true });
  try {
    return await copyUntilStill(context, database, path);
  } finally {
    closeStore(database);
  }
};

const copyUntilStill = async (context: StudyContext, database: StoreDatabase, path: string): Promise<Copied> => {
  for (let copies = 1; ; copies += 1) {
    context.throwIfCancelled();
    const before = tally(database);
    copyStoreTo(database, path);
    const after = tally(database);
    if (after.version === before.version || copies === MOST_COPIES) return { before, after };
    await removeTemporary(path);
  }
};

/** Opens the copy as a stranger would and throws backup_not_verified unless it is whole and holds what the source held. */
const prove = (context: StudyContext, path: string, { before, after }: Copied): Promise<StoreCounts> =>
  withBackup(path, context.storePath, (copy) => {
    const problem = integrityProblems(copy)[0] ?? foreignKeyProblems(copy)[0];
    if (problem !== undefined) throw new AppError('backup_not_verified', { problem });
    context.throwIfCancelled();
    const table = differingTable(countRows(copy), before, after);
    if (table !== undefined) throw new AppError('backup_not_verified', { problem: `counts: ${table}` });
    const counts = countStore(copy);
    const isSame = JSON.stringify(counts) === JSON.stringify(before.counts);
    if (before.version === after.version && !isSame) throw new AppError('backup_not_verified', { problem: 'counts' });
    return counts;
  });

const STEPS = 4;

const write = async (context: StudyContext, folder: string, temporary: string): Promise<OutputOf<'backups.create'>> => {
  const { shopName, timeZone } = context.settings();
  const at = context.now();
  context.progress('copy', 0, STEPS);
  const copied = await copyBracketed(context, temporary);
  await syncFile(temporary);
  context.throwIfCancelled();
  context.progress('check', 1, STEPS);
  const counts = await prove(context, temporary, copied);
  context.throwIfCancelled();
  context.progress('digest', 2, STEPS);
  const sha256 = await fileSha256(temporary, context.throwIfCancelled);
  const file = await giveName(temporary, folder, backupBaseName(shopName, at, timeZone));
  const path = join(folder, file);
  try {
    await syncFolder(folder);
    context.progress('register', 3, STEPS);
    const { size: bytes } = await stat(path);
    await context.write('backups.register', { file, folder, bytes, sha256 });
    context.progress('done', STEPS, STEPS);
    return { file: path, bytes, sha256, verified: true, counts, at };
  } catch (error) {
    await rm(path, { force: true }).catch(() => undefined);
    throw error;
  }
};

/**
 * Writes a backup into the folder and proves it before it gets its name: synced, opened again, integrity, keys and counts
 * checked, digest taken. Whatever fails, nothing of this backup stays and the earlier ones are untouched.
 * Errors: folder_missing, folder_readonly, disk_full, backup_not_verified, cancelled.
 */
export const createBackup = async (
  context: StudyContext,
  input: HandlerInput<'backups.create'>,
): Promise<OutputOf<'backups.create'>> => {
  const folder = context.pathOf(input.folder);
  await requireWritableFolder(folder);
  await removeStaleTemporaries(folder, Date.now());
  const temporary = temporaryPath(folder, context.newId());
  try {
    return await write(context, folder, temporary);
  } catch (error) {
    throw asFolderError(appErrorFromSqlite(error));
  } finally {
    await removeTemporary(temporary);
  }
};

/** What could not be written to was the folder, not the store. */
const asFolderError = (error: unknown): unknown =>
  error instanceof AppError && error.code === 'db_readonly' ? new AppError('folder_readonly', error.details) : error;
