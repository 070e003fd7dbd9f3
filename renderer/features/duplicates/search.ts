import { z } from 'zod';
import { customerIdText, mergeIdText } from '../../app/searchParameters.ts';

/** The two cards to merge; the first stays. */
export const mergeSearch = z.object({ survivorId: customerIdText, otherId: customerIdText });

/** The one merge to show; all of them without it. */
export const mergesSearch = z.object({ mergeId: mergeIdText });
