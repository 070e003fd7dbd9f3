import { z } from 'zod';
import { slipPapers } from '../domain/printing/slip.ts';
import { query } from './operation.ts';
import { customerIdSchema, localDateSchema, orderIdSchema, visitIdSchema } from './values.ts';

/** The paper of a receipt printer, by the width of its roll. */
export const slipPaperSchema = z.enum(slipPapers);

/** On the roll: the receipt of a visit, or what was agreed on an order and what is still to pay. */
const slipSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('receipt'), visitId: visitIdSchema }),
  z.strictObject({ kind: z.literal('order'), orderId: orderIdSchema }),
]);
export const slipChoices = { slip: slipSchema, paper: slipPaperSchema };

/** A sheet of A4: what a customer bought between two days, how their stored value moved or what they owe; or a day of the shop. */
export const sheetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('statement'), customerId: customerIdSchema, from: localDateSchema, to: localDateSchema }),
  z.strictObject({ kind: z.literal('storedValue'), customerId: customerIdSchema, from: localDateSchema, to: localDateSchema }),
  z.strictObject({ kind: z.literal('credit'), customerId: customerIdSchema, from: localDateSchema, to: localDateSchema }),
  z.strictObject({ kind: z.literal('day'), on: localDateSchema }),
]);

const printedSchema = {
  /** A page without scripts and without anything from elsewhere. */
  html: z.string(),
  /** What a file of it is called, without its ending. */
  name: z.string(),
};

/** What goes to paper (R053). The shell prints it or writes it as a PDF. */
export const printingContract = {
  /** A visit that was undone or gave something back says so. Errors: not_found. */
  slip: query({
    permission: 'visits.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject(slipChoices),
    output: z.object({ ...printedSchema, widthMillimetres: z.int().positive(), heightMillimetres: z.int().positive() }),
  }),
  /** Errors: not_found, bad_input (ends_before_it_begins). Bookings stand on a day's sheet only for whoever may read the diary. */
  sheet: query({
    permission: 'visits.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ sheet: sheetSchema }),
    output: z.object(printedSchema),
  }),
};
