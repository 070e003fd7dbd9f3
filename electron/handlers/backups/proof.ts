import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { instant, localDate } from '../../../shared/types/time.ts';
import { auditProblems, foreignKeyProblems, integrityProblems, quickProblems } from '../../store/audit.ts';
import { countStore, findBackupByFile, readLastChange } from '../../store/backup.ts';
import type { StoreDatabase } from '../../store/database.ts';
import { fileSha256 } from '../../store/fileDigest.ts';
import { schemaVersion } from '../../store/migrate.ts';
import { withBackup } from '../../store/openBackup.ts';
import { readSettings } from '../../store/settings.ts';
import type { StudyContext } from '../context.ts';

const STEPS = 4;

/** The digest of a backup this store has written itself: any changed bit is found, also where SQLite sees nothing wrong. */
const digestProblems = async (context: StudyContext, path: string): Promise<readonly string[]> => {
  const known = knownBackup(context, basename(path));
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

/**
 * Proves a backup, or any store: digest where it is known, integrity, foreign keys, and the laws of the books recounted over
 * everyone. A damaged file is an answer, not an error. Errors: file_missing, token_unknown, cancelled.
 */
export const verifyBackup = async (
  context: StudyContext,
  input: HandlerInput<'backups.verify'>,
): Promise<OutputOf<'backups.verify'>> => {
  const path = context.pathOf(input.file);
  context.progress('digest', 0, STEPS);
  try {
    const proof = await withBackup(path, context.storePath, (database) => proofOf(context, database));
    const problems = [...(await digestProblems(context, path)), ...proof.problems];
    context.progress('done', STEPS, STEPS);
    return { ok: problems.length === 0, problems, counts: proof.counts };
  } catch (error) {
    return { ok: false, problems: [asProblem(error)], counts: null };
  }
};

/**
 * A look inside before restoring: whose shop, up to which day, how much of what.
 * Errors: file_missing, file_empty, file_unreadable, db_not_database, db_corrupt, db_from_future.
 */
export const inspectBackup = async (
  context: StudyContext,
  input: HandlerInput<'backups.inspect'>,
): Promise<OutputOf<'backups.inspect'>> => {
  const path = context.pathOf(input.file);
  return withBackup(path, context.storePath, async (database) => {
    const { businessDate, at } = readLastChange(database);
    return {
      fileName: basename(path),
      bytes: (await stat(path)).size,
      problems: [...quickProblems(database)],
      shopName: readSettings(database).shopName,
      schemaVersion: schemaVersion(database),
      lastBusinessDate: businessDate === null ? null : localDate(businessDate),
      lastChangeAt: at === null ? null : instant(at),
      counts: countStore(database),
    };
  });
};
