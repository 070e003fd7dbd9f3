import { copyFile } from 'node:fs/promises';
import { constants, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measureImports } from './imports.ts';
import type { Bench, Measure } from './measure.ts';
import { measureQueries } from './queries.ts';
import { historyLine, lineOf, tableOf, writeResults } from './report.ts';
import type { Failure, Line } from './report.ts';
import { measureSearch } from './search.ts';
import { measureSegments } from './segments.ts';
import { benchFolder, benchShop } from './shop.ts';
import type { BenchShop } from './shop.ts';
import { measureStart } from './start.ts';
import { measureToday } from './today.ts';
import { measureVisits } from './visits.ts';

// npm run bench [-- --size 10k --size 100k --only P1,P6]: measures, prints a table, writes bench-results.json. Asserts nothing.

const measures: Readonly<Record<string, Measure>> = {
  P1: measureToday,
  P2: measureSegments,
  P3: measureSearch,
  P4: measureImports,
  P5: measureQueries,
  P6: measureVisits,
  P8: measureStart,
};

const say = (text: string): void => {
  process.stderr.write(`bench: ${text}\n`);
};

const sizeOf = (text: string): number => {
  const match = /^(\d+)(k?)$/i.exec(text);
  if (!match) throw new Error(`--size takes a number such as 1k, 10k or 100k, not ${text}`);
  return Number(match[1]) * (match[2] === '' ? 1 : 1000);
};

/** Runs the work with a folder for its files, which goes when the work is done. */
const withBench = async <T>(shop: BenchShop, work: (bench: Bench) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(benchFolder, 'run-'));
  let copies = 0;
  try {
    return await work({
      shop,
      say,
      scratchPath: (name) => join(folder, name),
      copyShop: async () => {
        copies += 1;
        const path = join(folder, `shop-${copies}.db`);
        await copyFile(shop.path, path, constants.COPYFILE_FICLONE);
        return path;
      },
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const { values } = parseArgs({
  options: { size: { type: 'string', multiple: true, default: ['10k', '100k'] }, only: { type: 'string' } },
});
const wanted = values.only?.split(',') ?? Object.keys(measures);
const lines: Line[] = [];
const failures: Failure[] = [];

for (const size of values.size.flatMap((text) => text.split(',')).map(sizeOf)) {
  const shop = await benchShop(size, say);
  say(`${size.toLocaleString('en')} customers, ${shop.visits.toLocaleString('en')} visits, ${Math.round(shop.bytes / 1e6)} MB`);
  for (const name of wanted) {
    const measure = measures[name];
    if (!measure) throw new Error(`no such measurement: ${name}; there are ${Object.keys(measures).join(', ')}`);
    const start = performance.now();
    try {
      const found = await withBench(shop, measure);
      lines.push(...found.map((measurement) => lineOf(size, measurement)));
      say(`${name} measured in ${Math.round((performance.now() - start) / 1000)} s`);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      failures.push({ size, name, reason });
      say(`${name} could not be measured: ${reason}`);
    }
  }
}

lines.push(...historyLine(lines));
process.stdout.write(`${tableOf(lines)}\n`);
for (const { size, name, reason } of failures) process.stdout.write(`${size} ${name}: NOT MEASURED, ${reason}\n`);
const results = resolve(import.meta.dirname, '..', '..', 'bench-results.json');
writeResults(results, lines, failures, new Date().toISOString());
say(`written to ${results}`);
process.exitCode = failures.length === 0 ? 0 : 1;
