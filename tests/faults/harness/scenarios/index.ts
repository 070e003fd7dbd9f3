import type { Scenario } from '../scenario.ts';
import { backupFlips } from './backupFlips.ts';
import { clocks } from './clocks.ts';
import { disks } from './disks.ts';
import { flips } from './flips.ts';
import { kills } from './kills.ts';
import { migrationsKilled } from './migrations.ts';
import { powerCuts } from './powerCuts.ts';
import { sticks } from './sticks.ts';
import { systemCalls } from './systemCalls.ts';

// The second start (R8) needs a window: tests/e2e/shell.e2e.ts.
export const scenarios: readonly Scenario[] = [
  kills,
  powerCuts,
  systemCalls,
  disks,
  flips,
  backupFlips,
  sticks,
  migrationsKilled,
  clocks,
];
