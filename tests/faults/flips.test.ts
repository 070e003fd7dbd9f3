import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeRandom } from '../../shared/domain/demo/random.ts';
import { openBackupDesk } from './support/backups.ts';
import type { BackupDesk } from './support/backups.ts';

const PAGE = 4096;

let desk: BackupDesk;
let folder: string;
let file: string;
let content: Buffer;

beforeAll(async () => {
  desk = openBackupDesk();
  folder = mkdtempSync(join(tmpdir(), 'regulars-flip-'));
  file = (await desk.create(folder)).file;
  content = readFileSync(file);
});
afterAll(() => {
  desk.close();
  rmSync(folder, { recursive: true });
});

const pages = (): number[] => Array.from({ length: Math.ceil(content.length / PAGE) }, (_, page) => page);

const flipped = (offset: number, bit: number): Buffer => {
  const damaged = Buffer.from(content);
  damaged[offset] = (damaged[offset] ?? 0) ^ (1 << bit);
  return damaged;
};

describe('one flipped bit in a backup', () => {
  it('is found in every 4 KiB block by the shop that made it (R4)', async () => {
    const random = makeRandom(4096);
    const unseen: number[] = [];
    for (const page of pages()) {
      const offset = Math.min(content.length - 1, page * PAGE + random.whole(0, PAGE - 1));
      writeFileSync(file, flipped(offset, random.whole(0, 7)));
      if ((await desk.verify(file)).ok) unseen.push(offset);
    }
    writeFileSync(file, content);
    expect(pages().length).toBeGreaterThan(30);
    expect(unseen).toEqual([]);
    expect(await desk.verify(file)).toMatchObject({ ok: true, problems: [] });
  });

  it('is found also under another name, by a shop that has never seen it (R4)', async () => {
    const stranger = join(folder, 'from another computer.rgbackup');
    const unseen: number[] = [];
    for (const page of pages()) {
      writeFileSync(stranger, flipped(page * PAGE, 6));
      if ((await desk.verify(stranger)).ok) unseen.push(page);
    }
    expect(unseen).toEqual([]);
  });
});

describe('a backup cut short', () => {
  it('is refused at every page', async () => {
    const cut = join(folder, 'cut.rgbackup');
    const accepted: number[] = [];
    for (const page of pages()) {
      writeFileSync(cut, content.subarray(0, page * PAGE));
      if ((await desk.verify(cut)).ok) accepted.push(page);
    }
    expect(accepted).toEqual([]);
  });
});

describe('books that do not add up', () => {
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['a balance', 'UPDATE customer_summaries SET points_balance = points_balance + 1', /^points: 3 customers/],
    ['a visit count', 'UPDATE customer_summaries SET visit_count = 9', /^visits: 3 customers/],
    ['a visit total', 'UPDATE visits SET total_cents = total_cents + 1', /visit lines: 4 visits/],
    ['a last contact', `UPDATE customer_summaries SET last_interaction_on = '2030-01-01'`, /^contacts: 3 customers/],
    ['a missing summary', 'DELETE FROM customer_summaries', /^summary missing: 3 customers/],
    ['a missing customer', 'PRAGMA foreign_keys = OFF; DELETE FROM customers WHERE number = 1', /^foreign keys: /],
  ];
  it.each(cases)('are found and told: %s', async (_what, damage, says) => {
    const own = openBackupDesk();
    own.store.database.connection.exec(damage);
    const proof = await own.verify(own.store.path);
    expect(proof.ok).toBe(false);
    expect(proof.problems.some((problem) => says.test(problem))).toBe(true);
    own.close();
  });
});
