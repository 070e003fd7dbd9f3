import { resolve } from 'node:path';

/** The checkout's root. */
export const root = resolve(import.meta.dirname, '..', '..');

/** Prepared runtimes and compiled addons: git-ignored, so that `npm ci` does not throw them away. */
export const runtimeRoot = resolve(root, '.runtime');

/** The path of a file inside an installed package, e.g. `inPackage('electron', 'package.json')`. */
export function inPackage(name: string, ...rest: string[]): string {
  return resolve(root, 'node_modules', name, ...rest);
}
