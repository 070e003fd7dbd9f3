import { setImmediate } from 'node:timers/promises';
import { countAllCustomers, idsAfter } from '../../store/engineFacts.ts';
import { readCareRun } from '../../store/careRun.ts';
import type { Crowds } from '../../store/careRun.ts';
import { readRun } from '../../store/engine.ts';
import { snapshot } from '../../store/snapshot.ts';
import type { RunContext } from '../refresh.ts';
import { careBasisOf, careSettings, findCrowds } from './basis.ts';
import { careDifferences } from './judge.ts';
import type { ChangedCare } from './judge.ts';
import type { FinishedRun } from '../types.ts';

/** The writer's side of a run: each call is one transaction there. */
export interface CareWriter {
  begin(crowds: Crowds): Promise<unknown>;
  apply(batch: { readonly customers: readonly ChangedCare[] }): Promise<{ applied: number }>;
  finish(run: FinishedRun): Promise<unknown>;
}

const CUSTOMERS_A_READ = 500;
const CHANGES_A_WRITE = 400;

/** Whether everyone's score and anomalies are those of this day, these settings, and every bulk change so far. */
const isCurrent = ({ database, today, settings }: RunContext): boolean => {
  const known = readCareRun(database);
  return (
    known.date === today() &&
    known.settings === careSettings(settings()) &&
    known.invalidations === readRun(database).invalidations
  );
};

const checkEveryone = async (context: RunContext, writer: CareWriter, crowds: Crowds, total: number): Promise<number> => {
  const { database } = context;
  const basis = careBasisOf(context.today(), context.settings(), { crowds });
  let checked = 0;
  let changed = 0;
  let pending: ChangedCare[] = [];
  const write = async (): Promise<void> => {
    const customers = pending;
    pending = [];
    if (customers.length > 0) changed += (await writer.apply({ customers })).applied;
  };
  for (let after = ''; ;) {
    context.throwIfCancelled();
    const read = snapshot(database, () => {
      const ids = idsAfter(database, after, CUSTOMERS_A_READ);
      const [from, to] = [ids[0], ids.at(-1)];
      if (from === undefined || to === undefined) return null;
      return { to, count: ids.length, changes: careDifferences(database, basis, { from, to }) };
    });
    if (read === null) break;
    after = read.to;
    checked += read.count;
    pending.push(...read.changes);
    if (pending.length >= CHANGES_A_WRITE) await write();
    context.progress('checking', Math.min(checked, total), total);
    await setImmediate();
  }
  await write();
  return changed;
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
  const changed = await checkEveryone(context, writer, crowds, total);
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
