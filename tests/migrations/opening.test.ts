import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countStore } from '../../electron/store/backup.ts';
import { migrate } from '../../electron/store/migrate.ts';
import { schemaVersion } from '../../electron/store/dataVersion.ts';
import { latestVersion } from '../../electron/store/migrations/index.ts';
import type { Migration } from '../../electron/store/migrations/index.ts';
import { migrations } from '../../electron/store/migrations/index.ts';
import { APPLICATION_ID, closeStore, openStore } from '../../electron/store/open.ts';
import { fillDatabase } from '../faults/support/fill.ts';
import { mountSmallDisk, whyNoSmallDisks } from '../faults/support/mounts.ts';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'regulars-open-'));
  path = join(folder, 'shop.db');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const makeStore = (at = path): void => {
  const database = openStore(at);
  migrate(database);
  fillDatabase(database);
  closeStore(database);
};
const opening =
  (at = path) =>
  () => {
    closeStore(openStore(at));
  };
const refusedWith = (code: string): unknown => expect.objectContaining({ code });

describe('a new store', () => {
  it.each([
    ['no file', false],
    ['an empty file', true],
  ])('begins where there is %s', (_what, isEmptyFile) => {
    if (isEmptyFile) writeFileSync(path, '');
    makeStore();
    const database = openStore(path);
    expect(schemaVersion(database)).toBe(latestVersion);
    expect(database.connection.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
    expect(database.connection.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(database.connection.pragma('synchronous', { simple: true })).toBe(2);
    expect(countStore(database).customers).toBe(3);
    closeStore(database);
  });
});

describe('what is no store is refused by name and left as it is', () => {
  const cases: readonly (readonly [string, string, (at: string) => void])[] = [
    [
      'a text',
      'db_not_database',
      (at) => {
        writeFileSync(at, 'name,phone\n王小满,13800000000\n');
      },
    ],
    [
      'a few bytes',
      'db_not_database',
      (at) => {
        writeFileSync(at, 'SQL');
      },
    ],
    [
      'a header and nothing',
      'db_not_database',
      (at) => {
        writeFileSync(at, `SQLite format 3\0${'\xff'.repeat(100)}`, 'latin1');
      },
    ],
    [
      'a database of another program',
      'db_not_database',
      (at) => {
        const connection = new BetterSqlite3(at);
        connection.exec('CREATE TABLE bookmarks (url TEXT)');
        connection.close();
      },
    ],
    [
      'a store that lost its second half',
      'db_corrupt',
      (at) => {
        makeStore(at);
        truncateSync(at, Math.floor(readFileSync(at).length / 8192) * 4096);
      },
    ],
    [
      'a store whose first page was overwritten',
      'db_corrupt',
      (at) => {
        makeStore(at);
        const content = readFileSync(at);
        content.fill(0x5a, 100, 4096);
        writeFileSync(at, content);
      },
    ],
  ];
  it.each(cases)('%s: %s', (_what, code, make) => {
    make(path);
    const before = readFileSync(path);
    expect(opening()).toThrow(refusedWith(code));
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(['shop.db']);
  });

  it('a folder', () => {
    mkdirSync(path);
    expect(opening()).toThrow(refusedWith('file_unreadable'));
  });

  it('a place in a folder that is not there', () => {
    expect(opening(join(folder, 'gone', 'shop.db'))).toThrow(refusedWith('folder_missing'));
    expect(existsSync(join(folder, 'gone'))).toBe(false);
  });

  it('a file to be only read that is not there', () => {
    expect(() => openStore(path, { isReadonly: true })).toThrow(refusedWith('file_missing'));
    expect(existsSync(path)).toBe(false);
  });
});

describe('a store from a newer version', () => {
  it('is left as it is to the byte, file and WAL, also when its newer part still lies in the WAL', () => {
    makeStore();
    const newer = new BetterSqlite3(path);
    newer.pragma('wal_autocheckpoint = 0');
    newer.pragma('user_version = 9990');
    const [store, wal] = [readFileSync(path), readFileSync(`${path}-wal`)];
    newer.close();
    expect(wal.length).toBeGreaterThan(0);
    const cut = join(folder, 'cut.db');
    writeFileSync(cut, store);
    writeFileSync(`${cut}-wal`, wal);
    expect(opening(cut)).toThrow(refusedWith('db_from_future'));
    expect(readFileSync(cut).equals(store)).toBe(true);
    expect(readFileSync(`${cut}-wal`).equals(wal)).toBe(true);
  });
});

describe('a store that cannot be written', () => {
  it.skipIf(process.getuid?.() === 0)(
    'is refused at the start when the file is read-only (skipped for root, who may write)',
    () => {
      makeStore();
      chmodSync(path, 0o444);
      expect(opening()).toThrow(refusedWith('db_readonly'));
    },
  );

  it.skipIf(whyNoSmallDisks !== null)(`is refused at the start on a read-only disk (${whyNoSmallDisks ?? 'mounted'})`, () => {
    const disk = mountSmallDisk(8192);
    try {
      const onDisk = join(disk.folder, 'shop.db');
      makeStore(onDisk);
      disk.setReadonly(true);
      expect(opening(onDisk)).toThrow(refusedWith('db_readonly'));
      expect(opening(join(disk.folder, 'new.db'))).toThrow(refusedWith('db_readonly'));
    } finally {
      disk.remove();
    }
  });

  it.skipIf(whyNoSmallDisks !== null)(
    `stays at its version when the disk has no room for the copy before a migration (${whyNoSmallDisks ?? 'mounted'})`,
    () => {
      const disk = mountSmallDisk(8192);
      try {
        const onDisk = join(disk.folder, 'shop.db');
        makeStore(onDisk);
        const size = Math.ceil(readFileSync(onDisk).length / 1024);
        const database = openStore(onDisk);
        disk.resize(size + 160);
        const later: Migration = { version: latestVersion + 10, name: 'later', sql: 'CREATE TABLE later (id TEXT) STRICT;' };
        expect(() => {
          migrate(database, [...migrations, later]);
        }).toThrow(refusedWith('disk_full'));
        expect(schemaVersion(database)).toBe(latestVersion);
        expect(countStore(database).customers).toBe(3);
        expect(readdirSync(disk.folder).filter((name) => name.includes('before'))).toEqual([]);
        closeStore(database);
      } finally {
        disk.remove();
      }
    },
  );
});
