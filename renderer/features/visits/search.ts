import { z } from 'zod';
import { appointmentIdText, customerIdText, parkedVisitIdText } from '../../app/searchParameters.ts';

/** Who has come; chosen on the page when absent. `walkIn` is somebody without a name, `parked` a visit to go on with, `booking` one that was booked. */
export const visitSearch = z.object({
  customerId: customerIdText.optional(),
  walkIn: z.literal(true).optional().catch(undefined),
  parked: parkedVisitIdText.optional(),
  booking: appointmentIdText.optional(),
});
