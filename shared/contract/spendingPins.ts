import { z } from 'zod';
import { proofWays, spendingPinProblem } from '../domain/wallet/spendingProof.ts';
import { command, query } from './operation.ts';
import { strokesSchema } from './signedForms.ts';
import { customerIdSchema, emptySchema, instantSchema, lineSchema, signedCentsSchema, visitIdSchema } from './values.ts';

/** As somebody types it, right or wrong. */
const typedPinSchema = z.string().min(1).max(20);
/** A PIN to be kept: issues spending_pin_not_digits, pin_trivial. */
const newPinSchema = z.string().superRefine((pin, context) => {
  const problem = spendingPinProblem(pin);
  if (problem !== null) context.addIssue({ code: 'custom', message: problem });
});

/** How whoever spends stored value, points or uses of a card proves that they may (X53); a waiver needs loyalty.adjust. */
export const spendingProofSchema = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('pin'), pin: typedPinSchema }),
  z.strictObject({ way: z.literal('signature'), strokes: strokesSchema }),
  z.strictObject({ way: z.literal('waived'), reason: lineSchema(200) }),
]);

const ofCustomer = { customerId: customerIdSchema };
/** The PIN as it is now. Without it a change needs loyalty.adjust: it was forgotten. */
const currentField = { currentPin: typedPinSchema.nullable().default(null) };
const changed = z.object({ changedAt: instantSchema });

/** The PIN with which a customer spends what they have stored 消费密码 (X53). It goes in and never comes out. */
export const spendingPinsContract = {
  find: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject(ofCustomer),
    output: z.object({ hasPin: z.boolean(), changedAt: instantSchema.nullable() }),
  }),
  /**
   * Sets a PIN or changes it. Errors: not_permitted for a change without the PIN there is; conflict (spending_pin_wrong with triesLeft,
   * spending_pin_wait with waitSeconds).
   */
  set: command({
    permission: 'loyalty.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ ...ofCustomer, pin: newPinSchema, ...currentField }),
    output: changed,
  }),
  /** Takes the PIN off. Errors: as of `set`; conflict (spending_pin_unset). */
  remove: command({
    permission: 'loyalty.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ ...ofCustomer, ...currentField }),
    output: changed,
  }),
  /** The PIN that was before the change of that moment, once, by whoever made it. Errors: already_undone, not_permitted. */
  takeBack: command({
    permission: 'loyalty.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ ...ofCustomer, changedAt: instantSchema }),
    output: emptySchema,
  }),
  /** How whoever spent at a visit proved that they may; null where nothing was asked. */
  ofVisit: query({
    permission: 'visits.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ visitId: visitIdSchema }),
    output: z.object({
      proof: z
        .object({
          way: z.enum(proofWays),
          /** What was spent of value. */
          valueCents: signedCentsSchema,
          strokes: strokesSchema,
          /** Why it was waived. */
          reason: z.string().nullable(),
          staffName: z.string().nullable(),
        })
        .nullable(),
    }),
  }),
};
