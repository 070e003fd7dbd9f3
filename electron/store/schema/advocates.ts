import type { AdvocateKind } from '../../../shared/domain/referrals/advocates.ts';
import type { AdvocateId, CustomerId, ProductTestId, StaffId } from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

interface AdvocatesTable {
  id: AdvocateId;
  customer_id: CustomerId;
  kind: AdvocateKind;
  number: number;
  title: string;
  since_on: LocalDate;
  ended_on: LocalDate | null;
  at: Instant;
  staff_id: StaffId | null;
}

interface ProductTestsTable {
  id: ProductTestId;
  customer_id: CustomerId;
  what: string;
  given_on: LocalDate;
  said: string;
  at: Instant;
  staff_id: StaffId | null;
  removed_at: Instant | null;
}

export interface AdvocateTables {
  advocates: AdvocatesTable;
  product_tests: ProductTestsTable;
}
