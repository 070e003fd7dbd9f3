import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import buildWorkers from '../../config/buildWorkers.ts';
import { compilePreload, whyPreloadFails } from './preload.ts';
import { messageOf } from './scenario.ts';
import type { Conditions, Row, Scenario } from './scenario.ts';
import { scenarios } from './scenarios/index.ts';
import { runInShares } from './shares.ts';
import { setupOf, startShop } from './shopLink.ts';
import { reportOf, tableOf, tallyOf } from './table.ts';
import type { Line } from './table.ts';

// npm run faults [-- --full] [--only NAME]… [--seed N] [--jobs N]: every scenario, one table. Everything it writes goes to a folder that is
// removed. With --jobs, so many processes each take their share of it.

const SEED = 20_261_121;

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
    seed: { type: 'string', default: String(SEED) },
    /** Where to put the figures as JSON, for `npm test`. */
    report: { type: 'string' },
    jobs: { type: 'string', default: '1' },
    /** Of a process that --jobs started: which share it is to run, counted from zero. */
    share: { type: 'string' },
  },
});
const seed = Number(values.seed);
if (!Number.isSafeInteger(seed)) throw new Error(`--seed takes a whole number, not ${values.seed}`);
const unknown = values.only.filter((name) => !scenarios.some((one) => one.name === name));
if (unknown.length > 0)
  throw new Error(`no scenario ${unknown.join(', ')}; there are ${scenarios.map(({ name }) => name).join(', ')}`);

const jobs = Number(values.jobs);
if (!(Number.isSafeInteger(jobs) && jobs > 0)) throw new Error(`--jobs takes a whole number above zero, not ${values.jobs}`);
const isMine = (round: number): boolean => round % jobs === Number(values.share ?? 0);
const wanted = scenarios.filter(({ name }) => values.only.length === 0 || values.only.includes(name));

const say = (text: string): void => {
  process.stderr.write(`faults: ${text}\n`);
};

const folder = mkdtempSync(join(tmpdir(), 'regulars-faults-'));
let forgetWorkers: () => void = () => undefined;
const tidy = (): void => {
  forgetWorkers();
  rmSync(folder, { recursive: true, force: true });
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => {
    tidy();
    process.exit(1);
  });

type Tools = Pick<Conditions, 'preload' | 'whyNoPreload'>;

const runScenario = async (scenario: Scenario, tools: Tools): Promise<Line[]> => {
  const own = mkdtempSync(join(folder, `${scenario.name}-`));
  const begun = performance.now();
  let rows: readonly Row[];
  try {
    rows = await scenario.run({ seed, isFull: values.full, isMine, folder: own, ...tools, say });
  } catch (error) {
    const failure = error instanceof Error ? (error.stack ?? error.message) : messageOf(error);
    rows = [{ part: 'run', rounds: 1, failures: [failure], skipped: null, kinds: {}, notes: [] }];
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
  say(`${scenario.name}: ${Math.round((performance.now() - begun) / 1000)} s`);
  return rows.map((row) => ({ scenario: scenario.name, says: scenario.says, seed, row }));
};

/** A killed process keeps nothing of what it compiled: one that ends by itself makes all later ones start faster. */
const warmUp = async (): Promise<void> => {
  const shop = await startShop();
  const storePath = join(folder, 'warm-up', 'shop.regulars');
  mkdirSync(join(folder, 'warm-up'));
  await shop.open(setupOf({ storePath, home: join(folder, 'warm-up'), seed }));
  await shop.close();
  await shop.leave();
};

/** What falls to this process: its rounds of what is dealt out, and every so-manieth of the other scenarios whole. */
const runHere = async (): Promise<Line[]> => {
  const { library, whyNot } = compilePreload(folder);
  const whyNoPreload = whyNot ?? (library === null ? 'not compiled' : whyPreloadFails(library, folder));
  const tools: Tools = { preload: whyNoPreload === null ? library : null, whyNoPreload };
  forgetWorkers = await buildWorkers();
  await warmUp();
  const lines: Line[] = [];
  for (const [index, scenario] of wanted.entries())
    if (scenario.isDealt === true || isMine(index)) lines.push(...(await runScenario(scenario, tools)));
  return lines;
};

let code = 1;
try {
  const isDealtOut = jobs > 1 && values.share === undefined;
  const lines = isDealtOut ? await runInShares(process.argv.slice(2), jobs, folder) : await runHere();
  process.stdout.write(tableOf(lines));
  if (values.report !== undefined) writeFileSync(values.report, JSON.stringify(reportOf(lines)));
  code = tallyOf(lines).failed === 0 ? 0 : 1;
} finally {
  tidy();
}
process.exit(code);
