import { z } from 'zod';
import { proofWays, spendingPinProblem, spendingsAway } from '../domain/wallet/spendingProof.ts';
import { command, query } from './operation.ts';
import { strokesSchema } from './signedForms.ts';
import { typedPinSchema } from './spendingProof.ts';
import { customerIdSchema, emptySchema, instantSchema, localDateSchema, signedCentsSchema, visitIdSchema } from './values.ts';

/** A PIN to be kept: issues spending_pin_not_digits, pin_trivial. */
const newPinSchema = z.string().superRefine((pin, context) => {
  const problem = spendingPinProblem(pin);
  if (problem !== null) context.addIssue({ code: 'custom', message: problem });
});

const ofCustomer = { customerId: customerIdSchema };
/** The PIN as it is now. Without it a change needs loyalty.adjust: it was forgotten. */
const currentField = { currentPin: typedPinSchema.nullable().default(null) };
const changed = z.object({ changedAt: instantSchema });

const keptProof = {
  way: z.enum(proofWays),
  /** What was spent of value. */
  valueCents: signedCentsSchema,
  strokes: strokesSchema,
  /** Why it was waived. */
  reason: z.string().nullable(),
  staffName: z.string().nullable(),
};

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
  /** How whoever spent away from a visit proved that they may, the fifty latest. */
  proofs: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject(ofCustomer),
    output: z.object({
      proofs: z.array(
        z.object({ at: instantSchema, businessDate: localDateSchema, spending: z.enum(spendingsAway), ...keptProof }),
      ),
    }),
  }),
  /** How whoever spent at a visit proved that they may; null where nothing was asked. */
  ofVisit: query({
    permission: 'visits.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ visitId: visitIdSchema }),
    output: z.object({
      proof: z.object(keptProof).nullable(),
    }),
  }),
};
