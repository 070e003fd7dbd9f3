import type { CustomerId, ImportId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, plainRows, plainRun, rows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// Taking a whole import back. What it brought is deleted, not marked: nobody ever acted on it, and the store is to be as it was.

/** Customers whose visits, points or fields an import has touched. */
export const listPeopleOfImport = (database: StoreDatabase, importId: ImportId): CustomerId[] =>
  plainRows<{ id: CustomerId }>(
    database,
    `SELECT customer_id AS id FROM visits WHERE import_id = @importId
     UNION SELECT customer_id FROM points_entries WHERE import_id = @importId
     UNION SELECT customer_id FROM customer_changes WHERE import_id = @importId
     UNION SELECT id FROM customers WHERE import_id = @importId`,
    { importId },
  ).map(({ id }) => id);

/** What an import changed about people who were here before, latest first. */
export const listUpdatesOfImport = (database: StoreDatabase, importId: ImportId) =>
  rows(
    database,
    sqlite
      .selectFrom('customer_changes')
      .select(['id', 'customer_id', 'at', 'fields', 'before'])
      .where('import_id', '=', importId)
      .where('fields', '!=', '[]')
      .orderBy('id', 'desc'),
  );

/** Names of the fields that were changed again after this change, by hand or by a later import. */
export const listFieldsChangedSince = (
  database: StoreDatabase,
  change: { readonly id: string; readonly customerId: CustomerId; readonly at: Instant },
): Set<string> =>
  new Set(
    plainRows<{ field: string }>(
      database,
      `SELECT DISTINCT changed.value AS field FROM customer_changes, json_each(customer_changes.fields) AS changed
       WHERE customer_changes.customer_id = @customerId AND customer_changes.at >= @at AND customer_changes.id > @id`,
      change,
    ).map(({ field }) => field),
  );

/**
 * Deletes the ways to reach somebody that an import added to people who were here before, but for those somebody has changed or
 * verified since. Says how many stay.
 */
export const deleteAddedContactMethods = (database: StoreDatabase, importId: ImportId): number => {
  const added = `SELECT row_id, value FROM import_additions WHERE import_id = @importId AND kind = 'contact_method'`;
  plainRun(
    database,
    `DELETE FROM contact_methods WHERE verified_on IS NULL AND EXISTS (SELECT 1 FROM (${added}) AS added
       WHERE added.row_id = contact_methods.id AND added.value = contact_methods.value)
     AND id IN (SELECT row_id FROM (${added}))`,
    { importId },
  );
  return (
    plainRows<{ kept: number }>(
      database,
      `SELECT count(*) AS kept FROM contact_methods WHERE id IN (SELECT row_id FROM (${added}))`,
      {
        importId,
      },
    )[0]?.kept ?? 0
  );
};

/**
 * Deletes the visits of an import and every ledger entry that stands for it: those it wrote, and the reversals of them. The ledger stays
 * a sum of what is there.
 */
export const deleteFactsOfImport = (database: StoreDatabase, importId: ImportId): { visits: number } => {
  const ofImport = `import_id = @importId OR visit_id IN (SELECT id FROM visits WHERE import_id = @importId)`;
  plainRun(database, `DELETE FROM points_entries WHERE reverses_id IN (SELECT id FROM points_entries WHERE ${ofImport})`, {
    importId,
  });
  plainRun(database, `DELETE FROM points_entries WHERE ${ofImport}`, { importId });
  const visits = execute(database, sqlite.deleteFrom('visits').where('import_id', '=', importId));
  plainRun(database, `DELETE FROM customer_changes WHERE import_id = @importId AND fields <> '[]'`, { importId });
  return { visits };
};

/** Traces of business with a customer; whoever has one of them stays when their import is taken back. */
const otherBusiness = [
  'SELECT 1 FROM visits WHERE visits.customer_id = customers.id',
  'SELECT 1 FROM points_entries WHERE points_entries.customer_id = customers.id',
  'SELECT 1 FROM interactions WHERE interactions.customer_id = customers.id',
  'SELECT 1 FROM callbacks WHERE callbacks.customer_id = customers.id',
  'SELECT 1 FROM customer_changes WHERE customer_changes.customer_id = customers.id AND customer_changes.import_id IS NOT @importId',
  'SELECT 1 FROM merges WHERE merges.survivor_id = customers.id AND merges.undone_at IS NULL',
  'SELECT 1 FROM merges WHERE merges.other_id = customers.id AND merges.undone_at IS NULL',
  'SELECT 1 FROM customers AS brought WHERE brought.referrer_id = customers.id',
  'SELECT 1 FROM family_members WHERE family_members.customer_id = customers.id',
  'SELECT 1 FROM relationships WHERE relationships.customer_id = customers.id',
  'SELECT 1 FROM relationships WHERE relationships.other_id = customers.id',
  'SELECT 1 FROM customer_tags WHERE customer_tags.customer_id = customers.id',
  'SELECT 1 FROM things WHERE things.customer_id = customers.id',
  'SELECT 1 FROM interests WHERE interests.customer_id = customers.id',
  'SELECT 1 FROM safety_facts WHERE safety_facts.customer_id = customers.id',
  'SELECT 1 FROM patch_tests WHERE patch_tests.customer_id = customers.id',
  'SELECT 1 FROM arrival_alerts WHERE arrival_alerts.customer_id = customers.id',
  'SELECT 1 FROM customer_blocks WHERE customer_blocks.customer_id = customers.id',
  'SELECT 1 FROM attachments WHERE attachments.customer_id = customers.id',
];

/** Deletes the customers an import created, but for those with other business. Call it after their imported facts are gone. */
export const deleteNewcomersOfImport = (database: StoreDatabase, importId: ImportId): { removed: number; kept: number } => {
  const removed = plainRun(
    database,
    `DELETE FROM customers WHERE import_id = @importId ${otherBusiness.map((trace) => `AND NOT EXISTS (${trace})`).join(' ')}`,
    { importId },
  );
  const kept = plainRows<{ kept: number }>(database, 'SELECT count(*) AS kept FROM customers WHERE import_id = @importId', {
    importId,
  });
  return { removed, kept: kept[0]?.kept ?? 0 };
};

/** The values of own fields that an import wrote for people who were here before: what they were, and what it made them. */
export const listValuesOfImport = (
  database: StoreDatabase,
  importId: ImportId,
): { customerId: CustomerId; rowId: string; value: string }[] =>
  plainRows(
    database,
    `SELECT customer_id AS customerId, row_id AS rowId, value FROM import_additions
     WHERE import_id = @importId AND kind = 'custom_value' AND customer_id IS NOT NULL`,
    { importId },
  );

/** Takes the tags of an import off everybody. Call it before the newcomers go: a tag given by hand keeps them. */
export const deleteTagsOfImport = (database: StoreDatabase, importId: ImportId): void => {
  plainRun(database, 'DELETE FROM customer_tags WHERE import_id = @importId', { importId });
};

/** Takes back what an import added to the library, where nobody uses it, and forgets what it added. */
export const deleteLibraryOfImport = (database: StoreDatabase, importId: ImportId): void => {
  const added = (kind: string): string => `SELECT row_id FROM import_additions WHERE import_id = @importId AND kind = '${kind}'`;
  plainRun(
    database,
    `DELETE FROM tags WHERE id IN (${added('tag')}) AND NOT EXISTS (SELECT 1 FROM customer_tags WHERE tag_id = tags.id)
       AND NOT EXISTS (SELECT 1 FROM tag_changes WHERE merged_into = tags.id OR merged_from = tags.id)`,
    { importId },
  );
  plainRun(
    database,
    `DELETE FROM tag_groups WHERE id IN (${added('tag_group')}) AND NOT EXISTS (SELECT 1 FROM tags WHERE group_id = tag_groups.id)`,
    { importId },
  );
  plainRun(
    database,
    `DELETE FROM custom_fields WHERE id IN (${added('custom_field')})
       AND NOT EXISTS (SELECT 1 FROM custom_field_values WHERE field_id = custom_fields.id)`,
    { importId },
  );
  plainRun(database, 'DELETE FROM import_additions WHERE import_id = @importId', { importId });
};

/** Of these customers, those who are there. */
export const listPresent = (database: StoreDatabase, customerIds: readonly CustomerId[]): CustomerId[] =>
  plainRows<{ id: CustomerId }>(database, 'SELECT id FROM customers WHERE id IN (SELECT value FROM json_each(@ids))', {
    ids: JSON.stringify(customerIds),
  }).map(({ id }) => id);

/** Puts the marks of a phone back as they were before an import replaced it. */
export const restorePhoneMarks = (
  database: StoreDatabase,
  contactMethodId: string,
  marks: { readonly isValid: 0 | 1; readonly verifiedOn: string | null },
): void => {
  plainRun(database, 'UPDATE contact_methods SET is_valid = @isValid, verified_on = @verifiedOn WHERE id = @contactMethodId', {
    contactMethodId,
    ...marks,
  });
};

export const markImportUndone = (database: StoreDatabase, id: ImportId, at: Instant): void => {
  execute(database, sqlite.updateTable('imports').set({ undone_at: at }).where('id', '=', id));
};
