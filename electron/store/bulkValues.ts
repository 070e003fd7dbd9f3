import type { CustomerId, TagId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, plainRows, plainRun, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { CustomerTagsTable } from './schema/tags.ts';

// The one value of many customers that a bulk edit is about. Plain SQL where the column is known only at run time.

/** A value as it stands in the store: text, a flag, or nothing. */
export type StoredValue = string | number | null;
export type BulkColumn = 'owner_id' | 'region' | 'source' | 'status' | 'is_vip' | 'do_not_contact' | 'removed_at';

const idsOf = (ids: readonly CustomerId[]): { ids: string } => ({ ids: JSON.stringify(ids) });

/** The SQL of the reads of this file, so that their plans can be asserted. */
export const bulkValueQueries = {
  column: (column: BulkColumn): string =>
    `SELECT customers.id, customers.${column} AS value, customers.removed_at AS removedAt FROM json_each(@ids) AS given
     CROSS JOIN customers ON customers.id = given.value`,
  names: `SELECT customers.id, number, name FROM json_each(@ids) AS given CROSS JOIN customers ON customers.id = given.value`,
  /** All tags of the group when only one of them can be had, else the one tag. */
  tags: `SELECT held.* FROM json_each(@ids) AS given CROSS JOIN customer_tags AS held ON held.customer_id = given.value
    JOIN tags ON tags.id = held.tag_id JOIN tag_groups ON tag_groups.id = tags.group_id
    WHERE held.tag_id = @tagId
      OR (tag_groups.is_exclusive = 1 AND tags.group_id = (SELECT group_id FROM tags WHERE id = @tagId))`,
};

/** A column of these customers, whether removed or not. */
export const listColumn = (
  database: StoreDatabase,
  column: BulkColumn,
  ids: readonly CustomerId[],
): { readonly id: CustomerId; readonly value: StoredValue; readonly removedAt: Instant | null }[] =>
  plainRows(database, bulkValueQueries.column(column), idsOf(ids));

/** Writes the column of one customer and counts the revision up. */
export const writeColumn = (
  database: StoreDatabase,
  column: BulkColumn,
  id: CustomerId,
  value: StoredValue,
  at: Instant,
): void => {
  plainRun(database, `UPDATE customers SET ${column} = @value, changed_at = @at, revision = revision + 1 WHERE id = @id`, {
    id,
    value,
    at,
  });
};

/** Names and numbers of these customers. */
export const listNames = (
  database: StoreDatabase,
  ids: readonly CustomerId[],
): { readonly id: CustomerId; readonly number: string; readonly name: string }[] =>
  plainRows(database, bulkValueQueries.names, idsOf(ids));

/** One tag of one customer, whole. */
export type HeldTag = CustomerTagsTable;

/** These customers' tags that giving or taking this one is about: itself, and with a group of which one is had all of the group. */
export const listHeldTags = (database: StoreDatabase, tagId: TagId, ids: readonly CustomerId[]): HeldTag[] =>
  plainRows(database, bulkValueQueries.tags, { ...idsOf(ids), tagId });

const known = hotQuery<{ id: TagId }, { id: TagId }>(
  sqlite.selectFrom('tags').select('id').where('id', '=', parameter<TagId>('id')),
);
export const isTagKnown = (database: StoreDatabase, id: TagId): boolean => known.first(database, { id }) !== undefined;

/** Puts a tag back as it was. */
export const insertHeldTag = (database: StoreDatabase, tag: HeldTag): void => {
  execute(database, sqlite.insertInto('customer_tags').values(tag));
};
