import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..', '..');

/** One project a kind of test, so that `--project store` runs just those; all of them on real better-sqlite3. */
const suite = (name: string, globalSetup: string[] = []) => ({
  extends: true as const,
  test: { name, globalSetup, include: [`tests/${name}/**/*.test.ts`], testTimeout: 300_000, hookTimeout: 300_000 },
});

export default defineConfig({
  root,
  test: {
    environment: 'node',
    pool: 'forks',
    // Every core: by default one is left to a person who watches.
    maxWorkers: '100%',
    restoreMocks: true,
    setupFiles: ['tests/config/seed.ts'],
    coverage: {
      provider: 'v8',
      reportsDirectory: 'coverage',
      include: ['shared/**/*.ts', 'electron/**/*.ts'],
      exclude: ['**/*.test.ts', 'electron/main/**', 'electron/preload/**'],
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['shared/**/*.test.ts', 'electron/**/*.test.ts', 'renderer/**/*.test.{ts,tsx}'],
          testTimeout: 30_000,
        },
      },
      ...['store', 'contract', 'faults'].map((name) => suite(name, ['tests/config/buildWorkers.ts'])),
      ...['migrations', 'architecture'].map((name) => suite(name)),
    ],
  },
});
