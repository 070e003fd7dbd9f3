import type { PointsEntryId, StoredValueEntryId } from '../../../shared/types/ids.ts';

interface PointsConversionsTable {
  points_entry_id: PointsEntryId;
  stored_entry_id: StoredValueEntryId;
}

export interface PointsConversionsTables {
  points_conversions: PointsConversionsTable;
}
