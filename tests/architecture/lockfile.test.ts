import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const entry = z.object({
  version: z.string().optional(),
  integrity: z.string().optional(),
  resolved: z.string().optional(),
  license: z.string().optional(),
  inBundle: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});
const lockfile = z
  .object({ packages: z.record(z.string(), entry) })
  .parse(JSON.parse(readFileSync(resolve(import.meta.dirname, '..', '..', 'package-lock.json'), 'utf8')));
const installed = Object.entries(lockfile.packages).filter(([path]) => path !== '');

describe('the lockfile', () => {
  test('holds every optional package of every platform: npm ci refuses a lockfile that lacks one', () => {
    const names = new Set(installed.map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)));
    const wanted = Object.values(lockfile.packages).flatMap((one) => Object.keys(one.optionalDependencies ?? {}));
    expect(wanted.filter((name) => !names.has(name))).toEqual([]);
  });

  test('proves the content of every package, and names no address to fetch it from', () => {
    const unproven = installed.filter(([, one]) => one.inBundle !== true && !one.integrity?.startsWith('sha512-'));
    expect(unproven.map(([path]) => path)).toEqual([]);
    expect(installed.filter(([, one]) => one.resolved !== undefined).map(([path]) => path)).toEqual([]);
  });

  test('holds only licences that let the shop do as it likes', () => {
    const permissive =
      /^\(?(MIT|ISC|BSD-[23]-Clause|0BSD|Apache-2\.0|BlueOak-1\.0\.0|MPL-2\.0|Python-2\.0|CC-BY-4\.0|CC0-1\.0|Unlicense|WTFPL)\b/;
    expect(
      installed.filter(([, one]) => !permissive.test(one.license ?? '')).map(([path, one]) => `${path}: ${one.license}`),
    ).toEqual([]);
  });
});
