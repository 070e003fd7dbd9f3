import type { Insertable, Selectable } from 'kysely';
import type { TagChangeId, TagGroupId, TagId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, firstRow, plainRows, plainRun, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { TagTables } from './schema/tags.ts';

// The journal that takes a change of the tag library back, and who had a tag that was merged into another.

type TagChangeRow = Selectable<TagTables['tag_changes']>;

export const insertTagChange = (database: StoreDatabase, row: Insertable<TagTables['tag_changes']>): void => {
  execute(database, sqlite.insertInto('tag_changes').values(row));
};

export const findTagChange = (database: StoreDatabase, id: TagChangeId): TagChangeRow | undefined =>
  firstRow(database, sqlite.selectFrom('tag_changes').selectAll().where('id', '=', id));

export const markTagChangeUndone = (database: StoreDatabase, id: TagChangeId, at: Instant): void => {
  execute(database, sqlite.updateTable('tag_changes').set({ undone_at: at }).where('id', '=', id));
};

/** Forgets what nobody takes back any more. */
export const deleteTagChangesBefore = (database: StoreDatabase, at: Instant): void => {
  execute(database, sqlite.deleteFrom('tag_changes').where('at', '<', at));
};

interface Merge {
  readonly changeId: TagChangeId;
  readonly from: TagId;
  readonly into: TagId;
}

/**
 * Everyone who has the one tag has the other instead; who had both keeps the other as it was, with its own source and day. Who they
 * were is noted under the change.
 */
export const moveBearers = (
  database: StoreDatabase,
  merge: Merge,
): { readonly movedCount: number; readonly hadBothCount: number } => {
  const noted = plainRun(
    database,
    `INSERT INTO tag_change_bearers (change_id, customer_id, source, tagged_on, staff_id, import_id, had_both)
     SELECT @changeId, customer_id, source, tagged_on, staff_id, import_id,
       EXISTS (SELECT 1 FROM customer_tags AS other WHERE other.customer_id = customer_tags.customer_id AND other.tag_id = @into)
     FROM customer_tags WHERE tag_id = @from`,
    merge,
  );
  const hadBothCount = plainRun(
    database,
    `DELETE FROM customer_tags WHERE tag_id = @from
     AND customer_id IN (SELECT customer_id FROM tag_change_bearers WHERE change_id = @changeId AND had_both = 1)`,
    merge,
  );
  plainRun(database, 'UPDATE customer_tags SET tag_id = @into WHERE tag_id = @from', merge);
  return { movedCount: noted - hadBothCount, hadBothCount };
};

/** Gives everyone of a merge the one tag back, and takes the other from who had not had it. Who has lost it meanwhile gets neither. */
export const restoreBearers = (database: StoreDatabase, merge: Merge): void => {
  const stillThere = `EXISTS (SELECT 1 FROM customer_tags AS present
    WHERE present.customer_id = tag_change_bearers.customer_id AND present.tag_id = @into)`;
  plainRun(
    database,
    `INSERT INTO customer_tags (customer_id, tag_id, source, tagged_on, staff_id, import_id)
     SELECT customer_id, @from, source, tagged_on, staff_id, import_id FROM tag_change_bearers
     WHERE change_id = @changeId AND ${stillThere}`,
    merge,
  );
  plainRun(
    database,
    `DELETE FROM customer_tags WHERE tag_id = @into
     AND customer_id IN (SELECT customer_id FROM tag_change_bearers WHERE change_id = @changeId AND had_both = 0)`,
    merge,
  );
};

interface Surplus {
  readonly changeId: TagChangeId;
  readonly groupId: TagGroupId;
}

/**
 * Leaves everybody one tag of a group that allows no more: the one given last, of those of one day the first in the library's order. The
 * others are noted under the change and taken away. Returns how many customers had more than one.
 */
export const dropSurplus = (database: StoreDatabase, surplus: Surplus): number => {
  plainRun(
    database,
    `INSERT INTO tag_change_dropped (change_id, customer_id, tag_id, source, tagged_on, staff_id, import_id)
     SELECT @changeId, customer_id, tag_id, source, tagged_on, staff_id, import_id FROM (
       SELECT customer_tags.*, ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY tagged_on DESC, tags.position, tags.id) AS place
       FROM tags JOIN customer_tags ON customer_tags.tag_id = tags.id WHERE tags.group_id = @groupId)
     WHERE place > 1`,
    surplus,
  );
  plainRun(
    database,
    `DELETE FROM customer_tags WHERE (customer_id, tag_id) IN (SELECT customer_id, tag_id FROM tag_change_dropped WHERE change_id = @changeId)`,
    surplus,
  );
  const [row] = plainRows<{ people: number }>(
    database,
    'SELECT COUNT(DISTINCT customer_id) AS people FROM tag_change_dropped WHERE change_id = @changeId',
    surplus,
  );
  return row?.people ?? 0;
};

/** Gives back what the change took from people who had two; who has it again keeps it as it is, and a tag that is gone stays gone. */
export const restoreDropped = (database: StoreDatabase, changeId: TagChangeId): void => {
  plainRun(
    database,
    `INSERT INTO customer_tags (customer_id, tag_id, source, tagged_on, staff_id, import_id)
     SELECT customer_id, tag_id, source, tagged_on, staff_id, import_id FROM tag_change_dropped
     WHERE change_id = @changeId AND EXISTS (SELECT 1 FROM tags WHERE tags.id = tag_id)
     ON CONFLICT (customer_id, tag_id) DO NOTHING`,
    { changeId },
  );
};
