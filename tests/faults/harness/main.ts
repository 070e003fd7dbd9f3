import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import buildWorkers from '../../config/buildWorkers.ts';
import { compilePreload, whyPreloadFails } from './preload.ts';
import { messageOf } from './scenario.ts';
import type { Row, Scenario } from './scenario.ts';
import { scenarios } from './scenarios/index.ts';
import { setupOf, startShop } from './shopLink.ts';
import { reportOf, tableOf, tallyOf } from './table.ts';
import type { Line } from './table.ts';

// npm run faults [-- --full] [--only NAME]… [--seed N]: every scenario, one table. Everything it writes goes to a folder that is removed.

const SEED = 20_261_121;

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
    seed: { type: 'string', default: String(SEED) },
    /** Where to put the figures as JSON, for `npm test`. */
    report: { type: 'string' },
  },
});
const seed = Number(values.seed);
if (!Number.isSafeInteger(seed)) throw new Error(`--seed takes a whole number, not ${values.seed}`);
const unknown = values.only.filter((name) => !scenarios.some((one) => one.name === name));
if (unknown.length > 0)
  throw new Error(`no scenario ${unknown.join(', ')}; there are ${scenarios.map(({ name }) => name).join(', ')}`);

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

const runScenario = async (scenario: Scenario): Promise<Line[]> => {
  const own = mkdtempSync(join(folder, `${scenario.name}-`));
  const begun = performance.now();
  let rows: readonly Row[];
  try {
    rows = await scenario.run({ seed, isFull: values.full, folder: own, preload, whyNoPreload, say });
  } catch (error) {
    const failure = error instanceof Error ? (error.stack ?? error.message) : messageOf(error);
    rows = [{ part: 'run', rounds: 1, failures: [failure], skipped: null }];
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
  say(`${scenario.name}: ${Math.round((performance.now() - begun) / 1000)} s`);
  return rows.map((row) => ({ scenario, seed, row }));
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

const { library, whyNot } = compilePreload(folder);
const whyNoPreload = whyNot ?? (library === null ? 'not compiled' : whyPreloadFails(library, folder));
const preload = whyNoPreload === null ? library : null;

let code = 1;
try {
  forgetWorkers = await buildWorkers();
  const lines: Line[] = [];
  await warmUp();
  for (const scenario of scenarios)
    if (values.only.length === 0 || values.only.includes(scenario.name)) lines.push(...(await runScenario(scenario)));
  process.stdout.write(tableOf(lines));
  if (values.report !== undefined) writeFileSync(values.report, JSON.stringify(reportOf(lines)));
  code = tallyOf(lines).failed === 0 ? 0 : 1;
} finally {
  tidy();
}
process.exit(code);
