import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { makeRandom } from '../../../../shared/domain/demo/random.ts';
import { brokenPromises } from '../marks.ts';
import { makeOldStore } from '../oldStore.ts';
import { preloadEnvironment } from '../preload.ts';
import { playPowerCut } from '../replay.ts';
import { openRow, skippedRow } from '../scenario.ts';
import type { Conditions, Row, Scenario } from '../scenario.ts';
import { setupOf, startShop } from '../shopLink.ts';
import { findStore } from '../state.ts';
import { readWriteLog } from '../writeLog.ts';

/** Steps of a shop: long enough for a checkpoint, a backup, a restore, and for the store to be encrypted on the way. */
const STEPS = 46;
const script = {
  '8': 'checkpoint',
  '14': 'backups.create',
  '20': 'vault.encrypt',
  '28': 'backups.create',
  '33': 'backups.restore',
  '39': 'checkpoint',
};
const FIRST_VERSION = 10;

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));

const cutShop = async (
  { seed, folder, preload, say }: Conditions,
  shopNumber: number,
  cuts: number,
  isUnsynced: boolean,
  row: ReturnType<typeof openRow>,
): Promise<void> => {
  if (preload === null) return;
  const random = makeRandom(seed, shopNumber);
  const home = join(folder, `${isUnsynced ? 'control' : 'shop'}-${shopNumber}`);
  const [watched, base, lists] = [join(home, 'watched'), join(home, 'base'), join(home, 'lists')];
  for (const path of [watched, lists]) mkdirSync(path, { recursive: true });
  const storePath = join(watched, 'shop.regulars');
  // Every other shop begins with a migration, the others with a new file.
  if (shopNumber % 2 === 0) makeOldStore(storePath, FIRST_VERSION);
  cpSync(watched, base, { recursive: true });
  const [log, marks] = [join(home, 'log'), join(home, 'marks.jsonl')];
  const shop = await startShop(preloadEnvironment(preload, { folders: [watched], log, marks }));
  await shop.work(setupOf({ storePath, home, seed: random.whole(1, 1e9), steps: STEPS, script, isUnsynced }));
  await shop.kill();
  const records = readWriteLog(log);
  say(`${records.length} calls of a shop ${isUnsynced ? 'with synchronous=OFF ' : ''}written down`);
  const baseNames = filesOf(base);
  for (let cut = 0; cut < cuts; cut += 1) {
    const target = join(home, `cut-${cut}`);
    mkdirSync(target);
    const moment = random.whole(1, records.length);
    const mercy = random.pick([0, 0.3, 0.7, 0.95]);
    playPowerCut({ records, cut: moment, root: watched, base, baseNames, mercy, random }, target);
    const promised = records.slice(0, moment).flatMap((record) => (record.kind === 'mark' ? record.marks : []));
    const found = await findStore(join(target, 'shop.regulars'));
    const problems = brokenPromises(promised, found, (path) => join(target, relative(watched, path)));
    row.round(`shop ${shopNumber}, after call ${moment} of ${records.length}, mercy ${mercy} (--seed ${seed})`, problems);
    rmSync(target, { recursive: true, force: true });
  }
  rmSync(home, { recursive: true, force: true });
};

const run = async (conditions: Conditions): Promise<readonly Row[]> => {
  const { isFull, preload, whyNoPreload } = conditions;
  if (preload === null) return [skippedRow('cuts', whyNoPreload ?? ''), skippedRow('control', whyNoPreload ?? '')];
  const cuts = openRow('cuts');
  for (let shop = 0; shop < (isFull ? 20 : 2); shop += 1) await cutShop(conditions, shop, isFull ? 50 : 15, false, cuts);
  // The same with a writer that syncs nothing: were nothing lost then, the cuts would prove nothing.
  const unsynced = openRow('control');
  await cutShop(conditions, 0, isFull ? 50 : 12, true, unsynced);
  const { rounds, failures } = unsynced.row();
  const control: Row = {
    part: 'control, synchronous=OFF does harm',
    rounds: 1,
    failures: failures.length > 0 ? [] : [`${rounds} cuts without a sync, and nothing was lost`],
    skipped: null,
    kinds: {},
    notes: [
      `${failures.length} of ${rounds} cuts lost acknowledged writes or broke the store, as they must: ${failures[0] ?? ''}`,
    ],
  };
  return [cuts.row(), control];
};

export const powerCuts: Scenario = {
  name: 'power',
  says: 'R1 the power goes at any moment, unsynced writes lost, torn and out of order: what was acknowledged is there',
  run,
};
