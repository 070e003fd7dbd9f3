import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeRandom } from '../../../../shared/domain/demo/random.ts';
import type { Step } from '../mixedWork.ts';
import { makeOldStore } from '../oldStore.ts';
import { errnos, makeControl, preloadEnvironment } from '../preload.ts';
import type { Control } from '../preload.ts';
import { messageOf, openRow, skippedRow } from '../scenario.ts';
import type { Conditions, Row, Scenario } from '../scenario.ts';
import { setupOf, startShop } from '../shopLink.ts';
import type { Shop } from '../shopLink.ts';
import { findStore } from '../state.ts';
import type { StoreState } from '../state.ts';

/** What is under way when the call fails. */
interface Work {
  readonly name: string;
  /** Null: opening the store is the work. */
  readonly step: ((folder: string, backup: string) => Step) | null;
  readonly isOld: boolean;
  /** Every call of it fails in the full form (R2); of others so many by chance. */
  readonly isGoal: boolean;
}

const person = '00000000-0000-7000-8001-000000000001';
const works: readonly Work[] = [
  {
    name: 'save',
    step: () => ({
      name: 'visits.record',
      input: { customerId: person, lines: [{ name: '剪发', quantity: 1000, unitPriceCents: 8800 }] },
    }),
    isOld: false,
    isGoal: true,
  },
  {
    name: 'backup',
    step: (folder) => ({ name: 'backups.create', input: {}, paths: { folder: join(folder, 'stick') } }),
    isOld: false,
    isGoal: true,
  },
  {
    name: 'restore',
    step: (_, backup) => ({ name: 'backups.restore', input: {}, paths: { file: backup } }),
    isOld: false,
    isGoal: true,
  },
  { name: 'encrypt', step: () => ({ name: 'vault.encrypt', input: {} }), isOld: false, isGoal: false },
  { name: 'migrate', step: null, isOld: true, isGoal: true },
];

const OLD_VERSION = 10;
const NEWEST = Number.MAX_SAFE_INTEGER;

interface Bench {
  readonly shop: Shop;
  readonly control: Control;
  /** A shop, a backup of it with a visit fewer, and a shop of an older version: copied for every round. */
  readonly base: string;
  readonly watched: string;
  readonly home: string;
}

const backupOf = (folder: string): string => {
  const name = readdirSync(join(folder, 'stick')).find((one) => !one.endsWith('.keys'));
  if (name === undefined) throw new Error('no backup was made');
  return join(folder, 'stick', name);
};

const prepare = async ({ shop, base, home }: Bench): Promise<void> => {
  for (const kind of ['new', 'old']) mkdirSync(join(base, kind, 'stick'), { recursive: true });
  const storePath = join(base, 'new', 'shop.regulars');
  makeOldStore(join(base, 'old', 'shop.regulars'), OLD_VERSION);
  makeOldStore(storePath, NEWEST);
  await shop.open(setupOf({ storePath, home, seed: 1 }));
  const made = await shop.ask({ name: 'backups.create', input: {}, paths: { folder: join(base, 'new', 'stick') } });
  if (made?.ok !== true) throw new Error('the backup to start from failed');
  await shop.ask({ name: 'visits.record', input: { customerId: person, lines: [], note: 'after the backup' } });
  await shop.close();
};

interface Fault {
  readonly failAt: number;
  readonly failWith: number;
  readonly isForGood: boolean;
}

const allowed = (code: string): boolean => code !== 'internal' && code !== 'unknown_operation';

/** One round: the work with one fault in it. Returns what is wrong afterwards and how many calls the work made. */
const breakOnce = async (bench: Bench, work: Work, before: StoreState | null, fault: Fault | null, round: number) => {
  const { shop, control, base, watched, home } = bench;
  const folder = join(watched, `round-${work.name}-${round}`);
  cpSync(join(base, work.isOld ? 'old' : 'new'), folder, { recursive: true });
  const storePath = join(folder, 'shop.regulars');
  const problems: string[] = [];
  const setup = setupOf({ storePath, home, seed: 1 });
  const arm = (): void => {
    control.set({
      counted: 0,
      failed: 0,
      failAt: fault?.failAt ?? 0,
      failWith: fault?.failWith ?? 0,
      failForGood: fault?.isForGood === true ? 1 : 0,
      armed: 1,
    });
  };
  if (!work.step) arm();
  const opened = await shop.open(setup);
  if (work.step) arm();
  const envelope = work.step ? await shop.ask(work.step(folder, work.isOld ? '' : backupOf(folder))) : opened;
  control.set({ armed: 0 });
  const calls = control.get('counted');
  if (!envelope) problems.push('the program died');
  else if (!envelope.ok && !allowed(envelope.error.code))
    problems.push(`the answer is ${envelope.error.code}, which names no next step`);
  await shop.close();
  const after = await findStore(storePath);
  problems.push(...after.problems);
  if (problems.length === 0) problems.push(...between(work, envelope?.ok === true, before, after.state, folder));
  // The work succeeds once the disk is sound again; what opened after the migration has shown it already.
  if (problems.length === 0 && envelope?.ok === false && work.name !== 'migrate' && round % 4 === 1) {
    const reopened = await shop.open(setup);
    const again = work.step ? await shop.ask(work.step(folder, backupOf(join(base, 'new')))) : reopened;
    // What failed on the way back is carried out forward at the next start: then the records are locked, and it says so.
    const isDone = again?.ok === true || (work.name === 'encrypt' && again?.error.details['reason'] === 'store_encrypted');
    if (!isDone) problems.push(`asked again on a sound disk: ${again?.ok === false ? again.error.code : 'dead'}`);
    await shop.close();
  }
  rmSync(folder, { recursive: true, force: true });
  return { problems, calls, isOk: envelope?.ok === true };
};

/** The state every round of a work begins with, read from a copy: a look may migrate. */
const stateBefore = async ({ base, watched }: Bench, { isOld }: Work): Promise<StoreState | null> => {
  const folder = join(watched, 'look');
  cpSync(join(base, isOld ? 'old' : 'new'), folder, { recursive: true });
  const { state } = await findStore(join(folder, 'shop.regulars'));
  rmSync(folder, { recursive: true });
  return state;
};

/** Old state or new state, never between; what was called done is done. */
const between = (work: Work, isOk: boolean, before: StoreState | null, after: StoreState | null, folder: string): string[] => {
  if (!before || !after) return ['the store is gone'];
  const visits = (state: StoreState): number => state.counts[1] ?? 0;
  const isSame = before.hash === after.hash;
  switch (work.name) {
    case 'save':
      if (isOk) return visits(after) === visits(before) + 1 ? [] : ['a visit that was acknowledged is gone'];
      return isSame || visits(after) === visits(before) + 1 ? [] : ['neither before nor after the visit'];
    case 'backup': {
      const files = existsSync(join(folder, 'stick')) ? readdirSync(join(folder, 'stick')) : [];
      const first = backupOf(folder);
      const partial = files.filter((name) => /partial|tmp|\.part$/.test(name));
      return [
        ...(files.length === 0 || !existsSync(first) ? ['the earlier backup is gone'] : []),
        ...(visits(after) === visits(before) ? [] : ['the live store was touched']),
        ...(isOk && partial.length > 0 ? [`left behind: ${partial.join(', ')}`] : []),
      ];
    }
    case 'restore':
      if (isOk) return visits(after) === visits(before) - 1 ? [] : ['called restored, but it is not'];
      return isSame || visits(after) === visits(before) - 1 ? [] : ['neither the old store nor the backup'];
    case 'encrypt':
      return visits(after) === visits(before) ? [] : ['visits are missing after encryption'];
    default:
      return visits(after) === visits(before) ? [] : ['visits are missing after the migration'];
  }
};

/** Each call in turn, or so many of them by chance. */
const chosen = (calls: number, most: number, seed: number): number[] => {
  const all = Array.from({ length: calls }, (_, index) => index + 1);
  if (calls <= most) return all;
  const random = makeRandom(seed, calls);
  return [...new Set(Array.from({ length: most }, () => random.whole(1, calls)))].toSorted((one, other) => one - other);
};

type Kind = readonly [name: string, failWith: number, isForGood: boolean];
const kinds: readonly [Kind, ...Kind[]] = [
  ['EIO', errnos.EIO, false],
  ['EIO', errnos.EIO, true],
  ['ENOSPC', errnos.ENOSPC, false],
  ['ENOSPC', errnos.ENOSPC, true],
];

/** Each call fails once and for good; which error comes which way goes round. */
const bothWays = (index: number): readonly Kind[] =>
  kinds.filter(([name, , isForGood]) => ((name === 'EIO') === (index % 2 === 0)) !== isForGood);

const run = async (conditions: Conditions): Promise<readonly Row[]> => {
  const { seed, isFull, folder, preload, whyNoPreload, isMine, say } = conditions;
  if (preload === null) return works.map(({ name }) => skippedRow(name, whyNoPreload ?? ''));
  const [home, watched] = [join(folder, 'home'), join(folder, 'watched')];
  for (const path of [home, watched]) mkdirSync(path);
  const control = makeControl(join(home, 'control'));
  const start = () => startShop(preloadEnvironment(preload, { folders: [watched], control }));
  let shop = await start();
  const rows: Row[] = [];
  const benchOf = (): Bench => ({ shop, control, base: join(home, 'base'), watched, home });
  await prepare(benchOf());
  for (const work of works) {
    const row = openRow(work.name);
    const before = await stateBefore(benchOf(), work);
    const { calls, problems, isOk } = await breakOnce(benchOf(), work, before, null, 0);
    if (!isOk || problems.length > 0) row.round('without a fault', [...problems, ...(isOk ? [] : ['it does not work at all'])]);
    let round = 0;
    const failAts = chosen(calls, isFull ? (work.isGoal ? calls : 60) : 4, seed);
    for (const [index, failAt] of failAts.entries()) {
      if (!isMine(index)) continue;
      for (const [name, failWith, isForGood] of isFull ? bothWays(index) : [kinds[index % kinds.length] ?? kinds[0]]) {
        round += 1;
        const label = `call ${failAt} of ${calls}, ${name} ${isForGood ? 'for good' : 'once'}`;
        const found = await breakOnce(benchOf(), work, before, { failAt, failWith, isForGood }, round).catch(
          (error: unknown) => ({
            problems: [messageOf(error)],
            isOk: false,
          }),
        );
        row.round(label, found.problems, found.isOk ? 'succeeded all the same' : 'refused');
        if (shop.isGone()) shop = await start();
        if (found.problems.length > 0) say(`${work.name}: ${label}: ${found.problems.join('; ')}`);
        if (round % 100 === 0) say(`system calls: ${work.name}: ${round} rounds`);
      }
    }
    say(`system calls: ${work.name}: ${round} rounds over ${calls} calls`);
    rows.push(row.row([`${calls} calls in the work`]));
  }
  await shop.kill();
  control.close();
  return rows;
};

export const systemCalls: Scenario = {
  name: 'calls',
  isDealt: true,
  says: 'R2 each write, sync, rename, open fails once, then for good: old state or new, never between; the code names the next step',
  run,
};
