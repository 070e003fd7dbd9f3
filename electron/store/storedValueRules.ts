import type { GiftRule, GiftTerms } from '../../shared/domain/storedValue/gifts.ts';
import { cents } from '../../shared/types/amounts.ts';
import type { StoredValueRuleId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, hotQuery, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// What the shop gives on top of a top-up, as it defines it.

export interface StoredRule extends GiftRule {
  readonly id: StoredValueRuleId;
  readonly name: string;
  /** Over how many months the gift comes, the first part at once; 1 is all at once. */
  readonly months: number;
  readonly isArchived: boolean;
}

const rules = sqlite
  .selectFrom('stored_value_rules')
  .select(['id', 'name', 'from_cents', 'gift_kind', 'gift', 'is_repeated', 'months', 'archived_at']);
type RuleRow = Awaited<ReturnType<typeof rules.executeTakeFirstOrThrow>>;
const all = hotQuery<object, RuleRow>(rules.orderBy('from_cents').orderBy('position').orderBy('id'));

const termsOf = ({ gift_kind: kind, gift, is_repeated: isRepeated }: RuleRow): GiftTerms =>
  kind === 'percent' ? { kind, basisPoints: gift } : { kind, cents: cents(gift), isRepeated: isRepeated === 1 };

/** Every rule of the shop, archived ones too, the lowest threshold first. */
export const listStoredRules = (database: StoreDatabase): StoredRule[] =>
  all.rows(database, {}).map((row) => ({
    id: row.id,
    name: row.name,
    fromCents: row.from_cents,
    gift: termsOf(row),
    months: row.months,
    isArchived: row.archived_at !== null,
  }));

/** Adds the rule behind the others, or writes over the one of that id. */
export const putStoredRule = (
  database: StoreDatabase,
  { id, name, fromCents, gift, months }: Omit<StoredRule, 'isArchived'>,
  at: Instant,
): void => {
  const changes = {
    name,
    from_cents: fromCents,
    gift_kind: gift.kind,
    gift: gift.kind === 'percent' ? gift.basisPoints : gift.cents,
    is_repeated: gift.kind === 'amount' && gift.isRepeated ? (1 as const) : (0 as const),
    months,
    changed_at: at,
  };
  execute(
    database,
    sqlite
      .insertInto('stored_value_rules')
      .values({ id, position: listStoredRules(database).length, created_at: at, ...changes })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changes)),
  );
};

/** Takes the rule out of use; null brings it back. */
export const markStoredRuleArchived = (database: StoreDatabase, id: StoredValueRuleId, archivedAt: Instant | null): void => {
  execute(database, sqlite.updateTable('stored_value_rules').set({ archived_at: archivedAt }).where('id', '=', id));
};

export const deleteStoredRule = (database: StoreDatabase, id: StoredValueRuleId): void => {
  execute(database, sqlite.deleteFrom('stored_value_rules').where('id', '=', id));
};
