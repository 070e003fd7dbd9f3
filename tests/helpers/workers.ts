import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Names the folder of `tests/config/buildWorkers.ts` to this process and its children. */
export const BUILT_WORKERS = 'REGULARS_BUILT_WORKERS';

const entry = (name: 'store' | 'engine'): URL => {
  const built = process.env[BUILT_WORKERS];
  if (built !== undefined) return pathToFileURL(join(built, `${name}.mjs`));
  return new URL(`../../electron/worker/${name}.ts`, import.meta.url);
};

/** The threads that a gate starts. In one file each, as they are shipped, they start three times as fast as from their sources. */
export const workers = {
  get store() {
    return entry('store');
  },
  get engine() {
    return entry('engine');
  },
};
