import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { AttachmentId, AttachmentPairId, CustomerId, ThingId, VisitId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { execute, firstRow, hotQuery, parameter, rows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { Schema } from './schema.ts';

export type AttachmentRecord = Selectable<Schema['attachments']>;
export type AttachmentRow = AttachmentRecord & {
  bytes: number;
  visit_on: LocalDate | null;
  thing_name: string | null;
  staff_name: string | null;
};

interface Page {
  customerId: CustomerId;
  isInBin: 0 | 1;
  limit: number;
  offset: number;
}
const customer = parameter<CustomerId>('customerId');
const isOfPage = sql<boolean>`(attachments.removed_at IS NOT NULL) = ${parameter<0 | 1>('isInBin')}`;

const page = hotQuery<Page, AttachmentRow>(
  sqlite
    .selectFrom('attachments')
    .innerJoin('attachment_blobs', 'attachment_blobs.sha256', 'attachments.sha256')
    .leftJoin('visits', 'visits.id', 'attachments.visit_id')
    .leftJoin('things', 'things.id', 'attachments.thing_id')
    .leftJoin('staff', 'staff.id', 'attachments.staff_id')
    .selectAll('attachments')
    .select([
      'attachment_blobs.bytes',
      'visits.business_date as visit_on',
      'things.name as thing_name',
      'staff.name as staff_name',
    ])
    .where('attachments.customer_id', '=', customer)
    .where(isOfPage)
    .orderBy('attachments.taken_on', 'desc')
    .orderBy('attachments.id', 'desc')
    .limit(parameter<number>('limit'))
    .offset(parameter<number>('offset')),
);
const counts = hotQuery<{ customerId: CustomerId }, { present: number; bin: number }>(
  sqlite
    .selectFrom('attachments')
    .select([sql<number>`count(*) FILTER (WHERE removed_at IS NULL)`.as('present'), sql<number>`count(removed_at)`.as('bin')])
    .where('customer_id', '=', customer),
);

/** A page of a customer's attachments, latest taken first: the present ones, or those in the bin. */
export const listAttachments = (database: StoreDatabase, of: Page): AttachmentRow[] => page.rows(database, of);
export const countAttachments = (database: StoreDatabase, customerId: CustomerId): { present: number; bin: number } =>
  counts.first(database, { customerId }) ?? { present: 0, bin: 0 };

const byId = hotQuery<{ id: AttachmentId }, AttachmentRecord>(
  sqlite.selectFrom('attachments').selectAll().where('id', '=', parameter<AttachmentId>('id')),
);
/** The attachment, in the bin or not. */
export const findAttachment = (database: StoreDatabase, id: AttachmentId): AttachmentRecord | undefined =>
  byId.first(database, { id });

export const insertAttachment = (database: StoreDatabase, row: AttachmentRecord): void => {
  execute(database, sqlite.insertInto('attachments').values(row));
};
export const updateAttachment = (
  database: StoreDatabase,
  id: AttachmentId,
  changes: Partial<Pick<AttachmentRecord, 'taken_on' | 'consent' | 'note' | 'visit_id' | 'thing_id'>>,
): void => {
  execute(database, sqlite.updateTable('attachments').set(changes).where('id', '=', id));
};

const among = (ids: readonly AttachmentId[]) => sql<AttachmentId>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;

/** Marks the customer's attachments as removed, or with null brings them back. Returns how many changed. */
export const markAttachments = (
  database: StoreDatabase,
  customerId: CustomerId,
  ids: readonly AttachmentId[],
  removedAt: Instant | null,
): number =>
  execute(
    database,
    sqlite
      .updateTable('attachments')
      .set({ removed_at: removedAt })
      .where('id', 'in', among(ids))
      .where('customer_id', '=', customerId)
      .where('removed_at', removedAt === null ? 'is not' : 'is', null),
  );

/** Deletes the customer's attachments that are in the bin; their bytes go where nobody else shows them. Returns how many. */
export const deleteFromBin = (database: StoreDatabase, customerId: CustomerId, ids: readonly AttachmentId[]): number =>
  execute(
    database,
    sqlite
      .deleteFrom('attachments')
      .where('id', 'in', among(ids))
      .where('customer_id', '=', customerId)
      .where('removed_at', 'is not', null),
  );

/** So many go at a time: the desk does not wait for a spring clean. */
const CLEANED_AT_ONCE = 50;
/** Deletes what went into the bin before an instant. */
export const deleteExpired = (database: StoreDatabase, before: Instant): void => {
  const expired = sqlite
    .selectFrom('attachments')
    .select('id')
    .where('removed_at', '<', before)
    .orderBy('removed_at')
    .limit(sql.lit(CLEANED_AT_ONCE));
  execute(database, sqlite.deleteFrom('attachments').where('id', 'in', expired));
};

const visitOwner = hotQuery<{ visitId: VisitId }, { customer_id: CustomerId }>(
  sqlite.selectFrom('visits').select('customer_id').where('id', '=', parameter<VisitId>('visitId')),
);
/** Whose visit it is; undefined when there is none of that id. */
export const findVisitOwner = (database: StoreDatabase, visitId: VisitId): CustomerId | undefined =>
  visitOwner.first(database, { visitId })?.customer_id;

const thingOwner = hotQuery<{ thingId: ThingId }, { customer_id: CustomerId }>(
  sqlite.selectFrom('things').select('customer_id').where('id', '=', parameter<ThingId>('thingId')),
);
/** Whose served thing it is; undefined when there is none of that id. */
export const findThingOwner = (database: StoreDatabase, thingId: ThingId): CustomerId | undefined =>
  thingOwner.first(database, { thingId })?.customer_id;

interface PairRow {
  id: AttachmentPairId;
  before_id: AttachmentId;
  after_id: AttachmentId;
}
const pairs = hotQuery<{ customerId: CustomerId }, PairRow>(
  sqlite
    .selectFrom('attachment_pairs')
    .innerJoin('attachments as before', 'before.id', 'attachment_pairs.before_id')
    .innerJoin('attachments as after', 'after.id', 'attachment_pairs.after_id')
    .select(['attachment_pairs.id', 'attachment_pairs.before_id', 'attachment_pairs.after_id'])
    .where('attachment_pairs.customer_id', '=', customer)
    // Photos that were parted by an undone merge are no pair.
    .whereRef('before.customer_id', '=', 'attachment_pairs.customer_id')
    .whereRef('after.customer_id', '=', 'attachment_pairs.customer_id')
    .where('before.removed_at', 'is', null)
    .where('after.removed_at', 'is', null)
    .orderBy('attachment_pairs.created_at', 'desc')
    .orderBy('attachment_pairs.id', 'desc')
    .limit(sql.lit(200)),
);
/** The customer's pairs whose photos are both present, latest first. */
export const listPairs = (database: StoreDatabase, customerId: CustomerId): PairRow[] => pairs.rows(database, { customerId });

export const findPair = (
  database: StoreDatabase,
  by: { readonly id: AttachmentPairId } | { readonly beforeId: AttachmentId; readonly afterId: AttachmentId },
): Selectable<Schema['attachment_pairs']> | undefined => {
  const all = sqlite.selectFrom('attachment_pairs').selectAll();
  return firstRow(
    database,
    'id' in by ? all.where('id', '=', by.id) : all.where('before_id', '=', by.beforeId).where('after_id', '=', by.afterId),
  );
};
export const insertPair = (database: StoreDatabase, pair: Selectable<Schema['attachment_pairs']>): void => {
  execute(database, sqlite.insertInto('attachment_pairs').values(pair));
};
export const deletePair = (database: StoreDatabase, id: AttachmentPairId): void => {
  execute(database, sqlite.deleteFrom('attachment_pairs').where('id', '=', id));
};

/** The names of the customer's attachments of these ids. */
export const listAttachmentNames = (database: StoreDatabase, ids: readonly AttachmentId[]): string[] =>
  rows(database, sqlite.selectFrom('attachments').select('name').where('id', 'in', among(ids)).orderBy('id')).map(
    ({ name }) => name,
  );

/** The SQL of the reads above, so that their plans can be asserted. */
export const attachmentQueries = { page: page.sql, counts: counts.sql, byId: byId.sql, pairs: pairs.sql };
