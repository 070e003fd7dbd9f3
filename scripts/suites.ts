import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { inPackage, runtimeRoot } from './tools/paths.ts';
import { runNode } from './tools/run.ts';
import { honest, nothing, type Tally } from './tools/tally.ts';

const vitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
});

/** Runs vitest (all projects, or those named) and counts its tests. */
export async function runVitest(projects: readonly string[] = []): Promise<Tally> {
  const report = join(runtimeRoot, `vitest-${process.pid}.json`);
  const { code } = await runNode(inPackage('vitest', 'vitest.mjs'), [
    'run',
    '--config=tests/config/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...projects.map((project) => `--project=${project}`),
  ]);
  const counted = vitestReport.safeParse(await takeReport(report));
  if (!counted.success) return honest(nothing, 1);
  const { numPassedTests: passed, numFailedTests: failed, numPendingTests, numTodoTests } = counted.data;
  return honest({ passed, failed, skipped: numPendingTests + numTodoTests }, code);
}

/** Runs Playwright's tests in a real Electron and counts them. Needs a display and a built app. */
export async function runEndToEnd(files: readonly string[] = []): Promise<Tally> {
  const report = join(runtimeRoot, `playwright-${process.pid}.json`);
  const { code } = await runNode(
    inPackage('@playwright/test', 'cli.js'),
    ['test', '--config=tests/config/playwright.config.ts', ...files],
    { env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report, PLAYWRIGHT_JSON_OUTPUT_FILE: report } },
  );
  const counted = playwrightReport.safeParse(await takeReport(report));
  if (!counted.success) return honest(nothing, 1);
  const { expected, unexpected, flaky, skipped } = counted.data.stats;
  return honest({ passed: expected, failed: unexpected + flaky, skipped }, code);
}

const faultsReport = z.object({ passed: z.int(), failed: z.int(), skipped: z.int() });

/** Runs the fault harness in its short form; each line of its table counts as one test. */
export async function runFaults(args: readonly string[] = []): Promise<Tally> {
  const report = join(runtimeRoot, `faults-${process.pid}.json`);
  const { code } = await runNode('tests/faults/harness/main.ts', [`--report=${report}`, ...args]);
  const counted = faultsReport.safeParse(await takeReport(report));
  return honest(counted.success ? counted.data : nothing, counted.success ? code : 1);
}

async function takeReport(file: string): Promise<unknown> {
  try {
    const report: unknown = JSON.parse(await readFile(file, 'utf8'));
    return report;
  } catch {
    return undefined;
  } finally {
    await rm(file, { force: true });
  }
}
