import { sql } from 'kysely';
import { ownRuleTermsSchema } from '../../shared/contract/reminderRules.ts';
import type { OwnRule, OwnRuleTerms } from '../../shared/domain/reminders/own/types.ts';
import type { ProductId, ReminderRuleId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { Flag } from './schema.ts';

// The shop's own reminder rules: few, read whole with every judgement.

interface RuleRow {
  id: ReminderRuleId;
  name: string;
  terms: string;
  is_on: Flag;
}
export interface StoredReminderRule {
  readonly id: ReminderRuleId;
  readonly name: string;
  readonly terms: OwnRuleTerms;
  readonly isOn: boolean;
}

const everyRule = hotQuery<object, RuleRow>(
  sqlite.selectFrom('reminder_rules').select(['id', 'name', 'terms', 'is_on']).orderBy('position').orderBy('id'),
);
const ofCategory = hotQuery<{ category: string }, { id: ProductId }>(
  sqlite.selectFrom('products').select('id').where('category', '=', parameter<string>('category')).orderBy('id'),
);

const parsed = new Map<string, OwnRuleTerms>();
const MOST_PARSED = 200;
/** Read with every fact, changed now and then: parsed once. */
const termsOf = (text: string): OwnRuleTerms => {
  const known = parsed.get(text);
  if (known) return known;
  if (parsed.size >= MOST_PARSED) parsed.clear();
  const made = ownRuleTermsSchema.parse(JSON.parse(text));
  parsed.set(text, made);
  return made;
};

/** Every rule, those switched off too, in the order they were made. */
export const listReminderRules = (database: StoreDatabase): StoredReminderRule[] =>
  everyRule.rows(database, {}).map(({ id, name, terms, is_on: isOn }) => ({ id, name, terms: termsOf(terms), isOn: isOn === 1 }));

/** The products that a rule asks for today; null is whatever is bought, and of a rule that asks for none nothing. */
export const productsOfRule = (database: StoreDatabase, { base }: OwnRuleTerms): readonly ProductId[] | null => {
  if (base.kind !== 'after_purchase' && base.kind !== 'replenish') return [];
  if (base.productId !== null) return [base.productId];
  return base.category === null ? null : ofCategory.rows(database, { category: base.category }).map(({ id }) => id);
};

/** The rules by which people are called today. */
export const ownRulesOn = (database: StoreDatabase): OwnRule[] =>
  listReminderRules(database)
    .filter(({ isOn }) => isOn)
    .map(({ id, name, terms }) => ({ ...terms, id, name, products: productsOfRule(database, terms) }));

/** Adds a rule behind the others, or writes over the one of that id. */
export const putReminderRule = (database: StoreDatabase, { id, name, terms, isOn }: StoredReminderRule, at: Instant): void => {
  const changes = { name, terms: JSON.stringify(terms), is_on: isOn ? (1 as const) : (0 as const), changed_at: at };
  execute(
    database,
    sqlite
      .insertInto('reminder_rules')
      .values((of) => ({
        id,
        created_at: at,
        ...changes,
        position: of.selectFrom('reminder_rules').select(sql<number>`coalesce(max(position), 0) + 1`.as('next')),
      }))
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changes)),
  );
};

export const deleteReminderRule = (database: StoreDatabase, id: ReminderRuleId): void => {
  execute(database, sqlite.deleteFrom('reminder_rules').where('id', '=', id));
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const reminderRuleQueries = { ofCategory: ofCategory.sql };
