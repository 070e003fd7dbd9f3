import { z } from 'zod';
import { contactValue, plainText } from './masking.ts';
import { command } from './operation.ts';
import { contactMethodIdSchema, customerIdSchema, emptySchema, instantSchema, lineSchema, localDateSchema } from './values.ts';

/** 'social' is an account on a platform that the method's label names: 抖音, 小红书, 微博. */
export const contactTypeSchema = z.enum(['mobile', 'landline', 'wechat', 'qq', 'email', 'social', 'other']);

/** One way to reach a person (R002). `value` is what was typed; phones are also kept in E.164 where they parse. */
export const contactMethodSchema = z.object({
  id: contactMethodIdSchema,
  type: contactTypeSchema,
  /** The platform of a social account, or whose number it is. */
  label: z.string().nullable(),
  value: contactValue(z.string()),
  e164: contactValue(z.string()).nullable(),
  /** The one that the customer's form shows as phone, WeChat or e-mail. */
  isPrimary: z.boolean(),
  isValid: z.boolean(),
  verifiedOn: localDateSchema.nullable(),
});

/** A contact method as it was, to the last mark. */
const keptMethodSchema = z.strictObject({
  id: contactMethodIdSchema,
  type: contactTypeSchema,
  label: z.string().max(40).nullable(),
  value: contactValue(z.string().max(120)),
  isMarkedPrimary: z.boolean(),
  isValid: z.boolean(),
  verifiedOn: localDateSchema.nullable(),
  createdAt: instantSchema,
});
export type KeptMethod = z.output<typeof keptMethodSchema>;

/** What takes a change of contact methods back, for `restoreContactMethods`: those that changed as they were, and the added ones. */
const formerMethods = {
  changed: z.array(keptMethodSchema).max(100),
  added: z.array(contactMethodIdSchema).max(100),
};
const changedSchema = z.object({ methodId: contactMethodIdSchema, before: z.object(formerMethods) });

/** Why somebody's numbers were looked at in full (R192). */
export const revealReasons = ['calling_back', 'customer_asked', 'checking_card', 'other'] as const;
const revealReasonSchema = z.enum(revealReasons);
export type RevealReason = z.output<typeof revealReasonSchema>;

export const contactMethodOperations = {
  /**
   * One person's numbers and accounts in full, for a reason that is written down in the same step (R192). For sessions that see them
   * masked; the only answer that the gate lets through unmasked. Errors: not_found, bad_input (reason_missing).
   */
  reveal: command({
    permission: 'customers.reveal',
    audit: 'reveal',
    masks: 'none',
    input: z
      .strictObject({
        customerId: customerIdSchema,
        reason: revealReasonSchema,
        /** What the list does not say; needed for 'other'. */
        note: z.string().trim().max(200).default(''),
      })
      .refine(({ reason, note }) => reason !== 'other' || note !== '', { error: 'reason_missing', path: ['note'] }),
    output: z.object({
      methods: z.array(
        z.object({
          id: contactMethodIdSchema,
          type: contactTypeSchema,
          label: plainText(z.string()).nullable(),
          value: plainText(z.string()),
          isPrimary: z.boolean(),
          isValid: z.boolean(),
        }),
      ),
    }),
  }),
  /** Adds a way to reach the customer, or with `methodId` changes its value; a changed value counts as valid and not yet verified. */
  saveContactMethod: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({
      customerId: customerIdSchema,
      methodId: contactMethodIdSchema.nullable().default(null),
      type: contactTypeSchema,
      label: z.string().trim().max(40).default(''),
      value: contactValue(lineSchema(120)),
    }),
    output: changedSchema,
  }),
  /** Marks one as the primary of its kind, as valid or not, as verified today or not. What is absent stays. */
  markContactMethod: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({
      customerId: customerIdSchema,
      methodId: contactMethodIdSchema,
      isPrimary: z.literal(true).optional(),
      isValid: z.boolean().optional(),
      isVerified: z.boolean().optional(),
    }),
    output: changedSchema,
  }),
  removeContactMethod: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ customerId: customerIdSchema, methodId: contactMethodIdSchema }),
    output: changedSchema,
  }),
  /** Takes a change of the three above back. */
  restoreContactMethods: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ customerId: customerIdSchema, ...formerMethods }),
    output: emptySchema,
  }),
};
