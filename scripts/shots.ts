/** npm run shots: a picture of every page into shots/ (git-ignored), taken by the end-to-end tests named *.shots.ts. */
import { buildIfStale } from './build.ts';
import { withDisplay } from './display.ts';
import { readyRuntime } from './runtime/ready.ts';
import { main } from './tools/main.ts';
import { inPackage } from './tools/paths.ts';
import { runNode } from './tools/run.ts';

await main(async () => {
  await readyRuntime();
  await buildIfStale();
  const args = ['test', '--config=tests/config/shots.config.ts', ...process.argv.slice(2)];
  const { code } = await withDisplay(() => runNode(inPackage('@playwright/test', 'cli.js'), args));
  return code;
});
