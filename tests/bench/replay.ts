import type BetterSqlite3 from 'better-sqlite3';
import type { StoreDatabase } from '../../electron/store/database.ts';

/** One run of a statement, as our own code asked for it. */
export interface RecordedRun {
  readonly text: string;
  readonly method: 'all' | 'get';
  readonly values: readonly unknown[];
}

const isMethod = (name: unknown): name is RecordedRun['method'] => name === 'all' || name === 'get';

/** Does the work once over a connection that notes every reading statement and its values. */
export const recordStatements = (database: StoreDatabase, work: (recording: StoreDatabase) => unknown): RecordedRun[] => {
  const runs: RecordedRun[] = [];
  const prepare = (text: string): unknown =>
    new Proxy(database.connection.prepare(text), {
      get: (statement, name) => {
        const found: unknown = Reflect.get(statement, name);
        if (typeof found !== 'function') return found;
        return (...values: unknown[]): unknown => {
          if (isMethod(name)) runs.push({ text, method: name, values });
          return Reflect.apply(found, statement, values);
        };
      },
    });
  const connection = new Proxy(database.connection, {
    get: (target, name) => {
      if (name === 'prepare') return prepare;
      const found: unknown = Reflect.get(target, name);
      return typeof found === 'function' ? (...values: unknown[]): unknown => Reflect.apply(found, target, values) : found;
    },
  });
  work({ connection, key: null, statements: new Map() });
  return runs;
};

export type Prepared = Map<string, BetterSqlite3.Statement<unknown[], unknown>>;

/**
 * The control: the same statements with the same values, each text prepared once, run with nothing of ours around them. Replays
 * of many customers share `known`, as ours shares its own.
 */
export const replayOf = (
  connection: BetterSqlite3.Database,
  runs: readonly RecordedRun[],
  known: Prepared = new Map(),
): (() => void) => {
  const prepared = runs.map(({ text, method, values }) => {
    const statement = known.get(text) ?? connection.prepare<unknown[], unknown>(text);
    known.set(text, statement);
    return method === 'all' ? () => statement.all(...values) : () => statement.get(...values);
  });
  return () => {
    for (const run of prepared) run();
  };
};
