import { z } from 'zod';
import { REFERRAL_CODE } from '../domain/referrals/codes.ts';
import { relations } from '../domain/referrals/relations.ts';
import { command, query } from './operation.ts';
import { referralConversionContract } from './referralConversion.ts';
import { countSchema, customerIdSchema, emptySchema, instantSchema, localDateSchema, signedCentsSchema } from './values.ts';

/** So many people of a picture are told; the sums count everybody. */
export const MOST_BROUGHT = 200;

const personSchema = z.object({
  id: customerIdSchema,
  name: z.string(),
  spendCents: signedCentsSchema,
  visitCount: countSchema,
  lastVisitOn: localDateSchema.nullable(),
  isRemoved: z.boolean(),
});
export type ReferralPerson = z.output<typeof personSchema>;

const codeSchema = z.string().regex(REFERRAL_CODE);
const sumSchema = z.object({ people: countSchema, spendCents: signedCentsSchema });
const linkFields = { customerId: customerIdSchema, otherId: customerIdSchema, relation: z.enum(relations) };

/** Who brought whom (R091), and who knows whom (R092). */
export const referralsContract = {
  ...referralConversionContract,
  /**
   * The people around one customer. It names them as `personId`: what the others buy and whom they bring shows here as well, so that the answer is
   * no matter of this customer alone.
   */
  around: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ personId: customerIdSchema }),
    output: z.object({
      person: personSchema,
      /** Who brought them, who brought that one, and so on: the nearest first. */
      referrers: z.array(personSchema),
      /** Since when the nearest is named, and by whom; null where an import or a merge named them. */
      named: z.object({ at: instantSchema, on: localDateSchema, staffName: z.string().nullable() }).nullable(),
      /** Whom they brought, and whom those brought; every one after whoever brought them. */
      brought: z.array(personSchema.extend({ parentId: customerIdSchema, level: countSchema })).max(MOST_BROUGHT),
      /** All of those: by themselves, and over others. */
      direct: sumSchema,
      indirect: sumSchema,
      /** How often they were rewarded for bringing somebody, as far as it stands. */
      rewarded: countSchema,
      /** By which they are named as the one who brings; null while none was wanted (R096). */
      code: codeSchema.nullable(),
      links: z.array(
        z.object({
          id: customerIdSchema,
          name: z.string(),
          relation: z.enum(relations),
          spendCents: signedCentsSchema,
          isRemoved: z.boolean(),
        }),
      ),
    }),
  }),
  /** Gives the code by which a customer is named as the one who brings, made when it is first wanted and the same ever after (R096). */
  makeCode: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ customerId: customerIdSchema }),
    output: z.object({ code: codeSchema }),
  }),
  /** Says what another customer is to this one; it counts for both. Refused with bad_input: linked_to_self, already_linked. */
  link: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject(linkFields),
    output: emptySchema,
  }),
  unlink: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject(linkFields),
    output: emptySchema,
  }),
};
