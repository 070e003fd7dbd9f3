import { addDays } from '../../../types/time.ts';
import type { LocalDate } from '../../../types/time.ts';
import type { BirthdayOptions } from '../../birthdays.ts';
import type { ValueClass } from '../../segments/names.ts';
import { basesOf, latestPurchase } from './bases.ts';
import type { Base } from './bases.ts';
import { MOST_RUN_OUT_DAYS } from './types.ts';
import type { OwnReasonFacts, OwnRule, OwnRuleFacts, OwnRuleTerms } from './types.ts';

/** A rule of the shop's own that calls for somebody on a day. */
export interface OwnDue {
  readonly reason: OwnReasonFacts;
  readonly occurrence: string;
  readonly dueOn: LocalDate;
}

const isFor = (rule: OwnRule, facts: OwnRuleFacts, value: ValueClass): boolean =>
  (!rule.isVipOnly || facts.isVip) && (rule.values.length === 0 || rule.values.includes(value));

/** The latest step that is due, unless it was given up: the next one takes its place. */
const standingStep = ({ steps, giveUpDays }: OwnRule, { on, lastOn }: Base, today: LocalDate): number | null => {
  if (lastOn !== null && today > lastOn) return null;
  const step = steps.findLast((days) => addDays(on, days) <= today);
  return step === undefined || addDays(on, step + giveUpDays) <= today ? null : step;
};

/** The purchase that counts among the rules of a group; null where the rule has none, or nothing was bought. */
const latestOfGroup = (rule: OwnRule, rules: readonly OwnRule[], facts: OwnRuleFacts, today: LocalDate): LocalDate | null => {
  if (rule.group === '') return null;
  const days = rules
    .filter(({ group, base }) => group === rule.group && (base.kind === 'after_purchase' || base.kind === 'replenish'))
    .flatMap((each) => latestPurchase(each, facts, today)?.on ?? []);
  return days.toSorted().at(-1) ?? null;
};

/**
 * What the shop's own rules call one customer for on a day: a pure function of the facts, the rules and the day. In the order of
 * the rules. Only the latest purchase counts, within a group that of any of its rules (X03); a festival is over the day after.
 */
export const ownDueOn = (
  facts: OwnRuleFacts,
  value: ValueClass,
  rules: readonly OwnRule[],
  today: LocalDate,
  options: BirthdayOptions,
): OwnDue[] =>
  rules.flatMap((rule) => {
    if (!isFor(rule, facts, value)) return [];
    const newest = latestOfGroup(rule, rules, facts, today);
    return basesOf(rule, facts, today, options).flatMap((base): OwnDue[] => {
      if (newest !== null && base.figures.since !== null && base.figures.since < newest) return [];
      const step = standingStep(rule, base, today);
      if (step === null) return [];
      const { id: ruleId, name, say } = rule;
      return [
        {
          reason: { ruleId, name, say, kind: rule.base.kind, baseOn: base.on, ...base.figures },
          occurrence: `${ruleId} ${base.key} ${step}`,
          dueOn: addDays(base.on, step),
        },
      ];
    });
  });

/** How many days back a rule looks for purchases; null where it asks for none. */
export const lookbackDays = ({ base, steps, giveUpDays }: OwnRuleTerms): number | null => {
  const latest = Math.max(0, steps.at(-1) ?? 0) + giveUpDays;
  if (base.kind === 'after_purchase') return latest;
  return base.kind === 'replenish' ? MOST_RUN_OUT_DAYS + latest : null;
};
