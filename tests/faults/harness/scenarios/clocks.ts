import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { contract } from '../../../../shared/contract.ts';
import { makeRandom } from '../../../../shared/domain/demo/random.ts';
import { addDays, localDate } from '../../../../shared/types/time.ts';
import type { LocalDate } from '../../../../shared/types/time.ts';
import { makeControl, preloadEnvironment } from '../preload.ts';
import { openRow, skippedRow } from '../scenario.ts';
import type { Conditions, Row, Scenario } from '../scenario.ts';
import { setupOf, startShop } from '../shopLink.ts';
import type { Shop } from '../shopLink.ts';
import { findStore } from '../state.ts';

/** Zones with summer time, half hours, the date line, and none of it. */
const zones = ['Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Kolkata', 'Europe/London'];
const PEOPLE = 24;
/** Both turns of summer time in north and south fall into the year that is walked. */
const FIRST = localDate('2026-02-01');

const birthdayOf = (person: number): { month: number; day: number } => ({ month: 1 + (person % 12), day: 3 + (person % 25) });

const call = async (shop: Shop, name: string, input: Record<string, unknown>): Promise<unknown> => {
  const answer = await shop.ask({ name, input });
  if (answer?.ok !== true) throw new Error(`${name} answers ${answer?.error.code ?? 'nothing'}`);
  return answer.value;
};

/** The instant of a moment of a day, by the machine's own zone or near it: the shop's day turns at night. */
const noonOf = (day: LocalDate, hour: number): number => Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);

const walk = async ({ seed, folder, preload, say }: Conditions, zone: string, round: number): Promise<string[]> => {
  if (preload === null) return [];
  const random = makeRandom(seed, 77, round);
  const home = join(folder, `walk-${round}`);
  mkdirSync(home);
  const control = makeControl(join(home, 'control'));
  const shop = await startShop({ ...preloadEnvironment(preload, { folders: [home], control }), TZ: random.pick(zones) });
  const storePath = join(home, 'shop.regulars');
  const goTo = (instant: number): void => {
    control.set({ clockOffset: Math.round((instant - Date.now()) / 1000) });
  };
  const problems: string[] = [];
  const settled = new Map<string, string>();
  try {
    goTo(noonOf(FIRST, 6));
    const opened = await shop.open(setupOf({ storePath, home, seed, today: null }));
    if (opened?.ok !== true) return [`the shop does not open: ${opened?.error.code ?? 'dead'}`];
    await call(shop, 'settings.update', { changes: { timeZone: zone, dailyCapacity: 200 } });
    for (let person = 0; person < PEOPLE; person += 1)
      await call(shop, 'customers.create', {
        name: `寿星${person}`,
        phone: `138000${String(10_000 + person)}`,
        birthday: { calendar: 'solar', year: 1990, ...birthdayOf(person), isLeapMonth: false },
      });
    const day = async (): Promise<LocalDate> => {
      await call(shop, 'engine.refresh', {});
      const { date, rows } = contract.callbacks.today.output.parse(await call(shop, 'callbacks.today', {}));
      for (const { customerId, name, reasons } of rows) {
        for (const { code, params } of reasons) {
          if (code !== 'birthday') continue;
          const key = `${name} ${params.on}`;
          const before = settled.get(key);
          if (before !== undefined) problems.push(`${key} comes on ${date} and came on ${before}`);
          settled.set(key, date);
        }
        await call(shop, 'callbacks.recordOutcome', { customerId, outcome: 'done' });
      }
      return date;
    };
    const visited = new Set<LocalDate>();
    for (let at = 0; at < 330;) {
      // Any hour: also those that summer time leaves out or repeats.
      const hour = random.whole(0, 23);
      goTo(noonOf(addDays(FIRST, at), hour));
      visited.add(await day());
      if (random.chance(0.03)) {
        // The battery of the clock is empty: a start in 1970, put right some minutes later.
        goTo(random.whole(1, 86_400) * 1000);
        await day();
        goTo(noonOf(addDays(FIRST, at), hour));
        visited.add(await day());
      }
      if (random.chance(0.05)) {
        goTo(noonOf(addDays(FIRST, Math.max(0, at - random.whole(1, 3))), hour));
        await day();
      }
      at += random.chance(0.04) ? 21 : 1;
    }
    // Whoever has a birthday on a day that the shop was there for has been on the list, then or in the days before.
    for (let person = 0; person < PEOPLE; person += 1) {
      const { month, day: of } = birthdayOf(person);
      const on = localDate(`2026-${String(month).padStart(2, '0')}-${String(of).padStart(2, '0')}`);
      if (visited.has(on) && !settled.has(`寿星${person} ${on}`)) problems.push(`寿星${person}, born on ${on}, never came`);
    }
    await shop.close();
    problems.push(...(await findStore(storePath)).problems);
    say(`clocks: ${zone}: ${visited.size} days, ${settled.size} birthdays`);
    return settled.size === 0 ? [...problems, 'no birthday came at all'] : problems;
  } finally {
    await shop.kill();
    control.close();
  }
};

const run = async (conditions: Conditions): Promise<readonly Row[]> => {
  const { isFull, preload, whyNoPreload } = conditions;
  if (preload === null) return [skippedRow('a year of reminders', whyNoPreload ?? '')];
  const row = openRow('a year of reminders');
  for (let round = 0; round < (isFull ? 24 : 1); round += 1) {
    const zone = zones[round % zones.length] ?? 'Asia/Shanghai';
    row.round(`${zone}, round ${round}`, await walk(conditions, zone, round));
  }
  return [row.row()];
};

export const clocks: Scenario = {
  name: 'clocks',
  says: 'R7 any zone, summer time, 1970, put back, three weeks asleep: each reminder once a date, none lost',
  run,
};
