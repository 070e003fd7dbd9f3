import { z } from 'zod';
import { customerIdText } from '../../app/searchParameters.ts';

/** The two cards to merge; the first stays. */
export const mergeSearch = z.object({ survivorId: customerIdText, otherId: customerIdText });
