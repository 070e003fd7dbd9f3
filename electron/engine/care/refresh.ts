import { countAllCustomers } from '../../store/engineFacts.ts';
import { readCareRun } from '../../store/careRun.ts';
import type { Crowds } from '../../../shared/contract/care.ts';
import { readRun } from '../../store/engine.ts';
import { snapshot } from '../../store/snapshot.ts';
import { inChunks } from '../chunks.ts';
import { careBasisOf, careSettings, findCrowds } from './basis.ts';
import { careDifferences } from './judge.ts';
import type { ChangedCare } from './judge.ts';
import type { FinishedRun, RunContext } from '../types.ts';

/** The writer's side of a run: each call is one transaction there. */
export interface CareWriter {
  begin(crowds: Crowds): Promise<unknown>;
  apply(batch: { readonly customers: readonly ChangedCare[] }): Promise<{ applied: number }>;
  finish(run: FinishedRun): Promise<unknown>;
}

/** Whether everyone's score and anomalies are those of this day, these settings, and every bulk change so far. */
const isCurrent = ({ database, today, settings }: RunContext): boolean => {
  const known = readCareRun(database);
  return (
    known.date === today() &&
    known.settings === careSettings(settings()) &&
    known.invalidations === readRun(database).invalidations
  );
};

const run = async (context: RunContext, writer: CareWriter, isForced: boolean): Promise<number> => {
  if (!isForced && isCurrent(context)) return 0;
  const { database } = context;
  const date = context.today();
  const settings = careSettings(context.settings());
  const { crowds, invalidations, total } = snapshot(database, () => ({
    crowds: findCrowds(database),
    invalidations: readRun(database).invalidations,
    total: countAllCustomers(database),
  }));
  await writer.begin(crowds);
  const basis = careBasisOf(date, context.settings(), { crowds });
  const { changed } = await inChunks(context, {
    phase: 'checking',
    total,
    differences: (range) => careDifferences(database, basis, range),
    write: (customers) => writer.apply({ customers }),
  });
  // A bulk change since then has another count: the next refresh sees it and runs again.
  await writer.finish({ date, settings, invalidations, changed });
  return changed;
};

let running: Promise<unknown> = Promise.resolve();

/**
 * Brings everyone's score and anomalies (R185, R186) to today: finds crowded birthdays and spellings of regions, checks all customers by
 * them in chunks, and writes only what differs. Does nothing when the last run still holds. Two at once run one after
 * the other. Returns how many changed. Errors: cancelled.
 */
export const refreshCare = (context: RunContext, writer: CareWriter, isForced: boolean): Promise<number> => {
  const mine = running.then(() => run(context, writer, isForced));
  running = mine.catch(() => undefined);
  return mine;
};
