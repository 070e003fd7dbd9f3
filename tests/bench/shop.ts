import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { v7 } from 'uuid';
import { fillWithDemo } from '../../electron/handlers/demo/fill.ts';
import { integrityProblems, foreignKeyProblems } from '../../electron/store/audit.ts';
import { countStore } from '../../electron/store/backup.ts';
import { transaction } from '../../electron/store/database.ts';
import { migrate } from '../../electron/store/migrate.ts';
import { closeStore, openStore } from '../../electron/store/open.ts';
import { localDate } from '../../shared/types/time.ts';
import { openBenchGate } from './gate.ts';

/** The day on which the bench shop opens its books. */
export const BENCH_TODAY = localDate('2026-11-21');
const SEED = 20_261;
const YEARS = 5;
const VISITS_PER_CUSTOMER = 10;

export interface BenchShop {
  readonly path: string;
  readonly size: number;
  readonly visits: number;
  readonly bytes: number;
}

const root = resolve(import.meta.dirname, '..', '..');
export const benchFolder = join(root, '.cache', 'bench');

/** What a shop is made from: another rule of the demo or another schema makes another shop. */
const sources = ['shared/domain/demo', 'electron/handlers/demo', 'electron/store/migrations'];
const fingerprint = (): string => {
  const hash = createHash('sha256');
  for (const folder of sources)
    for (const name of readdirSync(join(root, folder)).sort())
      if (!name.endsWith('.test.ts')) hash.update(name).update(readFileSync(join(root, folder, name)));
  return hash.digest('hex').slice(0, 12);
};

const fill = (path: string, size: number): void => {
  const database = openStore(path);
  migrate(database);
  const { connection } = database;
  // Nobody would miss half a bench shop: no journal on the disk and no syncing while it is made, and the keys are checked at the end instead of one by one.
  connection.pragma('journal_mode = MEMORY');
  connection.pragma('synchronous = OFF');
  connection.pragma('locking_mode = EXCLUSIVE');
  connection.pragma('foreign_keys = OFF');
  connection.pragma('cache_size = -400000');
  transaction(database, () =>
    fillWithDemo(
      { database, newId: () => v7() },
      {
        customers: size,
        seed: SEED,
        today: BENCH_TODAY,
        years: YEARS,
        timeZone: 'Asia/Shanghai',
        pointsPerHundred: 10,
        firstNumber: 10_001,
        mostVisits: size * VISITS_PER_CUSTOMER,
      },
    ),
  );
  const problem = integrityProblems(database)[0] ?? foreignKeyProblems(database)[0];
  connection.pragma('locking_mode = NORMAL');
  connection.pragma('journal_mode = WAL');
  closeStore(database);
  if (problem !== undefined) throw new Error(`the bench shop is broken: ${problem}`);
};

const make = async (path: string, size: number): Promise<void> => {
  const partial = `${path}.partial`;
  for (const side of ['', '-wal', '-shm']) rmSync(`${partial}${side}`, { force: true });
  fill(partial, size);
  const gate = await openBenchGate(partial, BENCH_TODAY);
  await gate.call('engine.refresh', {});
  await gate.close();
  renameSync(partial, path);
};

/**
 * The bench shop of that many customers, with ten visits each over five years, everyone judged. Made once from a fixed seed and
 * kept in a folder that git does not see.
 */
export const benchShop = async (size: number, say: (text: string) => void): Promise<BenchShop> => {
  mkdirSync(benchFolder, { recursive: true });
  const path = join(benchFolder, `shop-${size}-${fingerprint()}.db`);
  if (!existsSync(path)) {
    // Shops of earlier rules are of no use any more, and large.
    for (const name of readdirSync(benchFolder))
      if (name.startsWith(`shop-${size}-`)) rmSync(join(benchFolder, name), { force: true });
    say(`making the shop of ${size.toLocaleString('en')} customers (once)`);
    const start = performance.now();
    await make(path, size);
    say(`made in ${Math.round((performance.now() - start) / 1000)} s`);
  }
  const database = openStore(path, { isReadonly: true });
  const { visits } = countStore(database);
  closeStore(database);
  for (const side of ['-wal', '-shm']) rmSync(`${path}${side}`, { force: true });
  return { path, size, visits, bytes: statSync(path).size };
};
