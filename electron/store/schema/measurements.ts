import type { CustomerId, MeasureId, MeasurementId, StaffId, ThingId, VisitId } from '../../../shared/types/ids.ts';
import type { Quantity } from '../../../shared/types/amounts.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

interface MeasuresTable {
  id: MeasureId;
  name: string;
  position: number;
  unit: string;
  decimals: number;
  is_private: 0 | 1;
  created_at: Instant;
  changed_at: Instant;
  archived_at: Instant | null;
}

interface MeasurementsTable {
  id: MeasurementId;
  customer_id: CustomerId;
  thing_id: ThingId | null;
  visit_id: VisitId | null;
  at: Instant;
  business_date: LocalDate;
  note: string | null;
  /** Who measured. */
  staff_id: StaffId | null;
  /** Who wrote or last changed it. */
  written_by: StaffId | null;
  created_at: Instant;
  changed_at: Instant;
  removed_at: Instant | null;
}

interface MeasurementValuesTable {
  measurement_id: MeasurementId;
  measure_id: MeasureId;
  /** In thousandths of the measure's unit. */
  value: Quantity;
}

export interface MeasurementsTables {
  measures: MeasuresTable;
  measurements: MeasurementsTable;
  measurement_values: MeasurementValuesTable;
}
