/**
 * npm test: everything. Static checks, unit, store, contract, migration, fault and architecture tests on real SQLite, the
 * short form of the fault harness, the build, the package, and end-to-end tests in a real Electron window. Ends with one line that counts them all.
 */
import { buildIfStale } from './build.ts';
import { passes, staticChecks } from './checks.ts';
import { withDisplay } from './display.ts';
import { packageApp } from './dist.ts';
import { describeRuntime, readyRuntime } from './runtime/ready.ts';
import { placeFaultTools } from './runtime/faultTools.ts';
import { runEndToEnd, runFaults, runVitest } from './suites.ts';
import { main } from './tools/main.ts';
import { add, closingLine, nothing, one, type Tally } from './tools/tally.ts';

/** A step that either works or throws, counted as one test. */
async function step(name: string, work: () => Promise<unknown>): Promise<Tally> {
  try {
    await work();
    process.stdout.write(`  ok      ${name}\n`);
    return one(true);
  } catch (error) {
    process.stdout.write(`  FAILED  ${name}\n${error instanceof Error ? error.message : String(error)}\n`);
    return one(false);
  }
}

await main(async () => {
  const runtime = await readyRuntime();
  process.stdout.write(`${describeRuntime(runtime)}\n`);
  let total = nothing;
  for (const check of staticChecks) total = add(total, one(await passes(check)));
  total = add(total, await runVitest());
  await placeFaultTools();
  total = add(total, await runFaults());
  total = add(total, await step('build', buildIfStale));
  total = add(total, await step('package', () => packageApp(runtime)));
  total = add(total, await withDisplay(() => runEndToEnd()));
  process.stdout.write(`${describeRuntime(runtime)}\n${closingLine(total)}\n`);
  return total.failed === 0 ? 0 : 1;
});
