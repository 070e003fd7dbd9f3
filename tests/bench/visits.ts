import BetterSqlite3 from 'better-sqlite3';
import type { CallInput } from '../../shared/contract.ts';
import { closeStore, openStore } from '../../electron/store/open.ts';
import { someCustomers } from './desk.ts';
import { fullVisits } from './fullVisits.ts';
import { openBenchGate } from './gate.ts';
import type { Measure } from './measure.ts';
import { BENCH_TODAY } from './shop.ts';
import { timed, timedSync } from './statistics.ts';

const RUNS = 400;
const WARM_UP = 20;

/** P6: a visit of two lines, and one that uses all a customer can have, from the gate's question to its answer, written to the disk for good. */
export const measureVisits: Measure = async (bench) => {
  const path = await bench.sharedShop();
  const reader = openStore(path, { isReadonly: true });
  const customers = someCustomers(reader, RUNS + WARM_UP);
  closeStore(reader);
  const gate = await openBenchGate(path, BENCH_TODAY);
  const raw = new BetterSqlite3(bench.scratchPath('raw.db'));
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = FULL');
  raw.exec('CREATE TABLE facts (id INTEGER PRIMARY KEY, at INTEGER, note TEXT) STRICT');
  const insert = raw.prepare('INSERT INTO facts (at, note) VALUES (?, ?)');
  const measure = async (visits: readonly CallInput<'visits.record'>[]): Promise<{ ours: number[]; control: number[] }> => {
    const found: { ours: number[]; control: number[] } = { ours: [], control: [] };
    for (const [index, visit] of visits.entries()) {
      const one = await timed(() => gate.call('visits.record', visit));
      const other = timedSync(() => insert.run(index, 'one row'));
      if (index < WARM_UP) continue;
      found.ours.push(one);
      found.control.push(other);
    }
    return found;
  };
  const plain = await measure(
    customers.map((customerId) => ({
      customerId,
      lines: [
        { name: '洗剪吹', quantity: 1000, unitPriceCents: 5800, unitCostCents: 900 },
        { name: '水疗护发', quantity: 1000, unitPriceCents: 12_800 },
      ],
    })),
  );
  const full = await measure(await fullVisits(gate, customers));
  raw.close();
  await gate.close();
  const common = {
    controlIs: 'one row committed, synchronous=FULL',
    statistic: 'p99',
  } as const;
  return [
    {
      id: 'P6',
      what: 'record a visit, durable',
      ...plain,
      ...common,
      goal: { ratio: 3 },
      note: 'through the gate and back: lines, points, summary, classes, reminders',
    },
    {
      id: 'P6 all',
      what: 'record a visit that uses all there is',
      ...full,
      ...common,
      goal: null,
      note: 'with a coupon, a count card, points, a purse (every second one shared), a paid membership',
    },
  ];
};
