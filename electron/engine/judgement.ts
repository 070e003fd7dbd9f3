import { hiddenUntil, triedSoFar } from '../../shared/domain/reminders/history.ts';
import type { TriedReminder } from '../../shared/domain/reminders/history.ts';
import { isCompanion, remindersOf } from '../../shared/domain/reminders/rules.ts';
import type { Basis } from '../../shared/domain/reminders/types.ts';
import { scoreOf } from '../../shared/domain/reminders/weight.ts';
import { classify } from '../../shared/domain/segments/classes.ts';
import { callbackId } from '../../shared/types/ids.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import type { ClassesRow, QueueRow, ReminderRow } from '../store/judgements.ts';
import type { CustomerRecord } from './records.ts';
import type { ChangedJudgement, Judgement } from './types.ts';

const classesRow = ({ customerId, facts }: CustomerRecord, basis: Basis): ClassesRow => {
  const classes = classify(facts, basis.cutoffs, basis.settings, basis.today);
  return {
    customer_id: customerId,
    as_of: basis.today,
    recency_score: classes.scores.recency,
    frequency_score: classes.scores.frequency,
    money_score: classes.scores.money,
    rfm: classes.rfm,
    rfm8: classes.rfm8,
    value: classes.value,
    activity: classes.activity,
    is_dormant: classes.isDormant ? 1 : 0,
    lifecycle: classes.lifecycle,
    window_purchase_days: facts.windowPurchaseDays,
    window_spend_cents: facts.windowSpendCents,
    year_spend_cents: facts.yearSpendCents,
  };
};

const reminderRow = (customerId: CustomerId, { reminder, attempts, closedBy }: TriedReminder): ReminderRow => ({
  customer_id: customerId,
  rule: reminder.rule,
  occurrence: reminder.occurrence,
  due_on: reminder.dueOn,
  params: JSON.stringify(reminder.params),
  weight: reminder.weight,
  attempts,
  closed_by: closedBy === null ? null : callbackId(closedBy),
});

const inStoredOrder = (left: ReminderRow, right: ReminderRow): number =>
  left.rule === right.rule ? (left.occurrence < right.occurrence ? -1 : 1) : left.rule < right.rule ? -1 : 1;

const queueRow = (record: CustomerRecord, tried: readonly TriedReminder[], basis: Basis): QueueRow | null => {
  const open = tried.filter(({ closedBy }) => closedBy === null).map(({ reminder }) => reminder);
  if (!record.isCallable || open.length === 0) return null;
  const promise = open.find(({ rule }) => rule === 'promised');
  return {
    customer_id: record.customerId,
    promised_at: promise?.rule === 'promised' ? promise.params.at : null,
    hidden_until: hiddenUntil(record.calls, basis.settings),
    score: scoreOf(open.map(({ weight }) => weight)),
    judged_on: basis.today,
  };
};

/** Classes, reminders and place in the queue of one customer: a pure function of the record and the basis. */
export const judge = (record: CustomerRecord, basis: Basis): Judgement => {
  if (record.isOut) return { classes: null, reminders: [], queue: null };
  const all = remindersOf(record.facts, basis).map((reminder) => triedSoFar(reminder, record.calls, record.lastVisitOn));
  const isCalled = all.some(({ reminder, closedBy }) => closedBy === null && !isCompanion(reminder.rule));
  // What only goes along does not stay behind when the cause is settled.
  const tried = all.filter(({ reminder, closedBy }) => isCalled || closedBy !== null || !isCompanion(reminder.rule));
  return {
    classes: classesRow(record, basis),
    reminders: tried.map((each) => reminderRow(record.customerId, each)).sort(inStoredOrder),
    queue: queueRow(record, tried, basis),
  };
};

/** What is said is compared, not the day on which it was first said. */
const isSame = <Row extends object>(left: Row | null | undefined, right: Row | null | undefined, except?: keyof Row): boolean => {
  if (!left || !right) return !left && !right;
  for (const name in left) if (name !== except && left[name] !== right[name]) return false;
  return true;
};

/** The parts of a judgement that are not stored yet; null when all of it is. */
export const differenceOf = (
  record: Pick<CustomerRecord, 'customerId' | 'revision'>,
  judged: Judgement,
  stored: Judgement,
): ChangedJudgement | null => {
  const { classes, reminders, queue } = judged;
  const sameClasses = isSame(classes, stored.classes, 'as_of');
  const sameReminders =
    reminders.length === stored.reminders.length && reminders.every((row, index) => isSame(row, stored.reminders[index]));
  const sameQueue = isSame(queue, stored.queue, 'judged_on');
  if (sameClasses && sameReminders && sameQueue) return null;
  return {
    customerId: record.customerId,
    revision: record.revision,
    ...(sameClasses ? {} : { classes }),
    ...(sameReminders ? {} : { reminders }),
    ...(sameQueue ? {} : { queue }),
  };
};
