import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate } from '../../electron/store/migrate.ts';
import { closeStore, openStore } from '../../electron/store/open.ts';
import { appErrorFromSqlite } from '../../electron/store/sqliteErrors.ts';
import { requireReadable } from '../../electron/store/startCheck.ts';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import { AppError } from '../../shared/errors.ts';
import { makeRandom } from '../../shared/domain/demo/random.ts';
import { fillDatabase } from '../faults/support/fill.ts';

const PAGE = 4096;
const folder = mkdtempSync(join(tmpdir(), 'regulars-start-'));
const path = join(folder, 'shop.db');
let whole: Buffer;
let roots: number[];

beforeAll(() => {
  const database = openStore(path);
  migrate(database);
  fillDatabase(database);
  roots = plainRows<{ rootpage: number }>(
    database,
    `SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND rootpage > 0`,
  ).map(({ rootpage }) => rootpage);
  closeStore(database);
  whole = readFileSync(path);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** How a start with this file goes: 'fine', or the code of the error that the screen words. */
const startWith = (content: Uint8Array): string => {
  const file = join(folder, 'damaged.db');
  for (const side of ['', '-wal', '-shm']) rmSync(`${file}${side}`, { force: true });
  writeFileSync(file, content);
  try {
    const database = openStore(file);
    try {
      requireReadable(database);
      return 'fine';
    } finally {
      closeStore(database);
    }
  } catch (error) {
    const known = appErrorFromSqlite(error);
    return known instanceof AppError ? known.code : String(error);
  }
};

describe('the look at every start (R3)', () => {
  test('finds a whole store fine', () => {
    expect(startWith(whole)).toBe('fine');
  });

  test('recognises a file cut short anywhere: never fine, never a crash', () => {
    const random = makeRandom(3);
    const found = Array.from({ length: 60 }, () => startWith(whole.subarray(0, random.whole(1, whole.length - 1))));
    expect(new Set(found.filter((code) => !['db_corrupt', 'db_not_database'].includes(code)))).toEqual(new Set());
  });

  test.each([1, 700, PAGE - 1])(
    'recognises that the last %i bytes are gone, which SQLite itself takes for a whole page',
    (lost) => {
      const file = join(folder, 'short.db');
      for (const side of ['', '-wal', '-shm']) rmSync(`${file}${side}`, { force: true });
      writeFileSync(file, whole.subarray(0, whole.length - lost));
      expect(() => {
        openStore(file, { look: requireReadable });
      }).toThrow(expect.objectContaining({ code: 'db_corrupt', details: { problem: 'cut_short' } }));
      expect(readFileSync(file)).toHaveLength(whole.length - lost);
    },
  );

  test('recognises a zeroed beginning of any table', () => {
    for (const root of roots) {
      const damaged = Buffer.from(whole);
      damaged.fill(0, (root - 1) * PAGE, root * PAGE);
      expect(startWith(damaged), `page ${root}`).toMatch(/^db_(corrupt|not_database)$/);
    }
  });

  test('leaves a damaged file and the log beside it as they were found', () => {
    const file = join(folder, 'cut-off.db');
    const live = join(folder, 'live.db');
    writeFileSync(live, whole);
    const database = openStore(live);
    plainRun(database, 'CREATE TABLE written_last (id INTEGER PRIMARY KEY) STRICT');
    const log = readFileSync(`${live}-wal`);
    closeStore(database);
    const damaged = Buffer.from(whole);
    const root = roots.at(-1) ?? 0;
    damaged.fill(0, (root - 1) * PAGE, root * PAGE);
    writeFileSync(file, damaged);
    writeFileSync(`${file}-wal`, log);
    expect(() => {
      openStore(file, { look: requireReadable });
    }).toThrow(/malformed|db_corrupt/);
    expect(readFileSync(file).equals(damaged)).toBe(true);
    expect(readFileSync(`${file}-wal`).equals(log)).toBe(true);
  });

  test('answers every flipped byte with fine or with a known failure, 300 seeds', () => {
    const random = makeRandom(20_261_122);
    const codes = new Set<string>();
    for (let seed = 0; seed < 300; seed += 1) {
      const damaged = Buffer.from(whole);
      const at = random.whole(0, whole.length - 1);
      damaged[at] = (damaged[at] ?? 0) ^ random.whole(1, 255);
      codes.add(startWith(damaged));
    }
    expect([...codes].filter((code) => !/^(fine|db_(corrupt|not_database|from_future))$/.test(code))).toEqual([]);
  });
});
