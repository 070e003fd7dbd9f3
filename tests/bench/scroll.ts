import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { sandboxArguments } from '../../scripts/electron.ts';
import { root } from '../../scripts/tools/paths.ts';
import type { Measure } from './measure.ts';
import { benchFolder } from './shop.ts';

/** A window with nothing but a scroller as high as the list. */
const blankMain = (height: number): string => `
const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1366, height: 768, webPreferences: { sandbox: true, contextIsolation: true } });
  window.loadURL('data:text/html;charset=utf-8,' + encodeURIComponent(
    '<body style="margin:0"><div data-list style="height:600px;overflow:auto"><div style="height:${height}px"></div></div>'));
});
app.on('window-all-closed', () => app.quit());
`;

const makeBlankApp = (height: number): string => {
  const folder = join(benchFolder, 'blank-scroller');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'blank-scroller', version: '1.0.0', main: 'main.cjs' }));
  writeFileSync(join(folder, 'main.cjs'), blankMain(height));
  return folder;
};

const launch = (executablePath: string, args: readonly string[]): Promise<ElectronApplication> =>
  _electron.launch({
    executablePath,
    args: [...sandboxArguments(), ...args],
    env: Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)),
    timeout: 60_000,
  });

const FRAMES = 120;
const ROUNDS = 6;
/** A brisk turn of the wheel: five rows a frame. */
const PIXELS_A_FRAME = 220;

interface Scrolled {
  /** Milliseconds between frames. */
  readonly frames: readonly number[];
  readonly mostRows: number;
}

/** Scrolls so many frames on, from where the list stands. */
const scroll = (page: Page, selector: string): Promise<Scrolled> =>
  page.evaluate(
    ({ list, count, step }) =>
      new Promise<{ frames: number[]; mostRows: number }>((resolve, reject) => {
        const element = document.querySelector(list);
        if (element === null) {
          reject(new Error(`no ${list}`));
          return;
        }
        const frames: number[] = [];
        let last = 0;
        let mostRows = 0;
        const frame = (now: number): void => {
          if (last !== 0) frames.push(now - last);
          last = now;
          mostRows = Math.max(mostRows, element.querySelectorAll('[role="row"]').length);
          element.scrollTop += step;
          if (frames.length < count) requestAnimationFrame(frame);
          else resolve({ frames, mostRows });
        };
        requestAnimationFrame(frame);
      }),
    { list: selector, count: FRAMES, step: PIXELS_A_FRAME },
  );

const ROW_PIXELS = 44;

/** P9: scrolling all customers, against a window with an empty scroller of the same height; both windows are open, in turns. */
export const measureScroll: Measure = async (bench) => {
  const executable = process.env['REGULARS_ELECTRON'];
  if (executable === undefined) throw new Error('needs an Electron: run `npm run bench`');
  const path = await bench.sharedShop();
  const ours: number[] = [];
  const control: number[] = [];
  let mostRows = 0;
  const app = await launch(executable, [root, '--user-data-dir', bench.scratchPath('user-data'), '--store', path]);
  const blank = await launch(executable, [
    makeBlankApp(bench.shop.size * ROW_PIXELS),
    '--user-data-dir',
    bench.scratchPath('user-data-blank'),
  ]);
  try {
    const [page, blankPage] = [await app.firstWindow(), await blank.firstWindow()];
    await page.locator('nav').first().waitFor({ timeout: 60_000 });
    await page.evaluate(() => {
      window.location.hash = '/customers';
    });
    await page.locator('#customers-list [role="row"]').nth(5).waitFor({ timeout: 60_000 });
    await blankPage.locator('[data-list]').waitFor();
    for (let round = 0; round < ROUNDS; round += 1) {
      await page.bringToFront();
      const one = await scroll(page, '#customers-list');
      await blankPage.bringToFront();
      const other = await scroll(blankPage, '[data-list]');
      mostRows = Math.max(mostRows, one.mostRows);
      if (round === 0) continue;
      ours.push(...one.frames);
      control.push(...other.frames);
    }
  } finally {
    await app.close();
    await blank.close();
  }
  return [
    {
      id: 'P9',
      what: 'a frame while scrolling all customers',
      ours,
      control,
      controlIs: 'an empty scroller of the same height',
      statistic: 'p95',
      goal: { ratio: 1.25 },
      note: `at most ${mostRows} rows in the page (goal 80); ${PIXELS_A_FRAME} px a frame`,
    },
  ];
};
