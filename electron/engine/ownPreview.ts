import { setImmediate } from 'node:timers/promises';
import type { OutputOf } from '../../shared/contract.ts';
import { birthdayOptionsOf } from '../../shared/domain/birthdays.ts';
import { lookbackDays, ownDueOn } from '../../shared/domain/reminders/own/own.ts';
import type { OwnDue } from '../../shared/domain/reminders/own/own.ts';
import type { OwnRule, OwnRuleFacts, OwnRuleTerms } from '../../shared/domain/reminders/own/types.ts';
import { reminderRuleId } from '../../shared/types/ids.ts';
import { addDays } from '../../shared/types/time.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { callablePeopleBetween } from '../store/engineOwnFacts.ts';
import type { CallablePerson } from '../store/engineOwnFacts.ts';
import { countAllCustomers, idsAfter } from '../store/engineFacts.ts';
import { productsOfRule } from '../store/reminderRules.ts';
import { snapshot } from '../store/snapshot.ts';
import { ownFactsIn } from './ownFacts.ts';
import type { RunContext } from './types.ts';

export const PREVIEW_DAYS = 30;
const CUSTOMERS_A_READ = 1000;
const MOST_ROWS = 100;

type Row = OutputOf<'reminderRules.preview'>['rows'][number];

const latestFirst = (left: Row, right: Row): number =>
  left.on === right.on ? (left.customerNo < right.customerNo ? -1 : 1) : left.on < right.on ? 1 : -1;

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
  const reader: OwnRule = { ...rule, giveUpDays: rule.giveUpDays + PREVIEW_DAYS };
  const options = birthdayOptionsOf(context.settings());
  const fallsDueOn = (of: OwnRule, facts: OwnRuleFacts, value: CallablePerson['value'], on: LocalDate): OwnDue[] =>
    ownDueOn(facts, value, [of], on, options).filter(({ dueOn }) => dueOn === on);
  const isOfCalendar = rule.base.kind === 'festival' || rule.base.kind === 'yearly_day';
  const asked = isOfCalendar
    ? days.filter((on) => fallsDueOn({ ...rule, values: [], isVipOnly: false }, nobody, 'low', on).length > 0)
    : days;
  const counts = new Map<LocalDate, number>();
  const total = countAllCustomers(database);
  let rows: Row[] = [];
  let people = 0;
  let looked = 0;
  const look = (person: CallablePerson, facts: OwnRuleFacts): void => {
    if (!canSpeak(rule, facts)) return;
    let isCalled = false;
    for (const on of asked)
      for (const { reason } of fallsDueOn(rule, facts, person.value, on)) {
        isCalled = true;
        counts.set(on, (counts.get(on) ?? 0) + 1);
        const { id: customerId, number: customerNo, name } = person;
        rows.push({ on, customerId, customerNo, name, about: reason.about });
      }
    if (isCalled) people += 1;
    if (rows.length > CUSTOMERS_A_READ) rows = rows.toSorted(latestFirst).slice(0, MOST_ROWS);
  };
  for (let after = ''; asked.length > 0;) {
    context.throwIfCancelled();
    const last = snapshot(database, () => {
      const ids = idsAfter(database, after, CUSTOMERS_A_READ);
      const [first, end] = [ids[0], ids.at(-1)];
      if (first === undefined || end === undefined) return null;
      const range = { from: first, to: end };
      const facts = ownFactsIn(database, lookbackDays(rule) === null ? [rule] : [reader], range, until);
      for (const person of callablePeopleBetween(database, range))
        look(person, { isVip: person.isVip === 1, firstVisitOn: person.firstVisitOn, ...facts(person.id) });
      looked += ids.length;
      return end;
    });
    if (last === null) break;
    after = last;
    context.progress('judging', Math.min(looked, total), total);
    await setImmediate();
  }
  return {
    from,
    until,
    calls: [...counts.values()].reduce((sum, count) => sum + count, 0),
    people,
    capacity: context.settings().dailyCapacity,
    days: days.map((on) => ({ on, calls: counts.get(on) ?? 0 })),
    rows: rows.toSorted(latestFirst).slice(0, MOST_ROWS),
  };
};
