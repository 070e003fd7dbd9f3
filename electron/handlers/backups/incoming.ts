import { z } from 'zod';
import { localDateSchema } from '../../../shared/contract/values.ts';
import { AppError } from '../../../shared/errors.ts';
import { businessDate, instant, localDate, onBusinessDay } from '../../../shared/types/time.ts';
import { auditProblems, foreignKeyProblems, integrityProblems } from '../../store/audit.ts';
import { hasAuditHead } from '../../store/auditLog.ts';
import { countStore, readLastChange } from '../../store/backup.ts';
import { transaction } from '../../store/database.ts';
import { changeKey } from '../../store/lockStore.ts';
import { migrate } from '../../store/migrate.ts';
import { schemaVersion } from '../../store/dataVersion.ts';
import { closeStore, openStore } from '../../store/open.ts';
import { withBackup } from '../../store/openBackup.ts';
import { readSettings } from '../../store/settings.ts';
import { recordAudit } from '../audit/record.ts';
import type { StudyContext } from '../context.ts';
import type { BackupInfo } from './info.ts';

// What the gate asks a thread of its own to do with a copy that is to become the store; the copy is that thread's store.

interface Proven {
  readonly problems: readonly string[];
  readonly content: BackupInfo | null;
}

/** Proves the copy as `backups.verify` would. One that cannot be opened at all is an error, by its name. */
const prove = (context: StudyContext): Promise<Proven> =>
  withBackup(context.storePath, { storePath: '', storeKey: context.storeKey }, (database) => {
    context.progress('check', 0, null);
    const damage = [...integrityProblems(database), ...foreignKeyProblems(database)];
    if (damage.length > 0) return { problems: damage, content: null };
    context.throwIfCancelled();
    const problems = auditProblems(database);
    const { businessDate, at } = readLastChange(database);
    const content: BackupInfo = {
      shopName: readSettings(database).shopName,
      schemaVersion: schemaVersion(database),
      lastBusinessDate: businessDate === null ? null : localDate(businessDate),
      lastChangeAt: at === null ? null : instant(at),
      counts: countStore(database),
    };
    return { problems, content };
  });

const restoredSchema = z.strictObject({
  operation: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
  staffName: z.string().nullable(),
  today: localDateSchema.nullable(),
});

/**
 * Writes into the copy that it was restored, by whom and from what: the entry takes the store's place together with it, and no cut between
 * the two can lose it (R192). Of an older version it is brought up to date first. Answers false where its own log takes no entry, which
 * somebody has tampered with: that is found by looking it through, and is no reason to keep a shop from its records.
 */
const recordRestore = (context: StudyContext, input: unknown): Promise<{ readonly isRecorded: boolean }> => {
  const { today: pretended, ...fact } = restoredSchema.parse(input);
  const copy = openStore(context.storePath, { key: context.storeKey });
  try {
    migrate(copy);
    const { timeZone, dayTurnHour } = readSettings(copy);
    const present = instant(Date.now());
    const today = pretended ?? businessDate(present, timeZone, dayTurnHour);
    const now = pretended === null ? present : onBusinessDay(present, pretended, timeZone, dayTurnHour);
    if (!hasAuditHead(copy)) return Promise.resolve({ isRecorded: false });
    transaction(copy, () => {
      recordAudit({ database: copy, actor: context.actor, now: () => now, today: () => today }, fact);
    });
    return Promise.resolve({ isRecorded: true });
  } finally {
    closeStore(copy);
  }
};

const keySchema = z.instanceof(Uint8Array);
export const incomingStudies = {
  'backups.prove': prove,
  'backups.recordRestore': recordRestore,
  'vault.changeKey': (context: StudyContext, input: unknown): Promise<null> => {
    if (context.storeKey === null) throw new AppError('internal', {});
    changeKey(context.storePath, context.storeKey, z.strictObject({ key: keySchema }).parse(input).key);
    return Promise.resolve(null);
  },
} as const;
