import { copyFile } from 'node:fs/promises';
import { constants, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measureBackups } from './backups.ts';
import { measureDiary } from './diary.ts';
import { measureForecasts } from './forecast.ts';
import { measureGrowth } from './growth.ts';
import { measureImports } from './imports.ts';
import type { Measure } from './measure.ts';
import { measureQueries } from './queries.ts';
import { growthTable, historyLine, lineOf, tableOf, writeResults } from './report.ts';
import type { Failure, Line } from './report.ts';
import { measureScroll } from './scroll.ts';
import { measureSearch } from './search.ts';
import { measureSegments } from './segments.ts';
import { benchFolder, benchShop } from './shop.ts';
import { turnLoyaltyOn } from './loyalty.ts';
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
  P7: measureBackups,
  P8: measureStart,
  P9: measureScroll,
  P12: measureForecasts,
  P13: measureGrowth,
  diary: measureDiary,
};

const lines: Line[] = [];
const failures: Failure[] = [];

const say = (text: string): void => {
  process.stderr.write(`bench: ${text}\n`);
};

const sizeOf = (text: string): number => {
  const match = /^(\d+)(k?)$/i.exec(text);
  if (!match) throw new Error(`--size takes a number such as 1k, 10k or 100k, not ${text}`);
  return Number(match[1]) * (match[2] === '' ? 1 : 1000);
};

/** Runs the work with a folder for its files, which goes when the work is done. */
const withFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(benchFolder, 'run-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** A copy of the shop, cloned instead of written where the file system can. */
const copyOf = async (shop: BenchShop, folder: string): Promise<string> => {
  const path = join(folder, 'shop.db');
  await copyFile(shop.path, path, constants.COPYFILE_FICLONE);
  return path;
};

/** The copy that clerks work in: all that a visit can bring about is on. */
const withLoyalty = async (shop: BenchShop, folder: string): Promise<string> => {
  const path = await copyOf(shop, folder);
  await turnLoyaltyOn(path);
  return path;
};

const measureSize = async (shop: BenchShop, names: readonly string[]): Promise<void> => {
  await withFolder(async (common) => {
    let shared: Promise<string> | undefined;
    for (const name of names) {
      const measure = measures[name];
      if (!measure) throw new Error(`no such measurement: ${name}; there are ${Object.keys(measures).join(', ')}`);
      const start = performance.now();
      try {
        const found = await withFolder((folder) =>
          measure({
            shop,
            scratchPath: (file) => join(folder, file),
            sharedShop: () => (shared ??= withLoyalty(shop, common)),
            copyShop: () => copyOf(shop, folder),
          }),
        );
        lines.push(...found.map((measurement) => lineOf(shop.size, measurement)));
        say(`${name} measured in ${Math.round((performance.now() - start) / 1000)} s`);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        failures.push({ size: shop.size, name, reason });
        say(`${name} could not be measured: ${reason}`);
      }
    }
  });
};

const { values } = parseArgs({
  options: { size: { type: 'string', multiple: true, default: ['1k', '10k', '100k'] }, only: { type: 'string' } },
});
const wanted = values.only?.split(',') ?? Object.keys(measures);

for (const size of values.size.flatMap((text) => text.split(',')).map(sizeOf)) {
  const shop = await benchShop(size, say);
  say(`${size.toLocaleString('en')} customers, ${shop.visits.toLocaleString('en')} visits, ${Math.round(shop.bytes / 1e6)} MB`);
  await measureSize(shop, wanted);
}

lines.push(...historyLine(lines));
process.stdout.write(`${tableOf(lines)}\n${growthTable(lines)}\n`);
for (const { size, name, reason } of failures) process.stdout.write(`${size} ${name}: NOT MEASURED, ${reason}\n`);
const results = resolve(import.meta.dirname, '..', '..', 'bench-results.json');
writeResults(results, lines, failures, new Date().toISOString());
say(`written to ${results}`);
process.exitCode = failures.length === 0 ? 0 : 1;
