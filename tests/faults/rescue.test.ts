import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { plainRows } from '../../electron/store/database.ts';
import { closeStore, openStore } from '../../electron/store/open.ts';
import { v7 } from 'uuid';
import type { AppErrorCode } from '../../shared/errors.ts';
import { closeAll, makeTestFolder, openTestGate } from './support/gate.ts';
import type { TestGate } from './support/gate.ts';

// What a shop meets when its store is damaged: a calm page, its files kept as they are, and the ways out (R3).

const PAGE = 4096;
const PEOPLE = 120;
let storePath: string;
let stick: string;
/** A shop of some size, made once: each test damages a copy. */
let template: Buffer;

beforeAll(async () => {
  storePath = join(makeTestFolder(), 'shop.db');
  const desk = await openTestGate(storePath);
  await desk.call('settings.createDemo', { customers: PEOPLE });
  await closeAll({ keepFolders: true });
  template = readFileSync(storePath);
});
beforeEach(() => {
  storePath = join(makeTestFolder(), 'shop.db');
  stick = makeTestFolder();
});
afterEach(() => closeAll());
const close = () => closeAll({ keepFolders: true });

/** The files of a shop that nobody has open. */
const putShop = (): void => {
  writeFileSync(storePath, template);
  const places = { format: 'regulars-places-1', storeId: storeIdOf(storePath), folders: [] };
  writeFileSync(`${storePath}.places`, JSON.stringify(places));
};
const storeIdOf = (path: string): string => {
  const database = openStore(path, { isReadonly: true });
  const { id } = plainRows<{ id: string }>(database, 'SELECT id FROM store_identity')[0] ?? { id: '' };
  closeStore(database);
  return id;
};
const openShop = (): Promise<TestGate> => {
  putShop();
  return openTestGate(storePath);
};
const damage = (change: (bytes: Buffer) => void): void => {
  const bytes = readFileSync(storePath);
  change(bytes);
  writeFileSync(storePath, bytes);
};
const reopened = async (): Promise<{ desk: TestGate; code: AppErrorCode | null; details: unknown }> => {
  const desk = await openTestGate(storePath);
  const state = desk.gate.state();
  return { desk, code: state.ok ? null : state.error.code, details: state.ok ? null : state.error.details };
};
const rootOf = (name: string): number => {
  const database = openStore(storePath, { isReadonly: true });
  const page = plainRows<{ rootpage: number }>(database, 'SELECT rootpage FROM sqlite_schema WHERE name = @name', { name })[0];
  closeStore(database);
  return page?.rootpage ?? 0;
};
/** A page of that table with rows on it: none that the look at every start would read. */
const leafOf = (name: string, share = 0.5): number => {
  const database = openStore(storePath, { isReadonly: true });
  const pages = plainRows<{ pageno: number }>(database, `SELECT pageno FROM dbstat WHERE name = @name AND pagetype = 'leaf'`, {
    name,
  });
  closeStore(database);
  return pages[Math.floor(pages.length * share)]?.pageno ?? 0;
};
const zero = (page: number): void => damage((bytes) => bytes.fill(0, (page - 1) * PAGE, page * PAGE));
const quarantines = (): string[] => readdirSync(dirname(storePath)).filter((name) => name.includes('.damaged-'));
const sidesNow = () =>
  new Map(
    ['', '-wal', '.keys'].flatMap((side) =>
      existsSync(`${storePath}${side}`) && statSync(`${storePath}${side}`).size > 0
        ? [[side, readFileSync(`${storePath}${side}`)]]
        : [],
    ),
  );

describe('what is wrong is told by its name (R3)', () => {
  const cases: readonly (readonly [string, () => void, AppErrorCode, object])[] = [
    ['its beginning is damaged', () => damage((bytes) => bytes.fill(7, 0, 16)), 'db_corrupt', { problem: 'header' }],
    ['it is cut short', () => truncateSync(storePath, 40 * PAGE), 'db_corrupt', { problem: 'cut_short' }],
    ['it is emptied', () => truncateSync(storePath, 0), 'db_corrupt', { problem: 'emptied' }],
    ['it was written over', () => writeFileSync(storePath, '这不是资料'.repeat(900)), 'db_corrupt', { problem: 'header' }],
    [
      'it was never ours',
      () => {
        rmSync(`${storePath}.places`);
        writeFileSync(storePath, '这不是资料'.repeat(900));
      },
      'db_not_database',
      {},
    ],
    ['a table has lost its first page', () => zero(rootOf('visits')), 'db_corrupt', { problem: 'page', table: 'visits' }],
  ];
  it.each(cases)('%s', async (_what, break_, code, details) => {
    putShop();
    break_();
    const before = sidesNow();
    const first = await reopened();
    expect(first).toMatchObject({ code, details });
    expect(sidesNow()).toEqual(before);
    await close();
    // No crash loop: the second start says the same, calmly.
    expect(await reopened()).toMatchObject({ code, details });
    expect(sidesNow()).toEqual(before);
  });

  it('a locked store: its first page, a lost key file, a damaged key file', async () => {
    const desk = await openShop();
    await desk.call('vault.encrypt', { passphrase: '开门大吉 2026' });
    await close();
    const [store, keys] = [readFileSync(storePath), readFileSync(`${storePath}.keys`)];
    rmSync(`${storePath}.keys`);
    expect(await reopened()).toMatchObject({ code: 'keys_missing' });
    await close();
    writeFileSync(`${storePath}.keys`, keys.subarray(0, 40));
    expect(await reopened()).toMatchObject({ code: 'keys_damaged' });
    await close();
    writeFileSync(`${storePath}.keys`, keys);
    damage((bytes) => bytes.fill(9, 200, 300));
    const { desk: locked } = await reopened();
    expect(await locked.ask('vault.unlockByPassphrase', { passphrase: '开门大吉 2026' })).toMatchObject({
      ok: false,
      error: { code: 'db_corrupt', details: { problem: 'first_page' } },
    });
    expect(readFileSync(storePath).length).toBe(store.length);
  });
});

describe('damage that the start cannot see', () => {
  it('stops the writing when it shows, and the next start says it again (R3)', async () => {
    putShop();
    zero(leafOf('visits'));
    const { desk: opened, code } = await reopened();
    expect(code).toBeNull();
    const events: string[] = [];
    opened.gate.onEvent(({ type }) => events.push(type));
    const made = await opened.ask('backups.create', { folder: opened.token(stick) });
    expect(made).toMatchObject({ ok: false, error: { code: 'db_corrupt' } });
    expect(opened.gate.state()).toMatchObject({ ok: false, error: { code: 'db_corrupt' } });
    expect(events).toContain('storeRestarted');
    expect(await opened.ask('customers.create', { name: '不该写进去' })).toMatchObject({ error: { code: 'db_corrupt' } });
  });
});

describe('the newest proven backup (R3, R4)', () => {
  it('is found without the store, with what would be lost in minutes, and takes its place; the damaged files are kept byte by byte', async () => {
    const desk = await openShop();
    await desk.call('backups.create', { folder: desk.token(stick) });
    const second = await desk.call('backups.create', { folder: desk.token(stick) });
    await close();
    damage((bytes) => bytes.fill(7, 0, 100));
    const later = second.at / 1000 + 47 * 60 - 30;
    utimesSync(storePath, later, later);
    const before = sidesNow();
    const { desk: broken } = await reopened();
    const report = await broken.call('rescue.report', {});
    expect(report).toMatchObject({ canSalvage: false, canRebuild: false, canContinue: false });
    expect(report.backups.map(({ createdAt }) => createdAt)).toHaveLength(2);
    const [newest] = report.backups;
    expect(newest).toMatchObject({ fileName: basename(second.file), lossMinutes: 47, content: { counts: second.counts } });
    expect(sidesNow()).toEqual(before);
    if (!newest) throw new Error('no backup found');
    const { keptAs } = await broken.call('backups.restore', { file: newest.token });
    expect(broken.gate.state().ok).toBe(true);
    expect((await broken.call('customers.list', {})).total).toBe(second.counts.customers);
    expect(quarantines()).toHaveLength(1);
    if (keptAs === null) throw new Error('nothing was kept');
    expect(dirname(keptAs)).toBe(join(dirname(storePath), quarantines()[0] ?? ''));
    for (const [side, bytes] of before) expect(readFileSync(`${keptAs}${side}`).equals(bytes), side).toBe(true);
    // A damaged store is not what one click brings back.
    expect(await broken.call('backups.lastRestore', {})).toBeNull();
    await close();
    expect((await reopened()).code).toBeNull();
  });

  it('of a locked shop is found by its own key, and by the code alone where the key file is lost', async () => {
    const desk = await openShop();
    const words = await desk.call('vault.encrypt', { passphrase: '开门大吉 2026' });
    await desk.call('backups.create', { folder: desk.token(stick) });
    await close();
    rmSync(`${storePath}.keys`);
    const { desk: broken, code } = await reopened();
    expect(code).toBe('keys_missing');
    const [found] = (await broken.call('rescue.report', {})).backups;
    expect(found).toMatchObject({ isLocked: true, content: null });
    if (!found) throw new Error('no backup found');
    expect(await broken.ask('backups.restore', { file: found.token })).toMatchObject({ error: { code: 'backup_locked' } });
    await broken.call('backups.restore', { file: found.token, code: words.english.join(' ') });
    expect((await broken.call('customers.list', {})).total).toBe(PEOPLE);
  });

  it('does not bring back whoever was erased since (R190)', async () => {
    const desk = await openShop();
    const { rows } = await desk.call('customers.list', {});
    const gone = rows[0];
    if (!gone) throw new Error('nobody there');
    await desk.call('backups.create', { folder: desk.token(stick) });
    await desk.call('privacy.erase', { customerId: gone.id, typed: gone.name });
    await close();
    damage((bytes) => bytes.fill(7, 0, 100));
    const { desk: broken } = await reopened();
    const [found] = (await broken.call('rescue.report', {})).backups;
    await broken.call('backups.restore', { file: found?.token ?? '' });
    expect((await broken.call('customers.list', {})).total).toBe(PEOPLE - 1);
  });
});

describe('salvage (R3)', () => {
  it('brings over every row round an unreadable page, says what is lost, and proves it before it takes the place', async () => {
    putShop();
    const whole = readFileSync(storePath);
    const peopleOf = (table: string, column: string): string[] => {
      const database = openStore(storePath, { isReadonly: true });
      const read = plainRows<{ id: string }>(database, `SELECT ${column} AS id FROM ${table}`).map(({ id }) => id);
      closeStore(database);
      return read;
    };
    const [people, visitors] = [peopleOf('customers', 'id'), peopleOf('visits', 'customer_id')];
    const database = openStore(storePath, { isReadonly: true });
    const perLeaf =
      plainRows<{ most: number }>(
        database,
        `SELECT max(ncell) AS most FROM dbstat WHERE name IN ('visits', 'customers') AND pagetype = 'leaf'`,
      )[0]?.most ?? 0;
    closeStore(database);
    const damagedPages = [leafOf('visits', 0.3), leafOf('visits', 0.6), leafOf('customers', 0.5), rootOf('tags')];
    for (const page of damagedPages) zero(page);
    const { desk, code } = await reopened();
    expect(code).toBe('db_corrupt');
    const report = await desk.call('rescue.report', {});
    expect(report.canSalvage).toBe(true);
    const rescued = await desk.call('rescue.salvage', { jobId: v7() });
    expect(rescued.problems).toEqual([]);
    const kept = new Map(rescued.tables.map((table) => [table.name, table.kept]));
    expect(kept.get('customers')).toBeLessThan(people.length);
    expect(kept.get('customers')).toBeGreaterThanOrEqual(people.length - perLeaf);
    expect(rescued.lostRows).toBeGreaterThan(0);
    if (rescued.file === null) throw new Error('not proven');
    const { keptAs } = await desk.call('backups.restore', { file: rescued.file });
    // Besides the two pages of visits only those go whose customer is lost.
    const left = new Set((await desk.call('customers.list', { limit: 200 })).rows.map(({ id }) => String(id)));
    expect(left.size).toBe(kept.get('customers'));
    const ofTheLeft = visitors.filter((id) => left.has(id)).length;
    expect(kept.get('visits')).toBeLessThan(ofTheLeft);
    expect(kept.get('visits')).toBeGreaterThanOrEqual(ofTheLeft - 2 * perLeaf);
    expect(await desk.call('customers.create', { name: '又开门了' })).toMatchObject({});
    expect((await desk.call('backups.create', { folder: desk.token(stick) })).verified).toBe(true);
    const evidence = readFileSync(keptAs ?? '');
    const expected = Buffer.from(whole);
    for (const page of damagedPages) expected.fill(0, (page - 1) * PAGE, page * PAGE);
    expect(evidence.equals(expected)).toBe(true);
  });

  it('of a whole store would be that store, row for row', async () => {
    putShop();
    const { salvage } = await import('../../electron/store/salvage/salvage.ts');
    const { countRows } = await import('../../electron/store/backup.ts');
    const newPath = join(stick, 'rescued.db');
    const { problems, tables } = salvage({
      damagedPath: storePath,
      newPath,
      key: null,
      onTable: () => undefined,
      pause: () => undefined,
    });
    expect(problems).toEqual([]);
    expect(tables.filter(({ kept, expected }) => kept !== expected)).toEqual([]);
    const [one, other] = [openStore(storePath, { isReadonly: true }), openStore(newPath, { isReadonly: true })];
    const derived = new Set(['reminders', 'callback_queue', 'customer_classes', 'engine_runs']);
    const counts = (database: typeof one) => [...countRows(database)].filter(([name]) => !derived.has(name));
    expect(counts(other)).toEqual(counts(one));
    closeStore(one);
    closeStore(other);
  });
});

describe('an index alone', () => {
  it('is made anew: nothing is lost, and the files of before are kept (R3)', async () => {
    putShop();
    zero(rootOf('sqlite_autoindex_products_1'));
    const { desk, details } = await reopened();
    expect(details).toMatchObject({ problem: 'index', table: 'products' });
    expect(await desk.call('rescue.report', {})).toMatchObject({ canRebuild: true });
    const before = readFileSync(storePath);
    const { keptAs } = await desk.call('rescue.rebuildIndexes', {});
    expect((await desk.call('audit.list', {})).entries[0]).toMatchObject({ operation: 'rescue.rebuildIndexes', kind: 'restore' });
    expect(readFileSync(keptAs ?? '').equals(before)).toBe(true);
    expect((await desk.call('customers.list', {})).total).toBe(PEOPLE);
    expect((await desk.call('backups.create', { folder: desk.token(stick) })).verified).toBe(true);
  });
});

describe('writes behind damage in the log (R3)', () => {
  /** The files of a shop as a killed program leaves them, with or without the index of the log. */
  const cutOff = async (withIndex: boolean): Promise<void> => {
    const again = await openShop();
    for (let number = 0; number < 6; number += 1) await again.call('customers.create', { name: `新客${number}` });
    const copy = join(stick, 'copy');
    mkdirSync(copy);
    for (const side of ['', '-wal', '-shm', '.places'])
      if (existsSync(`${storePath}${side}`)) copyFileSync(`${storePath}${side}`, join(copy, `shop.db${side}`));
    await close();
    storePath = join(copy, 'shop.db');
    if (!withIndex) rmSync(`${storePath}-shm`);
  };

  it.each([true, false])(
    'are told at the start, with the index of the log beside it: %s; nothing changes until somebody decides',
    async (withIndex) => {
      await cutOff(withIndex);
      const wal = readFileSync(`${storePath}-wal`);
      const at = Math.floor(wal.length * 0.4);
      wal[at] = (wal[at] ?? 0) ^ 16;
      writeFileSync(`${storePath}-wal`, wal);
      const before = sidesNow();
      for (let start = 0; start < 2; start += 1) {
        const { code } = await reopened();
        expect(code).toBe('db_lost_writes');
        expect(sidesNow()).toEqual(before);
        await close();
      }
      const { desk } = await reopened();
      expect(await desk.call('rescue.report', {})).toMatchObject({ canContinue: true, canSalvage: false });
      const { keptAs } = await desk.call('rescue.continueWithout', {});
      for (const [side, bytes] of before) expect(readFileSync(`${keptAs}${side}`).equals(bytes), side).toBe(true);
      expect((await desk.call('customers.list', {})).total).toBeLessThan(PEOPLE + 6);
      const entry = (await desk.call('audit.list', {})).entries[0];
      expect(entry).toMatchObject({ operation: 'rescue.continueWithout', kind: 'restore' });
      await close();
      expect((await reopened()).code).toBeNull();
    },
  );

  it('a whole log, and one torn in its very last write, are opened without a word', async () => {
    await cutOff(false);
    const wal = readFileSync(`${storePath}-wal`);
    writeFileSync(`${storePath}-wal`, wal.subarray(0, wal.length - 100));
    expect((await reopened()).code).toBeNull();
    expect(statSync(storePath).size).toBeGreaterThan(0);
  });
});

describe('a clock set back (R7)', () => {
  it('is confirmed by whoever looked at it, which stands in the audit log (R192)', async () => {
    await (await openShop()).call('settings.update', { changes: { shopName: '小满' } });
    await close();
    const desk = await openTestGate(storePath, '2026-11-18');
    expect(await desk.call('settings.clock', {})).toMatchObject({ isBehind: true });
    await desk.call('settings.confirmClock', {});
    expect(await desk.call('settings.clock', {})).toMatchObject({ isBehind: false });
    const told = (await desk.call('audit.list', {})).entries.map(({ operation }) => operation);
    expect(told).toContain('settings.confirmClock');
  });
});
