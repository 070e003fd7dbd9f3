import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { storedValueRuleId as toRuleId } from '../../../shared/types/ids.ts';
import type { StoredValueRuleId } from '../../../shared/types/ids.ts';
import { deleteStoredRule, listStoredRules, markStoredRuleArchived, putStoredRule } from '../../store/storedValueRules.ts';
import type { StoredRule } from '../../store/storedValueRules.ts';
import type { BaseContext, HandlersOf, StoreContext } from '../context.ts';
import { archiveDefinition, removeDefinition } from '../ownDefinitions.ts';

const requireRule = (context: BaseContext, ruleId: StoredValueRuleId): StoredRule => {
  const found = listStoredRules(context.database).find(({ id }) => id === ruleId);
  if (!found) throw new AppError('not_found', { what: 'stored_value_rule' });
  return found;
};

const upkeep = {
  topic: 'storedValue',
  what: 'stored_value_rule',
  auditName: 'rule',
  inUse: 'rule_in_use',
  // An entry says itself what was given.
  isUsed: () => false,
  markArchived: markStoredRuleArchived,
  remove: deleteStoredRule,
} as const;

const save = (context: StoreContext, input: HandlerInput<'storedValue.saveRule'>): OutputOf<'storedValue.saveRule'> => {
  const { name, fromCents, gift, months } = input;
  const before = input.ruleId === null ? null : requireRule(context, input.ruleId);
  if (listStoredRules(context.database).some((rule) => rule.name === name && rule.id !== before?.id))
    throw new AppError('conflict', { reason: 'rule_taken' });
  const id = before?.id ?? toRuleId(context.newId());
  putStoredRule(context.database, { id, name, fromCents, gift, months }, context.now());
  context.audited({ rule: name });
  context.changed(['storedValue'], null);
  const was = before && { name: before.name, fromCents: before.fromCents, gift: before.gift, months: before.months };
  return { ruleId: id, before: was };
};

/** What the shop gives on top of a top-up. */
export const storedRuleHandlers: Pick<
  HandlersOf<'storedValue'>,
  'storedValue.rules' | 'storedValue.saveRule' | 'storedValue.archiveRule' | 'storedValue.removeRule'
> = {
  'storedValue.rules': (context, { includeArchived }) => ({
    rules: listStoredRules(context.database).filter(({ isArchived }) => includeArchived || !isArchived),
  }),
  'storedValue.saveRule': save,
  'storedValue.archiveRule': (context, { ruleId, isArchived }) =>
    archiveDefinition(context, upkeep, requireRule(context, ruleId), isArchived),
  'storedValue.removeRule': (context, { ruleId }) => removeDefinition(context, upkeep, requireRule(context, ruleId)),
};
