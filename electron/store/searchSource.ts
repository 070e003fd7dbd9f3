import { sql } from 'kysely';
import type { Searchable } from '../../shared/domain/search.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { searchableValuesSql } from './customFields.ts';
import { hotQuery, parameter, plainRows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { Flag } from './schema.ts';

// What the search index reads, and how it learns that something changed. SQLite only: TEMP triggers of one connection.

/** What one customer is found by. */
export interface SearchableRow extends Searchable {
  readonly id: CustomerId;
  readonly lastVisitOn: LocalDate | null;
  /** Found only when asked for (X37). */
  readonly isInactive: boolean;
}

/** Between the phones of one customer; nothing a person types. */
const SEPARATOR = '\u001f';

interface Row {
  id: CustomerId;
  name: string;
  number: string;
  card_no: string | null;
  last_visit_on: LocalDate | null;
  is_inactive: Flag;
  phones: string | null;
  things: string | null;
  former_codes: string | null;
  contacts: string | null;
  own: string | null;
}

const people = sqlite
  .selectFrom('customers')
  .leftJoin('customer_summaries', 'customer_summaries.customer_id', 'customers.id')
  .select([
    'customers.id',
    'customers.name',
    'customers.number',
    'customers.card_no',
    'customers.is_inactive',
    'customer_summaries.last_visit_on',
    // One row a customer, the first phone first; reading the phones apart would take as long again.
    sql<string | null>`(SELECT group_concat(value, ${sql.lit(SEPARATOR)}) FROM (
      SELECT value FROM contact_methods WHERE customer_id = customers.id AND type IN ('mobile', 'landline')
      ORDER BY is_primary DESC, created_at, id))`.as('phones'),
    sql<string | null>`(SELECT group_concat(name || ifnull(${sql.lit(SEPARATOR)} || plate, ''), ${sql.lit(SEPARATOR)})
      FROM things WHERE customer_id = customers.id AND removed_at IS NULL)`.as('things'),
    // Numbers and cards of those merged into this person: an old card still finds them.
    sql<string | null>`(SELECT group_concat(code, ${sql.lit(SEPARATOR)}) FROM (
      SELECT number AS code FROM customers AS former WHERE former.merged_into_id = customers.id
      UNION ALL
      SELECT card_no FROM customers AS former WHERE former.merged_into_id = customers.id AND card_no IS NOT NULL))`.as(
      'former_codes',
    ),
    sql<string | null>`(SELECT group_concat(value, ${sql.lit(SEPARATOR)}) FROM contact_methods
      WHERE customer_id = customers.id AND type NOT IN ('mobile', 'landline'))`.as('contacts'),
    sql<string | null>`${sql.raw(searchableValuesSql)}`.as('own'),
  ])
  .where('customers.removed_at', 'is', null)
  .orderBy('customers.id');

const next = hotQuery<{ after: string; limit: number }, Row>(
  people.where('customers.id', '>', sql<CustomerId>`${parameter<string>('after')}`).limit(parameter<number>('limit')),
);
const some = hotQuery<{ customerIds: string }, Row>(
  people.where('customers.id', 'in', sql<CustomerId>`(SELECT value FROM json_each(${parameter<string>('customerIds')}))`),
);

const none: readonly string[] = [];

const searchableOf = (row: Row): SearchableRow => ({
  id: row.id,
  name: row.name,
  number: row.number,
  cardNo: row.card_no,
  phones: row.phones === null ? none : row.phones.split(SEPARATOR),
  things: row.things === null ? none : row.things.split(SEPARATOR),
  formerCodes: row.former_codes === null ? none : row.former_codes.split(SEPARATOR),
  contacts: row.contacts === null ? none : row.contacts.split(SEPARATOR),
  own: row.own === null ? none : row.own.split(SEPARATOR),
  lastVisitOn: row.last_visit_on,
  isInactive: row.is_inactive === 1,
});

/** So many are read at a time: some milliseconds, and a large shop's names do not stand in memory twice. */
const ROWS_AT_A_TIME = 1000;

/** Every customer that is not removed, by ascending id, some thousand at a time. */
export function* readSearchables(database: StoreDatabase): Generator<SearchableRow[]> {
  for (let after = ''; ;) {
    const found = next.rows(database, { after, limit: ROWS_AT_A_TIME });
    yield found.map(searchableOf);
    const last = found.at(-1);
    if (last === undefined || found.length < ROWS_AT_A_TIME) return;
    after = last.id;
  }
}

/** The customers among these that are not removed, by ascending id. */
export const findSearchables = (database: StoreDatabase, customerIds: readonly CustomerId[]): SearchableRow[] =>
  some.rows(database, { customerIds: JSON.stringify(customerIds) }).map(searchableOf);

/** The SQL of the reads above, so that their plans can be asserted. */
export const searchQueries = { next: next.sql, some: some.sql };

// Not INSERT OR IGNORE: an upsert that fires the trigger puts its own conflict handling in the place of the trigger's.
const note = (name: string, when: string, id: string): string =>
  `CREATE TEMP TRIGGER IF NOT EXISTS ${name} AFTER ${when}
   BEGIN INSERT INTO changed_searchables (id) SELECT ${id} WHERE NOT EXISTS (SELECT 1 FROM changed_searchables WHERE id = ${id}); END;`;

/** Everyone with a value of a field, or with an option, that changes for all of them. */
const noteBearers = (name: string, table: string, columns: string, key: string): string =>
  `CREATE TEMP TRIGGER IF NOT EXISTS ${name} AFTER UPDATE OF ${columns} ON main.${table}
   BEGIN INSERT INTO changed_searchables (id) SELECT DISTINCT customer_id FROM main.custom_field_values
     WHERE ${key} = NEW.id AND customer_id NOT IN (SELECT id FROM changed_searchables); END;`;

const watching = `
CREATE TEMP TABLE IF NOT EXISTS changed_searchables (id TEXT PRIMARY KEY) WITHOUT ROWID;
${note('note_customer_added', 'INSERT ON main.customers', 'NEW.id')}
${note('note_customer_changed', 'UPDATE OF name, number, card_no, removed_at, merged_into_id, is_inactive ON main.customers', 'NEW.id')}
${note('note_merged', 'UPDATE OF merged_into_id ON main.customers WHEN NEW.merged_into_id IS NOT NULL', 'NEW.merged_into_id')}
${note('note_merge_undone', 'UPDATE OF merged_into_id ON main.customers WHEN OLD.merged_into_id IS NOT NULL', 'OLD.merged_into_id')}
${note('note_customer_deleted', 'DELETE ON main.customers', 'OLD.id')}
${note('note_phone_added', 'INSERT ON main.contact_methods', 'NEW.customer_id')}
${note('note_phone_changed', 'UPDATE OF value, type, is_primary ON main.contact_methods', 'NEW.customer_id')}
${note('note_phone_moved', 'UPDATE OF customer_id ON main.contact_methods', 'OLD.customer_id')}
${note('note_phone_taken_over', 'UPDATE OF customer_id ON main.contact_methods', 'NEW.customer_id')}
${note('note_phone_deleted', 'DELETE ON main.contact_methods', 'OLD.customer_id')}
${note('note_thing_added', 'INSERT ON main.things', 'NEW.customer_id')}
${note('note_thing_changed', 'UPDATE OF name, plate, customer_id, removed_at ON main.things', 'NEW.customer_id')}
${note('note_thing_given', 'UPDATE OF customer_id ON main.things', 'OLD.customer_id')}
${note('note_thing_deleted', 'DELETE ON main.things', 'OLD.customer_id')}
${note('note_value_added', 'INSERT ON main.custom_field_values', 'NEW.customer_id')}
${note('note_value_changed', 'UPDATE ON main.custom_field_values', 'NEW.customer_id')}
${note('note_value_deleted', 'DELETE ON main.custom_field_values', 'OLD.customer_id')}
${noteBearers('note_field_changed', 'custom_fields', 'is_searchable, archived_at', 'field_id')}
${noteBearers('note_option_renamed', 'custom_field_options', 'name', 'option_id')}
${note('note_summary_added', 'INSERT ON main.customer_summaries', 'NEW.customer_id')}
${note('note_visit', 'UPDATE OF last_visit_on ON main.customer_summaries WHEN NEW.last_visit_on IS NOT OLD.last_visit_on', 'NEW.customer_id')}`;

const triggerNames = [...watching.matchAll(/TRIGGER IF NOT EXISTS (\w+)/g)].map((match) => match[1] ?? '');

/** From now on this connection notes, in the transaction of the change, whose name, numbers or last visit changed. */
export const watchChanges = ({ connection }: StoreDatabase): void => {
  connection.exec(watching);
};

/** No longer notes anything. */
export const stopWatching = ({ connection }: StoreDatabase): void => {
  connection.exec(triggerNames.map((name) => `DROP TRIGGER IF EXISTS temp.${name};`).join('\n'));
};

/** Starts anew: nothing has changed. */
export const forgetChanges = ({ connection }: StoreDatabase): void => {
  connection.exec('DELETE FROM temp.changed_searchables');
};

/**
 * Whose row has changed since the last call, with the row as it is now (null when removed); 'many' when they are more than
 * `most`. Each is told once.
 */
export const changedSearchables = (
  database: StoreDatabase,
  most: number,
): ReadonlyMap<CustomerId, SearchableRow | null> | 'many' => {
  const changed = plainRows<{ id: CustomerId }>(database, 'SELECT id FROM temp.changed_searchables LIMIT @most', {
    most: most + 1,
  });
  if (changed.length > most) return 'many';
  if (changed.length === 0) return new Map();
  const ids = changed.map(({ id }) => id);
  const found = new Map(findSearchables(database, ids).map((row) => [row.id, row]));
  forgetChanges(database);
  return new Map(ids.map((id) => [id, found.get(id) ?? null]));
};
