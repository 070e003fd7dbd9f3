import { z } from 'zod';
import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { auditProblems, foreignKeyProblems, integrityProblems } from '../../store/audit.ts';
import { verifyAuditLog } from '../../store/auditVerify.ts';
import { findLastCheck, insertCheck } from '../../store/checks.ts';
import { snapshot } from '../../store/snapshot.ts';
import type { StoreContext, StudyContext } from '../context.ts';
import type { InternalCommands } from '../internal.ts';

const WEEK_MILLISECONDS = 7 * 24 * 60 * 60 * 1000;
const STEPS = 4;

/** A check of the future is of a clock told wrong: it counts for nothing. */
const isDue = ({ database, now }: StudyContext): boolean => {
  const last = findLastCheck(database);
  return last === undefined || last.at > now() || now() - last.at >= WEEK_MILLISECONDS;
};

const chainProblem = (context: StudyContext): string[] => {
  const { firstBreak } = snapshot(context.database, () => verifyAuditLog(context.database, context.throwIfCancelled));
  return firstBreak === null ? [] : [`audit log: ${firstBreak.what} at entry ${firstBreak.sequence}`];
};

/** Reads the whole store (R3). Throws db_corrupt when its pages are damaged: nothing is written to it any more, not even that. */
export const checkStore = async (
  context: StudyContext,
  { onlyIfDue }: HandlerInput<'backups.checkStore'>,
): Promise<OutputOf<'backups.checkStore'>> => {
  if (onlyIfDue && !isDue(context)) return { wasDue: false, problems: [] };
  const { database } = context;
  const step = <T>(done: number, work: () => T): T => {
    context.throwIfCancelled();
    context.progress('check', done, STEPS);
    return work();
  };
  const damage = step(0, () => integrityProblems(database));
  if (damage.length > 0) throw new AppError('db_corrupt', { problem: 'found', found: damage.slice(0, 3) });
  const problems = [
    ...step(1, () => foreignKeyProblems(database)),
    ...step(2, () => auditProblems(database)),
    ...step(3, () => chainProblem(context)),
  ];
  await context.write('backups.registerCheck', { problems });
  context.progress('check', STEPS, STEPS);
  return { wasDue: true, problems };
};

export const registerCheck = (
  context: StoreContext,
  { problems }: InternalCommands['backups.registerCheck']['input'],
): InternalCommands['backups.registerCheck']['output'] => {
  insertCheck(context.database, { id: context.newId(), at: context.now(), problems: JSON.stringify(problems) });
  context.changed(['backups'], []);
  return null;
};

const problemsSchema = z.array(z.string());

export const lastCheckOf = ({ database }: StoreContext): OutputOf<'backups.lastCheck'> => {
  const last = findLastCheck(database);
  return last ? { at: last.at, problems: problemsSchema.parse(JSON.parse(last.problems)) } : null;
};
