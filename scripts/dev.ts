/** npm run dev: the app with hot reload. Arguments go to the app. */
import { forgetBuild } from './build.ts';
import { withDisplay } from './display.ts';
import { sandboxArguments } from './electron.ts';
import { readyRuntime } from './runtime/ready.ts';
import { main } from './tools/main.ts';
import { inPackage } from './tools/paths.ts';
import { runNode } from './tools/run.ts';

await main(async () => {
  await readyRuntime();
  await forgetBuild();
  const args = ['dev', '--watch', ...(sandboxArguments().length > 0 ? ['--noSandbox'] : []), '--', ...process.argv.slice(2)];
  const { code } = await withDisplay(() => runNode(inPackage('electron-vite', 'bin', 'electron-vite.js'), args));
  return code;
});
