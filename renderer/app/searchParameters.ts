import { z } from 'zod';
import { isId } from '../../shared/types/ids.ts';

// Search parameters hold plain text: the address is typed by the contract's input side, and the gate brands the ids.

/** A customer's id in the address; anything else in its place is dropped, not an error. */
export const customerIdText = z.string().refine(isId).optional().catch(undefined);
