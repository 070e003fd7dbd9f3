import { sql } from 'kysely';
import type { ExpiringKind } from '../../shared/domain/things/expiring.ts';
import type { ThingType } from '../../shared/domain/things/types.ts';
import type { CustomerId, ExpiringFactId, ExpiringPeriodId, ImportId, StaffId, ThingId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import { MOST_THINGS } from './things.ts';

// What runs out (X21). A fact's `valid_until` is that of its latest period that was not undone.

/** What a person writes about something that runs out. */
export interface ExpiringValues {
  readonly kind: ExpiringKind;
  readonly label: string;
  readonly leadDays: number | null;
  readonly note: string | null;
}

export interface StoredFact extends ExpiringValues {
  readonly id: ExpiringFactId;
  readonly customerId: CustomerId;
  readonly thingId: ThingId | null;
  readonly validUntil: LocalDate;
  readonly removedAt: Instant | null;
}

const facts = sqlite
  .selectFrom('expiring_facts')
  .select(['id', 'customer_id as customerId', 'thing_id as thingId', 'kind', 'label', 'valid_until as validUntil'])
  .select(['lead_days as leadDays', 'note', 'removed_at as removedAt']);

const byId = hotQuery<{ id: ExpiringFactId }, StoredFact>(facts.where('id', '=', parameter<ExpiringFactId>('id')));
const ofCustomer = hotQuery<{ customerId: CustomerId; limit: number }, StoredFact>(
  facts
    .where('customer_id', '=', parameter<CustomerId>('customerId'))
    .where('removed_at', 'is', null)
    .orderBy('id')
    .limit(parameter<number>('limit')),
);

export const findFact = (database: StoreDatabase, id: ExpiringFactId): StoredFact | undefined => byId.first(database, { id });

/** What of a customer and their things runs out, in the order in which it was added. */
export const listFacts = (database: StoreDatabase, customerId: CustomerId): StoredFact[] =>
  ofCustomer.rows(database, { customerId, limit: MOST_THINGS });

/** One time it was set or renewed. */
export interface StoredPeriod {
  readonly id: ExpiringPeriodId;
  readonly factId: ExpiringFactId;
  readonly renewedOn: LocalDate;
  readonly validUntil: LocalDate;
}

const periodsOf = hotQuery<{ factIds: string }, StoredPeriod>(
  sqlite
    .selectFrom('expiring_periods')
    .select(['id', 'fact_id as factId', 'renewed_on as renewedOn', 'valid_until as validUntil'])
    .where('fact_id', 'in', sql<ExpiringFactId>`(SELECT value FROM json_each(${parameter<string>('factIds')}))`)
    .where('undone_at', 'is', null)
    .orderBy('fact_id')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc'),
);

/** The periods that stand of these facts, each fact's latest first. */
export const listPeriods = (database: StoreDatabase, factIds: readonly ExpiringFactId[]): StoredPeriod[] =>
  factIds.length === 0 ? [] : periodsOf.rows(database, { factIds: JSON.stringify(factIds) });

export interface NewPeriod extends StoredPeriod {
  readonly at: Instant;
  readonly staffId: StaffId | null;
}

/** Adds a period, which from now on is the one that counts. */
export const insertPeriod = (database: StoreDatabase, period: NewPeriod): void => {
  const { id, factId, at, renewedOn, validUntil, staffId } = period;
  execute(
    database,
    sqlite
      .insertInto('expiring_periods')
      .values({ id, fact_id: factId, at, renewed_on: renewedOn, valid_until: validUntil, staff_id: staffId }),
  );
  setValidUntil(database, factId, validUntil, at);
};

const setValidUntil = (database: StoreDatabase, id: ExpiringFactId, validUntil: LocalDate, at: Instant): void => {
  execute(database, sqlite.updateTable('expiring_facts').set({ valid_until: validUntil, changed_at: at }).where('id', '=', id));
};

/** Writes something new that runs out, with its first period. */
export const insertFact = (
  database: StoreDatabase,
  fact: ExpiringValues & {
    readonly id: ExpiringFactId;
    readonly customerId: CustomerId;
    readonly thingId: ThingId | null;
    readonly importId: ImportId | null;
    readonly period: Omit<NewPeriod, 'factId'>;
  },
): void => {
  const { id, customerId, thingId, kind, label, leadDays, note, importId, period } = fact;
  const row = { id, customer_id: customerId, thing_id: thingId, kind, label, lead_days: leadDays, note, import_id: importId };
  const { at, validUntil } = period;
  execute(
    database,
    sqlite.insertInto('expiring_facts').values({ ...row, valid_until: validUntil, created_at: at, changed_at: at }),
  );
  insertPeriod(database, { ...period, factId: id });
};

/** Corrects a fact; the day corrects its latest period. */
export const updateFact = (
  database: StoreDatabase,
  fact: ExpiringValues & { readonly id: ExpiringFactId; readonly thingId: ThingId | null; readonly validUntil: LocalDate },
  at: Instant,
): void => {
  const { id, thingId, kind, label, leadDays, note, validUntil } = fact;
  execute(
    database,
    sqlite
      .updateTable('expiring_facts')
      .set({ thing_id: thingId, kind, label, lead_days: leadDays, note, changed_at: at, valid_until: validUntil })
      .where('id', '=', id),
  );
  const [latest] = listPeriods(database, [id]);
  if (latest)
    execute(database, sqlite.updateTable('expiring_periods').set({ valid_until: validUntil }).where('id', '=', latest.id));
};

/** Takes a period back; what stood before it counts again. */
export const undoPeriod = (database: StoreDatabase, period: StoredPeriod, at: Instant): void => {
  execute(database, sqlite.updateTable('expiring_periods').set({ undone_at: at }).where('id', '=', period.id));
  const [latest] = listPeriods(database, [period.factId]);
  if (latest) setValidUntil(database, period.factId, latest.validUntil, at);
};

/** Marks it as no longer kept; null brings it back. */
export const markFactRemoved = (database: StoreDatabase, id: ExpiringFactId, removedAt: Instant | null, at: Instant): void => {
  execute(database, sqlite.updateTable('expiring_facts').set({ removed_at: removedAt, changed_at: at }).where('id', '=', id));
};

/** Something that runs out, with whose it is. */
export interface ExpiringRow extends StoredFact {
  readonly thingType: ThingType | null;
  readonly thingName: string | null;
  readonly plate: string | null;
  readonly number: string;
  readonly customerName: string;
}

export interface ExpiringRange {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly kind: ExpiringKind | null;
}

/** Of people who are here and things still served. */
const inRange = sqlite
  .selectFrom('expiring_facts as fact')
  .innerJoin('customers as customer', 'customer.id', 'fact.customer_id')
  .leftJoin('things as thing', 'thing.id', 'fact.thing_id')
  .where('fact.removed_at', 'is', null)
  .where('fact.valid_until', '>=', parameter<LocalDate>('from'))
  .where('fact.valid_until', '<=', parameter<LocalDate>('to'))
  .where(sql<boolean>`(${parameter('kind')} IS NULL OR fact.kind = ${parameter('kind')})`)
  .where('customer.removed_at', 'is', null)
  .where('customer.is_inactive', '=', sql.lit(0))
  .where('thing.removed_at', 'is', null)
  .where('thing.retired_on', 'is', null);

const page = hotQuery<ExpiringRange & { offset: number; limit: number }, ExpiringRow>(
  inRange
    .select(['fact.id', 'fact.customer_id as customerId', 'fact.thing_id as thingId', 'fact.kind', 'fact.label'])
    .select(['fact.valid_until as validUntil', 'fact.lead_days as leadDays', 'fact.note', 'fact.removed_at as removedAt'])
    .select([
      'thing.type as thingType',
      'thing.name as thingName',
      'thing.plate',
      'customer.number',
      'customer.name as customerName',
    ])
    .orderBy('fact.valid_until')
    .orderBy('fact.id')
    .limit(parameter<number>('limit'))
    .offset(parameter<number>('offset')),
);
const total = hotQuery<ExpiringRange, { total: number }>(inRange.select((fact) => fact.fn.countAll<number>().as('total')));

/** What runs out in the shop between two days, both included, the earliest first. */
export const listExpiring = (
  database: StoreDatabase,
  range: ExpiringRange & { readonly offset: number; readonly limit: number },
): ExpiringRow[] =>
  page.rows(database, { from: range.from, to: range.to, kind: range.kind, offset: range.offset, limit: range.limit });

export const countExpiring = (database: StoreDatabase, { from, to, kind }: ExpiringRange): number =>
  total.first(database, { from, to, kind })?.total ?? 0;

/** The SQL of the reads above, so that their plans can be asserted. */
export const expiringQueries = {
  byId: byId.sql,
  ofCustomer: ofCustomer.sql,
  periods: periodsOf.sql,
  page: page.sql,
  total: total.sql,
};
