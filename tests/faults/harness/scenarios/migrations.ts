import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { auditProblems } from '../../../../electron/store/audit.ts';
import { plainRows } from '../../../../electron/store/database.ts';
import { migrate } from '../../../../electron/store/migrate.ts';
import { schemaVersion } from '../../../../electron/store/dataVersion.ts';
import { latestVersion, migrations } from '../../../../electron/store/migrations/index.ts';
import { closeStore, openStore } from '../../../../electron/store/open.ts';
import { makeRandom } from '../../../../shared/domain/demo/random.ts';
import { makeOldStore } from '../oldStore.ts';
import { makeControl, preloadEnvironment } from '../preload.ts';
import { messageOf, openRow, skippedRow } from '../scenario.ts';
import type { Conditions, Row, Scenario } from '../scenario.ts';
import { setupOf, startShop } from '../shopLink.ts';
import { findStore } from '../state.ts';

const versions = migrations.map(({ version }) => version);
const PEOPLE = 40;

/** Opens what a killed migration left, brings it to the end, and tells what is wrong. */
const problemsAfter = async (path: string, from: number): Promise<string[]> => {
  const { state, problems } = await findStore(path);
  if (problems.length > 0 || !state) return [...problems, ...(state ? [] : ['the store is gone'])];
  if (state.version < from || !versions.includes(state.version))
    return [`version ${state.version} is none between ${from} and the newest`];
  const database = openStore(path);
  try {
    migrate(database);
    const people = plainRows<{ n: number }>(
      database,
      'SELECT count(*) AS n FROM visits JOIN customers ON customers.id = customer_id',
    );
    return [
      ...auditProblems(database),
      ...(schemaVersion(database) === latestVersion ? [] : ['not brought to the newest version']),
      ...(people[0]?.n === PEOPLE ? [] : ['people or visits are missing']),
    ];
  } finally {
    closeStore(database);
  }
};

const killedMigrations = async ({ seed, isFull, folder, preload, whyNoPreload, say }: Conditions): Promise<Row> => {
  if (preload === null) return skippedRow('killed at a call', whyNoPreload ?? '');
  const row = openRow('killed at a call');
  const random = makeRandom(seed, 6);
  const released = versions.slice(0, -1);
  // The short form takes the first release and a few of the others.
  const chosen = isFull ? released : [...new Set([versions[0] ?? 0, ...[1, 2, 3].map(() => random.pick(released))])];
  for (const from of chosen) {
    const base = join(folder, `base-${from}`);
    mkdirSync(base);
    makeOldStore(join(base, 'shop.regulars'), from);
    let calls = 0;
    // First let be, to know how many calls there are; then killed at some of them.
    for (let kill = 0; kill <= (isFull ? 30 : 2); kill += 1) {
      const watched = join(folder, `kill-${from}-${kill}`);
      cpSync(base, watched, { recursive: true });
      const storePath = join(watched, 'shop.regulars');
      const control = makeControl(join(folder, `control-${from}-${kill}`));
      const killAt = kill === 0 ? 0 : random.whole(1, calls);
      control.set({ killAt, armed: 1 });
      const shop = await startShop(preloadEnvironment(preload, { folders: [watched], control }));
      const opened = await shop.open(setupOf({ storePath, home: folder, seed }));
      if (kill === 0) calls = control.get('counted');
      const wasKilled = shop.isGone();
      await shop.kill();
      control.close();
      const wrong = (kill === 0) === wasKilled || (kill === 0 && opened?.ok !== true) ? ['the kill did not come as planned'] : [];
      row.round(`from version ${from}, call ${killAt} of ${calls}`, [...wrong, ...(await problemsAfter(storePath, from))]);
      rmSync(watched, { recursive: true, force: true });
    }
    say(`migrations: from version ${from} over ${calls} calls`);
  }
  return row.row([`from ${chosen.length} of ${released.length} released versions`]);
};

/** A store of a newer program, some of its changes still in its log: it is refused and not one byte of it changes. */
const fromTheFuture = ({ seed, isFull, folder }: Conditions): Row => {
  const row = openRow('a file from the future is refused, byte-identical');
  const random = makeRandom(seed, 66);
  for (let round = 0; round < (isFull ? 40 : 4); round += 1) {
    const [made, path] = [join(folder, `made-${round}.regulars`), join(folder, `future-${round}.regulars`)];
    makeOldStore(made, latestVersion);
    const writer = new BetterSqlite3(made);
    writer.pragma('journal_mode = WAL');
    if (round % 2 === 0) writer.pragma(`user_version = ${latestVersion + random.whole(1, 900)}`);
    writer.exec('CREATE TABLE of_tomorrow (id TEXT PRIMARY KEY) STRICT');
    writer.pragma(`user_version = ${latestVersion + random.whole(1, 900)}`);
    // As a program that was killed leaves it: the log is not folded in.
    for (const side of ['', '-wal']) cpSync(`${made}${side}`, `${path}${side}`);
    writer.close();
    const before = ['', '-wal'].map((side) => readFileSync(`${path}${side}`));
    const problems: string[] = [];
    try {
      closeStore(openStore(path));
      problems.push('it was opened');
    } catch (error) {
      if (messageOf(error) !== 'db_from_future') problems.push(`refused with ${messageOf(error)}`);
    }
    const isSame = ['', '-wal'].every((side, index) => before[index]?.equals(readFileSync(`${path}${side}`)) === true);
    row.round(`round ${round}`, [...problems, ...(isSame ? [] : ['its bytes have changed'])]);
  }
  return row.row();
};

export const migrationsKilled: Scenario = {
  name: 'migrations',
  says: 'R6 every released schema, its migration killed anywhere: old or new; a newer file is refused and not touched',
  run: async (conditions) => [await killedMigrations(conditions), fromTheFuture(conditions)],
};
