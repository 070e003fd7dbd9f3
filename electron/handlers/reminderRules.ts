import type { HandlerInput, OutputOf } from '../../shared/contract.ts';
import { MOST_OWN_RULES } from '../../shared/domain/reminders/own/types.ts';
import type { OwnRuleTerms } from '../../shared/domain/reminders/own/types.ts';
import { AppError } from '../../shared/errors.ts';
import { reminderRuleId as toRuleId } from '../../shared/types/ids.ts';
import type { ReminderRuleId } from '../../shared/types/ids.ts';
import { previewOwnRule } from '../engine/ownPreview.ts';
import { findProductById } from '../store/products.ts';
import { deleteReminderRule, listReminderRules, putReminderRule } from '../store/reminderRules.ts';
import type { StoredReminderRule } from '../store/reminderRules.ts';
import type { BaseContext, HandlersOf, StoreContext, StudiesOf } from './context.ts';
import { requireProducts } from './references.ts';
import { refuseField } from './refuseField.ts';

const requireRule = ({ database }: BaseContext, ruleId: ReminderRuleId): StoredReminderRule => {
  const found = listReminderRules(database).find(({ id }) => id === ruleId);
  if (!found) throw new AppError('not_found', { what: 'reminder_rule' });
  return found;
};

/** The longest month there is: what no year has is refused, 29 February is kept on the 28th. */
const LONGEST_MONTH = { solar: [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31], lunar: Array<number>(12).fill(30) };

/** Refuses terms that would never call, or that contradict themselves. */
const check = ({ base, steps }: OwnRuleTerms): void => {
  if (steps.some((step, index) => index > 0 && step <= (steps[index - 1] ?? step))) refuseField('steps', 'steps_out_of_order');
  const isOfCalendar = base.kind === 'festival' || base.kind === 'yearly_day';
  if (isOfCalendar && steps.some((step) => step > 0)) refuseField('steps', 'steps_after_day');
  if (base.kind === 'after_purchase' && steps.some((step) => step < 0)) refuseField('steps', 'steps_before_purchase');
  if (base.kind === 'yearly_day' && base.day > (LONGEST_MONTH[base.calendar][base.month - 1] ?? 31))
    refuseField('base.day', 'no_such_day');
  if (base.kind !== 'after_purchase' && base.kind !== 'replenish') return;
  if (base.productId !== null && base.category !== null) refuseField('base.category', 'product_or_category');
  if (base.kind === 'replenish' && base.productId === null && base.category === null)
    refuseField('base.productId', 'product_or_category_missing');
};

const termsOf = ({ base, steps, giveUpDays, values, isVipOnly, group, say }: OwnRuleTerms) => ({
  base,
  steps: [...steps],
  giveUpDays,
  values: [...values],
  isVipOnly,
  group: group.trim(),
  say: say.trim(),
});

const productOf = ({ base }: OwnRuleTerms) =>
  base.kind === 'after_purchase' || base.kind === 'replenish' ? base.productId : null;

/** Everybody is judged anew: the event of the settings starts the run. */
const changed = (context: StoreContext): void => {
  context.changed(['settings'], null);
};

const save = (context: StoreContext, input: HandlerInput<'reminderRules.save'>): OutputOf<'reminderRules.save'> => {
  const { ruleId, name, isOn } = input;
  const before = ruleId === null ? null : requireRule(context, ruleId);
  const terms = termsOf(input);
  check(terms);
  requireProducts(context, [productOf(terms)]);
  const others = listReminderRules(context.database).filter(({ id }) => id !== ruleId);
  if (others.some((other) => other.name === name)) throw new AppError('conflict', { reason: 'reminder_rule_taken' });
  if (before === null && others.length >= MOST_OWN_RULES)
    throw new AppError('conflict', { reason: 'reminder_rules_full', limit: MOST_OWN_RULES });
  const id = before?.id ?? toRuleId(context.newId());
  putReminderRule(context.database, { id, name, terms, isOn }, context.now());
  context.audited({ ruleName: name, isOn });
  changed(context);
  return { ruleId: id, before: before && { ...termsOf(before.terms), name: before.name, isOn: before.isOn } };
};

/** The shop's own reminder rules (DOMAIN "Reminders and the daily list"; X03, X04). */
export const reminderRulesHandlers: HandlersOf<'reminderRules'> = {
  'reminderRules.list': ({ database }) => ({
    rules: listReminderRules(database).map(({ id, name, terms, isOn }) => {
      const productId = productOf(terms);
      return {
        ...termsOf(terms),
        id,
        name,
        isOn,
        productName: productId === null ? null : (findProductById(database, productId)?.name ?? null),
      };
    }),
  }),
  'reminderRules.save': save,
  'reminderRules.turn': (context, { ruleId, isOn }) => {
    const rule = requireRule(context, ruleId);
    putReminderRule(context.database, { ...rule, isOn }, context.now());
    context.audited({ ruleName: rule.name, isOn });
    changed(context);
    return {};
  },
  'reminderRules.remove': (context, { ruleId }) => {
    const rule = requireRule(context, ruleId);
    deleteReminderRule(context.database, rule.id);
    context.audited({ ruleName: rule.name });
    changed(context);
    return {};
  },
};

export const reminderRuleStudies: StudiesOf<'reminderRules'> = {
  'reminderRules.preview': (context, { jobId: _jobId, ...terms }) => {
    check(terms);
    requireProducts(context, [productOf(terms)]);
    return previewOwnRule(context, termsOf(terms));
  },
};
