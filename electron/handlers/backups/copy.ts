import { rm } from 'node:fs/promises';
import { countRows, countStore, copyStoreTo } from '../../store/backup.ts';
import type { StoreCounts } from '../../store/backup.ts';
import { dataVersion } from '../../store/dataVersion.ts';
import { plainRun } from '../../store/database.ts';
import type { StoreDatabase } from '../../store/database.ts';
import { closeStore, openStore } from '../../store/open.ts';
import type { StudyContext } from '../context.ts';

// The copy of one moment that a backup is made of, and what the store held round that moment.

/** What the source held at one moment, and the mark by which to see that it has not changed since. */
interface Tally {
  readonly version: number;
  readonly rows: ReadonlyMap<string, number>;
  readonly counts: StoreCounts;
}

const tally = (database: StoreDatabase): Tally => {
  plainRun(database, 'BEGIN');
  try {
    // The first read fixes the moment; the mark is of that same moment.
    const counts = countStore(database);
    return { version: dataVersion(database), rows: countRows(database), counts };
  } finally {
    plainRun(database, 'COMMIT');
  }
};

/** Somebody keeps writing during every copy: after this many the last one is judged by its range. */
const MOST_COPIES = 3;

/** What the engine works out anew at any time, fewer rows or more. */
const derivedTables: ReadonlySet<string> = new Set(['reminders', 'callback_queue', 'customer_classes', 'engine_runs']);

export interface Copied {
  readonly before: Tally;
  readonly after: Tally;
}

/** The table whose rows in the copy are fewer or more than the store ever had round that moment. */
const differingTable = (copy: ReadonlyMap<string, number>, { before, after }: Copied): string | undefined =>
  [...new Set([...before.rows.keys(), ...copy.keys()])].find((table) => {
    if (before.version !== after.version && derivedTables.has(table)) return false;
    const rows = copy.get(table) ?? -1;
    const [one, other] = [before.rows.get(table) ?? -1, after.rows.get(table) ?? -1];
    return rows < Math.min(one, other) || rows > Math.max(one, other);
  });

/** What is missing in a copy or too much in it; undefined: it holds what the store held. */
export const countProblem = (copy: StoreDatabase, counts: StoreCounts, copied: Copied): string | undefined => {
  const table = differingTable(countRows(copy), copied);
  if (table !== undefined) return `counts: ${table}`;
  const isStill = copied.before.version === copied.after.version;
  return isStill && JSON.stringify(counts) !== JSON.stringify(copied.before.counts) ? 'counts' : undefined;
};

/**
 * Copies the store and brackets the copy between two counts of the source. VACUUM cannot share a transaction with a count,
 * so the copy is taken again when somebody wrote in between; then both counts are the same and the copy must equal them.
 */
export const copyBracketed = async (context: StudyContext, path: string): Promise<Copied> => {
  // A connection of its own: another study may be in the middle of a transaction on the shared one.
  const database = openStore(context.storePath, { isReadonly: true, isShared: true, key: context.storeKey });
  try {
    return await copyUntilStill(context, database, path);
  } finally {
    closeStore(database);
  }
};

const copyUntilStill = async (context: StudyContext, database: StoreDatabase, path: string): Promise<Copied> => {
  let before = tally(database);
  for (let copies = 1; ; copies += 1) {
    context.throwIfCancelled();
    copyStoreTo(database, path);
    const after = tally(database);
    if (after.version === before.version || copies === MOST_COPIES) return { before, after };
    before = after;
    for (const side of ['', '-journal']) await rm(`${path}${side}`, { force: true });
  }
};
