import BetterSqlite3 from 'better-sqlite3';
import { addMonths } from '../../shared/types/time.ts';
import { openBenchGate } from './gate.ts';
import type { Measure } from './measure.ts';
import { BENCH_TODAY } from './shop.ts';
import { timed, timedSync } from './statistics.ts';
import { runSqlite, sqliteCommand } from './tools.ts';

const from = addMonths(BENCH_TODAY, -12);

/** Scores by quintile and every class of everyone in one statement; without reminders, reasons or the shop's own rhythm. */
const ONE_STATEMENT = `
INSERT INTO customer_classes
  (customer_id, as_of, recency_score, frequency_score, money_score, rfm, rfm8, value, activity, is_dormant, lifecycle,
   window_purchase_days, window_spend_cents, year_spend_cents)
WITH facts AS (
  SELECT summary.*, count(DISTINCT visits.business_date) AS days, ifnull(sum(visits.total_cents), 0) AS spend
  FROM customer_summaries AS summary
  LEFT JOIN visits ON visits.customer_id = summary.customer_id AND visits.undone_at IS NULL AND visits.is_purchase = 1
    AND visits.business_date > '${from}' AND visits.business_date <= '${BENCH_TODAY}'
  GROUP BY summary.customer_id
), scored AS (
  SELECT *,
    CASE WHEN days > 0 THEN ntile(5) OVER (PARTITION BY days > 0 ORDER BY last_purchase_on) END AS r,
    CASE WHEN days > 0 THEN ntile(5) OVER (PARTITION BY days > 0 ORDER BY days) END AS f,
    CASE WHEN days > 0 THEN ntile(5) OVER (PARTITION BY days > 0 ORDER BY spend) END AS m,
    percent_rank() OVER (ORDER BY spend) AS place
  FROM facts
)
SELECT customer_id, '${BENCH_TODAY}', ifnull(r, 0), ifnull(f, 0), ifnull(m, 0),
  CASE WHEN r IS NULL THEN 'no_purchase' WHEN r = 5 AND f = 5 AND m = 5 THEN 'champions'
    WHEN r >= 4 AND f >= 4 AND m >= 3 THEN 'loyal' WHEN r >= 4 AND f >= 3 AND m >= 2 AND m <= 4 THEN 'potential_loyalist'
    WHEN r = 5 AND f <= 2 AND m <= 2 THEN 'new' WHEN r = 4 AND f IN (2, 3) AND m <= 2 THEN 'promising'
    WHEN r IN (2, 3) AND f IN (2, 3) THEN 'need_attention' WHEN r <= 2 AND f >= 2 AND m >= 2 THEN 'at_risk'
    WHEN r <= 2 AND f <= 2 AND m <= 2 THEN 'hibernating' WHEN r = 1 AND f = 1 THEN 'lost' ELSE 'other' END,
  CASE WHEN r IS NULL THEN 'no_purchase' ELSE
    CASE WHEN m >= 4 THEN 'important_' ELSE 'general_' END ||
    CASE WHEN r >= 4 AND f >= 4 THEN 'value' WHEN f >= 4 THEN 'keep' WHEN r >= 4 THEN 'develop' ELSE 'win_back' END END,
  CASE WHEN place >= 0.8 THEN 'high' WHEN place >= 0.5 THEN 'middle' ELSE 'low' END,
  CASE WHEN last_interaction_on > '${addMonths(BENCH_TODAY, -3)}' THEN 'active'
    WHEN last_interaction_on > '${addMonths(BENCH_TODAY, -6)}' THEN 'semi_active' ELSE 'inactive' END,
  ifnull(last_purchase_on, '') <= '${addMonths(BENCH_TODAY, -6)}',
  CASE WHEN purchase_day_count = 0 THEN 'prospect' WHEN purchase_day_count = 1 THEN 'new' ELSE 'repeat' END,
  days, spend, spend
FROM scored;`;

const empty = (path: string, tables: readonly string[]): void => {
  const connection = new BetterSqlite3(path);
  for (const table of tables) connection.exec(`DELETE FROM ${table}`);
  connection.close();
};

/** A shop in which nobody has been judged. */
const forget = (path: string): void => {
  empty(path, ['customer_classes', 'class_changes', 'reminders', 'callback_queue', 'engine_runs']);
};

/** Everybody keeps their classes; that they are of today is forgotten. */
const forgetRun = (path: string): void => {
  empty(path, ['engine_runs']);
};

const runOneStatement = (path: string): void => {
  const set = 'PRAGMA synchronous = FULL; PRAGMA cache_size = -32000; PRAGMA temp_store = MEMORY;';
  if (sqliteCommand !== null) {
    runSqlite(path, `${set} ${ONE_STATEMENT}`);
    return;
  }
  const connection = new BetterSqlite3(path);
  connection.exec(`${set} ${ONE_STATEMENT}`);
  connection.close();
};

/** P2: everyone's scores, classes and reminders from nothing, and once more when nothing has changed. */
export const measureSegments: Measure = async (bench) => {
  const rounds = bench.shop.size >= 100_000 ? 3 : 5;
  const [first, again, control]: [number[], number[], number[]] = [[], [], []];
  const path = await bench.copyShop();
  for (let round = 0; round < rounds; round += 1) {
    forget(path);
    const gate = await openBenchGate(path, BENCH_TODAY);
    // Not forced: that would check everybody's data again too, which is no part of this goal.
    first.push(await timed(() => gate.call('engine.refresh', {})));
    forgetRun(path);
    again.push(await timed(() => gate.call('engine.refresh', {})));
    await gate.close();
    forget(path);
    control.push(
      timedSync(() => {
        runOneStatement(path);
      }),
    );
  }
  const controlIs = `one INSERT … SELECT in ${sqliteCommand === null ? 'better-sqlite3' : `sqlite3 ${sqliteCommand}`}`;
  const shared = { control, controlIs, statistic: 'median', goal: { ratio: 1.5 } } as const;
  return [
    { id: 'P2', what: 'everyone judged anew, all written', ours: first, ...shared, note: 'ours also makes all reminders' },
    {
      id: 'P2 again',
      what: 'everyone judged anew, nothing changed',
      ours: again,
      ...shared,
      note: 'ours also checks all reminders',
    },
  ];
};
