import { keepChangedCare, judgeCustomerCare } from '../engine/care/judge.ts';
import type { ChangedCare } from '../engine/care/judge.ts';
import { addBearersOfChanged, addSharersOfDue } from '../store/careDue.ts';
import { beginCareRun, finishCareRun, readCareRun } from '../store/careRun.ts';
import { summaryRevision } from '../store/judgements.ts';
import { careChecks } from './care/checks.ts';
import { careMarks } from './care/marks.ts';
import { careReading } from './care/reading.ts';
import type { HandlersOf, StoreContext } from './context.ts';
import type { InternalCommands } from './internal.ts';

export const careHandlers: HandlersOf<'care'> = { ...careReading, ...careMarks, ...careChecks };

/** A customer whose facts changed since the engine read them is checked anew here. */
const apply = (context: StoreContext, change: ChangedCare): void => {
  const { customerId, revision } = change;
  if (revision !== null && summaryRevision(context.database, customerId) === revision) keepChangedCare(context.database, change);
  else judgeCustomerCare(context, customerId);
};

type CareInternal = {
  readonly [Name in Extract<keyof InternalCommands, `care.${string}`>]: (
    context: StoreContext,
    input: InternalCommands[Name]['input'],
  ) => InternalCommands[Name]['output'];
};

export const careInternal: CareInternal = {
  'care.beginRun': ({ database }, { crowds, isOverEveryone }) => {
    const { crowds: former } = readCareRun(database);
    beginCareRun(database, crowds, isOverEveryone);
    if (!isOverEveryone) {
      addBearersOfChanged(database, former, crowds);
      addSharersOfDue(database);
    }
    return null;
  },
  'care.applyChecks': (context, { customers }) => {
    for (const change of customers) apply(context, change);
    return { applied: customers.length };
  },
  'care.finishRun': (context, { date, settings, invalidations, changed }) => {
    finishCareRun(context.database, { date, settings, invalidations, at: context.now() });
    if (changed > 0) context.changed(['care']);
    return null;
  },
};
