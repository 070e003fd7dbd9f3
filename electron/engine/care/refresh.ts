import { countAllCustomers } from '../../store/engineFacts.ts';
import { readCareRun } from '../../store/careRun.ts';
import type { CareRun } from '../../store/careRun.ts';
import { isAnybodyDue, listDue } from '../../store/careDue.ts';
import { readRun } from '../../store/engine.ts';
import { snapshot } from '../../store/snapshot.ts';
import { inChunks } from '../chunks.ts';
import { careBasisOf, careSettings, findCrowds } from './basis.ts';
import { careDifferences } from './judge.ts';
import type { ChangedCare } from './judge.ts';
import type { BegunCareRun, FinishedRun, RunContext } from '../types.ts';

/** The writer's side of a run: each call is one transaction there. */
export interface CareWriter {
  begin(run: BegunCareRun): Promise<unknown>;
  apply(batch: { readonly customers: readonly ChangedCare[] }): Promise<{ applied: number }>;
  finish(run: FinishedRun): Promise<unknown>;
}

/** Whether everyone's score and anomalies are those of this day, these settings, and every change so far. */
const isCurrent = ({ database, today, settings }: RunContext, known: CareRun): boolean =>
  known.date === today() &&
  known.settings === careSettings(settings()) &&
  known.invalidations === readRun(database).invalidations &&
  !isAnybodyDue(database);

/** When more than one in so many is due, going over everyone in the order of the file is no slower. */
const FEW = 4;
/** Those whose day has come live all over the file: each is some pages to write. */
const CHANGES_A_WRITE = 50;

const run = async (context: RunContext, writer: CareWriter, isForced: boolean): Promise<number> => {
  const { database } = context;
  const known = readCareRun(database);
  if (!isForced && isCurrent(context, known)) return 0;
  const date = context.today();
  const settings = careSettings(context.settings());
  const isOverEveryone = isForced || known.settings !== settings;
  const { crowds, invalidations, total } = snapshot(database, () => ({
    crowds: findCrowds(database),
    invalidations: readRun(database).invalidations,
    total: countAllCustomers(database),
  }));
  await writer.begin({ crowds, isOverEveryone });
  const due = isOverEveryone ? null : listDue(database, date);
  const ids = due !== null && due.length * FEW < total ? due : undefined;
  const basis = careBasisOf(date, context.settings(), { crowds });
  const { changed } = await inChunks(context, {
    phase: 'checking',
    changesAWrite: CHANGES_A_WRITE,
    total: ids?.length ?? total,
    ...(ids === undefined ? {} : { ids }),
    differences: (some) => careDifferences(database, basis, some),
    write: (customers) => writer.apply({ customers }),
  });
  await writer.finish({ date, settings, invalidations, changed });
  return changed;
};

let running: Promise<unknown> = Promise.resolve();

/**
 * Brings everyone's score and anomalies (R185, R186) to today: finds crowded birthdays and spellings of regions, checks by them, in chunks,
 * those whose facts changed and those whose day has come, and writes only what differs. Goes over everyone when the shop's rules changed,
 * at the first run, and when forced. Does nothing when the last run still holds. Two at once run one after the other. Returns how many
 * changed. Errors: cancelled.
 */
export const refreshCare = (context: RunContext, writer: CareWriter, isForced: boolean): Promise<number> => {
  const mine = running.then(() => run(context, writer, isForced));
  running = mine.catch(() => undefined);
  return mine;
};
