import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type * as files from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { carryOutSwap, clearSwap, decideSwap, makeSwapContent, recoverSwap, swapContent } from '../../electron/gate/storeSwap.ts';
import type { SwapPlan } from '../../electron/gate/storeSwap.ts';

/** How many more changes to the disk succeed before the power goes. */
const power = vi.hoisted(() => ({ left: Infinity }));

vi.mock('node:fs/promises', async (importOriginal) => {
  const real = await importOriginal<typeof files>();
  const spend = (): void => {
    if (power.left <= 0) throw new Error('the power went');
    power.left -= 1;
  };
  return {
    ...real,
    rename: (from: string, to: string) => {
      spend();
      return real.rename(from, to);
    },
    rm: (path: string, options: { force?: boolean; recursive?: boolean }) => {
      spend();
      return real.rm(path, options);
    },
  };
});

let folder: string;
let storePath: string;
let keptAs: string;

beforeEach(() => {
  power.left = Infinity;
  folder = mkdtempSync(join(tmpdir(), 'regulars-swap-'));
  storePath = join(folder, 'shop.db');
  keptAs = `${storePath}.before-restore-now`;
});
afterEach(() => {
  power.left = Infinity;
  rmSync(folder, { recursive: true });
});

const read = (path: string): string | null => (existsSync(path) ? readFileSync(path, 'utf8') : null);
/** The store as it would be opened: its file and the WAL beside it. */
const storeNow = () => [read(storePath), read(`${storePath}-wal`)];
const keptNow = () => [read(keptAs), read(`${keptAs}-wal`)];

const prepare = async (hadWal: boolean, hasNewWal: boolean): Promise<SwapPlan> => {
  writeFileSync(storePath, 'old');
  if (hadWal) writeFileSync(`${storePath}-wal`, 'old wal');
  writeFileSync(`${storePath}-shm`, 'old index');
  await makeSwapContent(storePath);
  writeFileSync(join(swapContent(storePath), 'backup.db'), 'new');
  if (hasNewWal) writeFileSync(join(swapContent(storePath), 'backup.db-wal'), 'new wal');
  return { file: 'backup.db', keptAs, hadWal, bringsKeys: false, hadKeys: false, direction: 'forward' };
};

/** Runs the work with ever more power until it gets through; after each cut the program starts again. Returns the cuts. */
const cutEverywhere = async (work: (attempt: number) => Promise<void>, after: () => void): Promise<number> => {
  for (let steps = 0; ; steps += 1) {
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    let isCut = false;
    try {
      await work(steps);
    } catch {
      isCut = true;
    }
    power.left = Infinity;
    await recoverSwap(storePath);
    after();
    expect(existsSync(`${storePath}.restoring`)).toBe(false);
    if (!isCut) return steps;
  }
};

describe.each([
  [false, false],
  [true, false],
  [false, true],
  [true, true],
])('a restore cut off at any step (WAL of the old store: %s, of the new one: %s)', (hadWal, hasNewWal) => {
  const old = ['old', hadWal ? 'old wal' : null];
  const restored = ['new', hasNewWal ? 'new wal' : null];

  it('ends with the new store whole and the old one whole beside it', async () => {
    const cuts = await cutEverywhere(
      async (steps) => {
        const plan = await prepare(hadWal, hasNewWal);
        await decideSwap(storePath, plan);
        power.left = steps;
        await carryOutSwap(storePath, plan);
      },
      () => {
        expect(storeNow()).toEqual(restored);
        expect(keptNow()).toEqual(old);
      },
    );
    expect(cuts).toBeGreaterThanOrEqual(3);
  });

  it('ends with the old store whole when the new one had to be taken back', async () => {
    const cuts = await cutEverywhere(
      async (steps) => {
        const plan = await prepare(hadWal, hasNewWal);
        await decideSwap(storePath, plan);
        await carryOutSwap(storePath, plan);
        writeFileSync(`${storePath}-shm`, 'new index');
        const back: SwapPlan = { ...plan, direction: 'back' };
        await decideSwap(storePath, back);
        power.left = steps;
        await carryOutSwap(storePath, back);
      },
      () => {
        expect(storeNow()).toEqual(old);
      },
    );
    expect(cuts).toBeGreaterThanOrEqual(4);
  });

  it('can be taken back from the middle', async () => {
    for (let steps = 0; steps < 5; steps += 1) {
      rmSync(folder, { recursive: true });
      mkdirSync(folder);
      const plan = await prepare(hadWal, hasNewWal);
      await decideSwap(storePath, plan);
      power.left = steps;
      await carryOutSwap(storePath, plan).catch(() => undefined);
      power.left = Infinity;
      await carryOutSwap(storePath, { ...plan, direction: 'back' });
      await clearSwap(storePath);
      expect(storeNow()).toEqual(old);
      expect(keptNow()).toEqual([null, null]);
    }
  });
});

describe('a restore', () => {
  it('that was not decided leaves the store alone and is swept up', async () => {
    await prepare(true, false);
    await recoverSwap(storePath);
    expect(storeNow()).toEqual(['old', 'old wal']);
    expect(readdirSync(folder).sort()).toEqual(['shop.db', 'shop.db-shm', 'shop.db-wal']);
  });

  it('into a place where no store is works and can be taken back', async () => {
    await makeSwapContent(storePath);
    writeFileSync(join(swapContent(storePath), 'backup.db'), 'new');
    const plan: SwapPlan = {
      file: 'backup.db',
      keptAs: null,
      hadWal: false,
      bringsKeys: false,
      hadKeys: false,
      direction: 'forward',
    };
    await decideSwap(storePath, plan);
    await carryOutSwap(storePath, plan);
    expect(storeNow()).toEqual(['new', null]);
    await carryOutSwap(storePath, { ...plan, direction: 'back' });
    expect(storeNow()).toEqual([null, null]);
  });
});
