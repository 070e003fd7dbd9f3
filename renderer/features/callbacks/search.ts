import { z } from 'zod';
import { customerIdText } from '../../app/searchParameters.ts';

/** Whose row is selected; the first when absent. */
export const todaySearch = z.object({ customerId: customerIdText.optional() });
