import { z } from 'zod';
import { customerIdText } from '../../app/searchParameters.ts';

/** Who has come; chosen on the page when absent. */
export const visitSearch = z.object({ customerId: customerIdText.optional() });
