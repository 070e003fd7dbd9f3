import type { CommissionKind, CommissionRule } from '../../shared/domain/commissions/commissions.ts';
import { cents } from '../../shared/types/amounts.ts';
import type { CommissionRuleId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, hotQuery, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// The shop's own rules of commission (X69): few, read whole.

export interface StoredCommissionRule extends CommissionRule {
  readonly productName: string | null;
  readonly isArchived: boolean;
}

const rules = sqlite
  .selectFrom('commission_rules')
  .leftJoin('products', 'products.id', 'commission_rules.product_id')
  .select([
    'commission_rules.id',
    'commission_rules.name',
    'commission_rules.kind',
    'commission_rules.product_id as productId',
    'commission_rules.category',
    'commission_rules.rate_kind',
    'commission_rules.rate',
    'commission_rules.from_on as fromOn',
    'commission_rules.until_on as untilOn',
    'commission_rules.archived_at',
    'products.name as productName',
  ])
  .orderBy('commission_rules.position')
  .orderBy('commission_rules.id');
const everyRule = hotQuery<object, Awaited<ReturnType<typeof rules.executeTakeFirstOrThrow>>>(rules);

/** Every rule of the shop, those put away too, in the order they were made. */
export const listCommissionRules = (database: StoreDatabase): StoredCommissionRule[] =>
  everyRule.rows(database, {}).map(({ rate_kind: rateKind, rate, archived_at: archivedAt, ...rule }) => ({
    ...rule,
    rate: rateKind === 'percent' ? { kind: rateKind, basisPoints: rate } : { kind: rateKind, cents: cents(rate) },
    isArchived: archivedAt !== null,
  }));

/** Adds the rule behind the others, or writes over the one of that id. */
export const putCommissionRule = (database: StoreDatabase, { id, rate, ...rule }: CommissionRule, at: Instant): void => {
  const changes = {
    name: rule.name,
    kind: rule.kind satisfies CommissionKind,
    product_id: rule.productId,
    category: rule.category,
    rate_kind: rate.kind,
    rate: rate.kind === 'percent' ? rate.basisPoints : rate.cents,
    from_on: rule.fromOn,
    until_on: rule.untilOn,
    changed_at: at,
  };
  execute(
    database,
    sqlite
      .insertInto('commission_rules')
      .values({ id, position: listCommissionRules(database).length, created_at: at, ...changes })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changes)),
  );
};

/** Takes the rule out of use; null brings it back. */
export const markCommissionRuleArchived = (database: StoreDatabase, id: CommissionRuleId, archivedAt: Instant | null): void => {
  execute(database, sqlite.updateTable('commission_rules').set({ archived_at: archivedAt }).where('id', '=', id));
};

export const deleteCommissionRule = (database: StoreDatabase, id: CommissionRuleId): void => {
  execute(database, sqlite.deleteFrom('commission_rules').where('id', '=', id));
};
