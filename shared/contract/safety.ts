import { z } from 'zod';
import { patchTestResults, safetyKinds, severities, warningCodes } from '../domain/safety.ts';
import { neededHealthFacts, neededPatchTests } from '../domain/privateGroups.ts';
import { plainText, privateAmong } from './masking.ts';
import { command, query } from './operation.ts';
import {
  arrivalAlertIdSchema,
  countSchema,
  customerBlockIdSchema,
  customerIdSchema,
  emptySchema,
  instantSchema,
  lineSchema,
  localDateSchema,
  patchTestIdSchema,
  productIdSchema,
  safetyFactIdSchema,
} from './values.ts';

const days = z.int().min(1).max(3650);
const line = (longest: number) => z.string().trim().max(longest).nullable().default(null);

/** What a person types about an allergy, a contraindication, or past history (X22). */
export const safetyFactFields = {
  kind: z.enum(safetyKinds),
  /** The substance, the treatment, the illness. */
  what: lineSchema(80),
  severity: z.enum(severities).nullable().default(null),
  sinceOn: localDateSchema.nullable().default(null),
  /** From this day on it no longer counts; null is active. */
  endedOn: localDateSchema.nullable().default(null),
  source: line(80),
  note: line(500),
};
/** What a person types about a patch test (X22). */
export const patchTestFields = {
  productId: productIdSchema.nullable().default(null),
  what: lineSchema(80),
  result: z.enum(patchTestResults),
  doneOn: localDateSchema,
  /** Holds for so many days; null leaves it to the product. */
  validDays: days.nullable().default(null),
  readingDueOn: localDateSchema.nullable().default(null),
  note: line(500),
};
/** What a person types about an alert on arrival (X23). */
export const arrivalAlertFields = {
  alert: lineSchema(200),
  fromOn: localDateSchema,
  /** The last day on which it is shown; null is until it is dismissed. */
  untilOn: localDateSchema.nullable().default(null),
  /** The next visit ends it. */
  endsWithVisit: z.boolean().default(false),
};

export const safetyFactSchema = z.object({
  id: safetyFactIdSchema,
  kind: z.enum(safetyKinds),
  what: z.string(),
  severity: z.enum(severities).nullable(),
  sinceOn: localDateSchema.nullable(),
  endedOn: localDateSchema.nullable(),
  source: z.string().nullable(),
  note: z.string().nullable(),
});
export const patchTestSchema = z.object({
  id: patchTestIdSchema,
  productId: productIdSchema.nullable(),
  what: z.string(),
  result: z.enum(patchTestResults),
  doneOn: localDateSchema,
  validDays: countSchema.nullable(),
  /** The last day on which a passed test holds; null is for ever, or not passed. */
  validUntil: localDateSchema.nullable(),
  readingDueOn: localDateSchema.nullable(),
  note: z.string().nullable(),
});
export const arrivalAlertSchema = z.object({
  id: arrivalAlertIdSchema,
  alert: z.string(),
  fromOn: localDateSchema,
  untilOn: localDateSchema.nullable(),
  endsWithVisit: z.boolean(),
  /** Shown today; false before its first and after its last day. */
  isShown: z.boolean(),
});
export const customerBlockSchema = z.object({
  id: customerBlockIdSchema,
  reason: z.string(),
  blockedOn: localDateSchema,
  blockedAt: instantSchema,
  /** Null is the owner. */
  staffName: z.string().nullable(),
});

/** All of a customer's safety, as it stands on the card. */
export const customerSafetySchema = z.object({
  facts: privateAmong('private.health', z.array(safetyFactSchema), neededHealthFacts),
  patchTests: privateAmong('private.health', z.array(patchTestSchema), neededPatchTests),
  /** Not dismissed and not ended by a visit, earliest first. */
  alerts: z.array(arrivalAlertSchema),
  /** Not to be served, and why. */
  block: customerBlockSchema.nullable(),
});

export const visitWarningSchema = z.object({
  key: plainText(z.string()),
  code: z.enum(warningCodes),
  subject: z.string(),
  severity: z.enum(severities).nullable(),
  on: localDateSchema.nullable(),
});

const factRef = z.strictObject({ customerId: customerIdSchema, factId: safetyFactIdSchema });
const testRef = z.strictObject({ customerId: customerIdSchema, testId: patchTestIdSchema });
const alertRef = z.strictObject({ customerId: customerIdSchema, alertId: arrivalAlertIdSchema });

export const safetyContract = {
  /** What must be acknowledged before a visit with these products is written down. */
  warnings: query({
    permission: 'visits.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({
      customerId: customerIdSchema,
      productIds: z.array(productIdSchema).max(100),
      /** The business day of the visit; null is today. */
      businessDate: localDateSchema.nullable().default(null),
    }),
    output: z.object({ warnings: z.array(visitWarningSchema) }),
  }),
  /** Adds a fact, or with `factId` changes it. */
  saveFact: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({
      customerId: customerIdSchema,
      factId: safetyFactIdSchema.nullable().default(null),
      ...safetyFactFields,
    }),
    output: z.object({ factId: safetyFactIdSchema }),
  }),
  removeFact: command({ permission: 'customers.write', audit: 'none', masks: 'none', input: factRef, output: emptySchema }),
  restoreFact: command({ permission: 'customers.write', audit: 'none', masks: 'none', input: factRef, output: emptySchema }),
  /** Adds a patch test, or with `testId` changes it: when it is read, say. */
  savePatchTest: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({
      customerId: customerIdSchema,
      testId: patchTestIdSchema.nullable().default(null),
      ...patchTestFields,
    }),
    output: z.object({ testId: patchTestIdSchema }),
  }),
  removePatchTest: command({ permission: 'customers.write', audit: 'none', masks: 'none', input: testRef, output: emptySchema }),
  restorePatchTest: command({ permission: 'customers.write', audit: 'none', masks: 'none', input: testRef, output: emptySchema }),
  /** Pins an alert to the customer's arrival, or with `alertId` changes it. */
  saveAlert: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({
      customerId: customerIdSchema,
      alertId: arrivalAlertIdSchema.nullable().default(null),
      ...arrivalAlertFields,
    }),
    output: z.object({ alertId: arrivalAlertIdSchema }),
  }),
  dismissAlert: command({ permission: 'customers.write', audit: 'none', masks: 'none', input: alertRef, output: emptySchema }),
  restoreAlert: command({ permission: 'customers.write', audit: 'none', masks: 'none', input: alertRef, output: emptySchema }),
  /** Do not serve this person. */
  block: command({
    permission: 'customers.block',
    audit: 'change',
    masks: 'none',
    input: z.strictObject({ customerId: customerIdSchema, reason: lineSchema(200) }),
    output: z.object({ blockId: customerBlockIdSchema }),
  }),
  unblock: command({
    permission: 'customers.block',
    audit: 'change',
    masks: 'answer',
    input: z.strictObject({ customerId: customerIdSchema }),
    /** `safety.block` with it undoes this. */
    output: z.object({ reason: z.string() }),
  }),
};
