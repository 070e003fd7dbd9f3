import { z } from 'zod';
import { slipPapers } from '../domain/printing/slip.ts';
import { query } from './operation.ts';
import {
  advocateIdSchema,
  customerIdSchema,
  keptGoodIdSchema,
  localDateSchema,
  orderIdSchema,
  valueCardIdSchema,
  visitIdSchema,
} from './values.ts';

/** The paper of a receipt printer, by the width of its roll. */
export const slipPaperSchema = z.enum(slipPapers);

/** On the roll: the receipt of a visit, what was agreed on an order and what is still to pay, what is kept for a customer, or a card with money on it. */
const slipSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('receipt'), visitId: visitIdSchema }),
  z.strictObject({ kind: z.literal('order'), orderId: orderIdSchema }),
  z.strictObject({ kind: z.literal('kept'), keptId: keptGoodIdSchema }),
  z.strictObject({ kind: z.literal('valueCard'), cardId: valueCardIdSchema }),
]);
export const slipChoices = { slip: slipSchema, paper: slipPaperSchema };

/** A sheet of A4: what a customer bought between two days, how their stored value moved or what they owe; a day of the shop; what staff get in a month; or whom to contact today (R059). */
export const sheetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('statement'), customerId: customerIdSchema, from: localDateSchema, to: localDateSchema }),
  z.strictObject({ kind: z.literal('storedValue'), customerId: customerIdSchema, from: localDateSchema, to: localDateSchema }),
  z.strictObject({ kind: z.literal('credit'), customerId: customerIdSchema, from: localDateSchema, to: localDateSchema }),
  z.strictObject({ kind: z.literal('certificate'), advocateId: advocateIdSchema }),
  z.strictObject({ kind: z.literal('day'), on: localDateSchema }),
  z.strictObject({ kind: z.literal('commissions'), month: localDateSchema }),
  z.strictObject({ kind: z.literal('calls') }),
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
  /** Errors: not_found, bad_input (ends_before_it_begins), not_permitted for a sheet of commission without loyalty.adjust. Bookings stand on a day's sheet only for whoever may read the diary. */
  sheet: query({
    permission: 'visits.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ sheet: sheetSchema }),
    output: z.object(printedSchema),
  }),
};
