import type { MergeCount } from '../../shared/domain/mergeCounts.ts';
import type { MergeId } from '../../shared/types/ids.ts';
import { plainRows, plainRun } from './database.ts';
import type { StoreDatabase } from './database.ts';
import { inMoves, keyOf, movingTables } from './mergeMoves.ts';
import type { Merge, MovingTable } from './mergeMoves.ts';

// Parting two customers again: what a merge wrote down goes back, what came after it stays where it was made.

type Scalar = string | number | null;
type StoredRow = Readonly<Record<string, Scalar>>;

interface Move {
  readonly position: number;
  readonly table_name: string;
  readonly row_key: string;
  readonly column_name: string;
  readonly before: string;
  readonly after: string;
  readonly whole_row: string | null;
}

const isRow = (value: unknown): value is StoredRow =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((each) => each === null || typeof each === 'string' || typeof each === 'number');

const rowOf = (text: string): StoredRow => {
  const row: unknown = JSON.parse(text);
  if (!isRow(row)) throw new Error('a merge wrote down what is no row');
  return row;
};

/** A value goes back where it is still the one the merge wrote, and where nobody else was given it since (a card number). */
const putBack = (database: StoreDatabase, move: Move): boolean => {
  const key = rowOf(move.row_key);
  const conditions = Object.keys(key).map((column) => `"${column}" = @key_${column}`);
  const values = Object.fromEntries(Object.entries(key).map(([column, value]) => [`key_${column}`, value]));
  return (
    plainRun(
      database,
      `UPDATE OR IGNORE "${move.table_name}" SET "${move.column_name}" = json_extract(@before, '$')
       WHERE ${conditions.join(' AND ')} AND "${move.column_name}" IS json_extract(@after, '$')`,
      { ...values, before: move.before, after: move.after },
    ) > 0
  );
};

const movesOf = (database: StoreDatabase, mergeId: MergeId): Move[] =>
  plainRows<Move>(
    database,
    `SELECT position, table_name, row_key, column_name, before, after, whole_row FROM merge_moves
     WHERE merge_id = @mergeId ORDER BY position DESC`,
    { mergeId },
  );

const isRowMove = ({ survivorId, otherId }: Merge, move: Move): boolean =>
  move.before === JSON.stringify(otherId) && move.after === JSON.stringify(survivorId);

/** Facts go back together, and with them what was written since about one of them. */
const moveFactsBack = (database: StoreDatabase, merge: Merge): void => {
  const values = { mergeId: merge.mergeId, survivor: merge.survivorId, other: merge.otherId };
  const facts = movingTables.filter((entry) => entry.policy === 'move');
  for (const entry of facts) {
    const { table, column } = entry;
    plainRun(database, `UPDATE "${table}" SET "${column}" = @other WHERE "${column}" = @survivor AND ${inMoves(entry)}`, {
      ...values,
      table,
      column,
    });
  }
  const moveFollowing = (): number =>
    facts
      .flatMap(({ table, column, follows = [] }) => follows.map((followed) => ({ table, column, followed })))
      .reduce(
        (moved, { table, column, followed }) =>
          moved +
          plainRun(
            database,
            `UPDATE "${table}" SET "${column}" = @other WHERE "${column}" = @survivor
             AND "${followed.column}" IN (SELECT id FROM "${followed.table}" WHERE "${column}" = @other)
             AND NOT (${followed.unless ?? 'false'})`,
            values,
          ),
        0,
      );
  // What follows may be followed in turn: a return of a spending, and the reversal of that return.
  while (moveFollowing() > 0);
};

/** What the row refers to (a tag, a field) may have been deleted since: then it cannot come back. */
const isReferenceGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY';

const insertRow = (database: StoreDatabase, table: string, row: StoredRow): void => {
  const columns = Object.keys(row);
  plainRun(
    database,
    `INSERT OR IGNORE INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${columns
      .map((column) => `@${column}`)
      .join(', ')})`,
    row,
  );
};

/**
 * A row that a person may have edited. Unedited it goes back; edited it stays, and the other side gets the row of before the merge;
 * deleted, the other side gets its row again. A row that the other side has again by now is left alone. Returns whether a copy was made.
 */
const moveRowBack = (
  database: StoreDatabase,
  { survivorId, otherId }: Merge,
  entry: MovingTable,
  move: Move,
  newId: () => string,
): boolean => {
  const { table, column } = entry;
  const before = rowOf(move.whole_row ?? '{}');
  const conditions = keyOf(entry).map((name) => `"${name}" = @${name}`);
  const where = `"${column}" = @owner AND ${conditions.join(' AND ')}`;
  const values = { ...rowOf(move.row_key), owner: survivorId };
  const [present] = plainRows<StoredRow>(database, `SELECT * FROM "${table}" WHERE ${where}`, values);
  const isSame = present && Object.entries(before).every(([name, value]) => name === column || present[name] === value);
  if (isSame === true) {
    plainRun(database, `UPDATE OR IGNORE "${table}" SET "${column}" = @other WHERE ${where}`, { ...values, other: otherId });
    return false;
  }
  const hasOwnId = keyOf(entry).includes('id');
  try {
    insertRow(database, table, present && hasOwnId ? { ...before, id: newId() } : before);
  } catch (error) {
    if (!isReferenceGone(error)) throw error;
  }
  return present !== undefined;
};

/** What could not simply go back. */
export interface LeftByUndo {
  readonly keptColumns: readonly string[];
  readonly copied: ReadonlyMap<MergeCount, number>;
}

/**
 * Gives both customers back what was theirs. Values edited since stay; rows edited since stay, and the other gets its own of before;
 * what was recorded since stays with the survivor, but for what stands for a fact that goes back. The merge must be marked as moving.
 */
export const undoMoves = (database: StoreDatabase, merge: Merge, newId: () => string): LeftByUndo => {
  const keptColumns: string[] = [];
  const copied = new Map<MergeCount, number>();
  const moves = movesOf(database, merge.mergeId);
  for (const move of moves)
    if (!isRowMove(merge, move) && !putBack(database, move) && move.table_name === 'customers')
      keptColumns.push(move.column_name);
  for (const move of moves) {
    const entry = movingTables.find(({ table, column }) => table === move.table_name && column === move.column_name);
    if (move.whole_row === null || entry === undefined || !isRowMove(merge, move)) continue;
    if (moveRowBack(database, merge, entry, move, newId)) {
      const what = entry.counts ?? 'other';
      copied.set(what, (copied.get(what) ?? 0) + 1);
    }
  }
  moveFactsBack(database, merge);
  plainRun(database, 'DELETE FROM merge_moves WHERE merge_id = @mergeId', { mergeId: merge.mergeId });
  return { keptColumns, copied };
};
