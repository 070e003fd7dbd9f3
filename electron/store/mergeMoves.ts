import type { MergeCount } from '../../shared/domain/mergeCounts.ts';
import type { CustomerId, MergeId } from '../../shared/types/ids.ts';
import { plainRows, plainRun } from './database.ts';
import type { StoreDatabase } from './database.ts';
import { mergeTables } from './mergePolicy.ts';
import type { MergeTable } from './mergePolicy.ts';

// The rows of one customer go over to another, table by table as mergePolicy says, and every changed value is written down.

export interface MergeSides {
  readonly survivorId: CustomerId;
  readonly otherId: CustomerId;
}
export interface Merge extends MergeSides {
  readonly mergeId: MergeId;
}

/** The tables whose rows go over. */
export type MovingTable = Extract<MergeTable, { policy: 'move' | 'unite' }>;
export const movingTables: readonly MovingTable[] = mergeTables.filter(
  (entry) => entry.policy === 'move' || entry.policy === 'unite',
);

export const keyOf = (entry: MovingTable): readonly string[] => entry.key ?? ['id'];

const on = (row: string, text: string): string => text.replaceAll('$.', `${row}.`);

/** Whether the survivor has the same row already. */
const isThere = ({ table, column, same }: Extract<MovingTable, { policy: 'unite' }>): string =>
  `EXISTS (SELECT 1 FROM "${table}" AS theirs WHERE theirs."${column}" = @survivor AND ${same
    .map((each) => `(${on('mine', each)}) IS (${on('theirs', each)})`)
    .join(' AND ')})`;

const moving = (entry: MovingTable): string =>
  [
    `mine."${entry.column}" = @other`,
    ...(entry.except === undefined ? [] : [`NOT (${on('mine', entry.except)})`]),
    ...(entry.policy === 'unite' ? [`NOT ${isThere(entry)}`] : []),
  ].join(' AND ');

const named = ({ survivorId, otherId }: MergeSides) => ({ survivor: survivorId, other: otherId });

/** What a merge would move, by the words of the preview; words without a row are left out. */
export const countMoves = (
  database: StoreDatabase,
  sides: MergeSides,
): { readonly what: MergeCount; readonly moving: number; readonly staying: number }[] => {
  const counts = new Map<MergeCount, { moving: number; staying: number }>();
  for (const entry of movingTables) {
    if (entry.counts === null) continue;
    const [row] = plainRows<{ total: number; moving: number }>(
      database,
      `SELECT count(*) AS total, ifnull(sum(${moving(entry)}), 0) AS moving FROM "${entry.table}" AS mine
       WHERE mine."${entry.column}" = @other AND @survivor IS NOT NULL`,
      named(sides),
    );
    if (!row || row.total === 0) continue;
    const known = counts.get(entry.counts) ?? { moving: 0, staying: 0 };
    counts.set(entry.counts, {
      moving: known.moving + row.moving,
      staying: known.staying + row.total - row.moving,
    });
  }
  return [...counts].map(([what, count]) => ({ what, ...count }));
};

export const columnsOf = (database: StoreDatabase, table: string): string[] =>
  plainRows<{ name: string }>(database, 'SELECT name FROM pragma_table_info(@table) ORDER BY cid', { table }).map(
    ({ name }) => name,
  );

/** A row of `mine` as JSON, with just these columns. */
const asJson = (columns: readonly string[]): string =>
  `json_object(${columns.map((column) => `'${column}', mine."${column}"`).join(', ')})`;

const nextPosition = '(SELECT ifnull(max(position), 0) FROM merge_moves WHERE merge_id = @mergeId)';

const moveTable = (database: StoreDatabase, merge: Merge, entry: MovingTable): void => {
  const { table, column } = entry;
  const key = keyOf(entry);
  const whole = entry.policy === 'unite' ? asJson(columnsOf(database, table)) : 'NULL';
  const values = { mergeId: merge.mergeId, ...named(merge) };
  const moved = plainRun(
    database,
    `INSERT INTO merge_moves (merge_id, position, table_name, row_key, column_name, before, after, whole_row)
     SELECT @mergeId, ${nextPosition} + row_number() OVER (), '${table}', ${asJson(key)}, '${column}',
       json_quote(@other), json_quote(@survivor), ${whole}
     FROM "${table}" AS mine WHERE ${moving(entry)}`,
    values,
  );
  if (moved === 0) return;
  plainRun(database, `UPDATE "${table}" SET "${column}" = @survivor WHERE "${column}" = @other AND ${inMoves(entry)}`, {
    ...values,
    table,
    column,
  });
};

/** The rows that a merge moved, named by its moves. The caller binds @mergeId, @table and @column. */
export const inMoves = (entry: MovingTable): string => {
  const key = keyOf(entry);
  return `(${key.map((column) => `"${column}"`).join(', ')}) IN (
    SELECT ${key.map((column) => `json_extract(row_key, '$.${column}')`).join(', ')} FROM merge_moves
    WHERE merge_id = @mergeId AND table_name = @table AND column_name = @column)`;
};

/** Moves everything of the other customer to the survivor, and writes down what moved. The merge must be marked as moving. */
export const moveRows = (database: StoreDatabase, merge: Merge): void => {
  for (const entry of movingTables) moveTable(database, merge, entry);
};

type StoredRow = Readonly<Record<string, string | number | null>>;

/** Tables of which a merge may change values, and the column that says whose a row is. */
const editedTables = [
  { table: 'customers', column: 'id' },
  { table: 'contact_methods', column: 'customer_id' },
  { table: 'important_dates', column: 'customer_id' },
] as const;

/** Counted up by every change: never put back. */
const countedUp: ReadonlySet<string> = new Set(['revision', 'changed_at']);

const rowsOf = (database: StoreDatabase, sides: MergeSides): Map<string, StoredRow> =>
  new Map(
    editedTables.flatMap(({ table, column }) =>
      plainRows<StoredRow>(database, `SELECT * FROM ${table} WHERE ${column} IN (@survivor, @other)`, named(sides)).map(
        (row): [string, StoredRow] => [`${table} ${row['id']}`, row],
      ),
    ),
  );

/** Does `work`, which changes values of either side and adds and deletes no row, and writes down every value it changed. */
export const recordEdits = (database: StoreDatabase, merge: Merge, work: () => void): void => {
  const before = rowsOf(database, merge);
  work();
  for (const [name, row] of rowsOf(database, merge)) {
    const known = before.get(name);
    if (!known) throw new Error(`a merge added a row: ${name}`);
    const [table = ''] = name.split(' ');
    for (const [column, value] of Object.entries(row)) {
      const was = known[column] ?? null;
      if (was === value || countedUp.has(column)) continue;
      plainRun(
        database,
        `INSERT INTO merge_moves (merge_id, position, table_name, row_key, column_name, before, after)
         VALUES (@mergeId, ${nextPosition} + 1, @table, json_object('id', @id), @column, json_quote(@was), json_quote(@value))`,
        { mergeId: merge.mergeId, table, id: row['id'] ?? null, column, was, value },
      );
    }
  }
};
