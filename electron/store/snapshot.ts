import type { StoreDatabase } from './database.ts';
import { appErrorFromSqlite } from './sqliteErrors.ts';

/** Several reads of one state of the store, on a read-only connection: nothing written meanwhile comes between them. */
export const snapshot = <T>({ connection }: StoreDatabase, work: () => T): T => {
  try {
    return connection.transaction(work).deferred();
  } catch (error) {
    throw appErrorFromSqlite(error);
  }
};
