/** npm start: opens the app, after making ready whatever it needs. Arguments go to the app: --demo, --store FILE. */
import { buildIfStale } from './build.ts';
import { withDisplay } from './display.ts';
import { openApp } from './electron.ts';
import { describeRuntime, readyRuntime } from './runtime/ready.ts';
import { main } from './tools/main.ts';

await main(async () => {
  const runtime = await readyRuntime();
  process.stderr.write(`regulars: ${describeRuntime(runtime)}\n`);
  await buildIfStale();
  return withDisplay(() => openApp(runtime, process.argv.slice(2)));
});
