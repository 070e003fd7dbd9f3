import { calledReasonsSchema } from '../../shared/contract/callbacks.ts';
import type { PastCall } from '../../shared/domain/reminders/history.ts';
import { promiseOf } from '../../shared/domain/reminders/history.ts';
import { itemsText } from '../../shared/domain/reminders/items.ts';
import { MISSED_WINDOW_DAYS } from '../../shared/domain/reminders/value.ts';
import { isFollowUpTime } from '../../shared/domain/reminders/rules.ts';
import type { Basis, ReminderFacts, RunningOut, YearlyDate } from '../../shared/domain/reminders/types.ts';
import type { TradeFacts } from '../../shared/domain/segments/classes.ts';
import { cents } from '../../shared/types/amounts.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { addDays, businessDate } from '../../shared/types/time.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import type { StoreDatabase } from '../store/database.ts';
import { boughtOn, callsBetween, datesBetween, expiringBetween, factsBetween, unreachableBetween } from '../store/engineFacts.ts';
import type { CallRecord, CustomerFactsRow, YearlyDateRow } from '../store/engineFacts.ts';
import { bookedBetween, debtsBetween, lapsingBetween, missedBetween, waitingBetween } from '../store/engineValueFacts.ts';
import { snoozesBetween } from '../store/reminderSnoozes.ts';
import { tradeSumsBetween } from '../store/tradeSums.ts';
import type { IdRange, TradeSums } from '../store/tradeSums.ts';
import { limitsOf } from './basis.ts';
import { groupBy } from './groupBy.ts';
import { ownFactsIn } from './ownFacts.ts';
import type { OwnFacts } from './ownFacts.ts';

/** All that a judgement of one customer depends on, besides the basis. */
export interface CustomerRecord {
  readonly customerId: CustomerId;
  readonly revision: number | null;
  /** In the bin, merged away or inactive (X37): neither judged nor called. */
  readonly isOut: boolean;
  /** May be called at all: neither blocked nor not to be served, not given up, and not every number wrong. */
  readonly isCallable: boolean;
  readonly lastVisitOn: LocalDate | null;
  readonly facts: ReminderFacts;
  /** Oldest first. */
  readonly calls: readonly PastCall[];
}

const yearlyDate = (row: YearlyDateRow): YearlyDate => ({
  id: row.id,
  kind: row.kind,
  label: row.label,
  date: { calendar: row.calendar, year: row.year, month: row.month, day: row.day, isLeapMonth: row.is_leap_month === 1 },
  isYearly: row.is_yearly === 1,
  leadDays: row.lead_days,
});

/** A stored call as the rules read it. */
export const pastCall = (row: CallRecord): PastCall => ({
  id: row.id,
  businessDate: row.business_date,
  outcome: row.outcome,
  nextAttemptAt: row.next_attempt_at,
  note: row.note,
  reasons: calledReasonsSchema.parse(JSON.parse(row.reasons)),
});

/** Read only while a follow-up may be due: a handful of customers a day. */
const lastPurchaseOf = (database: StoreDatabase, row: CustomerFactsRow, basis: Basis): ReminderFacts['lastPurchase'] => {
  const on = row.last_purchase_on;
  if (on === null || !isFollowUpTime(on, basis.settings.followUpAfterDays, basis.today)) return null;
  const bought = boughtOn(database, row.id, on);
  const totals = new Map(bought.map((line) => [line.visit_id, line.total_cents]));
  const amount = [...totals.values()].reduce((sum, total) => sum + total, 0);
  return { items: itemsText(bought.flatMap(({ name }) => (name === null ? [] : [name]))), amountCents: cents(amount) };
};

const latest = (one: LocalDate | null, other: LocalDate | null): LocalDate | null =>
  one === null || (other !== null && other > one) ? other : one;

/** What the classes go by, from the summary and from the sums over visits. */
export const tradeFactsOf = (row: CustomerFactsRow, sums: TradeSums | undefined): TradeFacts => ({
  status: row.status,
  purchaseDayCount: row.purchase_day_count ?? 0,
  lastPurchaseOn: row.last_purchase_on,
  lastInteractionOn: row.last_interaction_on,
  overdueAfterDays: row.overdue_after_days,
  windowPurchaseDays: sums?.window_purchase_days ?? 0,
  windowSpendCents: sums?.window_spend_cents ?? cents(0),
  yearSpendCents: sums?.year_spend_cents ?? cents(0),
  purchaseBeforeLimitOn: sums?.purchase_before_limit_on ?? null,
  purchaseSinceLimitOn: sums?.purchase_since_limit_on ?? null,
});

const factsOf = (
  database: StoreDatabase,
  basis: Basis,
  row: CustomerFactsRow,
  sums: TradeSums | undefined,
  dates: readonly YearlyDateRow[],
  calls: readonly PastCall[],
  expiring: readonly RunningOut[],
  value: ValueFacts & OwnFacts,
): ReminderFacts => ({
  ...tradeFactsOf(row, sums),
  isVip: row.is_vip === 1,
  spendCents: row.spend_cents ?? cents(0),
  firstVisitOn: row.first_visit_on,
  rhythmDays: row.rhythm_days,
  dates: dates.map(yearlyDate),
  lastPurchase: lastPurchaseOf(database, row, basis),
  promise: promiseOf(calls),
  expiring,
  ...value,
  lastVisitOn: row.last_visit_on,
  enteredAt: row.created_at,
  confirmedOn: latest(row.verified_on, row.fact_confirmed_on),
});

type ValueFacts = Pick<ReminderFacts, 'bookedOn' | 'missed' | 'lapsing' | 'debt' | 'waiting' | 'snoozes' | 'isOwing'>;

/** Bookings, what lapses and what is owed, of those within the range. */
const valueFactsIn = (database: StoreDatabase, { today, settings }: Basis, range: IdRange): ((id: CustomerId) => ValueFacts) => {
  const days = { ...range, today };
  const until = addDays(today, Math.max(settings.lapsingAheadDays, settings.membershipAheadDays));
  const booked = bookedBetween(database, days);
  const missed = missedBetween(database, { ...range, since: addDays(today, -MISSED_WINDOW_DAYS) });
  const lapsing = groupBy(lapsingBetween(database, { ...days, until }));
  const debts = debtsBetween(database, days);
  const snoozes = groupBy(snoozesBetween(database, range));
  const waiting = groupBy(waitingBetween(database, range));
  return (id) => ({
    bookedOn: booked.get(id) ?? null,
    missed: missed.get(id) ?? null,
    lapsing: (lapsing.get(id) ?? []).map(({ kind, id: of, name, amount, lastDay }) => ({ kind, id: of, name, amount, lastDay })),
    debt: debts.get(id) ?? null,
    snoozes: (snoozes.get(id) ?? []).map(({ rule, until: end, until_on: untilOn }) => ({ rule, until: end, untilOn })),
    isOwing: snoozes.get(id)?.[0]?.is_owing === 1,
    waiting: (waiting.get(id) ?? []).map(({ orderId, number, readyOn, toldAt }) => ({
      orderId,
      number,
      readyOn,
      toldOn: toldAt === null ? null : businessDate(toldAt, settings.timeZone, settings.dayTurnHour),
    })),
  });
};

/** Whoever took their consent back, and did not give it anew since, is not contacted. */
const isConsentWithdrawn = ({ consent_on: given, consent_withdrawn_on: withdrawn }: CustomerFactsRow): boolean =>
  withdrawn !== null && (given === null || given <= withdrawn);

/** In the bin, merged away or inactive (X37). */
export const isOut = (row: Pick<CustomerFactsRow, 'removed_at' | 'is_inactive'>): boolean =>
  row.removed_at !== null || row.is_inactive === 1;

/** Neither blocked nor not to be served, nothing withdrawn, not given up, and not every number wrong. */
export const isCallable = (row: CustomerFactsRow, isUnreachable: boolean): boolean =>
  row.do_not_contact === 0 &&
  row.is_blocked === 0 &&
  row.is_phone_refused === 0 &&
  !isConsentWithdrawn(row) &&
  row.status !== 'lost' &&
  !isUnreachable;

/** The records of the customers whose ids lie between two, in their order. Read it in one transaction. */
export const readRecords = (database: StoreDatabase, basis: Basis, range: IdRange): CustomerRecord[] => {
  const sums = new Map(tradeSumsBetween(database, limitsOf(basis), range).map((row) => [row.customer_id, row]));
  const dates = groupBy(datesBetween(database, range));
  const calls = groupBy(callsBetween(database, range));
  const expiring = groupBy(expiringBetween(database, range));
  const value = valueFactsIn(database, basis, range);
  const own = ownFactsIn(database, basis.rules, range, basis.today);
  const unreachable = new Set(unreachableBetween(database, range));
  return factsBetween(database, range).map((row) => {
    const past = (calls.get(row.id) ?? []).map(pastCall);
    return {
      customerId: row.id,
      revision: row.revision,
      isOut: isOut(row),
      isCallable: isCallable(row, unreachable.has(row.id)),
      lastVisitOn: row.last_visit_on,
      facts: factsOf(database, basis, row, sums.get(row.id), dates.get(row.id) ?? [], past, expiring.get(row.id) ?? [], {
        ...value(row.id),
        ...own(row.id),
      }),
      calls: past,
    };
  });
};
