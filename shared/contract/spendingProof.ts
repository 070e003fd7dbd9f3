import { z } from 'zod';
import { strokesSchema } from './signedForms.ts';
import { lineSchema } from './values.ts';

/** As somebody types it, right or wrong. */
export const typedPinSchema = z.string().min(1).max(20);

/** How whoever spends stored value, points or uses of a card proves that they may (X53); a waiver needs loyalty.adjust. */
export const spendingProofSchema = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('pin'), pin: typedPinSchema }),
  z.strictObject({ way: z.literal('signature'), strokes: strokesSchema }),
  z.strictObject({ way: z.literal('waived'), reason: lineSchema(200) }),
]);

/** The proof that comes with a spending; null while none was asked. */
export const proofField = { proof: spendingProofSchema.nullable().default(null) };
