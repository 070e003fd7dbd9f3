import { sql } from 'kysely';
import { recordEntriesSchema } from '../../shared/contract/serviceRecords.ts';
import type { ServiceRecord } from '../../shared/contract/serviceRecords.ts';
import type { RecordEntry } from '../../shared/domain/serviceRecords/fields.ts';
import type { CustomerId, RecordTypeId, ServiceRecordId, StaffId, ThingId, VisitId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { TimelinePage } from './timeline.ts';

// What was done for a customer or one of their things, by types of record (R067, X24).

/** What a person writes down. */
export interface RecordValues {
  readonly thingId: ThingId | null;
  readonly visitId: VisitId | null;
  readonly at: Instant;
  readonly businessDate: LocalDate;
  readonly entries: readonly RecordEntry[];
  readonly note: string | null;
  readonly staffId: StaffId | null;
  readonly writtenBy: StaffId | null;
}

const columnsOf = (values: RecordValues) => ({
  thing_id: values.thingId,
  visit_id: values.visitId,
  at: values.at,
  business_date: values.businessDate,
  entries: JSON.stringify(values.entries),
  note: values.note,
  staff_id: values.staffId,
  written_by: values.writtenBy,
});

export const insertRecord = (
  database: StoreDatabase,
  record: RecordValues & {
    readonly id: ServiceRecordId;
    readonly customerId: CustomerId;
    readonly typeId: RecordTypeId;
    readonly typeName: string;
  },
  at: Instant,
): void => {
  const { id, customerId, typeId, typeName } = record;
  const whose = { id, customer_id: customerId, type_id: typeId, type_name: typeName };
  execute(
    database,
    sqlite.insertInto('service_records').values({ ...whose, ...columnsOf(record), created_at: at, changed_at: at }),
  );
};

/** Changes what was written; type, customer and the type's name of that day stay. */
export const updateRecord = (database: StoreDatabase, id: ServiceRecordId, values: RecordValues, at: Instant): void => {
  execute(
    database,
    sqlite
      .updateTable('service_records')
      .set({ ...columnsOf(values), changed_at: at })
      .where('id', '=', id),
  );
};

/** Marks it as written by mistake; null brings it back. */
export const markRecordRemoved = (database: StoreDatabase, id: ServiceRecordId, removedAt: Instant | null): void => {
  execute(database, sqlite.updateTable('service_records').set({ removed_at: removedAt }).where('id', '=', id));
};

const records = sqlite
  .selectFrom('service_records as record')
  .innerJoin('record_types as type', 'type.id', 'record.type_id')
  .leftJoin('staff', 'staff.id', 'record.staff_id')
  .leftJoin('things', 'things.id', 'record.thing_id')
  .select(['record.id', 'record.customer_id', 'record.type_id', 'record.type_name', 'record.thing_id', 'record.visit_id'])
  .select(['record.at', 'record.business_date', 'record.entries', 'record.note', 'record.staff_id', 'record.removed_at'])
  .select(['type.is_private', 'staff.name as staff_name', 'things.name as thing_name']);
export type RecordRow = Awaited<ReturnType<typeof records.executeTakeFirstOrThrow>>;

/** The values of a stored row, with their words. */
export const entriesOf = ({ entries }: Pick<RecordRow, 'entries'>): ServiceRecord['entries'] =>
  recordEntriesSchema.parse(JSON.parse(entries));

/** A stored row as the contract tells it. */
export const recordOf = (row: RecordRow): ServiceRecord => ({
  id: row.id,
  customerId: row.customer_id,
  typeId: row.type_id,
  typeName: row.type_name,
  isPrivate: row.is_private === 1,
  thing: row.thing_id === null || row.thing_name === null ? null : { id: row.thing_id, name: row.thing_name },
  visitId: row.visit_id,
  on: row.business_date,
  at: row.at,
  staff: row.staff_id === null || row.staff_name === null ? null : { id: row.staff_id, name: row.staff_name },
  entries: entriesOf(row),
  note: row.note,
});

interface Seen {
  /** 1 shows private records too (X40). */
  seesHealth: 0 | 1;
}
const isSeen = sql<boolean>`(type.is_private = 0 OR ${parameter<0 | 1>('seesHealth')} = 1)`;
const customer = parameter<CustomerId>('customerId');
const limit = parameter<number>('limit');

interface Kept extends Seen {
  customerId: CustomerId;
  offset: number;
  limit: number;
}
const present = records
  .where('record.customer_id', '=', customer)
  .where('record.removed_at', 'is', null)
  .where(isSeen)
  .orderBy('record.at', 'desc')
  .orderBy('record.id', 'desc');
const ofThing = sql<boolean>`record.thing_id = ${parameter<ThingId>('thingId')}`;
const ofType = sql<boolean>`record.type_id = ${parameter<RecordTypeId>('typeId')}`;
const offset = parameter<number>('offset');

const byId = hotQuery<{ id: ServiceRecordId }, RecordRow>(records.where('record.id', '=', parameter<ServiceRecordId>('id')));
const page = hotQuery<Kept, RecordRow>(present.limit(limit).offset(offset));
const pageOfType = hotQuery<Kept & { typeId: RecordTypeId }, RecordRow>(present.where(ofType).limit(limit).offset(offset));
const pageOfThing = hotQuery<Kept & { thingId: ThingId }, RecordRow>(present.where(ofThing).limit(limit).offset(offset));
const pageOfBoth = hotQuery<Kept & { typeId: RecordTypeId; thingId: ThingId }, RecordRow>(
  present.where(ofType).where(ofThing).limit(limit).offset(offset),
);
const total = hotQuery<
  { customerId: CustomerId; typeId: RecordTypeId | null; thingId: ThingId | null } & Seen,
  { total: number }
>(
  sqlite
    .selectFrom('service_records as record')
    .innerJoin('record_types as type', 'type.id', 'record.type_id')
    .select((row) => row.fn.countAll<number>().as('total'))
    .where('record.customer_id', '=', customer)
    .where('record.removed_at', 'is', null)
    .where(isSeen)
    .where(sql<boolean>`(${parameter('typeId')} IS NULL OR record.type_id = ${parameter('typeId')})`)
    .where(sql<boolean>`(${parameter('thingId')} IS NULL OR record.thing_id = ${parameter('thingId')})`),
);
const timeline = hotQuery<TimelinePage & Seen, RecordRow>(
  records
    .where('record.customer_id', '=', customer)
    .where('record.removed_at', 'is', null)
    .where(isSeen)
    .where(sql<boolean>`(record.at, record.id) < (${parameter<number>('at')}, ${parameter<string>('id')})`)
    .orderBy('record.at', 'desc')
    .orderBy('record.id', 'desc')
    .limit(limit),
);

const seen = (seesHealth: boolean): 0 | 1 => (seesHealth ? 1 : 0);

export const findRecord = (database: StoreDatabase, id: ServiceRecordId): RecordRow | undefined => byId.first(database, { id });

export interface RecordFilter {
  readonly customerId: CustomerId;
  readonly typeId: RecordTypeId | null;
  readonly thingId: ThingId | null;
  readonly seesHealth: boolean;
}

/** A customer's records that were not removed, latest first: of one type or thing where named. */
export const listRecords = (
  database: StoreDatabase,
  { customerId, typeId, thingId, seesHealth }: RecordFilter,
  { offset: first, limit: most }: { readonly offset: number; readonly limit: number },
): RecordRow[] => {
  const kept = { customerId, seesHealth: seen(seesHealth), offset: first, limit: most };
  if (typeId !== null && thingId !== null) return pageOfBoth.rows(database, { ...kept, typeId, thingId });
  if (typeId !== null) return pageOfType.rows(database, { ...kept, typeId });
  if (thingId !== null) return pageOfThing.rows(database, { ...kept, thingId });
  return page.rows(database, kept);
};
export const countRecords = (database: StoreDatabase, { seesHealth, ...filter }: RecordFilter): number =>
  total.first(database, { ...filter, seesHealth: seen(seesHealth) })?.total ?? 0;
export const listTimelineRecords = (database: StoreDatabase, where: TimelinePage, seesHealth: boolean): RecordRow[] =>
  timeline.rows(database, { ...where, seesHealth: seen(seesHealth) });

/** The SQL of the reads above, so that their plans can be asserted. */
export const serviceRecordQueries = {
  byId: byId.sql,
  page: page.sql,
  pageOfType: pageOfType.sql,
  pageOfThing: pageOfThing.sql,
  pageOfBoth: pageOfBoth.sql,
  total: total.sql,
  timeline: timeline.sql,
};
