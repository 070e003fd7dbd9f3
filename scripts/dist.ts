/** npm run dist: the packaged app in dist/, as a folder to run from, with its fuses set and read back. */
import { build, Platform } from 'electron-builder';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildIfStale } from './build.ts';
import { wrongFuses } from './fuses.ts';
import { readyRuntime, type Runtime } from './runtime/ready.ts';
import { isScript, main } from './tools/main.ts';
import { root } from './tools/paths.ts';

/** The packaged program on Linux. */
export const packagedExecutable = join(root, 'dist', 'linux-unpacked', 'regulars');

/** Packages what lies in out/ with the given runtime. Throws when a fuse does not read back as it was set. */
export async function packageApp(runtime: Runtime): Promise<void> {
  await build({
    targets: Platform.current().createTarget('dir'),
    projectDir: root,
    publish: 'never',
    config: {
      extends: 'electron-builder.yml',
      electronDist: runtime.folder,
      electronVersion: runtime.electron,
      files: [nativeModule()],
      // The runtime's own placeholder app has no place beside ours.
      afterPack: ({ appOutDir }) => rm(join(appOutDir, 'resources', 'default_app.asar'), { force: true }),
    },
  });
  if (process.platform !== 'linux') return;
  const wrong = await wrongFuses(packagedExecutable);
  if (wrong.length > 0) throw new Error(`the package has wrong fuses: ${wrong.join('; ')}`);
}

/** The one file of better-sqlite3's that this runtime loads: ours where one was compiled, else the prebuilt one. */
function nativeModule(): string {
  const compiled = 'node_modules/better-sqlite3/build/Release/better_sqlite3.node';
  return existsSync(join(root, compiled)) ? compiled : 'node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node';
}

if (isScript(import.meta.url)) {
  await main(async () => {
    const runtime = await readyRuntime();
    await buildIfStale();
    await packageApp(runtime);
    process.stdout.write(`packaged with Electron ${runtime.electron}: ${join('dist', 'linux-unpacked', 'regulars')}\n`);
    return 0;
  });
}
