import { existsSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { PROGRAM_VERSION } from '../../../shared/domain/backups/version.ts';
import { extractContainer, openContainer, readContainer } from '../../container/read.ts';
import { writeContainer } from '../../container/write.ts';
import { appErrorFromFile } from '../../files/fileErrors.ts';
import { makeScratch, noteTarget, removeScratch, removeWithParts, requireRoom, sweepScratch } from '../../files/scratch.ts';
import { syncFolder } from '../../files/sync.ts';
import { auditProblems, foreignKeyProblems, integrityProblems, withoutExamples } from '../../store/audit.ts';
import { countStore, readLastChange } from '../../store/backup.ts';
import type { StoreCounts } from '../../store/backup.ts';
import { readStoreId } from '../../store/backups.ts';
import { schemaVersion } from '../../store/dataVersion.ts';
import { withBackup } from '../../store/openBackup.ts';
import { appErrorFromSqlite } from '../../store/sqliteErrors.ts';
import { readKeyFile } from '../../vault/keyFile.ts';
import type { StudyContext } from '../context.ts';
import { copyBracketed, countProblem } from './copy.ts';
import type { Copied } from './copy.ts';
import { backupBaseName } from './fileName.ts';
import { backupInfoSchema } from './info.ts';
import type { BackupInfo } from './info.ts';
import { rotate } from './rotate.ts';
import { openersOf } from './source.ts';
import { giveName, removeStaleTemporaries, requireWritableFolder, temporaryPath } from './targetFolder.ts';

interface Place {
  readonly folder: string;
  readonly temporary: string;
  /** Beside the store: the copy on its way out, then the one that came back. */
  readonly scratch: string;
}

/** Room for what grows while it is copied, and for the folder's own records. */
const SLACK_BYTES = 64 * 1024;

const infoOf = (context: StudyContext, copy: string): Promise<BackupInfo> =>
  withBackup(copy, { storePath: copy, storeKey: context.storeKey }, (database) => {
    const { businessDate, at } = readLastChange(database);
    return backupInfoSchema.parse({
      shopName: context.settings().shopName,
      schemaVersion: schemaVersion(database),
      lastBusinessDate: businessDate,
      lastChangeAt: at,
      counts: countStore(database),
    });
  });

interface Written {
  readonly copied: Copied;
  readonly bytes: number;
  readonly parts: number;
  readonly isLocked: boolean;
}

/** Copies the store and writes the copy to the place; at most one copy lies beside the store at any time. */
const writeOut = async (
  context: StudyContext,
  backupId: string,
  place: Place,
  partBytes: number | undefined,
): Promise<Written> => {
  const { storePath, storeKey } = context;
  const copy = join(place.scratch, 'copy.db');
  const { size } = await stat(storePath);
  await requireRoom(place.scratch, size + SLACK_BYTES);
  context.progress('copy', 0, null);
  const copied = await copyBracketed(context, copy);
  context.throwIfCancelled();
  await requireRoom(place.folder, (await stat(copy)).size + SLACK_BYTES);
  const keys = storeKey === null ? null : await readKeyFile(storePath);
  if (storeKey !== null && keys === null) throw new AppError('keys_damaged', {});
  const info = await infoOf(context, copy);
  const content = {
    backupId,
    storeId: readStoreId(context.database),
    program: PROGRAM_VERSION,
    schema: info.schemaVersion,
    createdAt: context.now(),
    info,
  };
  const { bytes, parts } = await writeContainer(copy, place.temporary, {
    content,
    locked: storeKey && keys ? { storeKey, keys } : null,
    ...(partBytes !== undefined && { partBytes }),
    onBytes: (done, total) => {
      context.throwIfCancelled();
      context.progress('write', done, total);
    },
  });
  await rm(copy);
  return { copied, bytes, parts, isLocked: keys !== null };
};

interface Proof {
  readonly sha256: string;
  readonly counts: StoreCounts;
  readonly findings: readonly string[];
}

const notProven = (problem: string): AppError => new AppError('backup_not_verified', { problem });

/** Reads the backup back from its place, opens it as a stranger would, and throws backup_not_verified unless it holds what the store held. */
const prove = async (context: StudyContext, place: Place, { copied }: Written): Promise<Proof> => {
  const container = await readContainer(place.temporary);
  if (!container) throw notProven('header');
  const opened = await openContainer(container, await openersOf(context, null));
  const back = join(place.scratch, 'back.db');
  const sha256 = await extractContainer(opened, back, {
    onBytes: (done, total) => {
      context.throwIfCancelled();
      context.progress('read', done, total);
    },
  });
  context.progress('check', 0, null);
  return withBackup(back, { storePath: back, storeKey: opened.locked?.storeKey ?? null }, (database) => {
    const problem = integrityProblems(database)[0] ?? foreignKeyProblems(database)[0];
    if (problem !== undefined) throw notProven(problem);
    context.throwIfCancelled();
    const counts = countStore(database);
    const missing = countProblem(database, counts, copied);
    if (missing !== undefined) throw notProven(missing);
    if (JSON.stringify(counts) !== JSON.stringify(backupInfoSchema.parse(opened.info).counts)) throw notProven('counts');
    context.throwIfCancelled();
    return { sha256, counts, findings: auditProblems(database) };
  });
};

/** What a failure to read back says of a backup that nobody has touched: the place does not keep what it is given. */
const asUnproven = (error: unknown): unknown =>
  error instanceof AppError &&
  (error.code === 'backup_invalid' || error.code === 'db_corrupt' || error.code === 'db_not_database')
    ? notProven(typeof error.details['problem'] === 'string' ? error.details['problem'] : error.code)
    : error;

interface Asked {
  readonly backupId: string;
  readonly occasion: HandlerInput<'backups.create'>['occasion'];
  readonly partBytes: number | undefined;
}

const make = async (context: StudyContext, place: Place, asked: Asked): Promise<OutputOf<'backups.create'>> => {
  const { shopName, timeZone } = context.settings();
  const { backupId, occasion } = asked;
  const at = context.now();
  const written = await writeOut(context, backupId, place, asked.partBytes);
  const { bytes, parts, isLocked } = written;
  const { sha256, counts, findings } = await prove(context, place, written).catch((error: unknown) => {
    throw asUnproven(error);
  });
  context.throwIfCancelled();
  const file = await giveName(place.temporary, place.folder, backupBaseName(shopName, at, timeZone), parts);
  const path = join(place.folder, file);
  try {
    await syncFolder(place.folder);
    const isProven = findings.length === 0;
    await context.write('backups.register', {
      id: backupId,
      at,
      file,
      folder: place.folder,
      bytes,
      sha256,
      parts,
      occasion,
      result: isProven ? 'proven' : 'findings',
      problem: findings[0] === undefined ? null : withoutExamples(findings[0]),
      counts,
    });
    const removed = isProven ? await rotate(context, place.folder) : 0;
    context.progress('done', 1, 1);
    return { file: path, bytes, parts, sha256, verified: isProven, problems: [...findings], counts, at, isLocked, removed };
  } catch (error) {
    await removeWithParts(path);
    throw error;
  }
};

/** What could not be written to was the place, not the store; a stick that is pulled out fails in many ways and is then gone. */
const asPlaceError = (error: unknown, folder: string): unknown => {
  if (!existsSync(folder)) return new AppError('folder_missing', {});
  const known = appErrorFromFile(appErrorFromSqlite(error));
  // What was written there a moment ago is gone: so is the stick.
  if (known instanceof AppError && known.code === 'file_missing') return new AppError('folder_missing', {});
  if (known instanceof AppError && known.code === 'db_readonly') return new AppError('folder_readonly', known.details);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return !(known instanceof AppError) && typeof code === 'string' && /^E[A-Z]+$/.test(code) ? notProven(code) : known;
};

/** A try that failed by itself is written down: nobody sat before it. By hand the screen has said it already. */
const noteFailure = async (context: StudyContext, folder: string, asked: Asked, error: unknown): Promise<void> => {
  const code = error instanceof AppError ? error.code : 'internal';
  if (asked.occasion === 'hand' || code === 'cancelled') return;
  await context
    .write('backups.register', {
      id: asked.backupId,
      at: context.now(),
      file: '',
      folder,
      bytes: 0,
      sha256: '',
      parts: 0,
      occasion: asked.occasion,
      result: 'failed',
      problem: code,
      counts: null,
    })
    .catch(() => undefined);
};

/** One at a time: the second would need the room of the first. */
const running = new Set<string>();

/**
 * Writes a backup into the folder and proves it before it gets its name: forced to the disk, read back from there, decrypted, opened
 * again, integrity, keys, books and counts checked. Whatever fails, nothing of this backup stays and the earlier ones are untouched.
 * `partBytes` cuts it into smaller files than a FAT stick needs.
 * Errors: folder_missing, folder_readonly, disk_full, backup_not_verified, job_running, cancelled.
 */
export const createBackup = async (
  context: StudyContext,
  input: HandlerInput<'backups.create'>,
  partBytes?: number,
): Promise<OutputOf<'backups.create'>> => {
  if (running.has(context.storePath)) throw new AppError('job_running', { operation: 'backups.create' });
  running.add(context.storePath);
  try {
    return await createAlone(context, input, partBytes);
  } finally {
    running.delete(context.storePath);
  }
};

const createAlone = async (
  context: StudyContext,
  input: HandlerInput<'backups.create'>,
  partBytes: number | undefined,
): Promise<OutputOf<'backups.create'>> => {
  const folder = context.pathOf(input.folder);
  const backupId = context.newId();
  const asked: Asked = { backupId, occasion: input.occasion, partBytes };
  try {
    await requireWritableFolder(folder);
    await sweepScratch(context.storePath);
    await removeStaleTemporaries(folder, Date.now());
    const scratch = await makeScratch(context.storePath, backupId);
    const temporary = temporaryPath(folder, backupId);
    try {
      await noteTarget(scratch, temporary);
      return await make(context, { folder, temporary, scratch }, asked);
    } finally {
      await removeWithParts(temporary);
      await removeScratch(scratch).catch(() => undefined);
    }
  } catch (error) {
    const known = asPlaceError(error, folder);
    await noteFailure(context, folder, asked, known);
    throw known;
  }
};
