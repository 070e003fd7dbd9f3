import type { StoreDatabase } from '../store/database.ts';
import { warmSearchIndex } from '../store/searchIndex.ts';

/** The first list comes first. */
const BEGIN_AFTER_MILLISECONDS = 1000;
/** Between two steps the front desk gets its turn. */
const PAUSE_MILLISECONDS = 10;

/**
 * Makes the search index while nobody waits, one small step between the messages. A step that fails (the store is locked, the
 * disk is gone) ends it: the first search makes the index itself, and tells. Keeps no process alive.
 */
export const warmSearchInBackground = (database: StoreDatabase): void => {
  const steps = warmSearchIndex(database);
  const next = (): void => {
    if (!database.connection.open) return;
    try {
      if (steps.next().done !== true) setTimeout(next, PAUSE_MILLISECONDS).unref();
    } catch {
      steps.return();
    }
  };
  setTimeout(next, BEGIN_AFTER_MILLISECONDS).unref();
};
