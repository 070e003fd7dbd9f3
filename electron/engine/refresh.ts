import { setImmediate } from 'node:timers/promises';
import type { OutputOf } from '../../shared/contract.ts';
import type { Basis } from '../../shared/domain/reminders/types.ts';
import { readRun } from '../store/engine.ts';
import { countAllCustomers, idsAfter } from '../store/engineFacts.ts';
import { snapshot } from '../store/snapshot.ts';
import { basisOf, judgingSettings } from './basis.ts';
import { differencesBetween, shopCutoffs } from './everyone.ts';
import type { BegunRun, ChangedJudgement, EngineContext, FinishedRun, JudgementBatch } from './types.ts';

export interface RunContext extends EngineContext {
  progress(phase: string, done: number, total: number | null): void;
  throwIfCancelled(): void;
}

/** The writer's side of a run: each call is one transaction there. */
export interface RunWriter {
  begin(run: BegunRun): Promise<unknown>;
  apply(batch: JudgementBatch): Promise<{ applied: number }>;
  /** Whether the run holds: false when a bulk change came in since it began. */
  finish(run: FinishedRun): Promise<{ holds: boolean }>;
}

/** Customers read together, and changes written together: neither keeps a thread for long. */
const CUSTOMERS_A_READ = 500;
const CHANGES_A_WRITE = 400;
/** A bulk change during a run makes another run necessary; so often at once. */
const MAXIMUM_RUNS = 3;

const judgeEveryone = async (
  context: RunContext,
  writer: RunWriter,
  basis: Basis,
  total: number,
): Promise<{ judged: number; changed: number }> => {
  const { database } = context;
  let judged = 0;
  let changed = 0;
  let pending: ChangedJudgement[] = [];
  const write = async (): Promise<void> => {
    if (pending.length === 0) return;
    const customers = pending;
    pending = [];
    changed += (await writer.apply({ customers })).applied;
  };
  for (let after = ''; ;) {
    context.throwIfCancelled();
    const read = snapshot(database, () => {
      const ids = idsAfter(database, after, CUSTOMERS_A_READ);
      const [from, to] = [ids[0], ids.at(-1)];
      if (from === undefined || to === undefined) return null;
      return { to, count: ids.length, changes: differencesBetween(database, basis, { from, to }) };
    });
    if (read === null) break;
    after = read.to;
    judged += read.count;
    pending.push(...read.changes);
    if (pending.length >= CHANGES_A_WRITE) await write();
    context.progress('judging', Math.min(judged, total), total);
    await setImmediate();
  }
  await write();
  context.progress('judging', total, total);
  return { judged, changed };
};

const run = async (context: RunContext, writer: RunWriter, isForced: boolean): Promise<OutputOf<'engine.refresh'>> => {
  const { database } = context;
  let result = { judged: 0, changed: 0 };
  for (let runs = 0; runs < MAXIMUM_RUNS; runs += 1) {
    const date = context.today();
    const settings = context.settings();
    const judgedBy = judgingSettings(settings);
    const known = readRun(database);
    const isCurrent = known.date === date && known.settings === judgedBy;
    if (isCurrent && !(isForced && runs === 0)) return { date, ...result, wasCurrent: runs === 0 };
    context.progress('cutoffs', 0, null);
    const { cutoffs, invalidations, total } = snapshot(database, () => ({
      cutoffs: shopCutoffs(database, settings, date),
      invalidations: readRun(database).invalidations,
      total: countAllCustomers(database),
    }));
    await writer.begin({ cutoffs });
    result = await judgeEveryone(context, writer, basisOf(date, settings, { cutoffs }), total);
    const finished = await writer.finish({ date, settings: judgedBy, invalidations, changed: result.changed });
    if (finished.holds) return { date, ...result, wasCurrent: false };
  }
  return { date: context.today(), ...result, wasCurrent: false };
};

let running: Promise<unknown> = Promise.resolve();

/**
 * Brings everyone's classes, reminders and places on the list to today: computes the cut-offs, judges all customers by them in
 * chunks, and writes only what differs. Does nothing when the last run was of this day and these settings and no bulk change came
 * since. Two at once run one after the other. Errors: cancelled.
 */
export const refreshEveryone = (
  context: RunContext,
  writer: RunWriter,
  isForced: boolean,
): Promise<OutputOf<'engine.refresh'>> => {
  const mine = running.then(() => run(context, writer, isForced));
  running = mine.catch(() => undefined);
  return mine;
};
