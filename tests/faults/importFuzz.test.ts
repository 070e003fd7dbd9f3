import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { endReadingThread } from '../../electron/handlers/imports/formats/readInThread.ts';
import { closeStore, openStore } from '../../electron/store/open.ts';
import { makeRandom } from '../../shared/domain/demo/random.ts';
import { AppError, appErrorCodes } from '../../shared/errors.ts';
import type { AppErrorCode } from '../../shared/errors.ts';
import { jobId, pathToken } from '../../shared/types/ids.ts';
import { storeHash } from '../helpers/dump.ts';
import { openTestImporter } from '../helpers/importer.ts';
import type { TestImporter } from '../helpers/importer.ts';
import { closeAll, makeTestFolder, openTestGate } from './support/gate.ts';
import { malformed, names } from './support/malformed.ts';

const SEED = 20_261_122;
const FILES = 10_000;
/** So many of them also go the whole way that a person's file goes: gate, parsed input, engine thread, envelope. */
const FILES_AT_THE_GATE = 250;
/** Longer than this and somebody in front of the screen thinks it hangs. */
const HANG_MILLISECONDS = 5000;

/** Waits for work on one file no longer than a person would. */
const watched = async <T>(number: number, work: Promise<T>): Promise<T> => {
  const watch = new AbortController();
  const hang = wait(HANG_MILLISECONDS, null, { signal: watch.signal }).then(
    () => Promise.reject(new Error(`file ${number} of seed ${SEED} hangs`)),
    () => new Promise<never>(() => undefined),
  );
  try {
    return await Promise.race([work, hang]);
  } finally {
    watch.abort();
  }
};

describe('ten thousand malformed files (R189)', () => {
  let importer: TestImporter;
  beforeAll(() => {
    importer = openTestImporter();
  });
  afterAll(() => {
    endReadingThread();
    importer.close();
  });
  it('are read or refused with a reason, none hangs, and the store stays as it was', { timeout: 600_000 }, async () => {
    const random = makeRandom(SEED);
    const before = storeHash(importer.store.database);
    const outcomes = new Map<AppErrorCode | 'read', number>();
    for (let number = 0; number < FILES; number += 1) {
      const file = importer.write(random.pick(names), malformed(random));
      const form = random.whole(0, 3) === 0 ? 'purchases' : 'customers';
      let outcome: AppErrorCode | 'read' = 'read';
      try {
        await watched(number, importer.preview(file, { form }));
      } catch (error) {
        if (!(error instanceof AppError)) throw new Error(`file ${number} of seed ${SEED}: ${String(error)}`, { cause: error });
        outcome = error.code;
      }
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    expect([...outcomes.keys()].filter((code) => code !== 'read' && !appErrorCodes.includes(code))).toEqual([]);
    // A reason that tells nothing is no reason.
    expect(outcomes.get('internal')).toBeUndefined();
    expect(outcomes.get('read')).toBeGreaterThan(FILES / 20);
    expect(storeHash(importer.store.database)).toBe(before);
  });
});

describe('malformed files at the gate (R189)', () => {
  afterEach(async () => {
    await closeAll();
  });
  it(
    'are looked at, previewed and, when that refuses them, not imported either; nobody’s thread dies, and the log stays empty',
    {
      timeout: 300_000,
    },
    async () => {
      const folder = makeTestFolder();
      const store = join(folder, 'shop.regulars');
      const shop = await openTestGate(store);
      await shop.call('customers.create', { name: '王芳', phone: '13800000001' });
      const hash = (): string => {
        const database = openStore(store, { isReadonly: true });
        try {
          return storeHash(database);
        } finally {
          closeStore(database);
        }
      };
      const before = hash();
      const random = makeRandom(SEED);
      const outcomes = { read: 0, refused: 0 };
      for (let number = 0; number < FILES_AT_THE_GATE; number += 1) {
        const path = join(folder, random.pick(names));
        writeFileSync(path, malformed(random));
        const file = pathToken(shop.token(path));
        const job = jobId('01890a5d-ac96-774b-bcce-b302099a8057');
        const answers = [
          await watched(number, shop.ask('imports.inspect', { file, jobId: job })),
          await watched(number, shop.ask('imports.preview', { file, form: 'customers', jobId: job })),
        ];
        const isRefused = answers[1]?.ok === false;
        if (isRefused) answers.push(await watched(number, shop.ask('imports.run', { file, form: 'customers', jobId: job })));
        const codes = answers.flatMap((answer) => (answer.ok ? [] : [answer.error.code]));
        expect(codes, `file ${number} of seed ${SEED}`).not.toContain('internal');
        expect(codes, `file ${number} of seed ${SEED}`).not.toContain('store_restarted');
        expect(answers[2]?.ok ?? false, `file ${number} of seed ${SEED}`).toBe(false);
        outcomes[isRefused ? 'refused' : 'read'] += 1;
      }
      expect(outcomes.read).toBeGreaterThan(0);
      expect(outcomes.refused).toBeGreaterThan(0);
      expect(shop.logged.filter((line) => !line.startsWith('slow'))).toEqual([]);
      expect(hash()).toBe(before);
    },
  );
});
