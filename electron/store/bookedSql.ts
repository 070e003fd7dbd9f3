import { comingStatuses } from '../../shared/domain/appointments/statuses.ts';

/** Whether the customer `customers.id` has a booking from @today on (X01): SQL, for lists and filters. */
export const isBookedSql = `EXISTS (SELECT 1 FROM appointments WHERE appointments.customer_id = customers.id
  AND appointments.starts_on >= @today AND appointments.removed_at IS NULL
  AND appointments.status IN (${comingStatuses.map((status) => `'${status}'`).join(', ')}))`;
