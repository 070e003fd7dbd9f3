import { createHash } from 'node:crypto';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { plainRows } from '../../electron/store/database.ts';

export interface DumpOptions {
  /** Tables to leave out. */
  readonly withoutTables?: readonly string[];
  /** Columns to leave out, in whatever table. */
  readonly withoutColumns?: readonly string[];
}

/** The audit log tells of a change and of its undoing: facts that are the same again have more of it. */
const telling: readonly string[] = ['audit_log', 'audit_head'];

/** Every row of every table of facts as text, sorted: two stores with the same dump hold the same facts. */
export const dumpStore = (database: StoreDatabase, options: DumpOptions = {}): readonly string[] => {
  const tables = plainRows<{ name: string }>(
    database,
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
  );
  return tables
    .filter(({ name }) => !telling.includes(name) && !options.withoutTables?.includes(name))
    .flatMap(({ name }) =>
      plainRows<Record<string, unknown>>(database, `SELECT * FROM main."${name}"`)
        .map((row) => Object.entries(row).filter(([column]) => !options.withoutColumns?.includes(column)))
        .map((entries) => `${name} ${JSON.stringify(Object.fromEntries(entries))}`)
        .sort(),
    );
};

/** The dump as one hash. */
export const storeHash = (database: StoreDatabase, options: DumpOptions = {}): string =>
  createHash('sha256').update(dumpStore(database, options).join('\n')).digest('hex');
