import type { CustomerId, ReferralEventId, StaffId } from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

interface ReferralEventsTable {
  id: ReferralEventId;
  customer_id: CustomerId;
  referrer_id: CustomerId;
  at: Instant;
  business_date: LocalDate;
  kind: 'named' | 'dropped';
  staff_id: StaffId | null;
}

export interface ReferralsTables {
  referral_events: ReferralEventsTable;
}
