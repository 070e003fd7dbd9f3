import { sql } from 'kysely';
import type { CustomerId, ImportId, MergeId, StaffId, VisitId } from '../../shared/types/ids.ts';
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
  /** The merge it was part of. */
  readonly mergeId?: MergeId;
}

type Values = Omit<CustomerChange, 'fields' | 'before' | 'mergeId'> & {
  readonly fields: string;
  readonly before: string;
  readonly mergeId: MergeId | null;
};

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
    merge_id: parameter('mergeId'),
  }),
);

export const insertChange = (database: StoreDatabase, change: CustomerChange): void => {
  insertOne.run(database, {
    ...change,
    fields: JSON.stringify(change.fields),
    before: JSON.stringify(change.before),
    mergeId: change.mergeId ?? null,
  });
};

type VisitAction = 'converted' | 'made_active';
const byVisit = hotQuery<{ customerId: CustomerId; visitId: VisitId; action: VisitAction }, { before: string }>(
  sqlite
    .selectFrom('customer_changes')
    .select('before')
    .where('customer_id', '=', parameter<CustomerId>('customerId'))
    .where('action', '=', parameter<VisitAction>('action'))
    .where(sql<boolean>`json_extract(before, '$.visitId') = ${parameter<VisitId>('visitId')}`),
);

/** What was before this very visit changed it, as JSON; undefined when it changed nothing. Reads the changes of one customer. */
export const findChangeByVisit = (
  database: StoreDatabase,
  customerId: CustomerId,
  visitId: VisitId,
  action: VisitAction,
): string | undefined => byVisit.first(database, { customerId, visitId, action })?.before;

const lastNaming = hotQuery<{ customerId: CustomerId; field: string }, { business_date: LocalDate }>(
  sqlite
    .selectFrom('customer_changes')
    .select('business_date')
    .where('customer_id', '=', parameter<CustomerId>('customerId'))
    .where(sql<boolean>`instr(fields, '"' || ${parameter<string>('field')} || '"') > 0`)
    .orderBy('at', 'desc')
    .limit(sql.lit(1)),
);

/** The day on which a field of a customer was last changed; null when it has been as it is from the first. */
export const lastChangeOf = (database: StoreDatabase, customerId: CustomerId, field: string): LocalDate | null =>
  lastNaming.first(database, { customerId, field })?.business_date ?? null;
