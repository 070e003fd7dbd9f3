import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { sandboxArguments } from '../../scripts/electron.ts';
import { root } from '../../scripts/tools/paths.ts';
import { openBenchGate } from './gate.ts';
import type { Measure } from './measure.ts';
import { benchFolder } from './shop.ts';
import { timed } from './statistics.ts';

const EMPTY_MAIN = `
const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1366, height: 768, webPreferences: { sandbox: true, contextIsolation: true } });
  window.loadURL('data:text/html;charset=utf-8,<title>empty</title><p id="first">empty</p>');
});
app.on('window-all-closed', () => app.quit());
`;

const makeEmptyApp = (): string => {
  const folder = join(benchFolder, 'empty-window');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'empty-window', version: '1.0.0', main: 'main.cjs' }));
  writeFileSync(join(folder, 'main.cjs'), EMPTY_MAIN);
  return folder;
};

/** Milliseconds from the launch until something is there to be read. */
const start = async (executablePath: string, args: readonly string[], firstSight: string): Promise<number> => {
  const environment = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  let close = (): Promise<void> => Promise.resolve();
  const milliseconds = await timed(async () => {
    const app = await _electron.launch({
      executablePath,
      args: [...sandboxArguments(), ...args],
      env: { ...Object.fromEntries(environment), TZ: 'Asia/Shanghai' },
      timeout: 60_000,
    });
    close = () => app.close();
    const page = await app.firstWindow();
    await page.locator(firstSight).first().waitFor({ state: 'visible', timeout: 60_000 });
  });
  await close();
  return milliseconds;
};

const ROUNDS = 6;

/** P8: from the start to the first name on today's list, against an empty window of the same runtime. */
export const measureStart: Measure = async (bench) => {
  const executable = process.env['REGULARS_ELECTRON'];
  if (executable === undefined) throw new Error('needs an Electron: run `npm run bench`');
  const path = await bench.sharedShop();
  // The window shows the real day: that day's list is made first, as it is on every morning but the first start of the day.
  const gate = await openBenchGate(path, null);
  await gate.call('engine.refresh', {});
  await gate.close();
  const empty = makeEmptyApp();
  const [ours, control]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const userData = bench.scratchPath(`user-data-${round}`);
    const one = await start(executable, [root, '--user-data-dir', userData, '--store', path], '#today-list [role="option"]');
    const other = await start(executable, [empty, '--user-data-dir', `${userData}-empty`], '#first');
    if (round === 0) continue;
    ours.push(one);
    control.push(other);
  }
  return [
    {
      id: 'P8',
      what: "start to today's first name",
      ours,
      control,
      controlIs: 'an empty window',
      statistic: 'median',
      goal: { ratio: 1.5 },
      note: 'both through the test driver; the first start of each is left out',
    },
  ];
};
