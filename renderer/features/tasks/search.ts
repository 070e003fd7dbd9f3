import { z } from 'zod';
import { customerIdText } from '../../app/searchParameters.ts';

/** For whom a template is to be written down, when one comes from a card. */
export const tasksSearch = z.object({ customerId: customerIdText });
