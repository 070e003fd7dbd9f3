import type BetterSqlite3 from 'better-sqlite3';
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, sql } from 'kysely';
import type { Compilable, CompiledQuery, RawBuilder } from 'kysely';
import { appErrorFromSqlite } from './sqliteErrors.ts';
import type { Schema } from './schema.ts';
import type { StoreKey } from './storeKey.ts';

/**
 * kysely builds and types the SQL; better-sqlite3 runs it. The driver is synchronous, so a transaction is one function
 * call that nothing else can come between.
 */
export interface StoreDatabase {
  readonly connection: BetterSqlite3.Database;
  /** What its pages are locked with; null: it lies in the clear. */
  readonly key: StoreKey | null;
  /** Prepared statements by their SQL. */
  readonly statements: Map<string, BetterSqlite3.Statement<unknown[], unknown>>;
}

/** The typed query builder. It only compiles: pass what it builds to `rows`, `firstRow` or `execute`. */
export const sqlite = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** The statement is cached by its SQL, whose row type kysely derived from the schema: the map itself cannot know it. */
const statementFor = <Row>(database: StoreDatabase, text: string): BetterSqlite3.Statement<unknown[], Row> => {
  const known = database.statements.get(text);
  if (known) return known as BetterSqlite3.Statement<unknown[], Row>;
  const made = database.connection.prepare<unknown[], Row>(text);
  database.statements.set(text, made);
  return made;
};

const guarded = <T>(work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw appErrorFromSqlite(error);
  }
};

/** All rows of a query. */
export const rows = <Row>(database: StoreDatabase, query: Compilable<Row>): Row[] => runRows<Row>(database, query.compile());

/** The first row of a query, or undefined. */
export const firstRow = <Row>(database: StoreDatabase, query: Compilable<Row>): Row | undefined => rows(database, query)[0];

/** Runs a writing query; returns how many rows it changed. */
export const execute = (database: StoreDatabase, query: Compilable): number => {
  const compiled = query.compile();
  return guarded(() => statementFor(database, compiled.sql).run(...compiled.parameters).changes);
};

const runRows = <Row>(database: StoreDatabase, compiled: CompiledQuery<Row>): Row[] =>
  guarded(() => {
    // The row type is what kysely derived from the schema for exactly this SQL.
    return statementFor<Row>(database, compiled.sql).all(...compiled.parameters);
  });

/** A named parameter of a hot query: `where('id', '=', parameter<CustomerId>('id'))`. */
export const parameter = <T>(name: string): RawBuilder<T> => sql<T>`${sql.raw(`@${name}`)}`;

/** A hot query, built and compiled once, prepared once for each connection, run with named values. */
export interface HotQuery<Values extends object, Row> {
  rows(database: StoreDatabase, values: Values): Row[];
  first(database: StoreDatabase, values: Values): Row | undefined;
  run(database: StoreDatabase, values: Values): number;
  readonly sql: string;
}

/** Compiles once. For queries of the front desk, where building the SQL would cost more than running it. */
export const hotQuery = <Values extends object, Row = unknown>(query: Compilable<Row>): HotQuery<Values, Row> => {
  const compiled = query.compile();
  const prepared = new WeakMap<StoreDatabase, BetterSqlite3.Statement<unknown[], Row>>();
  const statement = (database: StoreDatabase): BetterSqlite3.Statement<unknown[], Row> => {
    const known = prepared.get(database);
    if (known) return known;
    const made = database.connection.prepare<unknown[], Row>(compiled.sql);
    prepared.set(database, made);
    return made;
  };
  return {
    sql: compiled.sql,
    rows: (database, values) => guarded(() => statement(database).all(...compiled.parameters, values)),
    first: (database, values) => guarded(() => statement(database).get(...compiled.parameters, values)),
    run: (database, values) => guarded(() => statement(database).run(...compiled.parameters, values).changes),
  };
};

/** Plain SQL where the builder would hide more than it shows (FTS, PRAGMA, bulk INSERT ... SELECT). */
export const plainRows = <Row>(database: StoreDatabase, text: string, values: object = {}): Row[] =>
  guarded(() => statementFor<Row>(database, text).all(values));

/** Like `plainRows`, one row at a time, until `visit` answers false. */
export const walkRows = <Row>(database: StoreDatabase, text: string, values: object, visit: (row: Row) => boolean): void => {
  guarded(() => {
    for (const row of statementFor<Row>(database, text).iterate(values)) if (!visit(row)) return;
  });
};

export const plainRun = (database: StoreDatabase, text: string, values: object = {}): number =>
  guarded(() => statementFor(database, text).run(values).changes);

/** One IMMEDIATE transaction: everything in `work` is written, or nothing is. Must not be nested. */
export const transaction = <T>(database: StoreDatabase, work: () => T): T => {
  try {
    return database.connection.transaction(work).immediate();
  } catch (error) {
    throw appErrorFromSqlite(error);
  }
};
