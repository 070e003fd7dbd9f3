import { sql } from 'kysely';
import { earningDaysSchema } from '../../shared/contract/earningRules.ts';
import type { EarningRule } from '../../shared/domain/loyalty/earning.ts';
import type { EarningRuleId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// The shop's own rules of earning (DOMAIN "Points"): few, read whole with every visit.

export interface StoredEarningRule extends EarningRule {
  readonly productName: string | null;
  readonly isArchived: boolean;
}

const rules = sqlite
  .selectFrom('earning_rules')
  .leftJoin('products', 'products.id', 'earning_rules.product_id')
  .select([
    'earning_rules.id',
    'earning_rules.name',
    'earning_rules.percent',
    'earning_rules.product_id as productId',
    'earning_rules.category',
    'earning_rules.weekdays',
    'earning_rules.month_days as monthDays',
    'earning_rules.from_on as fromOn',
    'earning_rules.until_on as untilOn',
    'earning_rules.birthday_days as birthdayDays',
    'earning_rules.archived_at',
    'products.name as productName',
  ])
  .orderBy('earning_rules.position')
  .orderBy('earning_rules.id');
type RuleRow = Awaited<ReturnType<typeof rules.executeTakeFirstOrThrow>>;

const everyRule = hotQuery<object, RuleRow>(rules);
const standing = hotQuery<object, RuleRow>(rules.where('earning_rules.archived_at', 'is', null));
const used = hotQuery<{ id: EarningRuleId }, { id: string }>(
  sqlite
    .selectFrom('visit_lines')
    .select('id')
    .where('earning_rule_id', '=', parameter<EarningRuleId>('id'))
    .limit(sql<number>`1`),
);

const ruleOf = ({ archived_at: archivedAt, weekdays, monthDays, ...rule }: RuleRow): StoredEarningRule => ({
  ...rule,
  weekdays: earningDaysSchema.parse(JSON.parse(weekdays)),
  monthDays: earningDaysSchema.parse(JSON.parse(monthDays)),
  isArchived: archivedAt !== null,
});

/** Every rule of the shop, those put away too, in the order they were made. */
export const listEarningRules = (database: StoreDatabase): StoredEarningRule[] => everyRule.rows(database, {}).map(ruleOf);

/** The rules that count. */
export const listStandingRules = (database: StoreDatabase): EarningRule[] => standing.rows(database, {}).map(ruleOf);

/** Whether some line earned by it. */
export const isEarningRuleUsed = (database: StoreDatabase, id: EarningRuleId): boolean =>
  used.first(database, { id }) !== undefined;

/** Adds the rule behind the others, or writes over the one of that id. */
export const putEarningRule = (database: StoreDatabase, { id, ...rule }: EarningRule, at: Instant): void => {
  const changes = {
    name: rule.name,
    percent: rule.percent,
    product_id: rule.productId,
    category: rule.category,
    weekdays: JSON.stringify(rule.weekdays),
    month_days: JSON.stringify(rule.monthDays),
    from_on: rule.fromOn,
    until_on: rule.untilOn,
    birthday_days: rule.birthdayDays,
    changed_at: at,
  };
  execute(
    database,
    sqlite
      .insertInto('earning_rules')
      .values({ id, position: listEarningRules(database).length, created_at: at, ...changes })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changes)),
  );
};

/** Takes the rule out of use; null brings it back. */
export const markEarningRuleArchived = (database: StoreDatabase, id: EarningRuleId, archivedAt: Instant | null): void => {
  execute(database, sqlite.updateTable('earning_rules').set({ archived_at: archivedAt }).where('id', '=', id));
};

/** Deletes a rule by which nothing was earned. */
export const deleteEarningRule = (database: StoreDatabase, id: EarningRuleId): void => {
  execute(database, sqlite.deleteFrom('earning_rules').where('id', '=', id));
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const earningRuleQueries = { used: used.sql };
