import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { PROGRAM_VERSION } from '../../shared/domain/backups/version.ts';

test('the program knows its own version', () => {
  const said: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(z.object({ version: z.string() }).parse(said).version).toBe(PROGRAM_VERSION);
});
