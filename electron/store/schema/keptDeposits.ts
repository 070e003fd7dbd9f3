import type { Cents } from '../../../shared/types/amounts.ts';
import type { AppointmentId, OrderId, StaffId } from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

interface KeptDepositsTable {
  id: string;
  order_id: OrderId | null;
  appointment_id: AppointmentId | null;
  at: Instant;
  business_date: LocalDate;
  cents: Cents;
  staff_id: StaffId | null;
}

export interface KeptDepositsTables {
  kept_deposits: KeptDepositsTable;
}
