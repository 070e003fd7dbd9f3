import { plainRows } from '../../../electron/store/database.ts';
import type { StoreDatabase } from '../../../electron/store/database.ts';
import type { KnownIds } from '../../contract/support/payloads.ts';

/** points_entries: pointsEntry. */
const fieldOf = (table: string): string => {
  const one = table.replace(/ies$/, 'y').replace(/s$/, '');
  return one.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
};

/** Other names under which operations ask for the ids of a table. */
const aliases: Readonly<Record<string, readonly string[]>> = {
  customers: ['customerId', 'referrerId', 'personId', 'exceptId', 'survivorId', 'otherId', 'customerIds'],
  staff: ['staffId', 'ownerId'],
  tags: ['tagId', 'intoId', 'tagIds'],
  tag_groups: ['groupId'],
  custom_fields: ['fieldId'],
  points_entries: ['entryId'],
};

/** The newest ids of every table, under the names by which operations ask for them; a new table is among them by itself. */
export const idsOfStore = (database: StoreDatabase): KnownIds => {
  const tables = plainRows<{ name: string }>(
    database,
    `SELECT tables.name FROM sqlite_schema AS tables JOIN pragma_table_info(tables.name) AS columns
     WHERE tables.type = 'table' AND columns.name = 'id' AND columns.type = 'TEXT'`,
  );
  return Object.fromEntries(
    tables.flatMap(({ name }) => {
      const ids = plainRows<{ id: string }>(database, `SELECT id FROM main."${name}" ORDER BY id DESC LIMIT 12`).map(
        ({ id }) => id,
      );
      return ids.length === 0 ? [] : [...(aliases[name] ?? []), `${fieldOf(name)}Id`].map((field) => [field, ids] as const);
    }),
  );
};
