import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { attemptsPath } from '../../electron/files/attemptsFile.ts';
import { closeAll, makeTestFolder, openTestGate } from './support/gate.ts';

const PEOPLE = 40;
const TIMES = 2;
const people = Array.from({ length: PEOPLE }, (_, index) => `01890000-0000-7000-8000-${String(index).padStart(12, '0')}`);

afterEach(() => closeAll());

const startGuesser = (storePath: string) => {
  const child = fork(
    fileURLToPath(new URL('support/guesserProcess.ts', import.meta.url)),
    [storePath, people.join(','), String(TIMES)],
    {
      execArgv: ['--disable-warning=ExperimentalWarning'],
    },
  );
  const heard = (word: string): Promise<void> =>
    new Promise((resolve, reject) => {
      child.on('message', (message) => {
        if (message === word) resolve();
      });
      child.once('exit', (code) => {
        reject(new Error(`the guesser ended with ${String(code)} before ${word}`));
      });
    });
  return { ready: heard('ready'), done: heard('done'), begin: () => child.send('begin') };
};

test('two programs that guess at once lose no try (S5)', async () => {
  const storePath = join(makeTestFolder(), 'shop.regulars');
  const shop = await openTestGate(storePath);
  await shop.gate.close();
  const guessers = [startGuesser(storePath), startGuesser(storePath)];
  await Promise.all(guessers.map(({ ready }) => ready));
  for (const { begin } of guessers) begin();
  await Promise.all(guessers.map(({ done }) => done));
  const { people: counted } = JSON.parse(readFileSync(attemptsPath(storePath), 'utf8')) as {
    people: Record<string, { failures: number }>;
  };
  expect(Object.keys(counted).toSorted()).toEqual(people);
  expect(Object.values(counted).filter(({ failures }) => failures !== 2 * TIMES)).toEqual([]);
});
