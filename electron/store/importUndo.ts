import type { CustomerId, ImportId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, plainRows, plainRun, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// Taking an import back, some people at a time. What it brought is deleted, not marked: nobody ever acted on it, and the store is to be
// as it was. Rows are found by their person (the plus keeps SQLite from walking through everything the import brought instead).

/** Of these people, what one import did to them. */
export interface Part {
  readonly importId: ImportId;
  readonly customerIds: readonly CustomerId[];
}
const valuesOf = ({ importId, customerIds }: Part) => ({ importId, people: JSON.stringify(customerIds) });
const THESE = '(SELECT value FROM json_each(@people))';
const OF_PART = `customer_id IN ${THESE} AND +import_id = @importId`;

/** Everybody whom an import has touched in any way, and is not known to have left again. */
export const listPeopleOfImport = (database: StoreDatabase, importId: ImportId): CustomerId[] =>
  plainRows<{ id: CustomerId }>(
    database,
    `SELECT id FROM customers WHERE import_id = @importId
     ${[
       'visits',
       'points_entries',
       'customer_changes',
       'customer_tags',
       'things',
       'expiring_facts',
       'important_dates',
       'family_members',
       'interests',
       'safety_facts',
       'patch_tests',
       'import_additions',
     ]
       .map((table) => `UNION SELECT customer_id FROM ${table} WHERE import_id = @importId AND customer_id IS NOT NULL`)
       .join('\n     ')}`,
    { importId },
  ).map(({ id }) => id);

/** Those whom an import created, with who brought them. */
export const listNewcomersOfImport = (
  database: StoreDatabase,
  importId: ImportId,
): { readonly id: CustomerId; readonly referrerId: CustomerId | null }[] =>
  plainRows(database, 'SELECT id, referrer_id AS referrerId FROM customers WHERE import_id = @importId ORDER BY id', {
    importId,
  });

/** What an import changed about people who were here before, latest first. */
export const listUpdatesOfImport = (
  database: StoreDatabase,
  part: Part,
): { readonly id: string; readonly customer_id: CustomerId; readonly at: Instant; readonly before: string }[] =>
  plainRows(
    database,
    // A conversion is no value of the file's: it goes back by whether a purchase is left.
    `SELECT id, customer_id, at, before FROM customer_changes WHERE ${OF_PART} AND fields <> '[]' AND action <> 'converted'
     ORDER BY id DESC`,
    valuesOf(part),
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
export const deleteAddedContactMethods = (database: StoreDatabase, part: Part): number => {
  const added = `SELECT row_id, value FROM import_additions WHERE ${OF_PART} AND kind = 'contact_method'`;
  plainRun(
    database,
    `DELETE FROM contact_methods WHERE verified_on IS NULL AND EXISTS (SELECT 1 FROM (${added}) AS added
       WHERE added.row_id = contact_methods.id AND added.value = contact_methods.value)
     AND id IN (SELECT row_id FROM (${added}))`,
    valuesOf(part),
  );
  return (
    plainRows<{ kept: number }>(
      database,
      `SELECT count(*) AS kept FROM contact_methods WHERE id IN (SELECT row_id FROM (${added}))`,
      valuesOf(part),
    )[0]?.kept ?? 0
  );
};

/**
 * Deletes the visits of an import and every ledger entry that stands for it: those it wrote, and the reversals of them. The ledger stays
 * a sum of what is there.
 */
export const deleteFactsOfImport = (database: StoreDatabase, part: Part): { visits: number } => {
  const values = valuesOf(part);
  const sold = `SELECT id FROM visits WHERE ${OF_PART}`;
  // What came back of one of them cannot stand without it.
  const visits = `${sold} UNION SELECT id FROM visits WHERE returns_visit_id IN (${sold})`;
  const entries = `SELECT id FROM points_entries WHERE ${OF_PART} UNION SELECT id FROM points_entries WHERE visit_id IN (${visits})`;
  // Nor can what takes one of its entries back, or what ended a lot that it brought.
  plainRun(database, `DELETE FROM points_entries WHERE reverses_id IN (${entries}) OR concerns_id IN (${entries})`, values);
  plainRun(database, `DELETE FROM points_entries WHERE id IN (${entries})`, values);
  const deleted = plainRun(database, `DELETE FROM visits WHERE id IN (${visits})`, values);
  plainRun(database, `DELETE FROM customer_changes WHERE ${OF_PART} AND fields <> '[]'`, values);
  return { visits: deleted };
};

/** Traces of business with a customer; whoever has one of them stays when their import is taken back. */
const otherBusiness = [
  'SELECT 1 FROM visits WHERE visits.customer_id = customers.id',
  'SELECT 1 FROM points_entries WHERE points_entries.customer_id = customers.id',
  'SELECT 1 FROM value_cards WHERE value_cards.customer_id = customers.id',
  'SELECT 1 FROM value_card_owners WHERE value_card_owners.customer_id = customers.id',
  'SELECT 1 FROM count_cards WHERE count_cards.customer_id = customers.id',
  'SELECT 1 FROM stored_value_entries WHERE stored_value_entries.customer_id = customers.id',
  'SELECT 1 FROM sharers WHERE sharers.customer_id = customers.id',
  'SELECT 1 FROM sharers WHERE sharers.other_id = customers.id',
  'SELECT 1 FROM gifts WHERE gifts.customer_id = customers.id',
  'SELECT 1 FROM kept_goods WHERE kept_goods.customer_id = customers.id',
  'SELECT 1 FROM reward_redemptions WHERE reward_redemptions.customer_id = customers.id',
  'SELECT 1 FROM coupons WHERE coupons.customer_id = customers.id',
  'SELECT 1 FROM advocates WHERE advocates.customer_id = customers.id',
  'SELECT 1 FROM product_tests WHERE product_tests.customer_id = customers.id',
  'SELECT 1 FROM referral_codes WHERE referral_codes.customer_id = customers.id',
  'SELECT 1 FROM member_card_events WHERE member_card_events.customer_id = customers.id',
  'SELECT 1 FROM credit_entries WHERE credit_entries.customer_id = customers.id',
  'SELECT 1 FROM interactions WHERE interactions.customer_id = customers.id',
  'SELECT 1 FROM callbacks WHERE callbacks.customer_id = customers.id',
  'SELECT 1 FROM customer_changes WHERE customer_changes.customer_id = customers.id AND customer_changes.import_id IS NOT @importId',
  'SELECT 1 FROM merges WHERE merges.survivor_id = customers.id AND merges.undone_at IS NULL',
  'SELECT 1 FROM merges WHERE merges.other_id = customers.id AND merges.undone_at IS NULL',
  `SELECT 1 FROM customers AS brought WHERE brought.referrer_id = customers.id AND brought.id NOT IN ${THESE}`,
  'SELECT 1 FROM family_members WHERE family_members.customer_id = customers.id',
  'SELECT 1 FROM relationships WHERE relationships.customer_id = customers.id',
  'SELECT 1 FROM relationships WHERE relationships.other_id = customers.id',
  'SELECT 1 FROM customer_tags WHERE customer_tags.customer_id = customers.id',
  'SELECT 1 FROM things WHERE things.customer_id = customers.id',
  'SELECT 1 FROM expiring_facts WHERE expiring_facts.customer_id = customers.id',
  'SELECT 1 FROM interests WHERE interests.customer_id = customers.id',
  'SELECT 1 FROM service_records WHERE service_records.customer_id = customers.id',
  'SELECT 1 FROM orders WHERE orders.customer_id = customers.id',
  'SELECT 1 FROM signed_forms WHERE signed_forms.customer_id = customers.id',
  'SELECT 1 FROM measurements WHERE measurements.customer_id = customers.id',
  'SELECT 1 FROM incidents WHERE incidents.customer_id = customers.id',
  'SELECT 1 FROM tasks WHERE tasks.customer_id = customers.id',
  'SELECT 1 FROM opportunities WHERE opportunities.customer_id = customers.id',
  'SELECT 1 FROM safety_facts WHERE safety_facts.customer_id = customers.id',
  'SELECT 1 FROM patch_tests WHERE patch_tests.customer_id = customers.id',
  'SELECT 1 FROM arrival_alerts WHERE arrival_alerts.customer_id = customers.id',
  'SELECT 1 FROM customer_blocks WHERE customer_blocks.customer_id = customers.id',
  `SELECT 1 FROM tier_events WHERE tier_events.customer_id = customers.id AND tier_events.kind = 'manual'`,
  'SELECT 1 FROM bonuses WHERE bonuses.customer_id = customers.id',
  'SELECT 1 FROM pending_points_entries WHERE pending_points_entries.customer_id = customers.id',
  'SELECT 1 FROM points_file_rows WHERE points_file_rows.customer_id = customers.id',
  'SELECT 1 FROM membership_terms WHERE membership_terms.customer_id = customers.id',
  'SELECT 1 FROM stamp_entries WHERE stamp_entries.customer_id = customers.id',
  'SELECT 1 FROM attachments WHERE attachments.customer_id = customers.id',
];

/**
 * Deletes those of these people whom the import created, but for those with other business, and whoever brought one of those who stay.
 * Call it after their imported facts are gone, for whom others brought before those who brought them.
 */
export const deleteNewcomersOfImport = (
  database: StoreDatabase,
  part: Part,
): { readonly removed: number; readonly kept: readonly CustomerId[] } => {
  const values = valuesOf(part);
  const these = `id IN ${THESE} AND +import_id = @importId`;
  const removed = plainRun(
    database,
    `WITH RECURSIVE staying (id) AS (
       SELECT id FROM customers WHERE ${these} AND (${otherBusiness.map((trace) => `EXISTS (${trace})`).join(' OR ')})
       UNION SELECT customers.referrer_id FROM staying JOIN customers ON customers.id = staying.id
         WHERE customers.referrer_id IS NOT NULL
     )
     DELETE FROM customers WHERE ${these} AND id NOT IN (SELECT id FROM staying)`,
    values,
  );
  return {
    removed,
    kept: plainRows<{ id: CustomerId }>(database, `SELECT id FROM customers WHERE ${these}`, values).map(({ id }) => id),
  };
};

/** Whether something of what an import brought in as sold has come back since (R068), and the return stands. */
export const hasReturnsOfImport = (database: StoreDatabase, importId: ImportId): boolean =>
  plainRows<{ found: number }>(
    database,
    `SELECT EXISTS (SELECT 1 FROM visits AS returned JOIN visits AS sold ON sold.id = returned.returns_visit_id
       WHERE returned.returns_visit_id IS NOT NULL AND returned.undone_at IS NULL AND sold.import_id = @importId) AS found`,
    { importId },
  )[0]?.found === 1;

/** Whether visits or points of an import are left: none ever is once it has been taken back from everybody. */
export const hasFactsOfImport = (database: StoreDatabase, importId: ImportId): boolean =>
  plainRows<{ found: number }>(
    database,
    `SELECT EXISTS (SELECT 1 FROM visits WHERE import_id = @importId)
       OR EXISTS (SELECT 1 FROM points_entries WHERE import_id = @importId) AS found`,
    { importId },
  )[0]?.found === 1;

/** How many of the people an import created are still here. */
export const countNewcomersLeft = (database: StoreDatabase, importId: ImportId): number =>
  plainRows<{ kept: number }>(database, 'SELECT count(*) AS kept FROM customers WHERE import_id = @importId', { importId })[0]
    ?.kept ?? 0;

/** Takes the tags of an import off these people. Call it before the newcomers go: a tag given by hand keeps them. */
export const deleteTagsOfImport = (database: StoreDatabase, part: Part): void => {
  plainRun(database, `DELETE FROM customer_tags WHERE ${OF_PART}`, valuesOf(part));
};

const ofImport = (kind: string): string => `SELECT row_id FROM import_additions WHERE import_id = @importId AND kind = '${kind}'`;

/** Facts that an import brought, with what tells that somebody has gone on with one of them since; things before what runs out. */
const importedFacts: readonly { readonly table: string; readonly isUsed: string | null }[] = [
  {
    table: 'expiring_facts',
    isUsed: `EXISTS (SELECT 1 FROM thing_events WHERE thing_events.fact_id = expiring_facts.id)
      OR EXISTS (SELECT 1 FROM expiring_periods AS period WHERE period.fact_id = expiring_facts.id
        AND period.at <> expiring_facts.created_at AND period.id NOT IN (${ofImport('expiring_period')}))`,
  },
  {
    table: 'things',
    isUsed: `EXISTS (SELECT 1 FROM thing_events WHERE thing_events.thing_id = things.id)
      OR EXISTS (SELECT 1 FROM expiring_facts WHERE expiring_facts.thing_id = things.id)
      OR EXISTS (SELECT 1 FROM visit_lines WHERE visit_lines.thing_id = things.id)
      OR EXISTS (SELECT 1 FROM attachments WHERE attachments.thing_id = things.id)`,
  },
  { table: 'important_dates', isUsed: null },
  { table: 'family_members', isUsed: null },
  { table: 'interests', isUsed: null },
  { table: 'safety_facts', isUsed: null },
  { table: 'patch_tests', isUsed: null },
];

/**
 * Deletes the things, days, family, wishes and safety notes that an import brought, but for those somebody has gone on with; what was
 * edited by hand is no import's any more. Says how many stay.
 */
export const deleteImportedFacts = (database: StoreDatabase, part: Part): number => {
  const values = valuesOf(part);
  let kept = 0;
  for (const { table, isUsed } of importedFacts) {
    plainRun(database, `DELETE FROM ${table} WHERE ${OF_PART} ${isUsed === null ? '' : `AND NOT (${isUsed})`}`, values);
    const [left] = plainRows<{ count: number }>(database, `SELECT count(*) AS count FROM ${table} WHERE ${OF_PART}`, values);
    kept += left?.count ?? 0;
  }
  return kept;
};

/** Takes back the renewals that an import wrote; what stood before counts again. */
export const deleteImportedPeriods = (database: StoreDatabase, part: Part): void => {
  const values = valuesOf(part);
  const of = (column: string): string => `SELECT ${column} FROM import_additions WHERE ${OF_PART} AND kind = 'expiring_period'`;
  plainRun(database, `DELETE FROM expiring_periods WHERE id IN (${of('row_id')})`, values);
  plainRun(
    database,
    `UPDATE expiring_facts SET valid_until = (SELECT period.valid_until FROM expiring_periods AS period
       WHERE period.fact_id = expiring_facts.id AND period.undone_at IS NULL ORDER BY period.at DESC, period.id DESC LIMIT 1)
     WHERE id IN (${of('value')})`,
    values,
  );
};

/** What an import noted of one kind about people who were here before. */
const listAdditions = (
  database: StoreDatabase,
  part: Part,
  kind: 'custom_value' | 'thing_values',
): { customerId: CustomerId; rowId: string; value: string }[] =>
  plainRows(
    database,
    `SELECT customer_id AS customerId, row_id AS rowId, value FROM import_additions WHERE ${OF_PART} AND kind = @kind`,
    { ...valuesOf(part), kind },
  );

/** The values of own fields that an import wrote for people who were here before: what they were, and what it made them. */
export const listValuesOfImport = (database: StoreDatabase, part: Part) => listAdditions(database, part, 'custom_value');

/** The same of things that were here before. */
export const listThingValuesOfImport = (database: StoreDatabase, part: Part) => listAdditions(database, part, 'thing_values');

/** Forgets what an import noted about these people. */
export const deleteAdditionsTo = (database: StoreDatabase, part: Part): void => {
  plainRun(database, `DELETE FROM import_additions WHERE ${OF_PART}`, valuesOf(part));
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
  execute(database, sqlite.updateTable('imports').set({ undone_at: at, state: 'finished' }).where('id', '=', id));
};

/** Deletes some of the refused rows of an import that never was; says whether there are more. */
export const deleteRejectedRows = (database: StoreDatabase, importId: ImportId, limit: number): { readonly isMore: boolean } => ({
  isMore:
    plainRun(
      database,
      `DELETE FROM import_rejected_rows WHERE import_id = @importId
         AND line IN (SELECT line FROM import_rejected_rows WHERE import_id = @importId ORDER BY line LIMIT @limit)`,
      { importId, limit },
    ) >= limit,
});

/** Deletes an import that never was, if nothing refers to it; says whether it is gone. */
export const deleteImport = (database: StoreDatabase, importId: ImportId): boolean => {
  const remembered = ['tag_change_bearers', 'tag_change_dropped'].map(
    (table) => `EXISTS (SELECT 1 FROM ${table} WHERE import_id = @importId)`,
  );
  const [found] = plainRows<{ isReferredTo: number }>(database, `SELECT ${remembered.join(' OR ')} AS isReferredTo`, {
    importId,
  });
  if (found?.isReferredTo === 1 || listPeopleOfImport(database, importId).length > 0) return false;
  return execute(database, sqlite.deleteFrom('imports').where('id', '=', importId)) > 0;
};
