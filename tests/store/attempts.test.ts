import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { waitAfter } from '../../shared/domain/staff/lockout.ts';
import { staffId } from '../../shared/types/ids.ts';
import { attemptsPath, exchangeAttempts } from '../../electron/files/attemptsFile.ts';
import { openAttempts } from '../../electron/gate/attempts.ts';

const person = staffId('01890000-0000-7000-8000-000000000001');
const other = staffId('01890000-0000-7000-8000-000000000002');

let folder: string;
let store: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'regulars-attempts-'));
  store = join(folder, 'shop.regulars');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A program that counts alone. */
const open = (now: () => number) =>
  openAttempts(store, now, (before, next) => Promise.resolve(exchangeAttempts(store, before, next)));

describe('wrong PINs in a row (S5)', () => {
  test('whatever is done between tries (waiting, killing, starting anew), nobody gets more of them than the waits allow', async () => {
    const step = fc.oneof(
      { weight: 8, arbitrary: fc.constant({ do: 'try' as const }) },
      { weight: 3, arbitrary: fc.integer({ min: 1, max: 40_000 }).map((by) => ({ do: 'pass' as const, by })) },
      { weight: 1, arbitrary: fc.constant({ do: 'close' as const }) },
      { weight: 1, arbitrary: fc.constant({ do: 'kill' as const }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
        rmSync(attemptsPath(store), { force: true });
        let now = 0;
        let attempts = open(() => now);
        let tries = 0;
        let sinceLast = Infinity;
        const tooSoon: unknown[] = [];
        for (const one of steps) {
          if (one.do === 'pass') {
            now += one.by;
            sinceLast += one.by;
          } else if (one.do === 'try') {
            const answer = await attempts.begin(person).then(
              () => true,
              () => false,
            );
            if (answer) {
              if (sinceLast < waitAfter(tries)) tooSoon.push(one);
              tries += 1;
              sinceLast = 0;
            }
          } else {
            if (one.do === 'close') await attempts.close();
            // Another process counts from a clock of its own.
            now = 0;
            attempts = open(() => now);
          }
        }
        expect(tooSoon).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('a wait goes on where it was when the program closed, and is not a moment shorter when it was killed', async () => {
    let now = 0;
    const first = open(() => now);
    for (let tries = 0; tries < 5; tries += 1) await first.begin(person);
    await expect(first.begin(person)).rejects.toMatchObject({ code: 'pin_wait', details: { waitSeconds: 30 } });
    expect(await open(() => 0).waitOf(person)).toBe(30_000);
    now = 12_000;
    await first.close();
    expect(await open(() => 0).waitOf(person)).toBe(18_000);
    expect(await first.waitOf(other)).toBe(0);
  });

  test('a right PIN begins anew; a damaged file counts against everybody', async () => {
    const attempts = open(() => 0);
    for (let tries = 0; tries < 4; tries += 1) await attempts.begin(person);
    await attempts.clear(person);
    expect(await attempts.begin(person)).toEqual({ triesLeft: 4, waitSeconds: 0 });
    expect(readFileSync(attemptsPath(store), 'utf8')).toContain('"failures": 1');
    writeFileSync(attemptsPath(store), 'noise');
    expect(await open(() => 0).waitOf(other)).toBe(30_000);
  });

  test('a try that another program has counted meanwhile is counted on from there, and one too many waits', async () => {
    const text = (failures: number): string =>
      JSON.stringify({
        format: 'regulars-attempts',
        version: 1,
        people: { [person]: { failures, waitMilliseconds: waitAfter(failures) } },
      });
    let others = 3;
    const attempts = openAttempts(
      store,
      () => 0,
      (before, next) => {
        // The other one is always a moment faster, as long as it has tries.
        if (others < 5) {
          others += 1;
          writeFileSync(attemptsPath(store), text(others));
        }
        return Promise.resolve(exchangeAttempts(store, before, next));
      },
    );
    await expect(attempts.begin(person)).rejects.toMatchObject({ code: 'pin_wait', details: { waitSeconds: 30 } });
    expect(readFileSync(attemptsPath(store), 'utf8')).toBe(text(5));
  });
});
