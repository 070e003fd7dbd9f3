import { thingFieldsSchema } from '../../shared/contract/things.ts';
import type { Retirement, ThingField, ThingType } from '../../shared/domain/things/types.ts';
import { plateAmong } from '../../shared/domain/things/fields.ts';
import type { PartialDateParts } from '../../shared/domain/partialDate.ts';
import type { CustomerId, ImportId, ThingId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

/** Most rows of one customer that are ever read at once. */
export const MOST_THINGS = 200;

/** What a person writes about a thing. `fields` in their stored form (readThingFields). */
export interface ThingValues {
  readonly name: string;
  readonly fields: readonly ThingField[];
  readonly birthDate: PartialDateParts | null;
  readonly note: string | null;
}

/** A thing as the store holds it (X20). */
export interface StoredThing extends ThingValues {
  readonly id: ThingId;
  readonly customerId: CustomerId;
  readonly type: ThingType;
  readonly plate: string | null;
  readonly retired: { readonly on: LocalDate; readonly because: Retirement } | null;
  readonly removedAt: Instant | null;
}

const things = sqlite
  .selectFrom('things')
  .select(['id', 'customer_id', 'type', 'name', 'plate', 'fields', 'note', 'retired_on', 'retired_because', 'removed_at'])
  .select(['birth_calendar', 'birth_year', 'birth_month', 'birth_day', 'birth_is_leap_month']);
export type ThingRow = Awaited<ReturnType<typeof things.executeTakeFirstOrThrow>>;

/** A row as the trade knows it. */
export const storedThing = (row: ThingRow): StoredThing => ({
  id: row.id,
  customerId: row.customer_id,
  type: row.type,
  name: row.name,
  plate: row.plate,
  fields: thingFieldsSchema.parse(JSON.parse(row.fields)),
  birthDate:
    row.birth_calendar === null
      ? null
      : {
          calendar: row.birth_calendar,
          year: row.birth_year,
          month: row.birth_month,
          day: row.birth_day,
          isLeapMonth: row.birth_is_leap_month === 1,
        },
  note: row.note,
  retired: row.retired_on === null || row.retired_because === null ? null : { on: row.retired_on, because: row.retired_because },
  removedAt: row.removed_at,
});

const byId = hotQuery<{ id: ThingId }, ThingRow>(things.where('id', '=', parameter<ThingId>('id')));
const ofCustomer = hotQuery<{ customerId: CustomerId; limit: number }, ThingRow>(
  things
    .where('customer_id', '=', parameter<CustomerId>('customerId'))
    .where('removed_at', 'is', null)
    .orderBy('id')
    .limit(parameter<number>('limit')),
);
const byPlate = hotQuery<{ plate: string }, { id: ThingId; customer_id: CustomerId }>(
  sqlite
    .selectFrom('things')
    .select(['id', 'customer_id'])
    .where('plate', '=', parameter<string>('plate'))
    .where('removed_at', 'is', null)
    .orderBy('id'),
);

export const findThing = (database: StoreDatabase, id: ThingId): StoredThing | undefined => {
  const row = byId.first(database, { id });
  return row && storedThing(row);
};

/** What a customer has now, retired ones among them, in the order in which they were added. */
export const listThings = (database: StoreDatabase, customerId: CustomerId): StoredThing[] =>
  ofCustomer.rows(database, { customerId, limit: MOST_THINGS }).map(storedThing);

/** Whose cars bear a plate, in its stored form (readThingField). */
export const findThingsByPlate = (
  database: StoreDatabase,
  plate: string,
): { readonly id: ThingId; readonly customer_id: CustomerId }[] => byPlate.rows(database, { plate });

/** The columns that hold a thing's values. */
export const thingColumns = ({ name, fields, birthDate, note }: ThingValues) =>
  ({
    name,
    plate: plateAmong(fields),
    fields: JSON.stringify(fields.map((field) => ({ name: field.name, value: field.value }))),
    birth_calendar: birthDate?.calendar ?? null,
    birth_year: birthDate?.year ?? null,
    birth_month: birthDate?.month ?? null,
    birth_day: birthDate?.day ?? null,
    birth_is_leap_month: birthDate?.isLeapMonth === true ? 1 : 0,
    note,
  }) as const;

/** Writes a new thing. Its fields must have been read by `readThingFields`. */
export const insertThing = (
  database: StoreDatabase,
  thing: ThingValues & {
    readonly id: ThingId;
    readonly customerId: CustomerId;
    readonly type: ThingType;
    readonly importId: ImportId | null;
    readonly at: Instant;
  },
): void => {
  const { id, customerId, type, importId, at } = thing;
  execute(
    database,
    sqlite
      .insertInto('things')
      .values({ id, customer_id: customerId, type, import_id: importId, created_at: at, changed_at: at, ...thingColumns(thing) }),
  );
};

export const updateThing = (database: StoreDatabase, id: ThingId, values: ThingValues, at: Instant): void => {
  execute(
    database,
    sqlite
      .updateTable('things')
      .set({ ...thingColumns(values), changed_at: at })
      .where('id', '=', id),
  );
};

/** Since when and why it is no longer served; null takes that back. */
export const markThingRetired = (database: StoreDatabase, id: ThingId, retired: StoredThing['retired'], at: Instant): void => {
  const row = { retired_on: retired?.on ?? null, retired_because: retired?.because ?? null, changed_at: at };
  execute(database, sqlite.updateTable('things').set(row).where('id', '=', id));
};

/** Marks it as written down by mistake; null brings it back. */
export const markThingRemoved = (database: StoreDatabase, id: ThingId, removedAt: Instant | null, at: Instant): void => {
  execute(database, sqlite.updateTable('things').set({ removed_at: removedAt, changed_at: at }).where('id', '=', id));
};

/** Gives it to another customer, and what of it runs out with it. */
export const changeOwner = (database: StoreDatabase, id: ThingId, customerId: CustomerId, at: Instant): void => {
  execute(database, sqlite.updateTable('things').set({ customer_id: customerId, changed_at: at }).where('id', '=', id));
  execute(database, sqlite.updateTable('expiring_facts').set({ customer_id: customerId }).where('thing_id', '=', id));
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const thingQueries = { byId: byId.sql, ofCustomer: ofCustomer.sql, byPlate: byPlate.sql };
