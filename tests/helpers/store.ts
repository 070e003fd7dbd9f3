import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { ChangedEvent, StoreContext, StudyContext } from '../../electron/handlers/context.ts';
import { permissions } from '../../shared/contract/operation.ts';
import { AppError } from '../../shared/errors.ts';
import type { PathToken } from '../../shared/types/ids.ts';
import { instant, localDate } from '../../shared/types/time.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import type { InternalCommands } from '../../electron/handlers/internal.ts';
import { transaction } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { migrate } from '../../electron/store/migrate.ts';
import { closeStore, openStore, prepareConnection } from '../../electron/store/open.ts';
import { readSettings } from '../../electron/store/settings.ts';

/** The clock of a test store: assign to `now` and `today` to let time pass. Nothing else moves it. */
export interface TestClock {
  now: Instant;
  today: LocalDate;
}

export interface TestStore {
  readonly database: StoreDatabase;
  readonly context: StoreContext;
  readonly clock: TestClock;
  /** What handlers said has changed, oldest first. */
  readonly events: ChangedEvent[];
  readonly path: string;
  /** Runs the work as a command runs: one transaction, all or nothing. */
  command<T>(work: () => T): T;
  close(): void;
}

/** 2026-11-21 10:00 in Asia/Shanghai, the default zone. */
export const TEST_NOW = instant(Date.UTC(2026, 10, 21, 2));
export const TEST_TODAY = localDate('2026-11-21');

/** UUIDv7 in form, ordered by the clock and then by a counter: the same ids in every run. */
const makeIds = (clock: TestClock): (() => string) => {
  let made = 0;
  return () => {
    made += 1;
    const time = clock.now.toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${made.toString(16).padStart(12, '0')}`;
  };
};

let template: Buffer | null = null;

/** The bytes of an empty store at the newest schema. Migrated once a process: two dozen steps cost more than most tests. */
export const emptyStore = (): Buffer => {
  if (template === null) {
    const database = openStore(':memory:');
    migrate(database);
    template = database.connection.serialize();
    closeStore(database);
  }
  return template;
};

const openInMemory = (): StoreDatabase => {
  const connection = new BetterSqlite3(emptyStore());
  prepareConnection(connection, false);
  return { connection, key: null, statements: new Map() };
};

const openOnDisk = (path: string): StoreDatabase => {
  writeFileSync(path, emptyStore());
  return openStore(path);
};

/** A new store at the newest schema in memory, or with `onDisk` in a folder of its own that `close` removes. */
export const openTestStore = (options: { onDisk?: boolean; today?: LocalDate; now?: Instant } = {}): TestStore => {
  const folder = options.onDisk === true ? mkdtempSync(join(tmpdir(), 'regulars-test-')) : null;
  const path = folder === null ? ':memory:' : join(folder, 'shop.regulars');
  const database = folder === null ? openInMemory() : openOnDisk(path);
  const clock: TestClock = { now: options.now ?? TEST_NOW, today: options.today ?? TEST_TODAY };
  const events: ChangedEvent[] = [];
  const context: StoreContext = {
    database,
    actor: { staffId: null, permissions },
    now: () => clock.now,
    today: () => clock.today,
    newId: makeIds(clock),
    settings: () => readSettings(database),
    audited: () => undefined,
    changed: (topics, customerIds = null) => {
      events.push({ type: 'changed', topics: [...topics], customerIds: customerIds && [...customerIds] });
    },
  };
  return {
    database,
    context,
    clock,
    events,
    path,
    command: (work) => transaction(database, work),
    close: () => {
      closeStore(database);
      if (folder !== null) rmSync(folder, { recursive: true });
    },
  };
};

type InternalHandlers = {
  readonly [Name in keyof InternalCommands]?: (
    context: StoreContext,
    input: InternalCommands[Name]['input'],
  ) => InternalCommands[Name]['output'];
};

export interface TestStudy {
  readonly context: StudyContext;
  /** [phase, done, total], oldest first. */
  readonly progress: [string, number, number | null][];
  /** The study stops at its next look. */
  cancel(): void;
  /** The next one does not. */
  resume(): void;
  close(): void;
}

/** A study's side of a store opened with `onDisk`: a read-only connection whose writes run the given internal handlers. */
export const openTestStudy = (
  store: TestStore,
  internal: InternalHandlers = {},
  paths: Readonly<Record<string, string>> = {},
): TestStudy => {
  const database = openStore(store.path, { isReadonly: true });
  const progress: [string, number, number | null][] = [];
  let isCancelled = false;
  return {
    progress,
    cancel: () => {
      isCancelled = true;
    },
    resume: () => {
      isCancelled = false;
    },
    close: () => {
      closeStore(database);
    },
    context: {
      ...store.context,
      database,
      settings: () => readSettings(database),
      storePath: store.path,
      sheetReader: new URL('../../electron/worker/sheets.ts', import.meta.url),
      storeKey: store.database.key,
      pathOf: (token: PathToken) => {
        const path = paths[token];
        if (path === undefined) throw new AppError('token_unknown', {});
        return path;
      },
      progress: (phase, done, total) => {
        progress.push([phase, done, total]);
      },
      throwIfCancelled: () => {
        if (isCancelled) throw new AppError('cancelled', {});
      },
      write: async (name, input) => {
        const handler = internal[name];
        if (!handler) throw new AppError('unknown_operation', { name });
        return store.command(() => handler(store.context, input));
      },
    },
  };
};
