import { sql } from 'kysely';
import type { AnomalyKind } from '../../shared/domain/care/anomalies.ts';
import type { CareField } from '../../shared/domain/care/fields.ts';
import type { CustomerId, PointsEntryId, StaffId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// What the shop said about a customer's data: right after all, not now, thanked for.

interface OneAnomaly {
  readonly customerId: CustomerId;
  readonly kind: AnomalyKind;
  readonly value: string;
}

/** "It is right". */
export const insertAccepted = (
  database: StoreDatabase,
  { customerId, kind, value, at, staffId }: OneAnomaly & { readonly at: Instant; readonly staffId: StaffId | null },
): void => {
  execute(
    database,
    sqlite
      .insertInto('care_accepted')
      .values({ customer_id: customerId, kind, value, at, staff_id: staffId })
      .onConflict((known) => known.doNothing()),
  );
};

/** Takes "it is right" back; false when nobody had said so. */
export const deleteAccepted = (database: StoreDatabase, { customerId, kind, value }: OneAnomaly): boolean =>
  execute(
    database,
    sqlite.deleteFrom('care_accepted').where('customer_id', '=', customerId).where('kind', '=', kind).where('value', '=', value),
  ) > 0;

const askOf = hotQuery<{ customerId: CustomerId }, { until: LocalDate }>(
  sqlite.selectFrom('care_asks').select('until').where('customer_id', '=', parameter<CustomerId>('customerId')),
);
/** Until when nothing is asked of the customer; null when something may be. */
export const askedUntil = (database: StoreDatabase, customerId: CustomerId): LocalDate | null =>
  askOf.first(database, { customerId })?.until ?? null;

export const putAsk = (database: StoreDatabase, customerId: CustomerId, field: CareField, until: LocalDate): void => {
  execute(
    database,
    sqlite
      .insertInto('care_asks')
      .values({ customer_id: customerId, field, until })
      .onConflict((known) => known.column('customer_id').doUpdateSet({ field, until })),
  );
};
export const deleteAsk = (database: StoreDatabase, customerId: CustomerId): void => {
  execute(database, sqlite.deleteFrom('care_asks').where('customer_id', '=', customerId));
};

export const insertReward = (
  database: StoreDatabase,
  reward: { readonly entryId: PointsEntryId; readonly customerId: CustomerId; readonly on: LocalDate },
): void => {
  execute(
    database,
    sqlite
      .insertInto('profile_rewards')
      .values({ entry_id: reward.entryId, customer_id: reward.customerId, business_date: reward.on }),
  );
};

const lastReward = hotQuery<{ customerId: CustomerId }, { business_date: LocalDate }>(
  sqlite
    .selectFrom('profile_rewards')
    .select('business_date')
    .where('customer_id', '=', parameter<CustomerId>('customerId'))
    .where((reward) =>
      reward.not(
        reward.exists(
          reward
            .selectFrom('points_entries')
            .select('points_entries.id')
            .whereRef('points_entries.reverses_id', '=', 'profile_rewards.entry_id'),
        ),
      ),
    )
    .orderBy('business_date', 'desc')
    .limit(sql.lit(1)),
);
/** The day of the latest reward that was not taken back. */
export const rewardedOn = (database: StoreDatabase, customerId: CustomerId): LocalDate | null =>
  lastReward.first(database, { customerId })?.business_date ?? null;

const lastEdit = hotQuery<{ customerId: CustomerId }, { business_date: LocalDate }>(
  sqlite
    .selectFrom('customer_changes')
    .select('business_date')
    .where('customer_id', '=', parameter<CustomerId>('customerId'))
    .where('action', '=', sql.lit('edited'))
    .orderBy('at', 'desc')
    .limit(sql.lit(1)),
);
/** The day on which a person's data was last edited. */
export const editedOn = (database: StoreDatabase, customerId: CustomerId): LocalDate | null =>
  lastEdit.first(database, { customerId })?.business_date ?? null;

/** The SQL of the reads above, so that their plans can be asserted. */
export const careMarkQueries = { askOf: askOf.sql, lastReward: lastReward.sql, lastEdit: lastEdit.sql };
