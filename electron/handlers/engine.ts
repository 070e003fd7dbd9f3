import { refreshCare } from '../engine/care/refresh.ts';
import { judgeCustomer, keepJudgement } from '../engine/judge.ts';
import { refreshEveryone } from '../engine/refresh.ts';
import type { ChangedJudgement, JudgementBatch } from '../engine/types.ts';
import { beginRun, finishRun } from '../store/engine.ts';
import { summaryRevision } from '../store/judgements.ts';
import { tidyUp } from './bin.ts';
import type { StoreContext, StudiesOf } from './context.ts';
import { issueBirthdayCoupons } from './coupons/occasions.ts';
import type { InternalCommands } from './internal.ts';
import { expirePoints } from './loyalty/expire.ts';
import { releasePoints } from './loyalty/pending.ts';
import { giveDueMemberships } from './memberships/grants.ts';
import { giveDueParts } from './storedValue/giftParts.ts';
import { goOnWithTiers, reviewTiers } from './tiers/climb.ts';

export const engineStudies: StudiesOf<'engine'> = {
  'engine.refresh': async (context, { force }) => {
    const judged = await refreshEveryone(
      context,
      {
        begin: (run) => context.write('engine.beginRun', run),
        apply: (batch) => context.write('engine.applyJudgements', batch),
        finish: (run) => context.write('engine.finishRun', run),
      },
      force,
    );
    // Whom to call comes first: nobody waits for it until everyone's data is checked too.
    await refreshCare(
      context,
      {
        begin: (run) => context.write('care.beginRun', run),
        apply: (batch) => context.write('care.applyChecks', batch),
        finish: (run) => context.write('care.finishRun', run),
      },
      force,
    );
    for (let isMore = true; isMore; isMore = (await context.write('engine.tidyUp', null)).isMore) context.throwIfCancelled();
    return judged;
  },
};

/** A customer whose facts changed since the engine read them is judged anew here, by the cut-offs of the run under way. */
const apply = (context: StoreContext, change: ChangedJudgement): void => {
  const { customerId, revision } = change;
  if (revision !== null && summaryRevision(context.database, customerId) === revision)
    keepJudgement(context.database, change, context.today());
  else judgeCustomer(context, customerId);
};

type EngineInternal = {
  readonly [Name in Extract<keyof InternalCommands, `engine.${string}`>]: (
    context: StoreContext,
    input: InternalCommands[Name]['input'],
  ) => InternalCommands[Name]['output'];
};

export const engineInternal: EngineInternal = {
  'engine.tidyUp': (context) => {
    const chores = [
      tidyUp(context),
      releasePoints(context),
      expirePoints(context),
      giveDueParts(context),
      giveDueMemberships(context),
      reviewTiers(context),
      goOnWithTiers(context),
      issueBirthdayCoupons(context),
    ];
    return { isMore: chores.some(({ isMore }) => isMore) };
  },
  'engine.beginRun': ({ database }, { cutoffs }) => {
    beginRun(database, cutoffs);
    return null;
  },
  'engine.applyJudgements': (context, { customers }: JudgementBatch) => {
    for (const change of customers) apply(context, change);
    return { applied: customers.length };
  },
  'engine.finishRun': (context, { date, settings, invalidations, changed }) => {
    const holds = finishRun(context.database, { date, settings, invalidations, at: context.now() });
    if (changed > 0) context.changed(['customers', 'segments', 'callbacks']);
    return { holds };
  },
};
