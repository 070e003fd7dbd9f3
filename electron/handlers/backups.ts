import { businessDate, daysBetween } from '../../shared/types/time.ts';
import { findLatestBackup, insertBackup } from '../store/backup.ts';
import { createBackup } from './backups/create.ts';
import { inspectBackup, verifyBackup } from './backups/proof.ts';
import type { HandlersOf, StoreContext, StudiesOf } from './context.ts';
import type { InternalCommands } from './internal.ts';

/** Queries of the backups area. */
export const backupsHandlers: HandlersOf<'backups'> = {
  'backups.status': (context) => {
    const latest = findLatestBackup(context.database);
    if (!latest) return { last: null, daysSince: null };
    const { at, file, bytes, folder } = latest;
    const { timeZone, dayTurnHour } = context.settings();
    // A clock that was put back must not give a negative number of days.
    const daysSince = Math.max(0, daysBetween(businessDate(at, timeZone, dayTurnHour), context.today()));
    return { last: { at, file, bytes, folder }, daysSince };
  },
};

/** Long work of the backups area. */
export const backupsStudies: StudiesOf<'backups'> = {
  'backups.create': createBackup,
  'backups.verify': verifyBackup,
  'backups.inspect': inspectBackup,
};

/** What the engine asks the writer to write down. */
export const backupsInternal = {
  'backups.register': (context: StoreContext, input: InternalCommands['backups.register']['input']): null => {
    insertBackup(context.database, { ...input, id: context.newId(), at: context.now() });
    context.changed(['backups'], []);
    return null;
  },
} as const;
