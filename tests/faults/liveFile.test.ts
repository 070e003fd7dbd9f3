import { spawnSync } from 'node:child_process';
import { existsSync, linkSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { root } from '../../scripts/tools/paths.ts';
import { closeAll, makeTestFolder, openTestGate } from './support/gate.ts';
import type { TestGate } from './support/gate.ts';

// Closing any handle of a file gives up all locks a process holds on it (POSIX). The store that is open has such locks: without them another
// program that looks in believes to be the last one and takes its log away.

let storePath: string;
let shop: TestGate;

beforeEach(async () => {
  storePath = join(makeTestFolder(), 'shop.regulars');
  shop = await openTestGate(storePath);
  await shop.call('customers.create', { name: '王芳' });
});
afterEach(() => closeAll());

const logOf = (): bigint => statSync(`${storePath}-wal`, { bigint: true }).ino;

/** Another program reads the store and closes it. */
const lookIn = (): string => {
  const script = `const Database = require('better-sqlite3'); const database = new Database(process.argv[1]);
    console.log(database.prepare('SELECT count(*) AS n FROM customers').get().n); database.close();`;
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script, storePath], { cwd: root, encoding: 'utf8' });
  return `${stdout}${stderr}`.trim();
};

const names = {
  'its own name': () => storePath,
  'a symbolic link': () => {
    const path = join(makeTestFolder(), 'backup.regulars');
    symlinkSync(storePath, path);
    return path;
  },
  'another name of the same file': () => {
    const path = `${storePath}.copy`;
    linkSync(storePath, path);
    return path;
  },
};

describe.each(Object.entries(names))('the store that is open, handed over as a backup by %s', (_name, pathOf) => {
  test('is proven and looked at without giving up its locks (R1)', async () => {
    const [path, log] = [pathOf(), logOf()];
    expect(await shop.call('backups.verify', { file: shop.token(path) })).toMatchObject({ ok: true, counts: { customers: 1 } });
    expect(await shop.call('backups.inspect', { file: shop.token(path) })).toMatchObject({ counts: { customers: 1 } });
    expect(lookIn()).toBe('1');
    expect(existsSync(`${storePath}-wal`)).toBe(true);
    expect(logOf()).toBe(log);
    await shop.call('customers.create', { name: '李梅' });
    expect(lookIn()).toBe('2');
  });

  test('is not brought in over itself (R1)', async () => {
    const [path, log] = [pathOf(), logOf()];
    expect(await shop.ask('backups.restore', { file: shop.token(path) })).toMatchObject({
      ok: false,
      error: { code: 'conflict', details: { reason: 'live_store' } },
    });
    expect(lookIn()).toBe('1');
    expect(logOf()).toBe(log);
  });
});

test('the files that SQLite keeps beside the open store are no backups, and are not opened (R1)', async () => {
  const log = logOf();
  for (const side of ['-wal', '-shm']) {
    const file = shop.token(`${storePath}${side}`);
    expect(await shop.call('backups.verify', { file })).toMatchObject({ ok: false });
    expect(await shop.ask('backups.inspect', { file })).toMatchObject({ ok: false, error: { code: 'file_unreadable' } });
    expect(await shop.ask('backups.restore', { file })).toMatchObject({ ok: false, error: { code: 'conflict' } });
  }
  expect(lookIn()).toBe('1');
  expect(logOf()).toBe(log);
});
