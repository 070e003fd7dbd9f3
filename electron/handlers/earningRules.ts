import { MOST_EARNING_RULES } from '../../shared/contract/earningRules.ts';
import type { HandlerInput, OutputOf } from '../../shared/contract.ts';
import { isSameMatter } from '../../shared/domain/loyalty/earning.ts';
import { AppError } from '../../shared/errors.ts';
import { earningRuleId as toRuleId } from '../../shared/types/ids.ts';
import type { EarningRuleId } from '../../shared/types/ids.ts';
import {
  deleteEarningRule,
  isEarningRuleUsed,
  listEarningRules,
  markEarningRuleArchived,
  putEarningRule,
} from '../store/earningRules.ts';
import type { StoredEarningRule } from '../store/earningRules.ts';
import type { BaseContext, HandlersOf, StoreContext } from './context.ts';
import { archiveDefinition, removeDefinition } from './ownDefinitions.ts';
import { requireProducts } from './references.ts';

const requireRule = ({ database }: BaseContext, ruleId: EarningRuleId): StoredEarningRule => {
  const found = listEarningRules(database).find(({ id }) => id === ruleId);
  if (!found) throw new AppError('not_found', { what: 'earning_rule' });
  return found;
};

const upkeep = {
  topic: 'points',
  what: 'earning_rule',
  auditName: 'ruleName',
  inUse: 'earning_rule_in_use',
  isUsed: isEarningRuleUsed,
  markArchived: markEarningRuleArchived,
  remove: deleteEarningRule,
} as const;

/** What a rule says, as it would be saved again. */
const fieldsOf = ({
  name,
  percent,
  productId,
  category,
  weekdays,
  monthDays,
  fromOn,
  untilOn,
  birthdayDays,
}: StoredEarningRule) => ({
  name,
  percent,
  productId,
  category,
  weekdays: [...weekdays],
  monthDays: [...monthDays],
  fromOn,
  untilOn,
  birthdayDays,
});

const save = (context: StoreContext, input: HandlerInput<'earningRules.save'>): OutputOf<'earningRules.save'> => {
  const { ruleId, ...rule } = input;
  const before = ruleId === null ? null : requireRule(context, ruleId);
  requireProducts(context, [rule.productId]);
  const others = listEarningRules(context.database).filter(({ id }) => id !== ruleId);
  const same = others.find((other) => !other.isArchived && isSameMatter(other, rule));
  if (same) throw new AppError('conflict', { reason: 'earning_rule_twice', name: same.name });
  if (others.some(({ name }) => name === rule.name)) throw new AppError('conflict', { reason: 'earning_rule_taken' });
  if (before === null && others.length >= MOST_EARNING_RULES)
    throw new AppError('conflict', { reason: 'earning_rules_full', limit: MOST_EARNING_RULES });
  const id = before?.id ?? toRuleId(context.newId());
  putEarningRule(context.database, { ...rule, id }, context.now());
  context.audited({
    ruleName: rule.name,
    percent: rule.percent,
    ...(before !== null && { before: { percent: before.percent } }),
  });
  context.changed(['points'], null);
  return { ruleId: id, before: before && fieldsOf(before) };
};

/** What earns more points than usual, less, or none: the shop's own rules. */
export const earningRulesHandlers: HandlersOf<'earningRules'> = {
  'earningRules.list': ({ database }, { includeArchived }) => ({
    rules: listEarningRules(database)
      .filter(({ isArchived }) => includeArchived || !isArchived)
      .map((rule) => ({
        ...fieldsOf(rule),
        id: rule.id,
        productName: rule.productName,
        isArchived: rule.isArchived,
        isUsed: isEarningRuleUsed(database, rule.id),
      })),
  }),
  'earningRules.save': save,
  'earningRules.archive': (context, { ruleId, isArchived }) => {
    const rule = requireRule(context, ruleId);
    const same = listEarningRules(context.database).find(
      (other) => !isArchived && !other.isArchived && other.id !== ruleId && isSameMatter(other, rule),
    );
    if (same) throw new AppError('conflict', { reason: 'earning_rule_twice', name: same.name });
    return archiveDefinition(context, upkeep, rule, isArchived);
  },
  'earningRules.remove': (context, { ruleId }) => removeDefinition(context, upkeep, requireRule(context, ruleId)),
};
