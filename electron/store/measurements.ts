import { sql } from 'kysely';
import { storedMeasuredSchema } from '../../shared/contract/measurements.ts';
import type { Measurement } from '../../shared/contract/measurements.ts';
import type { Quantity } from '../../shared/types/amounts.ts';
import type { CustomerId, MeasureId, MeasurementId, StaffId, ThingId, VisitId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { TimelinePage } from './timeline.ts';

// What was measured of a customer or one of their things, occasion by occasion (X26).

/** What a person writes down of one occasion. */
export interface MeasurementValues {
  readonly thingId: ThingId | null;
  readonly visitId: VisitId | null;
  readonly at: Instant;
  readonly businessDate: LocalDate;
  readonly values: readonly { readonly measureId: MeasureId; readonly value: Quantity }[];
  readonly note: string | null;
  readonly staffId: StaffId | null;
  readonly writtenBy: StaffId | null;
}

const columnsOf = (values: MeasurementValues) => ({
  thing_id: values.thingId,
  visit_id: values.visitId,
  at: values.at,
  business_date: values.businessDate,
  note: values.note,
  staff_id: values.staffId,
  written_by: values.writtenBy,
});

const insertValues = (database: StoreDatabase, id: MeasurementId, { values }: MeasurementValues): void => {
  for (const { measureId, value } of values)
    execute(database, sqlite.insertInto('measurement_values').values({ measurement_id: id, measure_id: measureId, value }));
};

export const insertMeasurement = (
  database: StoreDatabase,
  { id, customerId, ...values }: MeasurementValues & { readonly id: MeasurementId; readonly customerId: CustomerId },
  at: Instant,
): void => {
  const row = { id, customer_id: customerId, ...columnsOf(values), created_at: at, changed_at: at };
  execute(database, sqlite.insertInto('measurements').values(row));
  insertValues(database, id, values);
};

/** Changes what was written; the customer stays. */
export const updateMeasurement = (database: StoreDatabase, id: MeasurementId, values: MeasurementValues, at: Instant): void => {
  const changes = { ...columnsOf(values), changed_at: at };
  execute(database, sqlite.updateTable('measurements').set(changes).where('id', '=', id));
  execute(database, sqlite.deleteFrom('measurement_values').where('measurement_id', '=', id));
  insertValues(database, id, values);
};

/** Marks it as written by mistake; null brings it back. */
export const markMeasurementRemoved = (database: StoreDatabase, id: MeasurementId, removedAt: Instant | null): void => {
  execute(database, sqlite.updateTable('measurements').set({ removed_at: removedAt }).where('id', '=', id));
};

interface Seen {
  /** 1 shows what is private too (X40). */
  seesHealth: 0 | 1;
}
const isSeenMeasure = sql<boolean>`(measure.is_private = 0 OR ${parameter<0 | 1>('seesHealth')} = 1)`;
const itsValues = sql`measurement_values AS measured JOIN measures AS measure ON measure.id = measured.measure_id
  WHERE measured.measurement_id = measurement.id`;
const valuesText = sql<string>`(SELECT json_group_array(json_object('measureId', measure.id, 'name', measure.name, 'unit', measure.unit,
  'decimals', measure.decimals, 'value', measured.value, 'position', measure.position)) FROM ${itsValues} AND ${isSeenMeasure})`;
const holdsPrivate = sql<0 | 1>`EXISTS (SELECT 1 FROM ${itsValues} AND measure.is_private = 1)`;

const measurements = sqlite
  .selectFrom('measurements as measurement')
  .leftJoin('staff', 'staff.id', 'measurement.staff_id')
  .leftJoin('things', 'things.id', 'measurement.thing_id')
  .select(['measurement.id', 'measurement.customer_id', 'measurement.thing_id', 'measurement.visit_id', 'measurement.at'])
  .select(['measurement.business_date', 'measurement.note', 'measurement.staff_id', 'measurement.removed_at'])
  .select(['staff.name as staff_name', 'things.name as thing_name'])
  .select([valuesText.as('entries'), holdsPrivate.as('holds_private')]);
export type MeasurementRow = Awaited<ReturnType<typeof measurements.executeTakeFirstOrThrow>>;

/** The values of a stored row that whoever asked may see, in the order of the measures. */
export const measuredOf = ({ entries }: Pick<MeasurementRow, 'entries'>): Measurement['values'] =>
  storedMeasuredSchema
    .parse(JSON.parse(entries))
    .toSorted((one, other) => one.position - other.position)
    .map(({ position: _position, ...measured }) => measured);

/** A stored row as the contract tells it. */
export const measurementOf = (row: MeasurementRow): Measurement => ({
  id: row.id,
  customerId: row.customer_id,
  thing: row.thing_id === null || row.thing_name === null ? null : { id: row.thing_id, name: row.thing_name },
  visitId: row.visit_id,
  on: row.business_date,
  at: row.at,
  staff: row.staff_id === null || row.staff_name === null ? null : { id: row.staff_id, name: row.staff_name },
  values: measuredOf(row),
  note: row.note,
  isPrivate: row.holds_private === 1,
});

const customer = parameter<CustomerId>('customerId');
const limit = parameter<number>('limit');
/** Nothing is told of an occasion that held only what whoever asks does not see. */
const isSeen = sql<boolean>`(${parameter<0 | 1>('seesHealth')} = 1 OR EXISTS (SELECT 1 FROM ${itsValues} AND measure.is_private = 0))`;
const present = measurements
  .where('measurement.customer_id', '=', customer)
  .where('measurement.removed_at', 'is', null)
  .where(isSeen)
  .orderBy('measurement.at', 'desc')
  .orderBy('measurement.id', 'desc')
  .limit(limit);

const byId = hotQuery<{ id: MeasurementId } & Seen, MeasurementRow>(
  measurements.where('measurement.id', '=', parameter<MeasurementId>('id')),
);
const page = hotQuery<{ customerId: CustomerId; offset: number; limit: number } & Seen, MeasurementRow>(
  present.offset(parameter<number>('offset')),
);
const total = hotQuery<{ customerId: CustomerId } & Seen, { total: number }>(
  sqlite
    .selectFrom('measurements as measurement')
    .select((row) => row.fn.countAll<number>().as('total'))
    .where('measurement.customer_id', '=', customer)
    .where('measurement.removed_at', 'is', null)
    .where(isSeen),
);
const timeline = hotQuery<TimelinePage & Seen, MeasurementRow>(
  present.where(sql<boolean>`(measurement.at, measurement.id) < (${parameter<number>('at')}, ${parameter<string>('id')})`),
);

const seen = (seesHealth: boolean): 0 | 1 => (seesHealth ? 1 : 0);

/** With all its values, whoever asks. */
export const findMeasurement = (database: StoreDatabase, id: MeasurementId): MeasurementRow | undefined =>
  byId.first(database, { id, seesHealth: 1 });

/** A customer's occasions that were not removed, latest first. */
export const listMeasurements = (
  database: StoreDatabase,
  customerId: CustomerId,
  seesHealth: boolean,
  { offset, limit: most }: { readonly offset: number; readonly limit: number },
): MeasurementRow[] => page.rows(database, { customerId, seesHealth: seen(seesHealth), offset, limit: most });
export const countMeasurements = (database: StoreDatabase, customerId: CustomerId, seesHealth: boolean): number =>
  total.first(database, { customerId, seesHealth: seen(seesHealth) })?.total ?? 0;
export const listTimelineMeasurements = (database: StoreDatabase, where: TimelinePage, seesHealth: boolean): MeasurementRow[] =>
  timeline.rows(database, { ...where, seesHealth: seen(seesHealth) });

/** The SQL of the reads above, so that their plans can be asserted. */
export const measurementQueries = { byId: byId.sql, page: page.sql, total: total.sql, timeline: timeline.sql };
