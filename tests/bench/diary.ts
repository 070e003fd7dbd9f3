import { _electron } from '@playwright/test';
import type { Page } from '@playwright/test';
import { sandboxArguments } from '../../scripts/electron.ts';
import { root } from '../../scripts/tools/paths.ts';
import { addDays, localDate } from '../../shared/types/time.ts';
import { callFromPage } from '../e2e/support/bridge.ts';
import type { Measure } from './measure.ts';

const BOOKINGS = 60;
const PEOPLE = 6;
const ROUNDS = 21;
const OPENS = 8 * 60;
const LENGTH = 45;

/** Six people with ten bookings each on one day. */
const fillDay = async (page: Page, on: string): Promise<void> => {
  for (let person = 0; person < PEOPLE; person += 1) {
    const { staffId } = await callFromPage(page, 'staff.create', { name: `第 ${person + 1} 位` });
    for (let index = 0; index < BOOKINGS / PEOPLE; index += 1)
      await callFromPage(page, 'appointments.book', {
        name: `顾客 ${index}`,
        service: '护理',
        on,
        startMinute: OPENS + index * LENGTH,
        lengthMinutes: LENGTH,
        staffId,
      });
  }
};

/** Milliseconds from the change of the address until the frame after the day stands there with at least so many rows. */
const show = (page: Page, on: string, rows: number): Promise<number> =>
  page.evaluate(
    ({ day, least }) =>
      new Promise<number>((resolve) => {
        const began = performance.now();
        window.location.hash = `/appointments?on=${day}`;
        const look = (): void => {
          const shown = document.querySelectorAll('[role="listbox"] [role="option"]').length;
          const isThere = document.querySelector<HTMLInputElement>('[data-dates-input]')?.value === day;
          if (isThere && (least === 1 ? shown === 1 : shown >= least))
            requestAnimationFrame(() => {
              resolve(performance.now() - began);
            });
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    { day: on, least: rows },
  );

/** The diary turned to a day of 60 bookings, against the same diary turned to an empty day, in turns. */
export const measureDiary: Measure = async (bench) => {
  const executable = process.env['REGULARS_ELECTRON'];
  if (executable === undefined) throw new Error('needs an Electron: run `npm run bench`');
  const path = await bench.copyShop();
  const app = await _electron.launch({
    executablePath: executable,
    args: [...sandboxArguments(), root, '--user-data-dir', bench.scratchPath('user-data'), '--store', path],
    env: Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)),
    timeout: 60_000,
  });
  const [ours, control]: [number[], number[]] = [[], []];
  try {
    const page = await app.firstWindow();
    await page.locator('nav').first().waitFor({ timeout: 60_000 });
    const { today } = await callFromPage(page, 'shell.startState', {});
    const [full, empty] = [addDays(localDate(today), 40), addDays(localDate(today), 41)];
    await fillDay(page, full);
    for (let round = 0; round < ROUNDS; round += 1) {
      const one = await show(page, full, BOOKINGS);
      const other = await show(page, empty, 1);
      if (round === 0) continue;
      ours.push(one);
      control.push(other);
    }
  } finally {
    await app.close();
  }
  return [
    {
      id: 'diary',
      what: `the diary turned to a day of ${BOOKINGS} bookings`,
      ours,
      control,
      controlIs: 'the same diary turned to an empty day',
      statistic: 'p95',
      goal: { ratio: 1.5 },
      note: `${PEOPLE} people; to the frame after the day stands there`,
    },
  ];
};
