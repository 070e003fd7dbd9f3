import { fork } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Row } from './scenario.ts';
import type { Line } from './table.ts';

const reported = z.object({
  lines: z.array(
    z.object({
      scenario: z.string(),
      says: z.string(),
      seed: z.number(),
      row: z.object({
        part: z.string(),
        rounds: z.number(),
        failures: z.array(z.string()),
        skipped: z.string().nullable(),
        kinds: z.record(z.string(), z.number()),
        notes: z.array(z.string()),
      }),
    }),
  ),
});

const runShare = (args: readonly string[], jobs: number, share: number, folder: string): Promise<Line[]> =>
  new Promise((resolve) => {
    const report = join(folder, `share-${share}.json`);
    const child = fork(
      fileURLToPath(new URL('main.ts', import.meta.url)),
      [...args, `--jobs=${jobs}`, `--share=${share}`, `--report=${report}`],
      { execArgv: ['--disable-warning=ExperimentalWarning'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
    );
    child.once('exit', () => {
      if (existsSync(report)) resolve(reported.parse(JSON.parse(readFileSync(report, 'utf8'))).lines);
      else {
        const failures = [`share ${share} ended without a report`];
        const row: Row = { part: `share ${share}`, rounds: 1, failures, skipped: null, kinds: {}, notes: [] };
        resolve([{ scenario: 'run', says: 'every share reports', seed: 0, row }]);
      }
    });
  });

const sum = (one: Row['kinds'], other: Row['kinds']): Row['kinds'] =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((how) => [how, (one[how] ?? 0) + (other[how] ?? 0)]),
  );

const merged = (one: Row, other: Row): Row => ({
  part: one.part,
  rounds: one.rounds + other.rounds,
  failures: [...one.failures, ...other.failures],
  skipped: one.skipped ?? other.skipped,
  kinds: sum(one.kinds, other.kinds),
  notes: [...new Set([...one.notes, ...other.notes])],
});

/** The same run dealt out among processes: rows of one part become one row again. */
export const runInShares = async (args: readonly string[], jobs: number, folder: string): Promise<Line[]> => {
  const shares = await Promise.all(Array.from({ length: jobs }, (_, share) => runShare(args, jobs, share, folder)));
  const lines = new Map<string, Line>();
  for (const line of shares.flat()) {
    const name = `${line.scenario}: ${line.row.part}`;
    const known = lines.get(name);
    lines.set(name, known ? { ...known, row: merged(known.row, line.row) } : line);
  }
  return [...lines.values()];
};
