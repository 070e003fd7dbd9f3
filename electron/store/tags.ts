import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Tag, TagGroup, TagKind } from '../../shared/contract/tags.ts';
import { tagGroupId, tagId as toTagId } from '../../shared/types/ids.ts';
import type { TagGroupId, TagId } from '../../shared/types/ids.ts';
import { execute, firstRow, plainRows, rows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import { notListedSql } from './inactive.ts';
import type { TagGroupsTable, TagsTable } from './schema/tags.ts';

// The library: groups and their tags, in the shop's order. Some hundred rows, read whole.

export type TagGroupRow = Selectable<TagGroupsTable>;
/** A tag's own row; its count is the triggers' business. */
export type TagRow = Omit<Selectable<TagsTable>, 'customer_count'>;

const tagColumns = ['id', 'group_id', 'name', 'position', 'archived_at'] as const;

export const listTagGroupRows = (database: StoreDatabase): TagGroupRow[] =>
  rows(database, sqlite.selectFrom('tag_groups').selectAll().orderBy('position').orderBy('name'));

export const listTagRows = (database: StoreDatabase, groupId: TagGroupId | null = null): TagRow[] => {
  const all = sqlite.selectFrom('tags').select(tagColumns).orderBy('position').orderBy('name');
  return rows(database, groupId === null ? all : all.where('group_id', '=', groupId));
};

export const listTagGroups = (database: StoreDatabase, includeArchived: boolean): TagGroup[] => {
  const counts = rows(
    database,
    sqlite
      .selectFrom('tags')
      .select((of) => ['group_id', of.fn.countAll<number>().as('count')])
      .where('archived_at', 'is', null)
      .groupBy('group_id'),
  );
  const countOf = new Map(counts.map(({ group_id: id, count }) => [id, count]));
  return listTagGroupRows(database)
    .filter((row) => includeArchived || row.archived_at === null)
    .map((row) => ({
      id: row.id,
      name: row.name,
      kind: row.kind,
      isExclusive: row.is_exclusive === 1,
      isArchived: row.archived_at !== null,
      tagCount: countOf.get(row.id) ?? 0,
    }));
};

/** The few people in the bin and the inactive ones, by tag: what the running counts hold too many. CROSS JOIN keeps those few in the lead. */
export const binnedBearersSql = `SELECT customer_tags.tag_id AS id, count(*) AS count FROM customers
  CROSS JOIN customer_tags ON customer_tags.customer_id = customers.id WHERE customers.id IN (${notListedSql}) GROUP BY customer_tags.tag_id`;

/** Every tag with its group and the number of customers who have it, in the shop's order. */
export const listTags = (
  database: StoreDatabase,
  filter: { readonly groupId: TagGroupId | null; readonly includeArchived: boolean },
): Tag[] => {
  const binned = new Map(plainRows<{ id: TagId; count: number }>(database, binnedBearersSql).map(({ id, count }) => [id, count]));
  let found = sqlite
    .selectFrom('tags')
    .innerJoin('tag_groups', 'tag_groups.id', 'tags.group_id')
    .select([
      'tags.id',
      'tags.name',
      'tags.group_id as groupId',
      'tag_groups.name as groupName',
      'tags.customer_count',
      sql<number>`tags.archived_at IS NOT NULL OR tag_groups.archived_at IS NOT NULL`.as('archived'),
    ])
    .orderBy('tag_groups.position')
    .orderBy('tag_groups.name')
    .orderBy('tags.position')
    .orderBy('tags.name');
  if (filter.groupId !== null) found = found.where('tags.group_id', '=', filter.groupId);
  return rows(database, found)
    .filter(({ archived }) => filter.includeArchived || archived === 0)
    .map(({ archived, customer_count: count, ...tag }) => ({
      ...tag,
      isArchived: archived === 1,
      customerCount: count - (binned.get(tag.id) ?? 0),
    }));
};

export const findTagGroup = (database: StoreDatabase, id: TagGroupId): TagGroupRow | undefined =>
  firstRow(database, sqlite.selectFrom('tag_groups').selectAll().where('id', '=', id));

export const findTagGroupByName = (database: StoreDatabase, name: string): TagGroupRow | undefined =>
  firstRow(database, sqlite.selectFrom('tag_groups').selectAll().where('name', '=', name));

/** A tag's row with the number of those who have it, people in the bin included. */
export const findTag = (database: StoreDatabase, id: TagId): Selectable<TagsTable> | undefined =>
  firstRow(database, sqlite.selectFrom('tags').selectAll().where('id', '=', id));

export const findTagByName = (database: StoreDatabase, groupId: TagGroupId, name: string): TagRow | undefined =>
  firstRow(database, sqlite.selectFrom('tags').select(tagColumns).where('group_id', '=', groupId).where('name', '=', name));

export const insertTagGroup = (database: StoreDatabase, row: TagGroupRow): void => {
  execute(database, sqlite.insertInto('tag_groups').values(row));
};

export const insertTag = (database: StoreDatabase, row: TagRow): void => {
  execute(database, sqlite.insertInto('tags').values(row));
};

/** Writes the row as given, whether it is there or not. */
export const putTagGroup = (database: StoreDatabase, { id, ...row }: TagGroupRow): void => {
  const put = sqlite.insertInto('tag_groups').values({ id, ...row });
  execute(
    database,
    put.onConflict((conflict) => conflict.column('id').doUpdateSet(row)),
  );
};

/** Writes the row as given, whether it is there or not; its count stays. */
export const putTag = (database: StoreDatabase, { id, ...row }: TagRow): void => {
  const put = sqlite.insertInto('tags').values({ id, ...row });
  execute(
    database,
    put.onConflict((conflict) => conflict.column('id').doUpdateSet(row)),
  );
};

export const deleteTagGroup = (database: StoreDatabase, id: TagGroupId): void => {
  execute(database, sqlite.deleteFrom('tag_groups').where('id', '=', id));
};

export const deleteTag = (database: StoreDatabase, id: TagId): void => {
  execute(database, sqlite.deleteFrom('tags').where('id', '=', id));
};

const nextPosition = (positions: readonly { readonly position: number }[]): number =>
  positions.reduce((last, { position }) => Math.max(last, position), -1) + 1;

/** After the last one. */
export const nextGroupPosition = (database: StoreDatabase): number => nextPosition(listTagGroupRows(database));
export const nextTagPosition = (database: StoreDatabase, groupId: TagGroupId): number =>
  nextPosition(listTagRows(database, groupId));

/**
 * The tag of that name in the group of that name; whichever is not there is made at the end, and one that was archived is taken
 * back into use. For files and rules, which know names and no ids. Names are trimmed and cut to 40 characters.
 */
export const findOrCreateTag = (
  database: StoreDatabase,
  wanted: { readonly groupName: string; readonly name: string; readonly kind?: TagKind; readonly newId: () => string },
): { readonly tagId: TagId; readonly isNew: boolean } => {
  const groupName = wanted.groupName.trim().slice(0, 40);
  const name = wanted.name.trim().slice(0, 40);
  let group = findTagGroupByName(database, groupName);
  if (!group) {
    group = {
      id: tagGroupId(wanted.newId()),
      name: groupName,
      kind: wanted.kind ?? 'other',
      position: nextGroupPosition(database),
      is_exclusive: 0,
      archived_at: null,
    };
    insertTagGroup(database, group);
  } else if (group.archived_at !== null) putTagGroup(database, { ...group, archived_at: null });
  const known = findTagByName(database, group.id, name);
  if (known) {
    if (known.archived_at !== null) putTag(database, { ...known, archived_at: null });
    return { tagId: known.id, isNew: false };
  }
  const tagId = toTagId(wanted.newId());
  insertTag(database, { id: tagId, group_id: group.id, name, position: nextTagPosition(database, group.id), archived_at: null });
  return { tagId, isNew: true };
};
