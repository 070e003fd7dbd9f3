import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decideSwap, makeSwapContent } from '../../electron/gate/storeSwap.ts';
import { closeAll, makeTestFolder, openTestGate } from './support/gate.ts';
import type { TestGate } from './support/gate.ts';
import { mountSmallDisk, whyNoSmallDisks } from './support/mounts.ts';

let storePath: string;
let stick: string;

beforeEach(() => {
  storePath = join(makeTestFolder(), 'shop.db');
  stick = makeTestFolder();
});
afterEach(() => closeAll());

/** Closes the gates but keeps the folders. */
const closeAllGates = () => closeAll({ keepFolders: true });

const PEOPLE = 40;

const openDemo = async (path = storePath): Promise<TestGate> => {
  const desk = await openTestGate(path);
  await desk.call('settings.createDemo', { customers: PEOPLE });
  return desk;
};
const backUp = (desk: TestGate) => desk.call('backups.create', { folder: desk.token(stick) });
const proofOf = (desk: TestGate, path: string) => desk.call('backups.verify', { file: desk.token(path) });
const restore = (desk: TestGate, path: string) => desk.ask('backups.restore', { file: desk.token(path) });
const peopleIn = async (desk: TestGate): Promise<number> => (await desk.call('customers.list', {})).total;
const leftovers = (): string[] => readdirSync(dirname(storePath)).filter((name) => /restoring|partial/.test(name));

describe('a restore', () => {
  it('brings everything back after the store was deleted, and today is the same list', async () => {
    const desk = await openDemo();
    await desk.call('engine.refresh', {});
    const today = await desk.call('callbacks.today', {});
    const made = await backUp(desk);
    expect(made).toMatchObject({ verified: true, counts: { customers: PEOPLE } });
    await closeAllGates();
    for (const side of ['', '-wal', '-shm']) rmSync(`${storePath}${side}`, { force: true });

    const fresh = await openTestGate(storePath);
    expect(await peopleIn(fresh)).toBe(0);
    expect(await fresh.call('backups.inspect', { file: fresh.token(made.file) })).toMatchObject({
      shopName: '小满造型',
      problems: [],
      counts: made.counts,
    });
    const answer = await fresh.call('backups.restore', { file: fresh.token(made.file) });
    expect(answer.content.counts).toEqual(made.counts);
    expect(await peopleIn(fresh)).toBe(PEOPLE);
    expect((await proofOf(fresh, storePath)).counts).toEqual(made.counts);
    await fresh.call('engine.refresh', {});
    expect((await fresh.call('callbacks.today', {})).rows).toEqual(today.rows);
    expect(leftovers()).toEqual([]);
  });

  it('keeps the present store aside, whole, from where it can be restored in turn', async () => {
    const desk = await openDemo();
    const made = await backUp(desk);
    await desk.call('customers.create', { name: '后来的人' });
    const { keptAs } = await desk.call('backups.restore', { file: desk.token(made.file) });
    expect(await peopleIn(desk)).toBe(PEOPLE);
    if (keptAs === null) throw new Error('nothing was kept');
    expect(await proofOf(desk, keptAs)).toMatchObject({ ok: true, counts: { customers: PEOPLE + 1 } });
    await desk.call('backups.restore', { file: desk.token(keptAs) });
    expect(await peopleIn(desk)).toBe(PEOPLE + 1);
  });

  it('is undone with one click, until then also after the program was closed (R191)', async () => {
    const desk = await openDemo();
    const made = await backUp(desk);
    await desk.call('customers.create', { name: '后来的人' });
    expect(await desk.call('backups.lastRestore', {})).toBeNull();
    await desk.call('backups.restore', { file: desk.token(made.file) });
    await closeAllGates();
    const again = await openTestGate(storePath);
    expect(await again.call('backups.lastRestore', {})).toMatchObject({ file: basename(made.file) });
    await again.call('backups.undoRestore', {});
    expect(await peopleIn(again)).toBe(PEOPLE + 1);
    expect(await again.call('backups.lastRestore', {})).toBeNull();
    expect(await again.ask('backups.undoRestore', {})).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });

  it('can be written to and backed up again at once', async () => {
    const desk = await openDemo();
    const made = await backUp(desk);
    await desk.call('backups.restore', { file: desk.token(made.file) });
    await desk.call('customers.create', { name: '新客' });
    expect(await backUp(desk)).toMatchObject({ verified: true, counts: { customers: PEOPLE + 1 } });
  });

  it('of a store that no longer opens works, and the broken one is kept aside', async () => {
    const made = await backUp(await openDemo());
    await closeAllGates();
    truncateSync(storePath, 8192);
    const broken = readFileSync(storePath);
    const desk = await openTestGate(storePath);
    expect(desk.gate.state()).toMatchObject({ ok: false, error: { code: 'db_corrupt' } });
    expect(await desk.ask('customers.list', {})).toMatchObject({ ok: false, error: { code: 'db_corrupt' } });
    const { keptAs } = await desk.call('backups.restore', { file: desk.token(made.file) });
    expect(await peopleIn(desk)).toBe(PEOPLE);
    expect(keptAs !== null && readFileSync(keptAs).equals(broken)).toBe(true);
    expect(desk.gate.state().ok).toBe(true);
  });

  it('runs once at a time', async () => {
    const desk = await openDemo();
    const made = await backUp(desk);
    const answers = await Promise.all([restore(desk, made.file), restore(desk, made.file)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'job_running' } });
    expect(await peopleIn(desk)).toBe(PEOPLE);
  });
});

describe('what cannot be restored is refused, and the store is untouched', () => {
  const cases: readonly (readonly [string, (path: string) => void, string])[] = [
    [
      'half a backup',
      (path) => {
        truncateSync(path, Math.floor(statSync(path).size / 8192) * 4096);
      },
      'backup_invalid',
    ],
    [
      'a text',
      (path) => {
        writeFileSync(path, 'not a store');
      },
      'db_not_database',
    ],
    [
      'nothing',
      (path) => {
        rmSync(path);
      },
      'file_missing',
    ],
    [
      'a newer store',
      (path) => {
        change(path, 'PRAGMA user_version = 9990', storePath);
      },
      'db_from_future',
    ],
    [
      'a backup with one flipped bit',
      (path) => {
        flipLastByte(path);
      },
      'backup_invalid',
    ],
    [
      'books that do not add up',
      (path) => {
        change(path, 'UPDATE customer_summaries SET spend_cents = 1', storePath);
      },
      'backup_invalid',
    ],
  ];
  it(`${cases.map(([what]) => what).join(', ')}: each by name`, async () => {
    const desk = await openDemo();
    for (const [what, damage, code] of cases) {
      const { file } = await backUp(desk);
      damage(file);
      const answer = await restore(desk, file);
      expect(answer.ok ? 'restored' : answer.error.code, what).toMatch(new RegExp(`^(?:${code})$`));
      expect(desk.gate.state().ok).toBe(true);
      expect(await proofOf(desk, storePath), what).toMatchObject({ ok: true, counts: { customers: PEOPLE } });
      expect(
        readdirSync(dirname(storePath)).filter((name) => name.includes('before-restore')),
        what,
      ).toEqual([]);
      expect(leftovers(), what).toEqual([]);
    }
  });
});

/** Puts the store itself in the backup's place, as older programs did, with a change. */
const change = (path: string, sql: string, from: string): void => {
  rmSync(path);
  const source = new BetterSqlite3(from, { readonly: true });
  source.prepare('VACUUM INTO ?').run(path);
  source.close();
  const connection = new BetterSqlite3(path);
  connection.exec(sql);
  connection.close();
};
const flipLastByte = (path: string): void => {
  const content = readFileSync(path);
  const last = content.length - 1;
  content[last] = (content[last] ?? 0) ^ 1;
  writeFileSync(path, content);
};

describe('a restore cut off between its renames', () => {
  it('is finished at the next start: the program never begins with an empty store', async () => {
    await openDemo();
    await closeAllGates();
    const keptAs = `${storePath}.before-restore-then`;
    const content = await makeSwapContent(storePath);
    writeFileSync(join(content, 'copy.db'), readFileSync(storePath));
    await decideSwap(storePath, {
      file: 'copy.db',
      keptAs,
      hadWal: false,
      bringsKeys: false,
      hadKeys: false,
      direction: 'forward',
    });
    renameSync(storePath, keptAs);
    expect(existsSync(storePath)).toBe(false);

    const desk = await openTestGate(storePath);
    expect(await peopleIn(desk)).toBe(PEOPLE);
    expect(await proofOf(desk, keptAs)).toMatchObject({ ok: true });
    expect(leftovers()).toEqual([]);
  });

  it('before it was decided leaves the store as it was', async () => {
    await openDemo();
    await closeAllGates();
    mkdirSync(`${storePath}.restoring/content`, { recursive: true });
    writeFileSync(`${storePath}.restoring/content/half.db`, 'half');
    const desk = await openTestGate(storePath);
    expect(await peopleIn(desk)).toBe(PEOPLE);
    expect(leftovers()).toEqual([]);
  });
});

describe.skipIf(whyNoSmallDisks !== null)(`a disk that fills up (${whyNoSmallDisks ?? 'a mounted disk'})`, () => {
  it('refuses a restore with disk_full, the store stays open', async () => {
    const disk = mountSmallDisk(16_384);
    try {
      const desk = await openDemo(join(disk.folder, 'shop.db'));
      const made = await backUp(desk);
      disk.resize(Math.ceil(usedBytes(disk.folder) / 1024) + 100);
      expect(await restore(desk, made.file)).toMatchObject({ ok: false, error: { code: 'disk_full' } });
      expect(await peopleIn(desk)).toBe(PEOPLE);
      await closeAllGates();
    } finally {
      disk.remove();
    }
  });

  it('refuses a visit with disk_full, nothing is half done, and goes on when there is room again', async () => {
    const disk = mountSmallDisk(16_384);
    try {
      const path = join(disk.folder, 'shop.db');
      const desk = await openDemo(path);
      const customerId = (await desk.call('customers.list', {})).rows[0]?.id ?? '';
      const visit = {
        customerId,
        lines: [{ name: '剪发'.repeat(20), quantity: 1000, unitPriceCents: 5800 }],
        note: '字'.repeat(500),
      };
      const before = (await proofOf(desk, path)).counts?.visits ?? 0;
      disk.resize(Math.ceil(usedBytes(disk.folder) / 1024) + 64);
      let acknowledged = 0;
      let refused = await desk.ask('visits.record', visit);
      while (refused.ok) {
        acknowledged += 1;
        refused = await desk.ask('visits.record', visit);
      }
      expect(refused).toMatchObject({ ok: false, error: { code: 'disk_full' } });
      disk.resize(32_768);
      expect(await proofOf(desk, path)).toMatchObject({ ok: true, problems: [], counts: { visits: before + acknowledged } });
      await desk.call('visits.record', visit);
      expect(await proofOf(desk, path)).toMatchObject({ ok: true, counts: { visits: before + acknowledged + 1 } });
      await closeAllGates();
    } finally {
      disk.remove();
    }
  });
});

const usedBytes = (folder: string): number =>
  readdirSync(folder).reduce((sum, name) => sum + Math.ceil(statSync(join(folder, name)).size / 4096) * 4096, 0);
