import type { Selectable } from 'kysely';
import type { ConsentPurpose } from '../../shared/domain/privacy/consents.ts';
import type { ConsentId, CustomerId, ImportId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, plainRows, plainRun, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { Schema } from './schema.ts';

export type ConsentRow = Selectable<Schema['consents']> & { readonly staff_name: string | null };

const history = hotQuery<{ customerId: CustomerId }, ConsentRow>(
  sqlite
    .selectFrom('consents')
    .leftJoin('staff', 'staff.id', 'consents.staff_id')
    .selectAll('consents')
    .select('staff.name as staff_name')
    .where('consents.customer_id', '=', parameter<CustomerId>('customerId'))
    .orderBy('consents.at', 'desc')
    .orderBy('consents.id', 'desc')
    .limit(200),
);
/** What a person said of consent, written down last first. */
export const listConsents = (database: StoreDatabase, customerId: CustomerId): ConsentRow[] =>
  history.rows(database, { customerId });

const byId = hotQuery<{ id: ConsentId }, Selectable<Schema['consents']>>(
  sqlite.selectFrom('consents').selectAll().where('id', '=', parameter<ConsentId>('id')),
);
export const findConsent = (database: StoreDatabase, id: ConsentId): Selectable<Schema['consents']> | undefined =>
  byId.first(database, { id });

export const insertConsent = (database: StoreDatabase, row: Omit<Selectable<Schema['consents']>, 'undone_at'>): void => {
  execute(database, sqlite.insertInto('consents').values(row));
};

/** Marks an entry as taken back; it stays in the history. */
export const markConsentUndone = (database: StoreDatabase, id: ConsentId, at: Instant): void => {
  execute(database, sqlite.updateTable('consents').set({ undone_at: at }).where('id', '=', id));
};

/** The history's entries for these people whom an import has brought, from what their cards say. */
export const insertConsentsOfImport = (
  database: StoreDatabase,
  importId: ImportId,
  customerIds: readonly CustomerId[],
  newId: () => string,
): void => {
  const said = `+import_id = @importId AND id IN (SELECT value FROM json_each(@ids))`;
  const people = plainRows<{ id: CustomerId; state: 'given' | 'withdrawn'; on_date: string; note: string | null; at: number }>(
    database,
    `SELECT id, 'given' AS state, consent_on AS on_date, consent_source AS note, created_at AS at FROM customers
     WHERE ${said} AND consent_on IS NOT NULL
     UNION ALL SELECT id, 'withdrawn', consent_withdrawn_on, NULL, created_at FROM customers
     WHERE ${said} AND consent_withdrawn_on IS NOT NULL`,
    { importId, ids: JSON.stringify(customerIds) },
  );
  for (const { id, ...entry } of people)
    plainRun(
      database,
      `INSERT INTO consents (id, customer_id, purpose, state, on_date, way, wording_version, note, at)
       VALUES (@consentId, @id, 'records', @state, @on_date, 'import', 0, @note, @at)`,
      { consentId: newId(), id, ...entry },
    );
};

/** Whether the latest word of the customer `customers.id` on a purpose is no: SQL, for filters and lists. */
export const refuses = (purpose: ConsentPurpose): string =>
  `EXISTS (SELECT 1 FROM consents AS said WHERE said.customer_id = customers.id AND said.purpose = '${purpose}'
     AND said.state = 'withdrawn' AND said.undone_at IS NULL AND NOT EXISTS (
       SELECT 1 FROM consents AS later WHERE later.customer_id = said.customer_id AND later.purpose = said.purpose
         AND later.undone_at IS NULL AND (later.on_date, later.at, later.id) > (said.on_date, said.at, said.id)))`;

/** Whether the customer `customers.id` may be told of offers that way: nothing withdrawn, and not asked to be left alone. SQL. */
export const mayBeTold = (way: ConsentPurpose): string =>
  `(customers.do_not_contact = 0 AND NOT (customers.consent_withdrawn_on IS NOT NULL
      AND (customers.consent_on IS NULL OR customers.consent_on <= customers.consent_withdrawn_on))
    AND NOT ${refuses(way)})`;

/** Of these customers, those who may be told of offers that way. */
export const amongTold = (database: StoreDatabase, ids: readonly CustomerId[], way: ConsentPurpose): Set<CustomerId> =>
  new Set(
    plainRows<{ id: CustomerId }>(
      database,
      `SELECT id FROM customers WHERE id IN (SELECT value FROM json_each(@ids)) AND ${mayBeTold(way)}`,
      { ids: JSON.stringify(ids) },
    ).map(({ id }) => id),
  );

/** Of these customers, those who agreed to be told of offers that way and may be: never asked is not agreed. */
export const amongAgreed = (database: StoreDatabase, ids: readonly CustomerId[], way: ConsentPurpose): Set<CustomerId> =>
  new Set(
    plainRows<{ id: CustomerId }>(
      database,
      `SELECT id FROM customers WHERE id IN (SELECT value FROM json_each(@ids)) AND ${mayBeTold(way)}
       AND EXISTS (SELECT 1 FROM consents WHERE consents.customer_id = customers.id AND consents.purpose = '${way}'
         AND consents.state = 'given' AND consents.undone_at IS NULL)`,
      { ids: JSON.stringify(ids) },
    ).map(({ id }) => id),
  );
