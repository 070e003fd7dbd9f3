import { sql } from 'kysely';
import type { GrowthEntryKind } from '../../shared/domain/loyalty/growth.ts';
import type { CustomerId, GrowthEntryId, StaffId, VisitId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { Flag } from './schema.ts';

// The ledger of growth (X63): rows are added, never changed (a trigger refuses it).

export interface GrowthEntry {
  id: GrowthEntryId;
  customerId: CustomerId;
  at: Instant;
  businessDate: LocalDate;
  kind: GrowthEntryKind;
  growth: number;
  isFirstOfDay: Flag;
  visitId: VisitId;
  reversesId: GrowthEntryId | null;
  concernsId: GrowthEntryId | null;
  staffId: StaffId | null;
}
const insert = hotQuery<GrowthEntry>(
  sqlite.insertInto('growth_entries').values({
    id: parameter('id'),
    customer_id: parameter('customerId'),
    at: parameter('at'),
    business_date: parameter('businessDate'),
    kind: parameter('kind'),
    growth: parameter('growth'),
    is_first_of_day: parameter('isFirstOfDay'),
    visit_id: parameter('visitId'),
    reverses_id: parameter('reversesId'),
    concerns_id: parameter('concernsId'),
    staff_id: parameter('staffId'),
  }),
);

export const appendGrowthEntry = (database: StoreDatabase, entry: GrowthEntry): void => {
  insert.run(database, entry);
};

const entries = sqlite
  .selectFrom('growth_entries')
  .select([
    'id',
    'customer_id as customerId',
    'at',
    'business_date as businessDate',
    'kind',
    'growth',
    'is_first_of_day as isFirstOfDay',
    'visit_id as visitId',
    'reverses_id as reversesId',
    'concerns_id as concernsId',
    'staff_id as staffId',
  ]);
const stands = sql<boolean>`NOT EXISTS (SELECT 1 FROM growth_entries AS later WHERE later.reverses_id = growth_entries.id)`;

const standing = hotQuery<{ visitId: VisitId }, GrowthEntry>(
  entries
    .where('visit_id', '=', parameter<VisitId>('visitId'))
    .where('kind', '!=', sql.lit('reverse'))
    .where(stands)
    .orderBy('id'),
);
/** What a visit did to the ledger and nothing has taken back yet. */
export const listStandingGrowth = (database: StoreDatabase, visitId: VisitId): GrowthEntry[] =>
  standing.rows(database, { visitId });

const returned = hotQuery<{ earnId: GrowthEntryId }, { growth: number | null }>(
  sqlite
    .selectFrom('growth_entries')
    .select((of) => of.fn.sum<number | null>('growth').as('growth'))
    .where('concerns_id', '=', parameter<GrowthEntryId>('earnId'))
    .where(stands),
);
/** What standing returns took back of what a visit earned, as a positive figure. */
export const growthTakenBackOf = (database: StoreDatabase, earnId: GrowthEntryId): number =>
  0 - (returned.first(database, { earnId })?.growth ?? 0);

interface Day {
  customerId: CustomerId;
  on: LocalDate;
}
const ofDay = hotQuery<Day, { growth: number | null; days: number | null }>(
  sqlite
    .selectFrom('growth_entries')
    .select((of) => [
      of.fn.sum<number | null>('growth').as('growth'),
      sql<number | null>`sum(is_first_of_day AND ${stands})`.as('days'),
    ])
    .where('customer_id', '=', parameter<CustomerId>('customerId'))
    .where('business_date', '=', parameter<LocalDate>('on')),
);
/** What a day has brought a customer, and whether what its first visit earns stands. */
export const growthOfDay = (database: StoreDatabase, day: Day): { readonly growth: number; readonly hasFirst: boolean } => {
  const row = ofDay.first(database, day);
  return { growth: row?.growth ?? 0, hasFirst: (row?.days ?? 0) > 0 };
};

const between = hotQuery<
  { customerId: CustomerId; from: LocalDate; until: LocalDate; except: VisitId | null },
  { growth: number | null }
>(
  sqlite
    .selectFrom('growth_entries')
    .select((of) => of.fn.sum<number | null>('growth').as('growth'))
    .where('customer_id', '=', parameter<CustomerId>('customerId'))
    .where('business_date', '>=', parameter<LocalDate>('from'))
    .where('business_date', '<=', parameter<LocalDate>('until'))
    .where('visit_id', 'is not', parameter<VisitId | null>('except')),
);
/** The growth that counts between two days; `except` is a visit that is left out. */
export const growthBetween = (
  database: StoreDatabase,
  asked: { customerId: CustomerId; from: LocalDate; until: LocalDate; except: VisitId | null },
): number => between.first(database, asked)?.growth ?? 0;

const latest = hotQuery<{ customerId: CustomerId; limit: number }, GrowthEntry>(
  entries
    .where('customer_id', '=', parameter<CustomerId>('customerId'))
    .orderBy('business_date', 'desc')
    .orderBy('growth', 'desc')
    .orderBy('id', 'desc')
    .limit(parameter<number>('limit')),
);
/** The latest days first. */
export const listLatestGrowth = (database: StoreDatabase, customerId: CustomerId, limit: number): GrowthEntry[] =>
  latest.rows(database, { customerId, limit });

/** The SQL of the reads above, so that their plans can be asserted. */
export const growthQueries = {
  standing: standing.sql,
  returned: returned.sql,
  ofDay: ofDay.sql,
  between: between.sql,
  latest: latest.sql,
};
