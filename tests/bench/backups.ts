import { mkdirSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { fileSha256 } from '../../electron/store/fileDigest.ts';
import { closeStore, openStore } from '../../electron/store/open.ts';
import { openBenchGate } from './gate.ts';
import type { Measure } from './measure.ts';
import { BENCH_TODAY } from './shop.ts';
import { timed } from './statistics.ts';

const RUNS = 3;
/** How often somebody at the desk asks for today's list meanwhile, in milliseconds. */
const ASK_EVERY = 50;
const ASKED_AT_REST = 200;

/** The same work by hand: the store is checked, written out page by page, and the copy read through once. */
const checkedCopy = async (path: string, copy: string): Promise<void> => {
  const database = openStore(path, { isReadonly: true });
  database.connection.pragma('integrity_check');
  database.connection.prepare('VACUUM INTO ?').run(copy);
  closeStore(database);
  await fileSha256(copy);
};

/** P7: a backup made, encrypted, read back and proven, while the desk asks for its list all the time. */
export const measureBackups: Measure = async (bench) => {
  const path = await bench.sharedShop();
  const [folder, copy] = [bench.scratchPath('stick'), bench.scratchPath('copy.db')];
  const gate = await openBenchGate(path, BENCH_TODAY);
  const ask = (): Promise<number> => timed(() => gate.call('callbacks.today', { limit: null }));
  const [ours, control, atRest, meanwhile]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let count = 0; count < ASKED_AT_REST; count += 1) atRest.push(await ask());
  for (let run = 0; run < RUNS; run += 1) {
    mkdirSync(folder);
    let isMade = false;
    const made = timed(() => gate.call('backups.create', { folder: gate.token(folder) })).finally(() => {
      isMade = true;
    });
    while (!isMade) {
      meanwhile.push(await ask());
      await wait(ASK_EVERY);
    }
    ours.push(await made);
    rmSync(folder, { recursive: true });
    control.push(await timed(() => checkedCopy(path, copy)));
    rmSync(copy);
  }
  await gate.close();
  return [
    {
      id: 'P7',
      what: 'a backup, encrypted and proven',
      ours,
      control,
      controlIs: 'integrity_check, VACUUM INTO, SHA-256',
      statistic: 'median',
      goal: { ratio: 1.5 },
      note: 'read back, decrypted, opened and counted before it is called good',
    },
    {
      id: 'P7',
      what: "today's list meanwhile, through the gate",
      ours: meanwhile,
      control: atRest,
      controlIs: 'the same at rest',
      statistic: 'p99',
      goal: null,
      note: 'the desk asks all the time',
    },
  ];
};
