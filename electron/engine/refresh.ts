import type { OutputOf } from '../../shared/contract.ts';
import { readRun } from '../store/engine.ts';
import { countAllCustomers } from '../store/engineFacts.ts';
import { ownRulesOn } from '../store/reminderRules.ts';
import { snapshot } from '../store/snapshot.ts';
import { basisOf, judgingSettings } from './basis.ts';
import { inChunks } from './chunks.ts';
import { differencesBetween, shopCutoffs } from './everyone.ts';
import type { BegunRun, FinishedRun, JudgementBatch, RunContext } from './types.ts';

/** The writer's side of a run: each call is one transaction there. */
export interface RunWriter {
  begin(run: BegunRun): Promise<unknown>;
  apply(batch: JudgementBatch): Promise<{ applied: number }>;
  /** Whether the run holds: false when a bulk change came in since it began. */
  finish(run: FinishedRun): Promise<{ holds: boolean }>;
}

/** A bulk change during a run makes another run necessary; so often at once. */
const MAXIMUM_RUNS = 3;

const run = async (context: RunContext, writer: RunWriter, isForced: boolean): Promise<OutputOf<'engine.refresh'>> => {
  const { database } = context;
  let result = { judged: 0, changed: 0 };
  for (let runs = 0; runs < MAXIMUM_RUNS; runs += 1) {
    const date = context.today();
    const settings = context.settings();
    const rules = ownRulesOn(database);
    const judgedBy = judgingSettings(settings, rules);
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
    const basis = basisOf(date, settings, { cutoffs }, rules);
    result = await inChunks(context, {
      phase: 'judging',
      total,
      differences: (ids) => {
        const [from, to] = [ids[0], ids.at(-1)];
        return from === undefined || to === undefined ? [] : differencesBetween(database, basis, { from, to });
      },
      write: (customers) => writer.apply({ customers }),
    });
    const finished = await writer.finish({ date, settings: judgedBy, invalidations, changed: result.changed });
    if (finished.holds) return { date, ...result, wasCurrent: false };
  }
  return { date: context.today(), ...result, wasCurrent: false };
};

let running: Promise<unknown> = Promise.resolve();

/**
 * Brings everyone's classes, reminders and places on the list to today: computes the cut-offs, judges all customers by them in
 * chunks, and writes only what differs. Does nothing when the last run was of this day, these settings and rules and no bulk change came
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
