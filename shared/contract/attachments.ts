import { z } from 'zod';
import { consents } from '../domain/attachments/consent.ts';
import { PART_CHARACTERS } from '../domain/attachments/limits.ts';
import { mediaTypes } from '../domain/attachments/mediaType.ts';
import { plainText } from './masking.ts';
import { command, query } from './operation.ts';
import {
  attachmentIdSchema,
  attachmentPairIdSchema,
  countSchema,
  customerIdSchema,
  emptySchema,
  instantSchema,
  lineSchema,
  localDateSchema,
  noteSchema,
  pageFields,
  thingIdSchema,
  uploadIdSchema,
  visitIdSchema,
} from './values.ts';

export const attachmentSchema = z.object({
  id: attachmentIdSchema,
  name: z.string(),
  mediaType: z.enum(mediaTypes),
  isPhoto: z.boolean(),
  bytes: countSchema,
  width: countSchema.nullable(),
  height: countSchema.nullable(),
  takenOn: localDateSchema,
  /** Null for what is no photo. */
  consent: z.enum(consents).nullable(),
  note: z.string().nullable(),
  /** The visit it belongs to, with its day. */
  visit: z.object({ id: visitIdSchema, on: localDateSchema }).nullable(),
  /** The served thing it shows. */
  thing: z.object({ id: thingIdSchema, name: z.string() }).nullable(),
  staffName: z.string().nullable(),
  addedAt: instantSchema,
  removedAt: instantSchema.nullable(),
});

/** What the person may change about an attachment. Absent fields stay. */
const attachmentChanges = z
  .strictObject({
    takenOn: localDateSchema,
    consent: z.enum(consents),
    note: noteSchema.nullable(),
    visitId: visitIdSchema.nullable(),
    thingId: thingIdSchema.nullable(),
  })
  .partial();

const several = z.strictObject({ customerId: customerIdSchema, attachmentIds: z.array(attachmentIdSchema).min(1).max(200) });

export const attachmentsContract = {
  list: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ ...pageFields, customerId: customerIdSchema, isInBin: z.boolean().default(false) }),
    output: z.object({
      total: countSchema,
      /** Latest taken first. */
      rows: z.array(attachmentSchema),
      /** Before and after, both among the customer's present photos. */
      pairs: z.array(z.object({ id: attachmentPairIdSchema, beforeId: attachmentIdSchema, afterId: attachmentIdSchema })),
      binCount: countSchema,
      /** Of the whole shop, in bytes. */
      usedBytes: countSchema,
      quotaBytes: countSchema,
    }),
  }),
  /** One part of the bytes, in base64; `parts` tells how many there are. */
  read: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({
      attachmentId: attachmentIdSchema,
      variant: z.enum(['full', 'thumbnail']),
      part: countSchema.max(1000).default(0),
    }),
    output: z.object({ name: z.string(), mediaType: z.enum(mediaTypes), parts: countSchema, content: plainText(z.string()) }),
  }),
  /** Sends the next part of a file's bytes, in base64; the first begins the upload. Nothing is stored until `add`. */
  uploadPart: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({
      uploadId: uploadIdSchema,
      position: countSchema.max(1000),
      content: plainText(z.string()).max(PART_CHARACTERS),
    }),
    output: emptySchema,
  }),
  /** Throws away what was sent of a file. */
  cancelUpload: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ uploadId: uploadIdSchema }),
    output: emptySchema,
  }),
  /** Stores what was sent as a photo or file of the customer. A photo needs its thumbnail, sent as an upload of its own. */
  add: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({
      customerId: customerIdSchema,
      uploadId: uploadIdSchema,
      thumbnailUploadId: uploadIdSchema.nullable().default(null),
      name: lineSchema(255),
      visitId: visitIdSchema.nullable().default(null),
      thingId: thingIdSchema.nullable().default(null),
      /** Null is today. */
      takenOn: localDateSchema.nullable().default(null),
      consent: z.enum(consents).default('unasked'),
      note: noteSchema.nullable().default(null),
    }),
    output: z.object({ attachmentId: attachmentIdSchema }),
  }),
  change: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ customerId: customerIdSchema, attachmentId: attachmentIdSchema, changes: attachmentChanges }),
    /** The former values of what changed: `attachments.change` with these undoes it. */
    output: z.object({ before: attachmentChanges }),
  }),
  /** Into the bin, from which `restore` brings them back for 30 days. */
  remove: command({ permission: 'customers.write', audit: 'none', masks: 'none', input: several, output: emptySchema }),
  restore: command({ permission: 'customers.write', audit: 'none', masks: 'none', input: several, output: emptySchema }),
  /** Out of the bin for good. */
  purge: command({
    permission: 'customers.remove',
    audit: 'deletion',
    masks: 'none',
    input: several,
    output: z.object({ freedBytes: countSchema }),
  }),
  /** Sets two photos side by side as before and after. */
  pair: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ customerId: customerIdSchema, beforeId: attachmentIdSchema, afterId: attachmentIdSchema }),
    output: z.object({ pairId: attachmentPairIdSchema }),
  }),
  unpair: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ customerId: customerIdSchema, pairId: attachmentPairIdSchema }),
    output: z.object({ beforeId: attachmentIdSchema, afterId: attachmentIdSchema }),
  }),
};
