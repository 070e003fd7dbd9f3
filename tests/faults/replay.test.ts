import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeRandom } from '../../shared/domain/demo/random.ts';
import { brokenPromises } from './harness/marks.ts';
import type { Mark } from './harness/marks.ts';
import { playPowerCut } from './harness/replay.ts';
import { tableOf, tallyOf } from './harness/table.ts';
import type { LogRecord } from './harness/writeLog.ts';

const root = '/watched';
let folder: string;
let target: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'regulars-replay-'));
  target = join(folder, 'target');
  mkdirSync(join(folder, 'base'));
  writeFileSync(join(folder, 'base', 'store'), 'before');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const opened = (name: string, inode: bigint, isNew: boolean): LogRecord => ({
  kind: 'open',
  path: join(root, name),
  inode,
  isNew,
  isCut: false,
});
const written = (inode: bigint, offset: number, text: string): LogRecord => ({
  kind: 'write',
  inode,
  offset,
  data: Buffer.from(text),
});
const cutAfter = (records: readonly LogRecord[], mercy: number, seed = 1): void => {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target);
  const base = join(folder, 'base');
  playPowerCut({ records, cut: records.length, root, base, baseNames: ['store'], mercy, random: makeRandom(seed) }, target);
};
const content = (name: string): string | null => {
  const path = join(target, name);
  return existsSync(path) ? readFileSync(path, 'latin1') : null;
};

describe('a power cut that is played back (R1)', () => {
  it('keeps what was synced and, when it is merciless, nothing else', () => {
    const records = [
      opened('store', 1n, false),
      written(1n, 0, 'AFTER!'),
      { kind: 'sync', inode: 1n } as const,
      written(1n, 0, 'later!'),
    ];
    cutAfter(records.slice(0, 2), 0);
    expect(content('store')).toBe('before');
    cutAfter(records, 0);
    expect(content('store')).toBe('AFTER!');
    cutAfter(records, 1);
    expect(content('store')).toBe('later!');
  });

  it('tears a long write between sectors', () => {
    const long = 'x'.repeat(16_384);
    const torn = Array.from({ length: 40 }, (_, seed) => {
      cutAfter([opened('store', 1n, false), written(1n, 0, long)], 0.5, seed);
      return content('store') ?? '';
    });
    expect(torn.filter((text) => text !== 'before' && text !== long).length).toBeGreaterThan(5);
    for (const text of torn) expect([0, 6]).toContain(text.replaceAll('x', '').replaceAll('\0', '').length);
  });

  it('gives a name only with its folder or its file synced', () => {
    const made = [opened('new', 2n, true), written(2n, 0, 'text')];
    cutAfter(made, 0);
    expect(content('new')).toBeNull();
    cutAfter([...made, { kind: 'sync', inode: 2n }], 0);
    expect(content('new')).toBe('text');
    const renamed: LogRecord[] = [
      ...made,
      { kind: 'sync', inode: 2n },
      { kind: 'rename', path: join(root, 'new'), other: join(root, 'store') },
    ];
    cutAfter(renamed, 0);
    expect([content('new'), content('store')]).toEqual(['text', 'before']);
    cutAfter([...renamed, { kind: 'syncFolder', path: root }], 0);
    expect([content('new'), content('store')]).toEqual([null, 'text']);
  });
});

describe('what was promised before a kill (R1)', () => {
  const answered = (hash: string, visits: number): Mark => ({
    kind: 'answered',
    name: 'visits.record',
    ok: true,
    code: null,
    hash,
    counts: [1, visits, 0, 0],
    backup: null,
  });
  const asked: Mark = { kind: 'asked', name: 'visits.record' };
  const found = (hash: string, visits: number) => ({ state: { hash, counts: [1, visits, 0, 0], version: 1 }, problems: [] });
  const marks = [answered('a', 1), answered('b', 2), asked];

  it('holds in the last acknowledged state and in the next', () => {
    expect(brokenPromises(marks, found('b', 2))).toEqual([]);
    expect(brokenPromises(marks, found('c', 3))).toEqual([]);
  });
  it('is broken by an earlier state, by fewer rows, by nothing at all', () => {
    for (const state of [found('a', 1), found('x', 1), { state: null, problems: [] }, { state: null, problems: ['torn'] }])
      expect(brokenPromises(marks, state)).not.toEqual([]);
  });
});

describe('the table of the fault harness', () => {
  const line = (failures: readonly string[], rounds: number, skipped: string | null) => ({
    scenario: 'kills',
    says: 'R1',
    seed: 7,
    row: { part: 'part', rounds, failures, skipped, kinds: {}, notes: [] },
  });
  it('never counts what was skipped or shown by no round as passed', () => {
    const lines = [line([], 3, null), line(['lost'], 3, null), line([], 0, null), line([], 0, 'no compiler')];
    expect(tallyOf(lines)).toEqual({ passed: 1, failed: 2, skipped: 1 });
    expect(tableOf(lines)).toContain('no compiler');
    expect(tableOf(lines)).toContain('lost');
  });
});
