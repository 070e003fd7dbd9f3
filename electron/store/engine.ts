import { cutoffsSchema } from '../../shared/contract/segments.ts';
import type { Cutoffs } from '../../shared/contract/segments.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, plainRun, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import { beginTierRun } from './tierRun.ts';

// The one row that says by what everyone was last judged.

const NAME = 'everyone';

/** The state of the engine's runs over everyone. */
export interface EngineRun {
  /** Day and settings of the last finished run that still holds; null when a run is due whatever the day. */
  readonly date: LocalDate | null;
  readonly settings: string | null;
  /** Cut-offs of the latest run, also of one that has only begun; null before the first. */
  readonly cutoffs: Cutoffs | null;
  /** How often bulk changes have made the judgements stale. */
  readonly invalidations: number;
}

const theRun = hotQuery<
  Record<never, never>,
  { business_date: LocalDate | null; settings: string | null; cutoffs: string | null; invalidations: number }
>(
  sqlite
    .selectFrom('engine_runs')
    .select(['business_date', 'settings', 'cutoffs', 'invalidations'])
    .where('name', '=', parameter<string>('name')),
);

const parsedCutoffs = new Map<string, Cutoffs>();
/** Read with every fact, changed once a day: parsed once. */
const cutoffsFrom = (text: string): Cutoffs => {
  const known = parsedCutoffs.get(text);
  if (known) return known;
  parsedCutoffs.clear();
  const made = cutoffsSchema.parse(JSON.parse(text));
  parsedCutoffs.set(text, made);
  return made;
};

export const readRun = (database: StoreDatabase): EngineRun => {
  const row = theRun.first(database, { name: NAME });
  if (!row) return { date: null, settings: null, cutoffs: null, invalidations: 0 };
  return {
    date: row.business_date,
    settings: row.settings,
    cutoffs: row.cutoffs === null ? null : cutoffsFrom(row.cutoffs),
    invalidations: row.invalidations,
  };
};

const begin = hotQuery<{ name: string; cutoffs: string }>(
  sqlite
    .insertInto('engine_runs')
    .values({ name: parameter('name'), cutoffs: parameter('cutoffs') })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet((row) => ({ business_date: null, settings: null, cutoffs: row.ref('excluded.cutoffs') })),
    ),
);

/** From here on every single fact is judged by the new cut-offs too. Until the run is finished none counts as current. */
export const beginRun = (database: StoreDatabase, cutoffs: Cutoffs): void => {
  begin.run(database, { name: NAME, cutoffs: JSON.stringify(cutoffs) });
};

const finish = hotQuery<{ name: string; date: LocalDate; settings: string; at: Instant; invalidations: number }>(
  sqlite
    .updateTable('engine_runs')
    .set({
      business_date: parameter<LocalDate>('date'),
      settings: parameter<string>('settings'),
      finished_at: parameter<Instant>('at'),
    })
    .where('name', '=', parameter<string>('name'))
    .where('invalidations', '=', parameter<number>('invalidations')),
);

/** Marks the run as what holds, unless a bulk change came in since it read the store. Returns whether it holds. */
export const finishRun = (
  database: StoreDatabase,
  run: { date: LocalDate; settings: string; invalidations: number; at: Instant },
): boolean => finish.run(database, { name: NAME, ...run }) > 0;

/**
 * After a bulk change that judged nobody (an import, its undo, the demo shop, a restore): the next `engine.refresh` judges everyone, looks at everybody's tier,
 * and a run under way does not count. Call it in the transaction of the change.
 */
export const invalidateRun = (database: StoreDatabase): void => {
  plainRun(
    database,
    `INSERT INTO engine_runs (name, invalidations) VALUES (@name, 1)
     ON CONFLICT (name) DO UPDATE SET business_date = NULL, settings = NULL, invalidations = invalidations + 1`,
    { name: NAME },
  );
  beginTierRun(database);
};
