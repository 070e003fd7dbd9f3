import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { instant, localDate } from '../../../shared/types/time.ts';
import { requireAllParts } from '../../container/read.ts';
import { wholePath } from '../../container/parts.ts';
import { auditProblems, foreignKeyProblems, integrityProblems, quickProblems } from '../../store/audit.ts';
import { countStore, readLastChange } from '../../store/backup.ts';
import { findBackupByFile } from '../../store/backups.ts';
import type { StoreDatabase } from '../../store/database.ts';
import { fileSha256 } from '../../store/fileDigest.ts';
import { schemaVersion } from '../../store/dataVersion.ts';
import { latestVersion } from '../../store/migrations/index.ts';
import { readSettings } from '../../store/settings.ts';
import type { StudyContext } from '../context.ts';
import { backupInfoSchema } from './info.ts';
import { isLive, openBackupFile, withBackupContent } from './source.ts';

const STEPS = 4;

/** The digest of a backup this store has written itself: any changed bit is found, also where SQLite sees nothing wrong. */
const digestProblems = async (context: StudyContext, path: string): Promise<readonly string[]> => {
  const known = isLive(context, path) ? undefined : knownBackup(context, basename(path));
  if (!known) return [];
  const sha256 = await fileSha256(path, context.throwIfCancelled);
  if (sha256 === known.sha256) return [];
  return [`checksum: the file is not what was written on ${new Date(known.at).toISOString()}`];
};

/** A store that cannot be read knows nothing about its backups; that must not keep a person from checking one. */
const knownBackup = (context: StudyContext, file: string): ReturnType<typeof findBackupByFile> => {
  try {
    return findBackupByFile(context.database, file);
  } catch {
    return undefined;
  }
};

const proofOf = (context: StudyContext, database: StoreDatabase): OutputOf<'backups.verify'> => {
  context.progress('integrity', 1, STEPS);
  const damage = [...integrityProblems(database), ...foreignKeyProblems(database)];
  context.throwIfCancelled();
  context.progress('audits', 2, STEPS);
  const problems = [...damage, ...auditProblems(database)];
  context.throwIfCancelled();
  context.progress('counts', 3, STEPS);
  return { ok: problems.length === 0, problems, counts: countsOf(database) };
};

const countsOf = (database: StoreDatabase): OutputOf<'backups.verify'>['counts'] => {
  try {
    return countStore(database);
  } catch {
    return null;
  }
};

/** What a file that is no readable store is called in the list of problems. */
const unreadable: Readonly<Record<string, string>> = {
  file_empty: 'unreadable: the file is empty',
  file_unreadable: 'unreadable: this is not a file that can be read',
  db_not_database: 'unreadable: this is not a store of this program',
  db_corrupt: 'unreadable: the file is damaged',
  backup_invalid: 'unreadable: the backup is damaged, cut or altered',
  backup_part_missing: 'unreadable: a part of the backup is missing',
  keys_damaged: 'unreadable: the file with its key is damaged',
  db_readonly: 'unreadable: the file cannot be opened',
};

const asProblem = (error: unknown): string => {
  if (!(error instanceof AppError)) throw error;
  if (error.code === 'db_from_future')
    return `version: made by a newer version of this program (${String(error.details['version'])}; this one reads up to ${String(error.details['supported'])})`;
  const text = unreadable[error.code];
  if (text === undefined) throw error;
  return text;
};

/** Where the file of an older backup is a store as it is, its bytes are compared with what was written. */
const proofWithDigest = async (context: StudyContext, path: string, code: string | null): Promise<OutputOf<'backups.verify'>> => {
  const { proof, isContainer } = await withBackupContent(context, path, code, (database, container) => ({
    proof: proofOf(context, database),
    isContainer: container !== null,
  }));
  const problems = [...(isContainer ? [] : await digestProblems(context, path)), ...proof.problems];
  return { ok: problems.length === 0, problems, counts: proof.counts };
};

/**
 * Proves a backup, or any store: every byte of it, integrity, foreign keys, and the laws of the books recounted over
 * everyone. A damaged file is an answer, not an error. Errors: file_missing, backup_locked, key_wrong, token_unknown, cancelled.
 */
export const verifyBackup = async (
  context: StudyContext,
  input: HandlerInput<'backups.verify'>,
): Promise<OutputOf<'backups.verify'>> => {
  context.progress('read', 0, null);
  try {
    const proof = await proofWithDigest(context, context.pathOf(input.file), input.code);
    context.progress('done', STEPS, STEPS);
    return proof;
  } catch (error) {
    return { ok: false, problems: [asProblem(error)], counts: null };
  }
};

/** What the open store holds; null where there is none to read. */
const presentOf = (context: StudyContext): OutputOf<'backups.inspect'>['present'] => {
  try {
    const { at } = readLastChange(context.database);
    return { lastChangeAt: at === null ? null : instant(at), counts: countStore(context.database) };
  } catch {
    return null;
  }
};

const insideStore = (
  context: StudyContext,
  path: string,
  code: string | null,
): Promise<Omit<OutputOf<'backups.inspect'>, 'present'>> =>
  withBackupContent(context, path, code, async (database) => {
    const { businessDate, at } = readLastChange(database);
    return {
      fileName: basename(path),
      bytes: (await stat(path)).size,
      problems: [...quickProblems(database)],
      createdAt: null,
      program: null,
      isLocked: database.key !== null,
      shopName: readSettings(database).shopName,
      schemaVersion: schemaVersion(database),
      lastBusinessDate: businessDate === null ? null : localDate(businessDate),
      lastChangeAt: at === null ? null : instant(at),
      counts: countStore(database),
    };
  });

/**
 * A look inside before restoring: whose shop, up to which day, how much of what. Of a backup of our format only the header is read,
 * which is proven by itself, and whether all of it is there.
 * Errors: file_missing, file_empty, file_unreadable, db_not_database, db_corrupt, db_from_future, backup_invalid, backup_locked, backup_part_missing, key_wrong.
 */
export const inspectBackup = async (
  context: StudyContext,
  input: HandlerInput<'backups.inspect'>,
): Promise<OutputOf<'backups.inspect'>> => {
  const path = context.pathOf(input.file);
  const container = await openBackupFile(context, path, input.code);
  if (!container) return { ...(await insideStore(context, path, input.code)), present: presentOf(context) };
  await requireAllParts(container);
  const { header, bytes, locked, info } = container;
  if (header.schema > latestVersion) throw new AppError('db_from_future', { version: header.schema, supported: latestVersion });
  return {
    ...backupInfoSchema.parse(info),
    fileName: basename(wholePath(path)),
    bytes,
    problems: [],
    createdAt: instant(header.createdAt),
    program: header.program,
    isLocked: locked !== null,
    present: presentOf(context),
  };
};
