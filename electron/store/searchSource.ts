import { sql } from 'kysely';
import type { Searchable } from '../../shared/domain/search.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, plainRows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// What the search index reads, and how it learns that something changed. SQLite only: TEMP triggers of one connection.

/** What one customer is found by. */
export interface SearchableRow extends Searchable {
  readonly id: CustomerId;
  readonly lastVisitOn: LocalDate | null;
}

interface Wanted {
  /** JSON array of ids. */
  customerIds: string;
}
const wanted = sql<CustomerId>`(SELECT value FROM json_each(${parameter<string>('customerIds')}))`;

const people = sqlite
  .selectFrom('customers')
  .leftJoin('customer_summaries', 'customer_summaries.customer_id', 'customers.id')
  .select(['customers.id', 'customers.name', 'customers.number', 'customers.card_no', 'customer_summaries.last_visit_on'])
  .where('customers.removed_at', 'is', null)
  .orderBy('customers.id');
const phones = sqlite
  .selectFrom('contact_methods')
  .select(['customer_id', 'value'])
  .where('type', 'in', ['mobile', 'landline'])
  .orderBy('customer_id')
  .orderBy('is_primary', 'desc')
  .orderBy('id');

type PersonRow = { id: CustomerId; name: string; number: string; card_no: string | null; last_visit_on: LocalDate | null };
type PhoneRow = { customer_id: CustomerId; value: string };

const everyone = hotQuery<Record<never, never>, PersonRow>(people);
const everyPhone = hotQuery<Record<never, never>, PhoneRow>(phones);
const someone = hotQuery<Wanted, PersonRow>(people.where('customers.id', 'in', wanted));
const somePhones = hotQuery<Wanted, PhoneRow>(phones.where('customer_id', 'in', wanted));

const joined = (found: readonly PersonRow[], numbers: readonly PhoneRow[]): SearchableRow[] => {
  const none: readonly string[] = [];
  const byCustomer = new Map<CustomerId, string[]>();
  for (const { customer_id, value } of numbers) {
    const known = byCustomer.get(customer_id);
    if (known) known.push(value);
    else byCustomer.set(customer_id, [value]);
  }
  return found.map((row) => ({
    id: row.id,
    name: row.name,
    number: row.number,
    cardNo: row.card_no,
    phones: byCustomer.get(row.id) ?? none,
    lastVisitOn: row.last_visit_on,
  }));
};

/** Every customer that is not removed, by ascending id. */
export const readSearchables = (database: StoreDatabase): SearchableRow[] =>
  joined(everyone.rows(database, {}), everyPhone.rows(database, {}));

/** The customers among these that are not removed, by ascending id. */
export const findSearchables = (database: StoreDatabase, customerIds: readonly CustomerId[]): SearchableRow[] => {
  const values = { customerIds: JSON.stringify(customerIds) };
  return joined(someone.rows(database, values), somePhones.rows(database, values));
};

const note = (name: string, when: string, id: string): string =>
  `CREATE TEMP TRIGGER IF NOT EXISTS ${name} AFTER ${when}
   BEGIN INSERT OR IGNORE INTO changed_searchables (id) SELECT ${id}; END;`;

const watching = `
CREATE TEMP TABLE IF NOT EXISTS changed_searchables (id TEXT PRIMARY KEY) WITHOUT ROWID;
${note('note_customer_added', 'INSERT ON main.customers', 'NEW.id')}
${note('note_customer_changed', 'UPDATE OF name, number, card_no, removed_at ON main.customers', 'NEW.id')}
${note('note_customer_deleted', 'DELETE ON main.customers', 'OLD.id')}
${note('note_phone_added', 'INSERT ON main.contact_methods', 'NEW.customer_id')}
${note('note_phone_changed', 'UPDATE OF value, type, is_primary ON main.contact_methods', 'NEW.customer_id')}
${note('note_phone_deleted', 'DELETE ON main.contact_methods', 'OLD.customer_id')}
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
