import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from './tools/lock.ts';
import { inPackage, root, runtimeRoot } from './tools/paths.ts';
import { mustRun } from './tools/run.ts';

const stamp = join(root, 'out', 'built-from');
const sourceFolders = ['electron', 'renderer', 'shared', 'resources'];
const sourceFiles = ['electron.vite.config.ts', 'package.json', 'package-lock.json'];

/** Builds the app into out/ unless what lies there was built from exactly these sources. */
export async function buildIfStale(): Promise<void> {
  await withLock(join(runtimeRoot, 'build.lock'), async () => {
    const present = await fingerprint();
    if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === present) return;
    process.stderr.write('regulars: building\n');
    await forgetBuild();
    await mustRun('the build', process.execPath, [inPackage('electron-vite', 'bin', 'electron-vite.js'), 'build'], {
      env: { NODE_ENV: 'production' },
    });
    await mkdir(join(root, 'out'), { recursive: true });
    await writeFile(stamp, present);
  });
}

/** Says that what lies in out/ is no build of the sources as they are: development writes there too. */
export async function forgetBuild(): Promise<void> {
  await rm(stamp, { force: true });
}

/** A digest of the contents of all sources, so that a touched or moved checkout is not built anew. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  const files = sourceFiles.map((file) => join(root, file));
  for (const folder of sourceFolders) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
    files.push(...entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)));
  }
  for (const file of files.toSorted())
    hash
      .update(file.slice(root.length))
      .update('\0')
      .update(await readFile(file));
  return hash.digest('hex');
}
