import { keptReasonSchema } from '../../shared/contract/callbacks.ts';
import type { Reason } from '../../shared/contract/callbacks.ts';
import { reasonOn } from '../../shared/domain/reminders/reasons.ts';
import { reminderRules } from '../../shared/domain/reminders/types.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import type { StoreDatabase } from '../store/database.ts';
import { rememberClasses } from '../store/classChanges.ts';
import { readRun } from '../store/engine.ts';
import { countUpRevision, keepClasses, keepQueue, keepReminders, remindersBetween } from '../store/judgements.ts';
import type { ReminderRow } from '../store/judgements.ts';
import { ownRulesOn } from '../store/reminderRules.ts';
import { basisOf } from './basis.ts';
import { differencesBetween } from './everyone.ts';
import type { ChangedJudgement, EngineContext } from './types.ts';

/** Writes what a judgement changes, as of a day. */
export const keepJudgement = (database: StoreDatabase, change: ChangedJudgement, on: LocalDate): void => {
  const { customerId, classes, reminders, queue } = change;
  if (classes !== undefined) {
    keepClasses(database, customerId, classes);
    rememberClasses(database, customerId, on, classes);
  }
  if (reminders !== undefined) keepReminders(database, customerId, reminders);
  if (queue !== undefined) keepQueue(database, customerId, queue);
};

/**
 * Judges one customer anew after a fact, in the transaction of the fact: classes, reminders and place on the list, by the cut-offs of
 * the latest run. Equal to what a run over everyone with the same cut-offs would store. Call `refreshSummary` first.
 */
export const judgeCustomer = ({ database, today, settings }: EngineContext, customerId: CustomerId): void => {
  const basis = basisOf(today(), settings(), readRun(database), ownRulesOn(database));
  // A run under way may hold a judgement made before this fact: the revision tells it apart.
  countUpRevision(database, customerId);
  for (const change of differencesBetween(database, basis, { from: customerId, to: customerId }))
    keepJudgement(database, change, basis.today);
};

const parsed = (text: string): unknown => JSON.parse(text);

/** A stored reminder with the figures of today. */
export const reasonOfRow = (row: ReminderRow, today: LocalDate): Reason =>
  reasonOn(keptReasonSchema.parse({ rule: row.rule, params: parsed(row.params) }), today);

const strongestFirst = (left: ReminderRow, right: ReminderRow): number =>
  reminderRules.indexOf(left.rule) - reminderRules.indexOf(right.rule) ||
  right.weight - left.weight ||
  (left.occurrence < right.occurrence ? -1 : 1);

/** One customer's reminders that no call has settled, strongest first. */
export const openReminders = (database: StoreDatabase, customerId: CustomerId): ReminderRow[] =>
  remindersBetween(database, { from: customerId, to: customerId })
    .filter((row) => row.closed_by === null)
    .sort(strongestFirst);

/** Why one customer should be called, strongest first, with the figures of today. Empty when nothing calls for it. */
export const openReasons = ({ database, today }: Pick<EngineContext, 'database' | 'today'>, customerId: CustomerId): Reason[] =>
  openReminders(database, customerId).map((row) => reasonOfRow(row, today()));
