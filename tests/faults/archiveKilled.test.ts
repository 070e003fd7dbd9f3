import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import { closeStore, openStore } from '../../electron/store/open.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput, NamesOfKind } from '../../shared/contract.ts';
import type { CustomerId, MergeId } from '../../shared/types/ids.ts';
import { item } from '../helpers/desk.ts';
import { storeHash } from '../helpers/dump.ts';
import { openMergeDesk } from '../helpers/merges.ts';
import { startDesk } from './support/deskLink.ts';

/** Enough that each work takes long against the moment of a kill. */
const VISITS_OF_A_SIDE = 400;
const PEOPLE_IN_THE_BIN = 60;
const PEOPLE_FOR_BULK = 2000;
/** Kills fall at these parts of the time that the work takes when it is let be. */
const MOMENTS = [0, 0.3, 0.6, 0.9];

let folder: string;
let survivorId: CustomerId;
let otherId: CustomerId;
let mergeId: MergeId;
const binned: CustomerId[] = [];
const at = (name: string): string => join(folder, `${name}.regulars`);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'regulars-killed-'));
  const desk = openMergeDesk({ onDisk: true });
  // Nobody pulls the plug while the shop is made; the copies are synced as ever.
  plainRun(desk.database, 'PRAGMA synchronous = OFF');
  const keep = (name: string): void => {
    plainRun(desk.database, 'PRAGMA wal_checkpoint(TRUNCATE)');
    copyFileSync(desk.path, at(name));
  };
  survivorId = desk.create({ name: '王芳', phone: '13800000001' });
  otherId = desk.create({ name: '王芳', phone: '13800000002', note: '同一个人' });
  for (const customerId of [survivorId, otherId])
    for (let visit = 0; visit < VISITS_OF_A_SIDE; visit += 1) desk.record({ customerId, lines: [item(1000 + visit)] });
  for (let person = 0; person < PEOPLE_IN_THE_BIN; person += 1) {
    const id = desk.create({ name: `旧客${person}` });
    for (let visit = 0; visit < 5; visit += 1) desk.record({ customerId: id, lines: [item(500)] });
    desk.remove(id);
    binned.push(id);
  }
  keep('apart');
  mergeId = desk.merge({ survivorId, otherId }).mergeId;
  keep('merged');
  desk.undoMerge({ mergeId });
  for (let person = 0; person < PEOPLE_FOR_BULK; person += 1) desk.create({ name: `客人${person}`, region: '城东' });
  keep('many');
  desk.close();
}, 300_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What must hold whatever happened, and the figures by which it is seen what did. */
const look = (path: string) => {
  const database = openStore(path);
  try {
    const number = (sql: string): number => plainRows<{ n: number }>(database, `SELECT (SELECT ${sql}) AS n`)[0]?.n ?? -1;
    expect(plainRows(database, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(plainRows(database, 'PRAGMA foreign_key_check')).toEqual([]);
    expect(number('count(*) FROM customers WHERE id NOT IN (SELECT customer_id FROM customer_summaries)')).toBe(0);
    // Every balance is what its ledger sums to.
    expect(
      number(
        `count(*) FROM customer_summaries AS s WHERE s.points_balance <> (SELECT coalesce(sum(points), 0) FROM points_entries WHERE customer_id = s.customer_id)`,
      ),
    ).toBe(0);
    return {
      hash: storeHash(database),
      visits: number('count(*) FROM visits'),
      points: number('coalesce(sum(points), 0) FROM points_entries'),
      standingMerges: number('count(*) FROM merges WHERE undone_at IS NULL'),
      visitsOfOther: plainRows<{ n: number }>(database, 'SELECT count(*) AS n FROM visits WHERE customer_id = ?', [otherId])[0]
        ?.n,
      inTheBin: number('count(*) FROM customers WHERE removed_at IS NOT NULL'),
      moved: number(`count(*) FROM customers WHERE region = '城西'`),
    };
  } finally {
    closeStore(database);
  }
};

type Work = NamesOfKind<'command' | 'study'>;
/** Asks a desk of its own for the work on a copy of the shop, kills it at that time, and tells whether the work was acknowledged. */
const killedAfter = async <Name extends Work>(name: Name, input: CallInput<Name>, path: string, milliseconds: number | null) => {
  const desk = await startDesk(path);
  const begun = performance.now();
  const answer = desk.call(name, input);
  if (milliseconds === null) await answer;
  else await wait(milliseconds);
  const took = performance.now() - begun;
  const dead = desk.kill();
  const envelope = await answer;
  await dead;
  return { took, isAcknowledged: envelope?.ok === true };
};

let copies = 0;
/** Runs the work whole once, then killed at every moment; each killed shop is looked at together with what was acknowledged. */
const killed = async <Name extends Work>(from: string, name: Name, input: CallInput<Name>) => {
  copies += 1;
  const copy = (name: string): string => {
    const path = at(`killed-${copies}-${name}`);
    copyFileSync(at(from), path);
    return path;
  };
  const before = look(copy('before'));
  const whole = copy('whole');
  const { took, isAcknowledged } = await killedAfter(name, input, whole, null);
  expect(isAcknowledged).toBe(true);
  const after = look(whole);
  expect(after.hash).not.toBe(before.hash);
  const found: { readonly path: string; readonly isAcknowledged: boolean; readonly state: ReturnType<typeof look> }[] = [];
  for (const moment of MOMENTS) {
    const path = copy(String(moment));
    const { isAcknowledged: isDone } = await killedAfter(name, input, path, took * moment);
    found.push({ path, isAcknowledged: isDone, state: look(path) });
  }
  return { before, after, found };
};

/** All of it or nothing; what was acknowledged is there. Ids and times of two runs differ, the figures do not. */
const expectBeforeOrAfter = ({ before, after, found }: Awaited<ReturnType<typeof killed>>): void => {
  const figures = (state: ReturnType<typeof look>) => ({ ...state, hash: null });
  for (const { state, isAcknowledged } of found) {
    const isUntouched = state.hash === before.hash;
    expect(isUntouched && isAcknowledged).toBe(false);
    expect(figures(state)).toEqual(figures(isUntouched ? before : after));
  }
  // At the first moment nothing can have happened yet, so that the kills are known to bite.
  expect(found[0]?.state.hash).toBe(before.hash);
};

describe('killed in the middle (R1)', { timeout: 120_000 }, () => {
  it('a merge is there with all its visits, or the two stand apart as they were', async () => {
    const runs = await killed('apart', 'merges.merge', { survivorId, otherId });
    expectBeforeOrAfter(runs);
    expect(runs.before).toMatchObject({ standingMerges: 0, visitsOfOther: VISITS_OF_A_SIDE });
    expect(runs.after).toMatchObject({ standingMerges: 1, visitsOfOther: 0 });
  });
  it('the undoing of a merge has parted the two, or they are still one', async () => {
    const runs = await killed('merged', 'merges.undo', { mergeId });
    expectBeforeOrAfter(runs);
    expect(runs.after).toMatchObject({ standingMerges: 0, visitsOfOther: VISITS_OF_A_SIDE });
  });
  it('the bin is empty, or holds everybody it held', async () => {
    const runs = await killed('apart', 'bin.purge', { customerIds: binned });
    expectBeforeOrAfter(runs);
    expect(runs.before.inTheBin).toBe(PEOPLE_IN_THE_BIN);
    expect(runs.after.inTheBin).toBe(0);
  });
  it('a bulk edit has changed exactly those it says it has, and taken back it has changed nobody', async () => {
    const input = {
      selection: { filter: contract.bulkEdits.apply.input.shape.selection.options[1].shape.filter.parse({}) },
      action: { kind: 'set_region', region: '城西' },
    } as const;
    const { before, after, found } = await killed('many', 'bulkEdits.apply', input);
    const everybody = PEOPLE_FOR_BULK + 2;
    expect(before.moved).toBe(0);
    expect(after.moved).toBe(everybody);
    const moved = found.map(({ state }) => state.moved);
    expect(moved[0]).toBe(0);
    for (const { path, state, isAcknowledged } of found) {
      expect(isAcknowledged ? state.moved : everybody).toBe(everybody);
      const desk = await startDesk(path);
      const listed = await desk.call('bulkEdits.list', {});
      const edits = listed?.ok === true ? contract.bulkEdits.list.output.parse(listed.value).rows : [];
      expect(edits.reduce((sum, { changed }) => sum + changed, 0)).toBe(state.moved);
      for (const { id } of edits) expect(await desk.call('bulkEdits.undo', { bulkEditId: id })).toMatchObject({ ok: true });
      await desk.kill();
      expect(look(path).moved).toBe(0);
    }
  });
});
