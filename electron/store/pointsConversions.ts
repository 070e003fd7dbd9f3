import type { PointsEntryId, StoredValueEntryId } from '../../shared/types/ids.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// Which points became which stored value (X62).

export interface PointsConversion {
  readonly pointsEntryId: PointsEntryId;
  readonly storedEntryId: StoredValueEntryId;
}
const insertOne = hotQuery<PointsConversion>(
  sqlite
    .insertInto('points_conversions')
    .values({ points_entry_id: parameter('pointsEntryId'), stored_entry_id: parameter('storedEntryId') }),
);
export const insertConversion = (database: StoreDatabase, conversion: PointsConversion): void => {
  insertOne.run(database, conversion);
};

const conversions = sqlite
  .selectFrom('points_conversions')
  .select(['points_entry_id as pointsEntryId', 'stored_entry_id as storedEntryId']);
const byPoints = hotQuery<{ id: PointsEntryId }, PointsConversion>(
  conversions.where('points_entry_id', '=', parameter<PointsEntryId>('id')),
);
const byStored = hotQuery<{ id: StoredValueEntryId }, PointsConversion>(
  conversions.where('stored_entry_id', '=', parameter<StoredValueEntryId>('id')),
);

export const findConversionOfPoints = (database: StoreDatabase, id: PointsEntryId): PointsConversion | undefined =>
  byPoints.first(database, { id });
export const findConversionOfStored = (database: StoreDatabase, id: StoredValueEntryId): PointsConversion | undefined =>
  byStored.first(database, { id });

/** The SQL of the reads above, so that their plans can be asserted. */
export const pointsConversionQueries = { conversionOfPoints: byPoints.sql, conversionOfStored: byStored.sql };
