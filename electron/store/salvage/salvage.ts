import { AppError } from '../../../shared/errors.ts';
import { customerId } from '../../../shared/types/ids.ts';
import { auditProblems, foreignKeyProblems, integrityProblems } from '../audit.ts';
import { withDamaged } from '../damage.ts';
import { plainRows, plainRun, transaction } from '../database.ts';
import type { StoreDatabase } from '../database.ts';
import { migrate } from '../migrate.ts';
import { schemaVersion } from '../dataVersion.ts';
import { latestVersion, migrations } from '../migrations/index.ts';
import { closeStore, openStore } from '../open.ts';
import { appErrorFromSqlite } from '../sqliteErrors.ts';
import type { StoreKey } from '../storeKey.ts';
import { refreshSummaries } from '../summaries.ts';
import { settleForeignKeys, settleSums } from './repair.ts';
import { tablesToRescue } from './tables.ts';
import { isDamage, walkDamaged } from './walk.ts';
import type { Cell, DamagedTable } from './walk.ts';
import { quoted } from '../quoted.ts';

// What can be read of a damaged store goes into a new one, table by table, row by row round the pages that cannot be read (R3).

export interface SalvagedTable {
  readonly name: string;
  /** Rows in the new store. */
  readonly kept: number;
  /** Rows the damaged store had, by one of its indexes; null when none could be counted. */
  readonly expected: number | null;
}

export interface Salvaged {
  readonly tables: readonly SalvagedTable[];
  /** What the new store breaks of its own laws; none: it may be used. */
  readonly problems: readonly string[];
}

export interface SalvageSteps {
  readonly damagedPath: string;
  /** Where nothing is yet; the new store, locked with the same key. */
  readonly newPath: string;
  readonly key: StoreKey | null;
  readonly onTable: (done: number, total: number) => void;
  /** May throw to stop. */
  readonly pause: () => void;
}

const countOf = (database: StoreDatabase, table: string): number | null => {
  try {
    // SQLite counts along the smallest index, which may be whole where the table is not.
    return plainRows<{ total: number }>(database, `SELECT count(*) AS total FROM ${quoted(table)}`)[0]?.total ?? null;
  } catch {
    return null;
  }
};

/** The version the damaged store says it has; one whose first page is gone cannot be read at all. */
const versionOf = (damaged: StoreDatabase): number => {
  const version = schemaVersion(damaged);
  if (version === 0 || version > latestVersion) throw new AppError('db_corrupt', { problem: 'header' });
  return version;
};

/** Takes the triggers away, lets `work` fill the tables, and puts them back: what they would do was done once already. */
const withoutTriggers = (target: StoreDatabase, work: () => void): void => {
  const triggers = plainRows<{ name: string; sql: string }>(
    target,
    `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid`,
  );
  for (const { name } of triggers) target.connection.exec(`DROP TRIGGER ${quoted(name)}`);
  work();
  for (const { sql } of triggers) target.connection.exec(sql);
};

const copyTable = (damaged: StoreDatabase, target: StoreDatabase, table: DamagedTable, pause: () => void): void => {
  const marks = table.columns.map(() => '?').join(', ');
  const insert = target.connection.prepare<Cell[]>(
    `INSERT OR IGNORE INTO ${quoted(table.name)} (${table.columns.map(quoted).join(', ')}) VALUES (${marks})`,
  );
  transaction(target, () => {
    plainRun(target, `DELETE FROM ${quoted(table.name)}`);
    walkDamaged(
      damaged.connection,
      table,
      (row) => {
        try {
          insert.run(...row);
        } catch (error) {
          // A value no column of ours may hold: the row is as lost as one that cannot be read.
          if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT'))) throw error;
        }
      },
      pause,
    );
  });
};

const isInDamaged = (damaged: StoreDatabase, name: string): boolean => {
  try {
    return plainRows(damaged, 'SELECT 1 FROM pragma_table_info(@name)', { name }).length > 0;
  } catch (error) {
    if (error instanceof AppError && error.code === 'db_corrupt') return false;
    throw error;
  }
};

const fill = (damaged: StoreDatabase, target: StoreDatabase, { onTable, pause }: SalvageSteps): Map<string, number | null> => {
  const tables = tablesToRescue(target);
  const expected = new Map<string, number | null>();
  target.connection.pragma('foreign_keys = OFF');
  target.connection.pragma('synchronous = OFF');
  withoutTriggers(target, () => {
    for (const [index, table] of tables.entries()) {
      pause();
      onTable(index, tables.length);
      if (!isInDamaged(damaged, table.name)) continue;
      expected.set(table.name, countOf(damaged, table.name));
      copyTable(damaged, target, table, pause);
    }
    transaction(target, () => {
      settleForeignKeys(target);
      settleSums(target);
    });
  });
  target.connection.pragma('foreign_keys = ON');
  target.connection.pragma('synchronous = FULL');
  onTable(tables.length, tables.length);
  return expected;
};

const recount = (target: StoreDatabase): void => {
  migrate(target);
  transaction(target, () => {
    const ids = plainRows<{ id: string }>(target, 'SELECT id FROM customers').map(({ id }) => customerId(id));
    plainRun(target, 'DELETE FROM customer_summaries WHERE customer_id NOT IN (SELECT id FROM customers)');
    refreshSummaries(target, ids);
  });
  target.connection.pragma('wal_checkpoint(TRUNCATE)');
};

/**
 * Rescues what can be read of a damaged store that nobody has open, which stays as it is. The new store is brought to the newest version,
 * its sums are made anew and its laws are checked. Errors: db_corrupt (nothing can be read), disk_full, what `pause` throws.
 */
export const salvage = (steps: SalvageSteps): Salvaged => {
  const { damagedPath, newPath, key } = steps;
  try {
    return withDamaged(damagedPath, key, (damaged) => {
      const version = versionOf(damaged);
      const target = openStore(newPath, { key });
      try {
        migrate(
          target,
          migrations.filter((step) => step.version <= version),
        );
        const expected = fill(damaged, target, steps);
        recount(target);
        const problems = [...integrityProblems(target), ...foreignKeyProblems(target), ...auditProblems(target)];
        const tables = [...expected].map(([name, rows]) => {
          const kept = countOf(target, name) ?? 0;
          return { name, kept, expected: rows };
        });
        return { tables, problems };
      } finally {
        closeStore(target);
      }
    });
  } catch (error) {
    if (isDamage(error)) throw new AppError('db_corrupt', { problem: 'header' });
    throw appErrorFromSqlite(error);
  }
};
