import type { OutputOf } from '../../shared/contract.ts';
import { birthdayOptionsOf } from '../../shared/domain/birthdays.ts';
import { ownDueOn } from '../../shared/domain/reminders/own/own.ts';
import type { OwnDue } from '../../shared/domain/reminders/own/own.ts';
import type { OwnRule, OwnRuleFacts, OwnRuleTerms } from '../../shared/domain/reminders/own/types.ts';
import type { ValueClass } from '../../shared/domain/segments/names.ts';
import { reminderRuleId } from '../../shared/types/ids.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { addDays } from '../../shared/types/time.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { listNames } from '../store/bulkValues.ts';
import { countAllCustomers, factsBetween, unreachableBetween } from '../store/engineFacts.ts';
import { classesBetween } from '../store/judgements.ts';
import { productsOfRule } from '../store/reminderRules.ts';
import type { IdRange } from '../store/tradeSums.ts';
import { throughEveryone } from './chunks.ts';
import { ownFactsIn } from './ownFacts.ts';
import { isCallable, isOut } from './records.ts';
import type { RunContext } from './types.ts';

export const PREVIEW_DAYS = 30;
const MOST_ROWS = 100;

interface Due {
  readonly on: LocalDate;
  readonly customerId: CustomerId;
  readonly about: string;
}

const latestFirst = (left: Due, right: Due): number =>
  left.on === right.on ? (left.customerId < right.customerId ? -1 : 1) : left.on < right.on ? 1 : -1;

/** Nobody stored has this id: it names the rule that is tried. */
const TRIED = reminderRuleId('00000000-0000-7000-8000-000000000000');
const nobody: OwnRuleFacts = { isVip: true, firstVisitOn: null, bought: [], births: [] };

/** Whether anything of this customer's can make the rule speak at all; days of the calendar come to everybody. */
const canSpeak = ({ base }: OwnRule, { bought, births, firstVisitOn }: OwnRuleFacts): boolean => {
  switch (base.kind) {
    case 'after_purchase':
    case 'replenish':
      return bought.length > 0;
    case 'age_stage':
      return births.length > 0;
    case 'first_visit':
      return firstVisitOn !== null;
    case 'festival':
    case 'yearly_day':
      return true;
  }
};

/**
 * Whom a rule would have called on each of the last 30 days, today included: on the day each step fell due, by the facts as they are
 * known now and the classes of today. Those who may not be called are left out. Errors: cancelled.
 */
export const previewOwnRule = async (context: RunContext, terms: OwnRuleTerms): Promise<OutputOf<'reminderRules.preview'>> => {
  const { database } = context;
  const until = context.today();
  const days = Array.from({ length: PREVIEW_DAYS }, (_, index) => addDays(until, index - PREVIEW_DAYS + 1));
  const [from = until] = days;
  const rule: OwnRule = { ...terms, id: TRIED, name: '', products: productsOfRule(database, terms) };
  const options = birthdayOptionsOf(context.settings());
  const fallsDueOn = (of: OwnRule, facts: OwnRuleFacts, value: ValueClass, on: LocalDate): OwnDue[] =>
    ownDueOn(facts, value, [of], on, options).filter(({ dueOn }) => dueOn === on);
  const isOfCalendar = rule.base.kind === 'festival' || rule.base.kind === 'yearly_day';
  const asked = isOfCalendar
    ? days.filter((on) => fallsDueOn({ ...rule, values: [], isVipOnly: false }, nobody, 'low', on).length > 0)
    : days;
  /** What falls due for each of those within a range, leaving out whom nothing does. */
  const dueIn = (range: IdRange): Due[][] => {
    const facts = ownFactsIn(database, [rule], range, from);
    const unreachable = new Set(unreachableBetween(database, range));
    const values = new Map(classesBetween(database, range).map((row) => [row.customer_id, row.value]));
    return factsBetween(database, range).flatMap((row) => {
      if (isOut(row) || !isCallable(row, unreachable.has(row.id))) return [];
      const known = { isVip: row.is_vip === 1, firstVisitOn: row.first_visit_on, ...facts(row.id) };
      if (!canSpeak(rule, known)) return [];
      const due = asked.flatMap((on) =>
        fallsDueOn(rule, known, values.get(row.id) ?? 'low', on).map(({ reason: { about } }) => ({
          on,
          customerId: row.id,
          about,
        })),
      );
      return due.length === 0 ? [] : [due];
    });
  };
  const counts = new Map<LocalDate, number>();
  let rows: Due[] = [];
  let people = 0;
  const walk = { phase: 'judging', total: countAllCustomers(database), read: (_ids: unknown, range: IdRange) => dueIn(range) };
  // A day of the calendar that is not within these is nobody's.
  if (asked.length > 0)
    for await (const { found } of throughEveryone(context, walk)) {
      people += found.length;
      const due = found.flat();
      for (const { on } of due) counts.set(on, (counts.get(on) ?? 0) + 1);
      rows = [...rows, ...due].sort(latestFirst).slice(0, MOST_ROWS);
    }
  const names = new Map(
    listNames(
      database,
      rows.map(({ customerId }) => customerId),
    ).map((row) => [row.id, row]),
  );
  return {
    from,
    until,
    calls: [...counts.values()].reduce((sum, count) => sum + count, 0),
    people,
    capacity: context.settings().dailyCapacity,
    days: days.map((on) => ({ on, calls: counts.get(on) ?? 0 })),
    rows: rows.map((row) => ({
      ...row,
      customerNo: names.get(row.customerId)?.number ?? '',
      name: names.get(row.customerId)?.name ?? '',
    })),
  };
};
