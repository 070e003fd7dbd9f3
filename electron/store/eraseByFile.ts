import { AppError } from '../../shared/errors.ts';
import { customerId } from '../../shared/types/ids.ts';
import { removeCopiesBesideNow } from '../files/copiesBeside.ts';
import { erasedFileBeside, readErasedFile } from '../files/erasedFile.ts';
import { amongCustomers, deleteCustomers } from './bin.ts';
import { plainRows, plainRun, transaction } from './database.ts';
import type { StoreDatabase } from './database.ts';
import { addErased } from './erasures.ts';

/**
 * Erases again, at the opening of a store, whoever the list beside it names (R190): somebody may have put an older copy in its place by
 * hand. The copies kept beside it go too: one may have been made of it before it was brought up to date. Costs nothing where nobody was erased. A damaged list is passed over here: the store of the same shop holds the ids too, and the
 * desk has to open.
 */
export const eraseByFile = (database: StoreDatabase): void => {
  try {
    const ids = readErasedFile(erasedFileBeside(database.connection.name)).map(customerId);
    if (ids.length === 0) return;
    const held = amongCustomers(database, ids);
    transaction(database, () => {
      if (held.length > 0) deleteCustomers(database, held);
      addErased(database, ids);
    });
    if (held.length === 0) return;
    plainRun(database, 'VACUUM');
    // What was deleted lies in the log until it is emptied, and in whatever copy was just made of the store as it was put there.
    plainRows(database, 'PRAGMA wal_checkpoint(TRUNCATE)');
    removeCopiesBesideNow(database.connection.name);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'file_unreadable')) throw error;
  }
};
