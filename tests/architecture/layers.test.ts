import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractConfig from 'dependency-cruiser/config-utl/extract-depcruise-config';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const config = join(import.meta.dirname, 'layers.cjs');
let sandbox = '';

beforeAll(async () => {
  sandbox = await mkdtemp(join(tmpdir(), 'regulars-layers-'));
});
afterAll(() => rm(sandbox, { recursive: true, force: true }));

/** What the rules say about a tree made of these files. */
async function violations(files: Readonly<Record<string, string>>): Promise<string[]> {
  const folder = await mkdtemp(join(sandbox, 'tree-'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const { forbidden, options } = await extractConfig(config);
  const result = await cruise(['.'], { ...options, baseDir: folder, ruleSet: { forbidden: forbidden ?? [] }, validate: true });
  const output: ICruiseResult | string = result.output;
  if (typeof output === 'string') throw new Error(output);
  return output.summary.violations.map(({ from, to }) => `${from} -> ${to}`);
}

const room = (path: string) => ({ [path]: 'export const x = 1' });

describe('who may import whom', () => {
  test.each([
    ['shared/types/a.ts', 'shared/domain/b.ts'],
    ['shared/domain/a.ts', 'shared/contract/b.ts'],
    ['shared/contract/a.ts', 'electron/store/b.ts'],
    ['electron/store/a.ts', 'electron/handlers/b.ts'],
    ['electron/engine/a.ts', 'electron/handlers/b.ts'],
    ['electron/handlers/a.ts', 'electron/worker/b.ts'],
    ['electron/worker/a.ts', 'electron/main/b.ts'],
    ['electron/gate/a.ts', 'electron/worker/b.ts'],
    ['electron/gate/a.ts', 'electron/store/b.ts'],
    ['electron/main/a.ts', 'electron/handlers/b.ts'],
    ['electron/cli/a.ts', 'electron/store/b.ts'],
    ['electron/preload/a.ts', 'electron/gate/b.ts'],
    ['renderer/a.ts', 'electron/gate/b.ts'],
    ['shared/domain/a.ts', 'shared/unheard/b.ts'],
    ['electron/main/a.ts', 'tests/b.ts'],
  ])('%s may not import %s', async (from, to) => {
    const target = `${'../'.repeat(from.split('/').length - 1)}${to}`;
    const found = await violations({ ...room(to), [from]: `import { x } from '${target}';\nexport const y = x` });
    expect(found).toContain(`${from} -> ${to}`);
  });

  test.each([
    ['shared/domain/a.ts', 'node:fs'],
    ['renderer/a.ts', 'node:fs'],
    ['electron/preload/a.ts', 'node:fs'],
    ['electron/gate/a.ts', 'better-sqlite3'],
    ['electron/gate/a.ts', 'electron'],
    ['electron/cli/a.ts', 'electron'],
    ['renderer/a.ts', 'electron'],
    ['shared/domain/a.ts', 'react'],
  ])('%s may not import %s', async (from, library) => {
    const found = await violations({ [from]: `import x from '${library}';\nexport const y = x` });
    expect(found.map((violation) => violation.split(' -> ')[0])).toContain(from);
  });

  test('what the table allows is allowed', async () => {
    const found = await violations({
      ...room('shared/types/b.ts'),
      'shared/domain/a.ts': "import { x } from '../types/b.ts';\nexport const y = x",
      'electron/store/c.ts':
        "import { readFileSync } from 'node:fs';\nimport { y } from '../../shared/domain/a.ts';\nexport const z = [readFileSync, y]",
      'electron/handlers/d.ts': "import { z } from '../store/c.ts';\nexport const w = z",
    });
    expect(found).toEqual([]);
  });

  test('a circle is found', async () => {
    const found = await violations({
      'shared/domain/a.ts': "import { b } from './b.ts';\nexport const a = () => b",
      'shared/domain/b.ts': "import { a } from './a.ts';\nexport const b = () => a",
    });
    expect(found).toContain('shared/domain/a.ts -> shared/domain/b.ts');
  });
});
