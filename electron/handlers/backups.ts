import { AppError } from '../../shared/errors.ts';
import { findUsualPlace, listPlaces, readStoreId, setUsualPlace } from '../store/backups.ts';
import { checkStore, lastCheckOf, registerCheck } from './backups/check.ts';
import { createBackup } from './backups/create.ts';
import { inspectBackup, verifyBackup } from './backups/proof.ts';
import { markBackupsRemoved, pageOfBackups, registerBackup } from './backups/register.ts';
import { isBackupDue, statusOf } from './backups/status.ts';
import type { HandlersOf, StoreContext, StudiesOf } from './context.ts';
import type { InternalCommands } from './internal.ts';

/** Queries and commands of the backups area. */
export const backupsHandlers: HandlersOf<'backups'> = {
  'backups.status': statusOf,
  'backups.lastCheck': lastCheckOf,
  'backups.list': (context, { offset, limit }) => pageOfBackups(context, offset, limit),
  'backups.places': ({ database }) =>
    listPlaces(database).map(({ id, folder, name, is_usual }) => ({ placeId: id, folder, name, isUsual: is_usual === 1 })),
  'backups.setUsualPlace': (context, { placeId }) => {
    const before = findUsualPlace(context.database)?.id ?? null;
    if (!setUsualPlace(context.database, placeId)) throw new AppError('not_found', { what: 'place' });
    context.changed(['backups'], []);
    return { before };
  },
};

/** Long work of the backups area. */
export const backupsStudies: StudiesOf<'backups'> = {
  'backups.create': (context, input) => createBackup(context, input),
  'backups.verify': verifyBackup,
  'backups.inspect': inspectBackup,
  'backups.due': isBackupDue,
  'backups.checkStore': checkStore,
};

/** What the engine asks the writer to write down. */
export const backupsInternal = {
  'backups.register': registerBackup,
  'backups.markRemoved': markBackupsRemoved,
  'backups.registerCheck': registerCheck,
  'backups.remembered': ({ database }: StoreContext): InternalCommands['backups.remembered']['output'] => ({
    storeId: readStoreId(database),
    folders: listPlaces(database).map(({ folder }) => folder),
  }),
} as const;
