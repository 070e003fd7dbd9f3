import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contract } from '../../shared/contract.ts';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import { closeStore, openStore } from '../../electron/store/open.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { answerOf, cli, errorOf } from '../helpers/cli.ts';
import type { CliRun } from '../helpers/cli.ts';

// `check` and `salvage`: a store that may be damaged, without a window (R3). In order: each test stands on the one before.

const PAGE = 4096;
const PEOPLE = 60;
let folder: string;
const at = (name: string): string => join(folder, name);
const run = (name: string, ...command: readonly string[]): Promise<CliRun> =>
  cli('--store', at(name), '--lang', 'en', ...command);
const people = async (name: string, ...options: readonly string[]): Promise<number> =>
  answerOf(await run(name, ...options, 'call', 'customers.list', '{}'), contract.customers.list.output).total;

const withStore = <T>(name: string, work: (database: StoreDatabase) => T): T => {
  const database = openStore(at(name));
  try {
    return work(database);
  } finally {
    closeStore(database);
  }
};
const copyOf = (name: string, as: string): void => writeFileSync(at(as), readFileSync(at(name)));
const damage = (name: string, change: (bytes: Buffer) => void): void => {
  const bytes = readFileSync(at(name));
  change(bytes);
  writeFileSync(at(name), bytes);
};

const checkedSchema = z.object({
  verdict: z.enum(['whole', 'findings', 'damaged']),
  problems: z.array(z.string()),
  error: z.object({ code: z.string(), details: z.record(z.string(), z.unknown()), message: z.string() }).nullable(),
  rescue: z.object({ canRebuild: z.boolean(), canSalvage: z.boolean(), customers: z.int().nullable() }).nullable(),
});
const salvagedSchema = z.object({ file: z.string().nullable(), lostRows: z.int(), problems: z.array(z.string()) });
/** What `check` printed, with the exit code it ended with. */
const checked = ({ code, stdout }: CliRun) => ({ code, ...checkedSchema.parse(JSON.parse(stdout)) });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'regulars-cli-rescue-'));
  await run('shop.regulars', '--today', '2026-11-21', 'call', 'settings.createDemo', JSON.stringify({ customers: PEOPLE }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('cli check (R3)', () => {
  it('says that a whole store is whole, and takes a missing file for a mistyped path', async () => {
    expect(checked(await run('shop.regulars', 'check'))).toEqual({
      code: 0,
      verdict: 'whole',
      problems: [],
      error: null,
      rescue: null,
    });
    expect(errorOf(await run('no-such.regulars', 'check')).code).toBe('file_missing');
  });

  it('tells books that do not add up, and ends with exit code 1', async () => {
    copyOf('shop.regulars', 'books.regulars');
    withStore('books.regulars', (database) => {
      plainRun(database, 'UPDATE customer_summaries SET points_balance = points_balance + 1');
    });
    const found = checked(await run('books.regulars', 'check'));
    expect(found).toMatchObject({ code: 1, verdict: 'findings', rescue: null });
    expect(found.problems[0]).toMatch(/^points: /);
  });

  it('finds a damaged page that no start looks at, and says what can be done; the file stays as it is', async () => {
    copyOf('shop.regulars', 'leaf.regulars');
    const leaves = withStore('leaf.regulars', (database) =>
      plainRows<{ pageno: number }>(database, `SELECT pageno FROM dbstat WHERE name = 'visits' AND pagetype = 'leaf'`),
    );
    const leaf = leaves[Math.floor(leaves.length / 2)]?.pageno ?? 0;
    damage('leaf.regulars', (bytes) => bytes.fill(0, (leaf - 1) * PAGE, leaf * PAGE));
    const before = readFileSync(at('leaf.regulars'));
    const found = checked(await run('leaf.regulars', 'check'));
    expect(found).toMatchObject({
      code: 1,
      verdict: 'damaged',
      error: { code: 'db_corrupt' },
      rescue: { canRebuild: false, canSalvage: true, customers: PEOPLE },
    });
    expect(readFileSync(at('leaf.regulars')).equals(before)).toBe(true);
  });
});

describe('cli salvage (R3)', () => {
  it('brings what can be read into a new store, which is whole, and says how much is lost; the damaged one stays as it is', async () => {
    const before = readFileSync(at('leaf.regulars'));
    const told = answerOf(await run('leaf.regulars', 'salvage', '--to', at('rescued.regulars')), salvagedSchema);
    expect(told).toMatchObject({ file: at('rescued.regulars'), problems: [] });
    expect(told.lostRows).toBeGreaterThan(0);
    expect(readFileSync(at('leaf.regulars')).equals(before)).toBe(true);
    expect(checked(await run('rescued.regulars', 'check')).verdict).toBe('whole');
    expect(await people('rescued.regulars')).toBe(PEOPLE);
  });

  it('writes over no file, wants to know where to, and leaves a whole store alone', async () => {
    const taken = await run('leaf.regulars', 'salvage', '--to', at('shop.regulars'));
    expect([taken.code, errorOf(taken).details]).toEqual([1, { reason: 'file_exists', path: at('shop.regulars') }]);
    const nowhere = await run('leaf.regulars', 'salvage');
    expect([nowhere.code, errorOf(nowhere).code]).toEqual([2, 'usage_option_missing']);
    const whole = await run('shop.regulars', 'salvage', '--to', at('needless.regulars'));
    expect([whole.code, errorOf(whole).details]).toEqual([1, { reason: 'store_is_open' }]);
    expect(existsSync(at('needless.regulars'))).toBe(false);
  });
});

describe('on a locked store (R3, R191)', () => {
  const code = ['--code-file'] as const;

  it('both work with the words of its sheet, and without them say that it is locked', async () => {
    copyOf('shop.regulars', 'locked.regulars');
    await run('locked.regulars', '--encrypt', ...code, at('code.txt'), 'call', 'settings.get', '{}');
    expect(errorOf(await run('locked.regulars', 'check')).code).toBe('store_locked');
    const bytes = readFileSync(at('locked.regulars'));
    // The last quarter of the file: pages of the demo's visits, none of which a start reads.
    damage('locked.regulars', (all) =>
      all.fill(0, Math.floor((bytes.length * 0.75) / PAGE) * PAGE, Math.floor((bytes.length * 0.75) / PAGE + 1) * PAGE),
    );
    const found = checked(await run('locked.regulars', ...code, at('code.txt'), 'check'));
    expect(found).toMatchObject({ code: 1, verdict: 'damaged', error: { code: 'db_corrupt' } });
    const told = answerOf(
      await run('locked.regulars', ...code, at('code.txt'), 'salvage', '--to', at('rescued-locked.regulars')),
      salvagedSchema,
    );
    expect(told.file).toBe(at('rescued-locked.regulars'));
    expect(readFileSync(at('rescued-locked.regulars'), 'latin1').startsWith('SQLite format 3')).toBe(false);
    expect(await people('rescued-locked.regulars', ...code, at('code.txt'))).toBe(PEOPLE);
  });

  it('a first page that cannot be read is told as such', async () => {
    damage('locked.regulars', (bytes) => bytes.fill(9, 200, 300));
    const found = checked(await run('locked.regulars', ...code, at('code.txt'), 'check'));
    expect(found).toMatchObject({
      code: 1,
      verdict: 'damaged',
      error: { code: 'db_corrupt', details: { problem: 'first_page' } },
    });
  });
});
