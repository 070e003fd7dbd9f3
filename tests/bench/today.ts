import { callbacksHandlers } from '../../electron/handlers/callbacks.ts';
import { closeStore } from '../../electron/store/open.ts';
import { openBenchDesk } from './desk.ts';
import type { Measure } from './measure.ts';
import { recordStatements, replayOf } from './replay.ts';
import { timedSync } from './statistics.ts';

const RUNS = 300;
const WARM_UP = 20;

/** P1: the morning's list, as the store worker answers it. */
export const measureToday: Measure = async (bench) => {
  const { database, context, contextOn } = openBenchDesk(await bench.sharedShop());
  const ask = () => callbacksHandlers['callbacks.today'](context, { limit: null });
  const raw = replayOf(
    database.connection,
    recordStatements(database, (recording) => callbacksHandlers['callbacks.today'](contextOn(recording), { limit: null })),
  );
  const rows = ask().rows.length;
  const [ours, control]: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS + WARM_UP; run += 1) {
    const one = timedSync(ask);
    const other = timedSync(raw);
    if (run < WARM_UP) continue;
    ours.push(one);
    control.push(other);
  }
  closeStore(database);
  return [
    {
      id: 'P1',
      what: "today's list",
      ours,
      control,
      controlIs: 'the same statements, raw',
      statistic: 'p95',
      goal: { milliseconds: 5 },
      note: `${rows} people with their reasons`,
    },
  ];
};
