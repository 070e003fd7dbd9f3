import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { root, runtimeRoot } from '../../scripts/tools/paths.ts';
import { BUILT_WORKERS } from '../helpers/workers.ts';

/**
 * Bundles the threads of the store once for a whole run of tests; every gate that a test opens would otherwise read and compile hundreds of
 * sources. Returns what removes them.
 */
export default async function buildWorkers(): Promise<() => void> {
  mkdirSync(runtimeRoot, { recursive: true });
  const folder = mkdtempSync(join(runtimeRoot, 'workers-'));
  const source = (name: string): string => join(root, 'electron', 'worker', `${name}.ts`);
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: true,
      target: 'node22',
      outDir: folder,
      minify: false,
      rolldownOptions: {
        input: { store: source('store'), engine: source('engine'), sheets: source('sheets') },
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
  process.env[BUILT_WORKERS] = folder;
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
