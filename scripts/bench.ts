/** npm run bench: measures, prints a table, writes bench-results.json. Arguments go to the bench: --size 10k. */
import { buildIfStale } from './build.ts';
import { withDisplay } from './display.ts';
import { readyRuntime } from './runtime/ready.ts';
import { main } from './tools/main.ts';
import { runNode } from './tools/run.ts';

await main(async () => {
  const runtime = await readyRuntime();
  await buildIfStale();
  const { code } = await withDisplay(() =>
    runNode('tests/bench/main.ts', process.argv.slice(2), { env: { REGULARS_ELECTRON: runtime.executable } }),
  );
  return code;
});
