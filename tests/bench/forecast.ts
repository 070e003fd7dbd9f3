import BetterSqlite3 from 'better-sqlite3';
import { fitBgNbd, logLikelihood } from '../../shared/domain/forecast/bgNbd.ts';
import { countAlike, historyOf } from '../../shared/domain/forecast/history.ts';
import type { BuyingHistory } from '../../shared/domain/forecast/history.ts';
import { addDays, dayNumber, localDate } from '../../shared/types/time.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { cdnow, cdnowText, purchasesOf, writeCdnow } from '../helpers/cdnow.ts';
import { openBenchGate } from './gate.ts';
import type { Bench, Measure, Measurement } from './measure.ts';
import { BENCH_TODAY } from './shop.ts';
import { timed, timedSync } from './statistics.ts';

const FITS = 30;
const FORECASTS = 5;
const MOST_MILLISECONDS = 2000;
/** The day the log's last purchase was made on. */
const LAST_DAY = addDays(localDate(cdnow.today), -1);

/** The model alone: 23,570 real customers, from their purchase days to the four parameters. */
const measureFit = (): Measurement => {
  const purchases = purchasesOf(cdnowText());
  const histories = (): BuyingHistory[] => purchases.flatMap((one) => historyOf(one, dayNumber(LAST_DAY), 'week') ?? []);
  const everyone = histories().map((history) => ({ ...history, people: 1 }));
  const fit = () => fitBgNbd(countAlike(histories()));
  const found = fit();
  if (found === null) throw new Error('the likelihood of the log has no maximum');
  const [ours, control]: [number[], number[]] = [[], []];
  for (let run = 0; run < FITS; run += 1) {
    ours.push(timedSync(fit));
    control.push(timedSync(() => logLikelihood(found.parameters, everyone)));
  }
  const { r, alpha, a, b } = found.parameters;
  const parameters = Object.entries({ r, alpha, a, b }).map(([name, value]) => `${name} ${value.toFixed(3)}`);
  return {
    id: 'P12 fit',
    what: `BG/NBD fitted to ${purchases.length.toLocaleString('en')} customers`,
    ours,
    control,
    controlIs: 'the likelihood of everyone, once, at the maximum',
    statistic: 'p95',
    goal: { milliseconds: MOST_MILLISECONDS },
    note: parameters.join(', '),
  };
};

/** Every purchase in the store's own order, read raw: what a forecast cannot be had without. */
const readRaw = (connection: BetterSqlite3.Database): void => {
  const rows = connection
    .prepare<unknown[], { business_date: string }>(
      `SELECT customer_id, business_date, total_cents FROM visits INDEXED BY visits_by_customer
       WHERE undone_at IS NULL AND is_purchase = 1 AND customer_id IS NOT NULL ORDER BY customer_id, business_date`,
    )
    .all();
  if (rows.length === 0) throw new Error('nobody ever bought anything');
};

/** All of a forecast, on the engine's thread: reading, fitting twice, expecting of everyone, and comparing the last quarter. */
const measureForecast = async (id: string, what: string, path: string, until: LocalDate): Promise<Measurement> => {
  const gate = await openBenchGate(path, until);
  const connection = new BetterSqlite3(path, { readonly: true });
  const [ours, control]: [number[], number[]] = [[], []];
  try {
    const ask = () => gate.call('forecast.get', { until });
    await ask();
    for (let run = 0; run < FORECASTS; run += 1) {
      ours.push(await timed(ask));
      control.push(timedSync(() => readRaw(connection)));
    }
  } finally {
    connection.close();
    await gate.close();
  }
  const goal = id === 'P12' ? { milliseconds: MOST_MILLISECONDS } : null;
  return { id, what, ours, control, controlIs: 'every purchase read raw', statistic: 'p95', goal, note: '' };
};

const importLog = async (bench: Bench): Promise<string> => {
  const path = bench.scratchPath('cdnow.db');
  const gate = await openBenchGate(path, localDate(cdnow.today));
  try {
    const file = gate.token(writeCdnow(bench.scratchPath('')));
    await gate.call('imports.run', { file, form: 'purchases', preset: 'cdnow' });
  } finally {
    await gate.close();
  }
  return path;
};

/** P12: the forecast of a real log's customers, whatever the size of the bench's own shop; and of that shop. */
export const measureForecasts: Measure = async (bench) => [
  measureFit(),
  await measureForecast('P12', 'the whole forecast of the same, from the store', await importLog(bench), LAST_DAY),
  await measureForecast('P12 shop', "the whole forecast of the bench's own shop", await bench.copyShop(), BENCH_TODAY),
];
