import { MOST_COMMISSION_RULES } from '../../shared/contract/commissions.ts';
import type { HandlerInput, OutputOf } from '../../shared/contract.ts';
import { isSameCommission } from '../../shared/domain/commissions/commissions.ts';
import type { CommissionScope } from '../../shared/domain/commissions/commissions.ts';
import { AppError } from '../../shared/errors.ts';
import { commissionRuleId as toRuleId } from '../../shared/types/ids.ts';
import type { CommissionRuleId } from '../../shared/types/ids.ts';
import {
  deleteCommissionRule,
  listCommissionRules,
  markCommissionRuleArchived,
  putCommissionRule,
} from '../store/commissionRules.ts';
import type { StoredCommissionRule } from '../store/commissionRules.ts';
import { itemsOfMonth, sheetOfMonth } from './commissions/sheet.ts';
import type { BaseContext, HandlersOf, StoreContext } from './context.ts';
import { archiveDefinition, removeDefinition } from './ownDefinitions.ts';
import { requireProducts } from './references.ts';

const requireRule = ({ database }: BaseContext, ruleId: CommissionRuleId): StoredCommissionRule => {
  const found = listCommissionRules(database).find(({ id }) => id === ruleId);
  if (!found) throw new AppError('not_found', { what: 'commission_rule' });
  return found;
};

/** Throws conflict where another rule says something of the same on the same days: which of them counts would be chance. */
const requireAlone = ({ database }: BaseContext, rule: CommissionScope, ruleId: CommissionRuleId | null): void => {
  const same = listCommissionRules(database).find(
    (other) => !other.isArchived && other.id !== ruleId && isSameCommission(other, rule),
  );
  if (same) throw new AppError('conflict', { reason: 'commission_rule_twice', name: same.name });
};

// The sheet is reckoned anew each time: nothing in the books says by a rule what it is.
const upkeep = {
  topic: 'commissions',
  what: 'commission_rule',
  auditName: 'ruleName',
  markArchived: markCommissionRuleArchived,
  remove: deleteCommissionRule,
} as const;

/** What a rule says, as it would be saved again. */
const fieldsOf = ({ name, kind, productId, category, rate, fromOn, untilOn }: StoredCommissionRule) => ({
  name,
  kind,
  productId,
  category,
  rate,
  fromOn,
  untilOn,
});

const save = (context: StoreContext, input: HandlerInput<'commissions.save'>): OutputOf<'commissions.save'> => {
  const { ruleId, ...rule } = input;
  const before = ruleId === null ? null : requireRule(context, ruleId);
  requireProducts(context, [rule.productId]);
  if (before?.isArchived !== true) requireAlone(context, rule, ruleId);
  const others = listCommissionRules(context.database).filter(({ id }) => id !== ruleId);
  if (others.some(({ name }) => name === rule.name)) throw new AppError('conflict', { reason: 'commission_rule_taken' });
  if (before === null && others.length >= MOST_COMMISSION_RULES)
    throw new AppError('conflict', { reason: 'commission_rules_full', limit: MOST_COMMISSION_RULES });
  const id = before?.id ?? toRuleId(context.newId());
  putCommissionRule(context.database, { ...rule, id }, context.now());
  context.audited({ ruleName: rule.name });
  context.changed(['commissions'], null);
  return { ruleId: id, before: before && fieldsOf(before) };
};

/** What staff get for what they sold and did (X69). */
export const commissionsHandlers: HandlersOf<'commissions'> = {
  'commissions.list': ({ database }) => ({
    rules: listCommissionRules(database).map((rule) => ({
      ...fieldsOf(rule),
      id: rule.id,
      productName: rule.productName,
      isArchived: rule.isArchived,
    })),
  }),
  'commissions.save': save,
  'commissions.archive': (context, { ruleId, isArchived }) => {
    const rule = requireRule(context, ruleId);
    if (!isArchived) requireAlone(context, rule, ruleId);
    return archiveDefinition(context, upkeep, rule, isArchived);
  },
  'commissions.remove': (context, { ruleId }) => removeDefinition(context, upkeep, requireRule(context, ruleId)),
  'commissions.sheet': sheetOfMonth,
  'commissions.items': itemsOfMonth,
};
