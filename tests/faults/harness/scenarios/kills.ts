import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { makeRandom } from '../../../../shared/domain/demo/random.ts';
import { migrations } from '../../../../electron/store/migrations/index.ts';
import { brokenPromises, readMarks } from '../marks.ts';
import { makeOldStore } from '../oldStore.ts';
import { makeControl, preloadEnvironment } from '../preload.ts';
import { messageOf, openRow } from '../scenario.ts';
import type { Conditions, Row, Scenario } from '../scenario.ts';
import { setupOf, startShop } from '../shopLink.ts';
import { findStore } from '../state.ts';

/** Kills in a row that one shop has to live through. */
const KILLS_OF_A_SHOP = 8;
/** From the start of the process: a start and a migration are over by then. */
const START_MILLISECONDS = 1500;
const WORK_MILLISECONDS = 1200;
const LAST_CALL = 1500;
/** A shop that has not come to the call by then is killed all the same. */
const PATIENCE_MILLISECONDS = 20_000;

type Moment = 'while it starts' | 'while it works' | 'at a call while it starts' | 'at a call while it works';
const moments: readonly Moment[] = ['while it starts', 'while it works', 'at a call while it starts', 'at a call while it works'];

const run = async (conditions: Conditions): Promise<readonly Row[]> => {
  const { seed, isFull, folder, preload, isMine, say } = conditions;
  const row = openRow('mixed work');
  const kills = isFull ? 1000 : 10;
  let answers = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const random = makeRandom(seed, kill);
    const shopNumber = Math.floor(kill / KILLS_OF_A_SHOP);
    if (!isMine(shopNumber)) continue;
    const home = join(folder, `shop-${shopNumber}`);
    const watched = join(home, 'watched');
    const storePath = join(watched, 'shop.regulars');
    if (kill % KILLS_OF_A_SHOP === 0) {
      for (const path of [watched, join(home, 'lists')]) mkdirSync(path, { recursive: true });
      // Every other shop comes from an older program.
      if (shopNumber % 2 === 0) makeOldStore(storePath, random.pick(migrations).version);
    }
    const marks = join(home, `marks-${kill}.jsonl`);
    const setup = setupOf({ storePath, home, marks, seed: random.whole(1, 1e9) });
    const control = makeControl(join(home, `control-${kill}`));
    const moment = random.pick(preload === null ? moments.slice(0, 2) : moments);
    const isAimed = moment.startsWith('at a call');
    const shop = await startShop(isAimed && preload !== null ? preloadEnvironment(preload, { folders: [watched], control }) : {});
    // Small numbers more often: a start and a migration are short.
    const killAt = Math.ceil(random.next() ** 2 * LAST_CALL);
    if (moment === 'at a call while it starts') control.set({ killAt, armed: 1 });
    const working = shop.work(setup).catch((error: unknown) => {
      row.round(`kill ${kill}`, [messageOf(error)]);
    });
    if (moment === 'while it starts') await Promise.race([shop.gone, wait(random.next() * START_MILLISECONDS)]);
    else await Promise.race([shop.gone, shop.begun, working]);
    if (moment === 'at a call while it works') control.set({ killAt, armed: 1 });
    if (moment === 'while it works') await Promise.race([shop.gone, wait(random.next() * WORK_MILLISECONDS)]);
    if (isAimed) await Promise.race([shop.gone, wait(PATIENCE_MILLISECONDS)]);
    await shop.kill();
    control.close();
    const known = readMarks(marks);
    answers += known.filter(({ kind }) => kind === 'answered').length;
    const problems = brokenPromises(known, await findStore(storePath));
    row.round(`kill ${kill} (--seed ${seed})`, problems, moment);
    // A thousand take long: whoever waits hears of it at once.
    if (problems.length > 0) say(`kill ${kill}: ${problems.join('; ')}`);
    if (kill % 50 === 49) say(`${kill + 1} kills, ${answers} answers`);
  }
  return [row.row([`${answers} answers before them`])];
};

export const kills: Scenario = {
  name: 'kills',
  isDealt: true,
  says: 'R1 killed at random points of mixed work: every acknowledged write present, ledgers sum, every check clean',
  run,
};
