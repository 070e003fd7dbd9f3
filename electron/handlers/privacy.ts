import { AppError } from '../../shared/errors.ts';
import { exportId } from '../../shared/types/ids.ts';
import { cents, points } from '../../shared/types/amounts.ts';
import { withMergedAway } from '../store/bin.ts';
import { findCustomerById } from '../store/customers.ts';
import { findUsualFolder, listBackupsBefore, listErasures, readAnonymousSums } from '../store/erasures.ts';
import { listEntriesOf, sumsOfVisits } from '../store/personalHistory.ts';
import { readPersonalRows } from '../store/personalTables.ts';
import { insertExport } from '../store/exports.ts';
import { recordAudit } from './audit/record.ts';
import type { HandlersOf, StoreContext, StudiesOf } from './context.ts';
import type { InternalCommands } from './internal.ts';
import { readConsents, recordConsent, undoConsent } from './privacy/consents.ts';
import { eraseAgain, eraseInternal, erasePerson, finishErasure } from './privacy/erase.ts';
import { backupsOfErasedInternal, deleteOlderBackups } from './privacy/freshBackup.ts';
import { writePersonFile } from './privacy/personFile.ts';
import { makeStatement } from './privacy/statement.ts';
import { acknowledgeTraining, seatTraining, trainingOverview } from './privacy/training.ts';

export const privacyHandlers: HandlersOf<'privacy'> = {
  'privacy.consents': (context, { customerId }) => readConsents(context, customerId),
  'privacy.recordConsent': recordConsent,
  'privacy.undoConsent': (context, input) => {
    undoConsent(context, input);
    return {};
  },
  'privacy.surveyErasure': (context, { customerId }) => {
    const { database } = context;
    const row = findCustomerById(database, customerId);
    if (!row) throw new AppError('not_found', { what: 'customer' });
    const ids = withMergedAway(database, [customerId]);
    const tables = readPersonalRows(database, ids);
    const { visits, spendCents } = sumsOfVisits(database, ids);
    return {
      name: row.name,
      number: row.number,
      mergedCards: ids.length - 1,
      visits,
      spendCents: cents(spendCents),
      pointsBalance: points(listEntriesOf(database, customerId, 0).balance),
      files: tables.get('attachments')?.length ?? 0,
      rows: [...tables.values()].reduce((sum, rows) => sum + rows.length, 0),
      backupFolder: findUsualFolder(database),
    };
  },
  'privacy.erasures': ({ database }) => {
    const { isDue, older } = listBackupsBefore(database);
    const { visits, spendCents } = readAnonymousSums(database);
    return {
      rows: listErasures(database).map(({ id, at, customers, staff_name: staffName }) => ({ id, at, customers, staffName })),
      isBackupDue: isDue,
      olderBackups: older.map(({ file, folder, at }) => ({ fileName: file, folder, at })),
      anonymousVisits: visits,
      anonymousCents: cents(spendCents),
    };
  },
  'privacy.training': (context) => seatTraining(context),
  'privacy.acknowledgeTraining': acknowledgeTraining,
  'privacy.trainingOverview': (context) => trainingOverview(context),
};

/** Long work of the privacy area (R190, R194). */
export const privacyStudies: StudiesOf<'privacy'> = {
  'privacy.statement': makeStatement,
  'privacy.personFile': writePersonFile,
  'privacy.erase': erasePerson,
  'privacy.finishErasure': (context) => finishErasure(context),
  'privacy.deleteOlderBackups': (context) => deleteOlderBackups(context),
};

/** What the engine asks the writer to write down. */
export const privacyInternal = {
  ...eraseInternal,
  ...backupsOfErasedInternal,
  /** That a file about one person left the shop. */
  'privacy.registerFile': (context: StoreContext, input: InternalCommands['privacy.registerFile']['input']): null => {
    const { kind, customerId, columns, fileName } = input;
    insertExport(context.database, {
      id: exportId(context.newId()),
      at: context.now(),
      kind,
      format: kind === 'person' ? 'zip' : 'pdf',
      row_count: 1,
      columns: JSON.stringify(columns),
      file_name: fileName,
      staff_id: context.actor.staffId,
    });
    const operation = kind === 'person' ? 'privacy.personFile' : 'privacy.statement';
    recordAudit(context, { operation, customerIds: [customerId] });
    context.changed(['exports'], []);
    return null;
  },
} as const;

/** What the gate asks a thread of its own to do with a copy that is to become the store. */
export const privacyInternalStudies = { 'privacy.eraseAgain': eraseAgain } as const;
