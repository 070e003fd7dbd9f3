import type { Generated } from 'kysely';
import type { InterestKind, WishState } from '../../../shared/domain/interests.ts';
import type { CustomerId, ImportId, InterestId, ProductId, StaffId } from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

interface InterestsTable {
  id: InterestId;
  customer_id: CustomerId;
  at: Instant;
  business_date: LocalDate;
  kind: InterestKind;
  product_id: ProductId | null;
  name: string;
  note: string | null;
  /** JSON array of { label, value }. */
  requirements: Generated<string>;
  wanted_by: LocalDate | null;
  state: WishState | null;
  settled_on: LocalDate | null;
  staff_id: StaffId | null;
  import_id: ImportId | null;
  removed_at: Instant | null;
}

export interface InterestsTables {
  interests: InterestsTable;
}
