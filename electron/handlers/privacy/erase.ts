import { z } from 'zod';
import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { customerId as toCustomerId, erasureId as toErasureId } from '../../../shared/types/ids.ts';
import type { CustomerId, ErasureId } from '../../../shared/types/ids.ts';
import { addToErasedFile, erasedFileBeside } from '../../files/erasedFile.ts';
import { removeCopiesBeside } from '../../files/copiesBeside.ts';
import { amongCustomers, deleteCustomers, withMergedAway } from '../../store/bin.ts';
import { findCustomerById } from '../../store/customers.ts';
import { plainRun, transaction } from '../../store/database.ts';
import { insertErasure, listErased } from '../../store/erasures.ts';
import { blankFreeSpace } from '../../store/freeSpace.ts';
import { migrate } from '../../store/migrate.ts';
import { closeStore, openStore } from '../../store/open.ts';
import { removeStaleScratches } from '../../store/scratch.ts';
import { forgetSearchIndex } from '../../store/searchIndex.ts';
import { recordAudit } from '../audit/record.ts';
import type { StoreContext, StudyContext } from '../context.ts';
import { makeFreshBackup } from './freshBackup.ts';
import { refuseField } from '../refuseField.ts';

/** What the engine asks the writer to do. */
export const eraseInternal = {
  /** The deleting itself, in one transaction: the same way as the bin's purge, and the ids are kept. */
  'privacy.eraseCustomers': (
    context: StoreContext,
    { customerIds }: { readonly customerIds: readonly CustomerId[] },
  ): { id: ErasureId } => {
    const id = toErasureId(context.newId());
    deleteCustomers(context.database, customerIds);
    insertErasure(
      context.database,
      { id, at: context.now(), business_date: context.today(), staff_id: context.actor.staffId },
      customerIds,
    );
    recordAudit(context, { operation: 'privacy.erase', customerIds });
    forgetSearchIndex(context.database);
    context.changed(['customers', 'visits', 'points', 'segments', 'callbacks', 'merges', 'imports', 'customerViews', 'privacy']);
    return { id };
  },
  /** Drops the pages the writer keeps in memory: their unused space may hold what the file no longer does. */
  'privacy.forgetCache': ({ database }: StoreContext): null => {
    database.connection.pragma('shrink_memory');
    return null;
  },
} as const;

/** How often the WAL is tried to be emptied while somebody reads at length. */
const MOST_TRIES = 5;

const cleanFiles = async (context: StudyContext): Promise<{ copiesDeleted: number; isClean: boolean }> => {
  const copiesDeleted = await removeCopiesBeside(context.storePath);
  removeStaleScratches(context.storePath);
  // A connection of its own that may write: the engine's cannot empty the WAL, and the writer's is the desk's.
  const database = openStore(context.storePath, { isShared: true, key: context.storeKey });
  try {
    let isClean = false;
    for (let tries = 0; tries < MOST_TRIES && !isClean; tries += 1) {
      const result = await blankFreeSpace(
        database,
        (done, total) => {
          context.progress('blank', done, total);
        },
        async () => {
          await context.write('privacy.forgetCache', null);
        },
      );
      isClean = result.isClean;
    }
    return { copiesDeleted, isClean };
  } finally {
    closeStore(database);
  }
};

/** Everything after the deleting; safe to run again. */
const cleanUp = async (context: StudyContext): Promise<OutputOf<'privacy.finishErasure'>> => {
  const erased = listErased(context.database);
  await addToErasedFile(erasedFileBeside(context.storePath), erased);
  const cleaned = await cleanFiles(context);
  context.progress('backup', 0, null);
  const backup = await makeFreshBackup(context, erased);
  return { ...cleaned, backup };
};

/** Erases a person; see the contract. */
export const erasePerson = async (
  context: StudyContext,
  { customerId, typed }: HandlerInput<'privacy.erase'>,
): Promise<OutputOf<'privacy.erase'>> => {
  const row = findCustomerById(context.database, customerId);
  if (!row) throw new AppError('not_found', { what: 'customer' });
  if (row.merged_into_id !== null) throw new AppError('conflict', { reason: 'customer_merged', customerId: row.merged_into_id });
  if (typed.trim() !== row.name.trim()) refuseField('typed', 'name_differs');
  context.progress('delete', 0, null);
  const customerIds = withMergedAway(context.database, [customerId]);
  const { id } = await context.write('privacy.eraseCustomers', { customerIds });
  forgetSearchIndex(context.database);
  return { erasureId: id, ...(await cleanUp(context)) };
};

export const finishErasure = async (context: StudyContext): Promise<OutputOf<'privacy.finishErasure'>> => {
  const cleaned = await cleanUp(context);
  await context.write('audit.record', { operation: 'privacy.finishErasure', details: { backup: cleaned.backup.state } });
  return cleaned;
};

const erasedIdsSchema = z.object({ customerIds: z.array(z.string().transform(toCustomerId)) });

/**
 * Erases again whoever was erased, in a copy that nobody has open and that is to become the store: an older backup does not bring them
 * back. The copy is written anew as a whole, so that nothing stays in its unused space. Answers how many it still held.
 */
export const eraseAgain = (context: StudyContext, input: unknown): Promise<{ readonly erased: number }> => {
  const { customerIds } = erasedIdsSchema.parse(input);
  const copy = openStore(context.storePath, { key: context.storeKey });
  try {
    // Whatever knows of a person is deleted by the tables of today; those of an older version have to be there first.
    migrate(copy);
    const held = amongCustomers(copy, customerIds);
    if (held.length > 0) {
      transaction(copy, () => deleteCustomers(copy, held));
      plainRun(copy, 'VACUUM');
    }
    return Promise.resolve({ erased: held.length });
  } finally {
    closeStore(copy);
  }
};
