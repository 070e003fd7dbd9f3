import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import BetterSqlite3 from 'better-sqlite3';
import { recordAudit } from '../../electron/handlers/audit/record.ts';
import { backupsHandlers } from '../../electron/handlers/backups.ts';
import type { StudyContext } from '../../electron/handlers/context.ts';
import { latestVersion } from '../../electron/store/migrations/index.ts';
import { fileSha256 } from '../../electron/store/fileDigest.ts';
import { sweepScratch } from '../../electron/files/scratch.ts';
import { instant, localDate } from '../../shared/types/time.ts';
import type { TestStore, TestStudy } from '../helpers/store.ts';
import { openBackupDesk } from './support/backups.ts';
import type { BackupDesk } from './support/backups.ts';

/** A writer on its own thread: it writes a tag a commit until it is told to stop. */
const BUSY_DESK = `
  const { parentPort, workerData } = require('node:worker_threads')
  const BetterSqlite3 = require('better-sqlite3')
  const connection = new BetterSqlite3(workerData.path)
  connection.exec("INSERT INTO tag_groups (id, name, position) VALUES ('busy', 'busy', 0) ON CONFLICT DO NOTHING")
  const insert = connection.prepare("INSERT INTO tags (id, group_id, name, position) VALUES (?, 'busy', ?, 0)")
  let commits = 0, isStopped = false
  const work = () => {
    for (let count = 0; count < 20; count += 1) { commits += 1; insert.run('tag ' + commits, String(commits)) }
    if (isStopped) { connection.close(); parentPort.postMessage(commits); parentPort.close() } else setImmediate(work)
  }
  parentPort.on('message', () => { isStopped = true })
  parentPort.postMessage('ready')
  work()
`;

let desk: BackupDesk;
let store: TestStore;
let study: TestStudy;
let stick: string;

const create = (context?: StudyContext) => desk.create(stick, context);
const verify = (path: string) => desk.verify(path);
const inspect = (path: string) => desk.inspect(path);

beforeEach(() => {
  desk = openBackupDesk();
  ({ store, study } = desk);
  stick = mkdtempSync(join(tmpdir(), 'regulars-stick-'));
});
afterEach(() => {
  desk.close();
  chmodSync(stick, 0o755);
  rmSync(stick, { recursive: true });
});

describe('a backup', () => {
  it('is whole, counted, named after shop and minute, and registered only then', async () => {
    const made = await create();
    expect(made).toMatchObject({
      verified: true,
      counts: { customers: 3, visits: 4, visitLines: 5, pointsEntries: 4, spendCents: 41_300 },
    });
    expect(basename(made.file)).toBe('regulars-小满造型-2026-11-21-1000.rgbackup');
    expect(made.sha256).toBe(await fileSha256(made.file));
    expect(made).toMatchObject({ isLocked: false, parts: 1, removed: 0, problems: [] });
    expect(readdirSync(stick)).toEqual([basename(made.file)]);
    expect(backupsHandlers['backups.status'](store.context, {})).toEqual({
      last: { at: store.clock.now, file: basename(made.file), bytes: made.bytes, folder: stick },
      daysSince: 0,
      isStale: false,
      lastTry: null,
      usualPlace: basename(stick),
      daily: 'today_done',
    });
    expect(store.events.at(-1)?.topics).toEqual(['backups']);
    store.clock.today = localDate('2026-11-30');
    expect(backupsHandlers['backups.status'](store.context, {})).toMatchObject({ daysSince: 9, isStale: true, daily: 'due' });
  });

  it('never overwrites an earlier one of the same minute', async () => {
    const first = await create();
    const content = readFileSync(first.file);
    const second = await create();
    expect(basename(second.file)).toBe('regulars-小满造型-2026-11-21-1000-2.rgbackup');
    expect(readFileSync(first.file).equals(content)).toBe(true);
  });

  it('leaves nothing and registers nothing when it is cancelled', async () => {
    study.cancel();
    await expect(create()).rejects.toMatchObject({ code: 'cancelled' });
    expect(readdirSync(stick)).toEqual([]);
    expect(backupsHandlers['backups.status'](store.context, {}).last).toBeNull();
  });

  it('is taken away again when it cannot be registered', async () => {
    const context: StudyContext = { ...study.context, write: () => Promise.reject(new Error('the writer died')) };
    await expect(create(context)).rejects.toThrow('the writer died');
    expect(readdirSync(stick)).toEqual([]);
  });

  it('gives no false alarm while another thread commits without a pause', async () => {
    const desk = new Worker(BUSY_DESK, { eval: true, workerData: { path: store.path } });
    await once(desk, 'message');
    try {
      for (let count = 0; count < 5; count += 1) {
        const made = await create();
        expect(await verify(made.file)).toMatchObject({ ok: true, problems: [] });
      }
    } finally {
      desk.postMessage('stop');
    }
    const said: readonly unknown[] = await once(desk, 'message');
    expect(Number(said[0])).toBeGreaterThan(5);
  });

  it('sweeps up what a killed backup left a day ago, and nothing else', async () => {
    const stale = join(stick, '.regulars-00000000-0000-7000-8000-00000000000a.partial');
    const fresh = join(stick, '.regulars-00000000-0000-7000-8000-00000000000b.partial');
    for (const path of [stale, fresh, join(stick, 'holiday.jpg')]) writeFileSync(path, 'half');
    utimesSync(stale, new Date(0), new Date(0));
    utimesSync(join(stick, 'holiday.jpg'), new Date(0), new Date(0));
    await create();
    expect(existsSync(stale)).toBe(false);
    expect(existsSync(fresh)).toBe(true);
    expect(existsSync(join(stick, 'holiday.jpg'))).toBe(true);
  });

  it('names a folder that is gone', async () => {
    await expect(desk.create(join(stick, 'pulled out'))).rejects.toMatchObject({ code: 'folder_missing' });
  });

  it.skipIf(process.getuid?.() === 0)(
    'names a folder that cannot be written (skipped for root, who can write anywhere)',
    async () => {
      chmodSync(stick, 0o555);
      await expect(create()).rejects.toMatchObject({ code: 'folder_readonly' });
      expect(readdirSync(stick)).toEqual([]);
    },
  );
});

describe('a look at a backup', () => {
  it('tells whose shop it is, up to which day, and how much it holds', async () => {
    const made = await create();
    expect(await inspect(made.file)).toMatchObject({
      fileName: basename(made.file),
      bytes: made.bytes,
      problems: [],
      shopName: '小满造型',
      schemaVersion: latestVersion,
      lastBusinessDate: '2026-11-20',
      counts: made.counts,
    });
  });

  it('changes no byte and leaves nothing beside it, in journal mode and in WAL mode', async () => {
    const made = await create();
    const walCopy = join(stick, 'wal.db');
    const source = new BetterSqlite3(store.path, { readonly: true });
    source.prepare('VACUUM INTO ?').run(walCopy);
    source.close();
    const connection = new BetterSqlite3(walCopy);
    connection.pragma('journal_mode = WAL');
    connection.close();
    for (const path of [made.file, walCopy]) {
      const before = readFileSync(path);
      const beside = readdirSync(stick);
      expect(await verify(path)).toMatchObject({ ok: true, counts: made.counts });
      expect(await inspect(path)).toMatchObject({ counts: made.counts });
      expect(readFileSync(path).equals(before)).toBe(true);
      expect(readdirSync(stick)).toEqual(beside);
    }
  });

  it('reads the store that is open just now in place', async () => {
    expect(await verify(store.path)).toMatchObject({ ok: true, counts: { customers: 3 } });
  });

  it('sees what still lies in the WAL of a store that was cut off', async () => {
    const folder = mkdtempSync(join(stick, 'cut-'));
    for (const side of ['', '-wal']) writeFileSync(join(folder, `shop.db${side}`), readFileSync(`${store.path}${side}`));
    expect(readFileSync(join(folder, 'shop.db-wal')).length).toBeGreaterThan(0);
    expect(await verify(join(folder, 'shop.db'))).toMatchObject({ ok: true, counts: { customers: 3, visits: 4 } });
    expect(readdirSync(folder)).toEqual(['shop.db', 'shop.db-wal']);
  });
});

describe('rotation and register (R4)', () => {
  it('takes away only what newer proven ones stand for, and no file it does not know', async () => {
    const day = 24 * 3_600_000;
    const start = store.clock.now;
    const strangers = ['regulars-小满造型-2025-01-01-1000.rgbackup', 'holiday.jpg', 'regulars-old.db'];
    for (const name of strangers) writeFileSync(join(stick, name), 'somebody else put this here');
    const first = basename((await create()).file);
    for (let ago = 1; ago <= 40; ago += 1) {
      store.clock.now = instant(start + ago * day);
      store.clock.today = localDate(new Date(start + ago * day).toISOString().slice(0, 10));
      if (ago === 20) writeFileSync(join(stick, first), 'replaced by hand');
      await create();
    }
    const there = readdirSync(stick).filter((name) => !strangers.includes(name));
    expect(there.length).toBeLessThanOrEqual(7 + 4 + 3);
    expect(there).toContain(basename((await create()).file).replace(/-2\.rgbackup$/, '.rgbackup'));
    for (const name of strangers) expect(existsSync(join(stick, name))).toBe(true);
    expect(await verify(join(stick, there.toSorted().at(-1) ?? ''))).toMatchObject({ ok: true });
    const { rows } = backupsHandlers['backups.list'](store.context, { offset: 0, limit: 100 });
    expect(rows.filter(({ removedAt }) => removedAt !== null).length).toBeGreaterThan(20);
  });

  it('none is taken away while the clock is behind the last entry (R7)', async () => {
    const start = store.clock.now;
    const setClock = (days: number): void => {
      store.clock.now = instant(start + days * 24 * 3_600_000);
      store.clock.today = localDate(new Date(store.clock.now).toISOString().slice(0, 10));
    };
    const there = (): number => readdirSync(stick).length;
    setClock(400);
    store.command(() => {
      recordAudit(store.context, { operation: 'settings.update', kind: 'settings' });
    });
    setClock(0);
    for (let made = 0; made < 5; made += 1) await create();
    expect(there()).toBe(5);
    setClock(401);
    await create();
    expect(there()).toBeLessThan(5);
  });

  it('a backup of books that do not add up is kept and told, but does not count as proven', async () => {
    const proven = await create();
    store.database.connection.exec('UPDATE customer_summaries SET points_balance = points_balance + 1');
    const made = await create();
    expect(made).toMatchObject({ verified: false, problems: [expect.stringMatching(/^points: 3 customers.*, for example /)] });
    expect(existsSync(made.file)).toBe(true);
    // What is kept names nobody: it would outlive their erasure.
    const aboutPoints: unknown = expect.stringMatching(/^points: 3 customers((?!for example).)*$/);
    expect(backupsHandlers['backups.status'](store.context, {})).toMatchObject({
      last: { file: basename(proven.file) },
      lastTry: { problem: aboutPoints },
    });
  });

  it('in parts small enough for a stick is proven as one, and every part is there (R5)', async () => {
    const made = await desk.create(stick, undefined, 300_000);
    const parts = Math.ceil(made.bytes / 300_000);
    expect(parts).toBeGreaterThan(2);
    expect(made).toMatchObject({ verified: true, parts });
    expect(readdirSync(stick)).toEqual(
      Array.from({ length: parts }, (_, index) => `${basename(made.file)}.${String(index + 1).padStart(3, '0')}`),
    );
    expect(await verify(`${made.file}.002`)).toMatchObject({ ok: true, counts: made.counts });
  });

  it('leaves nothing beside the store, and sweeps up what a killed one left there and on the stick', async () => {
    await create();
    const beside = readdirSync(dirname(store.path));
    expect(beside.filter((name) => name.includes('scratch'))).toEqual([]);
    const left = `${store.path}.scratch-999999999-killed`;
    mkdirSync(left);
    const half = join(stick, '.regulars-00000000-0000-7000-8000-00000000000c.partial');
    writeFileSync(join(left, 'copy.db'), 'half');
    writeFileSync(join(left, 'target.txt'), half);
    writeFileSync(half, 'half');
    await sweepScratch(store.path);
    expect([existsSync(left), existsSync(half)]).toEqual([false, false]);
  });
});

describe('what is no backup', () => {
  const cases: readonly (readonly [string, Buffer, string, RegExp])[] = [
    ['an empty file', Buffer.alloc(0), 'file_empty', /empty/],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n, and so on'), 'db_not_database', /not a store/],
    ['a name alone', Buffer.from('SQLite format 3\0'), 'db_not_database', /not a store/],
  ];
  it.each(cases)('%s is refused by name', async (_what, content, code, problem) => {
    const path = join(stick, 'file.db');
    writeFileSync(path, content);
    await expect(inspect(path)).rejects.toMatchObject({ code });
    const proof = await verify(path);
    expect(proof).toMatchObject({ ok: false, counts: null });
    expect(proof.problems[0]).toMatch(problem);
  });

  it('a database of another program is refused', async () => {
    const path = join(stick, 'other.db');
    const connection = new BetterSqlite3(path);
    connection.exec('CREATE TABLE bookmarks (url TEXT)');
    connection.close();
    await expect(inspect(path)).rejects.toMatchObject({ code: 'db_not_database' });
  });

  it('a folder is refused, a missing file is named', async () => {
    mkdirSync(join(stick, 'folder.db'));
    await expect(inspect(join(stick, 'folder.db'))).rejects.toMatchObject({ code: 'file_unreadable' });
    await expect(verify(join(stick, 'gone.db'))).rejects.toMatchObject({ code: 'file_missing' });
  });

  it('a store from a newer version is named as that', async () => {
    const made = join(stick, 'newer.db');
    const source = new BetterSqlite3(store.path, { readonly: true });
    source.prepare('VACUUM INTO ?').run(made);
    source.close();
    const connection = new BetterSqlite3(made);
    connection.pragma('user_version = 99990');
    connection.close();
    await expect(inspect(made)).rejects.toMatchObject({ code: 'db_from_future', details: { version: 99_990 } });
    expect((await verify(made)).problems[0]).toMatch(/newer version/);
  });
});
