import { z } from 'zod';
import { advocateKinds } from '../domain/referrals/advocates.ts';
import { plainText } from './masking.ts';
import { command, query } from './operation.ts';
import {
  advocateIdSchema,
  countSchema,
  customerIdSchema,
  emptySchema,
  lineSchema,
  localDateSchema,
  pageFields,
  pageOf,
  productTestIdSchema,
} from './values.ts';

const kindSchema = z.enum(advocateKinds);
const right = {
  id: advocateIdSchema,
  kind: kindSchema,
  number: countSchema,
  /** What the shop called it on that day. */
  title: plainText(z.string()),
  sinceOn: localDateSchema,
  endedOn: localDateSchema.nullable(),
};
const rightSchema = z.object({ ...right, staffName: z.string().nullable() });
export type Advocate = z.output<typeof rightSchema>;

const testFields = {
  what: lineSchema(100),
  givenOn: localDateSchema,
  /** What they said of it; empty until they did. */
  said: z.string().trim().max(500),
};
const testSchema = z.object({ id: productTestIdSchema, what: z.string(), givenOn: localDateSchema, said: z.string() });
export type ProductTest = z.output<typeof testSchema>;

/** Advocates 体验官 and product testers 内测 (R094). */
export const advocatesContract = {
  /** What somebody is and was, and what they were given to test, the latest first. */
  ofCustomer: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ customerId: customerIdSchema }),
    output: z.object({ rights: z.array(rightSchema), tests: z.array(testSchema).max(200) }),
  }),
  /** Makes somebody an advocate or a tester, with the next number. Errors: conflict (advocates_off, advocate_already), bad_input (date_in_future). */
  appoint: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ customerId: customerIdSchema, kind: kindSchema, sinceOn: localDateSchema.nullable().default(null) }),
    output: z.object({ advocateId: advocateIdSchema }),
  }),
  /** Ends it today, or takes the end back. Errors: conflict (advocate_already) where they are it again by now. */
  end: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ advocateId: advocateIdSchema, isEnded: z.boolean() }),
    output: emptySchema,
  }),
  /** Forgets what was written by mistake. */
  forget: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ advocateId: advocateIdSchema }),
    output: emptySchema,
  }),
  /** Writes down what somebody was given to test and what they said, or changes it. */
  saveTest: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ testId: productTestIdSchema.nullable().default(null), customerId: customerIdSchema, ...testFields }),
    output: z.object({ testId: productTestIdSchema, before: testSchema.omit({ id: true }).nullable() }),
  }),
  /** Takes it away, or puts it back. */
  removeTest: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ testId: productTestIdSchema, isRemoved: z.boolean() }),
    output: emptySchema,
  }),
  /** Everybody who is one, the latest first, with how many things they tested and what they said last. */
  list: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ ...pageFields, kind: kindSchema, withEnded: z.boolean().default(false) }),
    output: pageOf(
      z.object({
        ...right,
        customerId: customerIdSchema,
        name: z.string(),
        tests: countSchema,
        lastSaid: z.string().nullable(),
      }),
    ),
  }),
};
