import { defineConfig } from '@playwright/test';

const json = process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] === undefined ? [] : [['json'] as const];

export default defineConfig({
  testDir: '../e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: '../../test-results',
  // Each test starts a whole Electron; a second worker only makes both slow on a small machine.
  workers: 1,
  // A test that passes at the second try hides a fault.
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ...json],
});
