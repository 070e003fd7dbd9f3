import { z } from 'zod';
import { isId } from '../../shared/types/ids.ts';

// Search parameters hold plain text: the address is typed by the contract's input side, and the gate brands the ids.

const idText = z.string().refine(isId).optional().catch(undefined);
/** A customer's id in the address; anything else in its place is dropped, not an error. */
export const customerIdText = idText;
/** An opportunity's id in the address. */
export const opportunityIdText = idText;
/** A merge's id in the address. */
export const mergeIdText = idText;
/** A booking's id in the address. */
export const appointmentIdText = idText;
/** A parked visit's id in the address. */
export const parkedVisitIdText = idText;
