import { addDays, addMonths, businessDate, daysBetween } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';
import { birthdayOptionsOf, nextCelebration, nextOccasion, turningOn } from '../birthdays.ts';
import { daysSince, isDormantSince, overdueLimit, valueClassOf } from '../segments/classes.ts';
import { EXPIRED_LIST_DAYS, dueFrom } from '../things/expiring.ts';
import { withoutSnoozed } from './snoozes.ts';
import { debt, isAnsweredByBooking, lapsing, missed, waiting } from './value.ts';
import { ownDueOn } from './own/own.ts';
import { quarterOf } from '../care/quarter.ts';
import type { Basis, Reminder, ReminderFacts, ReminderRule, RunningOut, YearlyDate } from './types.ts';
import { remind } from './remind.ts';

/** A follow-up that could not be made within so many days is no longer one. */
export const FOLLOW_UP_WINDOW_DAYS = 7;

/** The customer's own time wins: it stands until a call has been made at or after it, however long that takes. */
const promised = (facts: ReminderFacts, basis: Basis): Reminder[] => {
  if (facts.promise === null) return [];
  const { callbackId, at, note } = facts.promise;
  const dueOn = businessDate(at, basis.settings.timeZone, basis.settings.dayTurnHour);
  return [remind({ rule: 'promised', params: { at, note } }, facts, basis, { occurrence: callbackId, dueOn })];
};

/** The day itself makes the occurrence, so that a wish is not sent twice a year; a date without a name cannot be worded. */
const celebrated = (facts: ReminderFacts, basis: Basis, yearly: YearlyDate): Reminder[] => {
  const { date, kind, label } = yearly;
  const options = birthdayOptionsOf(basis.settings);
  const once = yearly.isYearly ? null : nextOccasion(yearly, basis.today, options);
  const celebration = yearly.isYearly
    ? nextCelebration(date, basis.today, options)
    : once === null || date.year === null
      ? null
      : { on: once, year: date.year };
  if (celebration === null || date.month === null || date.day === null || (kind !== 'birthday' && label === '')) return [];
  const ahead = yearly.leadDays ?? basis.settings.birthdayAheadDays;
  const dueOn = addDays(celebration.on, -ahead);
  if (dueOn > basis.today) return [];
  const { calendar, month, day, isLeapMonth } = date;
  const params = {
    on: celebration.on,
    calendar,
    month,
    day,
    isLeapMonth,
    turning: kind === 'birthday' ? turningOn(date, celebration) : null,
    label: kind === 'birthday' ? null : label,
  };
  const occurrence = kind === 'birthday' ? celebration.on : `${celebration.on} ${yearly.id}`;
  return [remind({ rule: 'birthday', params }, facts, basis, { occurrence, dueOn })];
};

const birthday = (facts: ReminderFacts, basis: Basis): Reminder[] =>
  facts.dates.flatMap((yearly) => celebrated(facts, basis, yearly));

/** What ran out presses more than what still holds. */
const PAST_PRESSURE = 1.5;

/** The day itself makes the occurrence: renewed, it is another one. Long past, it is left to the card. */
const runningOut = (facts: ReminderFacts, basis: Basis, fact: RunningOut): Reminder[] => {
  const { id, kind, label, thingName, validUntil } = fact;
  const { today, settings } = basis;
  const dueOn = dueFrom(validUntil, fact.leadDays ?? settings.expiringLeadDays[kind]);
  if (dueOn > today || daysBetween(validUntil, today) > EXPIRED_LIST_DAYS) return [];
  const pressure = today > validUntil ? PAST_PRESSURE : 1;
  const params = { factId: id, kind, label, thingName, validUntil };
  return [remind({ rule: 'expiring', params }, facts, basis, { occurrence: `${validUntil} ${id}`, dueOn, pressure })];
};

const expiring = (facts: ReminderFacts, basis: Basis): Reminder[] =>
  facts.expiring.flatMap((fact) => runningOut(facts, basis, fact));

/** Whether a follow-up to a purchase on that day belongs on today's list. */
export const isFollowUpTime = (purchaseOn: LocalDate | null, afterDays: number, today: LocalDate): boolean => {
  if (purchaseOn === null) return false;
  const days = daysBetween(purchaseOn, today);
  return days >= afterDays && days < afterDays + FOLLOW_UP_WINDOW_DAYS;
};

const followUp = (facts: ReminderFacts, basis: Basis): Reminder[] => {
  const { lastPurchaseOn: visitOn, lastPurchase } = facts;
  const { followUpAfterDays } = basis.settings;
  if (visitOn === null || lastPurchase === null || !isFollowUpTime(visitOn, followUpAfterDays, basis.today)) return [];
  const params = { visitOn, ...lastPurchase, isFirstVisit: facts.firstVisitOn === visitOn };
  return [
    remind({ rule: 'follow_up', params }, facts, basis, { occurrence: visitOn, dueOn: addDays(visitOn, followUpAfterDays) }),
  ];
};

/** The shop's own rules, each switched on and off by itself. */
const own = (facts: ReminderFacts, basis: Basis): Reminder[] => {
  const { rules, settings, today, cutoffs } = basis;
  if (rules.length === 0) return [];
  const value = valueClassOf(facts.yearSpendCents, cutoffs);
  return ownDueOn(facts, value, rules, today, birthdayOptionsOf(settings)).map(({ reason, occurrence, dueOn }) =>
    remind({ rule: 'own', params: reason }, facts, basis, { occurrence, dueOn }),
  );
};

/** Late by the own rhythm, or by the shop's with 2 or 3 purchase days; from the dormant limit on that rule takes over. */
const overdue = (facts: ReminderFacts, basis: Basis): Reminder[] => {
  const { lastPurchaseOn: lastOn } = facts;
  const limit = overdueLimit(facts, basis.cutoffs);
  if (lastOn === null || limit === null || isDormantSince(lastOn, basis.settings.dormantMonths, basis.today)) return [];
  const gap = daysSince(lastOn, basis.today);
  if (gap <= limit.days) return [];
  const rhythmDays = limit.basis === 'own' ? facts.rhythmDays : basis.cutoffs.shopRhythmDays;
  const params = {
    lastOn,
    rhythmDays: rhythmDays ?? limit.days,
    overdueAfterDays: limit.days,
    basis: limit.basis,
    purchaseDays: facts.purchaseDayCount,
  };
  return [
    remind({ rule: 'overdue', params }, facts, basis, {
      occurrence: lastOn,
      dueOn: addDays(lastOn, Math.floor(limit.days) + 1),
      // From 1 at the limit towards 2 the longer they stay away.
      pressure: 2 - Math.max(1, limit.days) / Math.max(1, gap),
    }),
  ];
};

/** The first day on which a purchase on `day` lies more than so many calendar months back. */
const firstDayBeyond = (day: LocalDate, months: number): LocalDate => {
  let found = addDays(addMonths(day, months), 1);
  // Months of different length: 28 Feb is within six months up to 31 Aug.
  while (addMonths(found, -months) <= day) found = addDays(found, 1);
  return found;
};

/** Thousands of customers bought last on the same few hundred days. */
const dormantFrom = new Map<string, LocalDate>();
const REMEMBERED_DAYS = 5000;

const dormantDue = (day: LocalDate, months: number): LocalDate => {
  const key = `${day} ${months}`;
  const known = dormantFrom.get(key);
  if (known !== undefined) return known;
  if (dormantFrom.size >= REMEMBERED_DAYS) dormantFrom.clear();
  const found = firstDayBeyond(day, months);
  dormantFrom.set(key, found);
  return found;
};

const dormant = (facts: ReminderFacts, basis: Basis): Reminder[] => {
  const { lastPurchaseOn: lastOn, spendCents } = facts;
  const { dormantMonths, giveUpMonths } = basis.settings;
  if (lastOn === null || !isDormantSince(lastOn, dormantMonths, basis.today)) return [];
  if (isDormantSince(lastOn, giveUpMonths, basis.today)) return [];
  const dueOn = dormantDue(lastOn, dormantMonths);
  return [remind({ rule: 'dormant', params: { lastOn, spendCents } }, facts, basis, { occurrence: lastOn, dueOn })];
};

/** No contact of any kind for longer than the value class allows (R100). */
const silence = (facts: ReminderFacts, basis: Basis): Reminder[] => {
  const { lastInteractionOn: lastOn } = facts;
  const { silenceHighDays, silenceMiddleDays, silenceLowDays } = basis.settings;
  const value = valueClassOf(facts.yearSpendCents, basis.cutoffs);
  const limitDays = { high: silenceHighDays, middle: silenceMiddleDays, low: silenceLowDays }[value];
  if (lastOn === null || limitDays === 0 || daysSince(lastOn, basis.today) <= limitDays) return [];
  const params = { lastOn, limitDays, value };
  return [remind({ rule: 'silence', params }, facts, basis, { occurrence: lastOn, dueOn: addDays(lastOn, limitDays + 1) })];
};

/**
 * Facts nobody has confirmed since the quarter began are asked about when the customer is called anyway (R183): no reason to call by itself.
 * The quarter makes the occurrence, so that nobody is asked twice in one. Whoever was entered in this quarter has just been asked.
 */
const dataCheck = (facts: ReminderFacts, basis: Basis): Reminder[] => {
  const { enteredAt, confirmedOn } = facts;
  const { name: quarter, firstDay } = quarterOf(basis.today);
  if (confirmedOn !== null && confirmedOn >= firstDay) return [];
  if (businessDate(enteredAt, basis.settings.timeZone, basis.settings.dayTurnHour) >= firstDay) return [];
  const reason = { rule: 'data_check', params: { quarter, lastOn: confirmedOn } } as const;
  return [remind(reason, facts, basis, { occurrence: quarter, dueOn: firstDay })];
};

/** Whether a rule only goes along with another one that calls. */
export const isCompanion = (rule: ReminderRule): boolean => rule === 'data_check';

/**
 * Every reason to call one customer that stands today, in the order of the rules. Depends on nothing but the facts and the
 * basis: run twice, after three weeks of holiday, or for one customer alone, it says the same.
 */
export const remindersOf = (facts: ReminderFacts, basis: Basis): readonly Reminder[] => {
  const chosen = basis.settings.reminderRules;
  const causes = withoutSnoozed(facts, basis.today, [
    ...promised(facts, basis),
    ...(chosen.birthday ? birthday(facts, basis) : []),
    ...(chosen.missed ? missed(facts, basis) : []),
    ...(chosen.lapsing ? lapsing(facts, basis) : []),
    ...(chosen.debt ? debt(facts, basis) : []),
    ...(chosen.waiting ? waiting(facts, basis) : []),
    ...(chosen.expiring ? expiring(facts, basis) : []),
    ...(chosen.follow_up ? followUp(facts, basis) : []),
    ...own(facts, basis),
    ...(chosen.overdue ? overdue(facts, basis) : []),
    ...(chosen.dormant ? dormant(facts, basis) : []),
    ...(chosen.silence ? silence(facts, basis) : []),
  ]).filter(({ rule }) => !isAnsweredByBooking(facts, rule));
  return causes.length > 0 && chosen.data_check
    ? [...causes, ...withoutSnoozed(facts, basis.today, dataCheck(facts, basis))]
    : causes;
};
