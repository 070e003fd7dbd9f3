import { sql } from 'kysely';
import type { CustomerId, ImportId, StaffId, VisitId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';

import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { CustomerChangesTable } from './schema.ts';

/** What was done to a customer's own data; shows on the timeline. */
export interface CustomerChange {
  readonly id: string;
  readonly customerId: CustomerId;
  readonly at: Instant;
  readonly businessDate: LocalDate;
  readonly action: CustomerChangesTable['action'];
  /** Names of the fields that changed, as the contract calls them. */
  readonly fields: readonly string[];
  /** Their former values. */
  readonly before: object;
  readonly importId: ImportId | null;
  readonly staffId: StaffId | null;
}

type Values = Omit<CustomerChange, 'fields' | 'before'> & { readonly fields: string; readonly before: string };

const insertOne = hotQuery<Values>(
  sqlite.insertInto('customer_changes').values({
    id: parameter('id'),
    customer_id: parameter('customerId'),
    at: parameter('at'),
    business_date: parameter('businessDate'),
    action: parameter('action'),
    fields: parameter('fields'),
    before: parameter('before'),
    import_id: parameter('importId'),
    staff_id: parameter('staffId'),
  }),
);

export const insertChange = (database: StoreDatabase, change: CustomerChange): void => {
  insertOne.run(database, { ...change, fields: JSON.stringify(change.fields), before: JSON.stringify(change.before) });
};

const conversion = hotQuery<{ customerId: CustomerId; visitId: VisitId }, { id: string }>(
  sqlite
    .selectFrom('customer_changes')
    .select('id')
    .where('customer_id', '=', parameter<CustomerId>('customerId'))
    .where('action', '=', sql.lit('converted'))
    .where(sql<boolean>`json_extract(before, '$.visitId') = ${parameter<VisitId>('visitId')}`),
);

/** Whether this very visit made a prospect a customer. Reads the changes of one customer. */
export const findConversion = (database: StoreDatabase, customerId: CustomerId, visitId: VisitId): boolean =>
  conversion.first(database, { customerId, visitId }) !== undefined;
