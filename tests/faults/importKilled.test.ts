import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainRows } from '../../electron/store/database.ts';
import { closeStore, openStore } from '../../electron/store/open.ts';
import { contract } from '../../shared/contract.ts';
import { cdnow, cdnowText } from '../helpers/cdnow.ts';
import { answerOf, cli, startCli } from '../helpers/cli.ts';

const ROWS = 12_000;
let folder: string;
let store: string;
let log: string;
const importing = (): readonly string[] => [
  '--store',
  store,
  '--today',
  cdnow.today,
  '--verbose',
  'import',
  log,
  '--form',
  'purchases',
];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'regulars-killed-'));
  store = join(folder, 'shop.regulars');
  log = join(folder, 'log.txt');
  writeFileSync(
    log,
    cdnowText()
      .split('\r\n')
      .slice(0, ROWS + 1)
      .join('\r\n'),
    'latin1',
  );
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const state = () => {
  const database = openStore(store);
  try {
    const count = (table: string): unknown => plainRows<{ n: number }>(database, `SELECT count(*) AS n FROM ${table}`)[0]?.n;
    return {
      integrity: plainRows(database, 'PRAGMA integrity_check'),
      broken: plainRows(database, 'PRAGMA foreign_key_check'),
      imports: count('imports'),
      visits: count('visits'),
      lines: count('visit_lines'),
      customersWithoutSummary: count('customers WHERE id NOT IN (SELECT customer_id FROM customer_summaries)'),
    };
  } finally {
    closeStore(database);
  }
};
const sound = { integrity: [{ integrity_check: 'ok' }], broken: [], customersWithoutSummary: 0 };

describe('an import that is killed (R1)', () => {
  it.each([
    ['while the file is surveyed', 'progress: survey', 0],
    ['while the rows are read', 'progress: rows', 0],
    ['as the writer begins', 'progress: commit', 0],
    ['a little later', 'progress: commit', 150],
    ['later still', 'progress: commit', 500],
    ['and later', 'progress: commit', 1500],
  ])('%s leaves all of it or nothing once the program has started again', async (_, phase, milliseconds) => {
    rmSync(store, { force: true });
    const running = startCli(...importing());
    await running.said(phase);
    await wait(milliseconds);
    running.kill('SIGKILL');
    await running.done;
    // What lies there half done is taken back before anybody can ask for anything.
    answerOf(await cli('--store', store, '--today', cdnow.today, 'call', 'imports.list', '{}'), contract.imports.list.output);
    const found = state();
    expect(found).toMatchObject(sound);
    expect([0, ROWS]).toContain(found.visits);
    expect(found).toMatchObject({ imports: found.visits === 0 ? 0 : 1, lines: found.visits });
  });
  it('can be run again, and leaves none of its files behind', async () => {
    const run = await cli(...importing().filter((arg) => arg !== '--verbose'));
    const { added, skipped } = answerOf(run, contract.imports.run.output);
    expect(added + skipped).toBe(ROWS);
    expect(state()).toMatchObject({ ...sound, visits: ROWS, lines: ROWS, imports: 1 });
    expect(readdirSync(folder).filter((name) => name.includes('.import-'))).toEqual([]);
  });
});
