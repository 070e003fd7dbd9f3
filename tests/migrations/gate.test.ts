import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { migrate } from '../../electron/store/migrate.ts';
import { latestVersion } from '../../electron/store/migrations/index.ts';
import { closeStore, openStore } from '../../electron/store/open.ts';
import { closeAll, makeTestFolder, openTestGate } from '../faults/support/gate.ts';
import { fillDatabase } from '../faults/support/fill.ts';

afterEach(() => closeAll());

const makeStore = (path: string): void => {
  const database = openStore(path);
  migrate(database);
  fillDatabase(database);
  closeStore(database);
};

const makeNewer = (path: string): void => {
  makeStore(path);
  const connection = new BetterSqlite3(path);
  connection.pragma('user_version = 9990');
  connection.close();
};

describe('at the gate', () => {
  const cases: readonly (readonly [string, (path: string) => void, object])[] = [
    ['a store from a newer version', makeNewer, { code: 'db_from_future', details: { version: 9990, supported: latestVersion } }],
    [
      'a text',
      (path) => {
        writeFileSync(path, 'name,phone\n');
      },
      { code: 'db_not_database' },
    ],
    [
      'half a store',
      (path) => {
        makeStore(path);
        const content = readFileSync(path);
        writeFileSync(path, content.subarray(0, Math.floor(content.length / 8192) * 4096));
      },
      { code: 'db_corrupt' },
    ],
  ];
  it.each(cases)('%s is told to every caller and left as it is to the byte', async (_what, make, error) => {
    const path = join(makeTestFolder(), 'shop.db');
    make(path);
    const before = readFileSync(path);
    const desk = await openTestGate(path);
    expect(desk.gate.state()).toMatchObject({ ok: false, error });
    expect(await desk.ask('customers.list', {})).toMatchObject({ ok: false, error });
    expect(await desk.ask('customers.create', { name: '王小满' })).toMatchObject({ ok: false, error });
    await closeAll({ keepFolders: true });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(existsSync(`${path}-wal`)).toBe(false);
  });

  it('a store that the disk does not let be read keeps the gate open: it is told with words, and nothing is made in its place', async () => {
    const folder = makeTestFolder();
    const path = join(folder, 'shop.db');
    mkdirSync(path);
    const desk = await openTestGate(path);
    expect(desk.gate.state()).toMatchObject({ ok: false, error: { code: 'file_unreadable' } });
    expect(await desk.ask('customers.list', {})).toMatchObject({
      ok: false,
      error: { code: 'file_unreadable' },
    });
    await desk.gate.close();
    expect(readdirSync(folder)).toEqual(['shop.db']);
  });

  it('a folder that is not there is named, and no store is made elsewhere', async () => {
    const path = join(makeTestFolder(), 'gone', 'shop.db');
    const desk = await openTestGate(path);
    expect(desk.gate.state()).toMatchObject({ ok: false, error: { code: 'folder_missing' } });
    await desk.gate.close();
    expect(existsSync(path)).toBe(false);
  });
});
