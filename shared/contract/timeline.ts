import { z } from 'zod';
import { warningCodes } from '../domain/safety.ts';
import { storedValueKinds } from '../domain/storedValue/purse.ts';
import { creditKinds } from '../domain/credit/ledger.ts';
import { membershipEntryKinds } from '../domain/loyalty/memberships.ts';
import { keptKinds } from '../domain/keptGoods/ledger.ts';
import { couponEntryKinds } from '../domain/coupons/ledger.ts';
import { redemptionSteps } from '../domain/rewards/redemption.ts';
import { timelineKinds } from '../domain/timeline.ts';
import { appointmentStatusSchema, slotFields } from './appointments.ts';
import { incidentSeveritySchema } from './incidents.ts';
import { interestSchema } from './interests.ts';
import { plainText } from './masking.ts';
import { measuredSchema } from './measurements.ts';
import { lostReasons, opportunityEvents } from '../domain/opportunities/history.ts';
import { orderKinds, orderStatuses } from '../domain/orders/statuses.ts';
import { recordEntrySchema } from './serviceRecords.ts';
import { thingEventSchema } from './things.ts';
import { orderOfVisitSchema, visitPaymentSchema } from './visits.ts';
import {
  appointmentIdSchema,
  attachmentIdSchema,
  channelSchema,
  countSchema,
  couponIdSchema,
  creditEntryIdSchema,
  customerIdSchema,
  giftIdSchema,
  handoverIdSchema,
  incidentIdSchema,
  keptEntryIdSchema,
  instantSchema,
  interactionIdSchema,
  localDateSchema,
  membershipEntryIdSchema,
  measurementIdSchema,
  mergeIdSchema,
  opportunityIdSchema,
  orderIdSchema,
  pointsEntryIdSchema,
  quantitySumSchema,
  serviceRecordIdSchema,
  redemptionIdSchema,
  rewardIdSchema,
  signedCentsSchema,
  signedPointsSchema,
  storedValueEntryIdSchema,
  visitIdSchema,
  valueCardIdSchema,
} from './values.ts';

export const timelineKindSchema = z.enum(timelineKinds);

/** What an entry tells, by its kind: an entry of kind 'visit' has `visit` and none of the others. */
const details = {
  /** One that was booked, as it stands now; the entry is of when it last changed. */
  appointment: z.object({
    id: appointmentIdSchema,
    ...slotFields,
    status: appointmentStatusSchema,
    service: z.string(),
    note: z.string().nullable(),
    resourceName: plainText(z.string()).nullable(),
  }),
  visit: z.object({
    id: visitIdSchema,
    totalCents: signedCentsSchema,
    lines: z.array(
      z.object({
        name: z.string(),
        quantity: quantitySumSchema,
        amountCents: signedCentsSchema,
        /** The name of the thing it was for. */
        thingName: z.string().nullable(),
      }),
    ),
    pointsEarned: signedPointsSchema,
    /** What of it was paid with points, stored value or on account. */
    payments: z.array(visitPaymentSchema),
    note: z.string().nullable(),
    undoneAt: instantSchema.nullable(),
    isImported: z.boolean(),
    order: orderOfVisitSchema.nullable(),
    /** What its clerk was warned of and went on; null is the owner (X22). */
    warnings: z.array(z.object({ code: z.enum(warningCodes), subject: z.string(), staffName: z.string().nullable() })),
  }),
  /** Calls, messages, outcomes of callbacks. */
  contact: z.object({
    id: interactionIdSchema,
    channel: channelSchema,
    direction: z.enum(['in', 'out']),
    outcome: plainText(z.string()).nullable(),
    note: z.string().nullable(),
    nextAttemptAt: instantSchema.nullable(),
  }),
  /** Redeemed, adjusted, reversed (points earned by a visit stand on the visit's own line). */
  points: z.object({
    id: pointsEntryIdSchema,
    entryKind: plainText(z.string()),
    points: signedPointsSchema,
    reason: z.string().nullable(),
    isReversed: z.boolean(),
  }),
  /** Topped up, refunded, voided, corrected, and what a sharer moved (what a visit of theirs moved stands on the visit's own line). */
  storedValue: z.object({
    id: storedValueEntryIdSchema,
    entryKind: z.enum(storedValueKinds),
    principalCents: signedCentsSchema,
    giftCents: signedCentsSchema,
    reason: z.string().nullable(),
    /** Who spent it, or had it given back, of those who may (X55). */
    byName: z.string().nullable(),
    isReversed: z.boolean(),
    /** Whether whoever asks may take it back. */
    canReverse: z.boolean(),
  }),
  /** A coupon that was issued, used, given back or made void. */
  coupon: z.object({
    id: couponIdSchema,
    name: plainText(z.string()),
    number: plainText(z.string()),
    event: z.enum(couponEntryKinds),
    cents: signedCentsSchema,
    reason: z.string().nullable(),
    isReversed: z.boolean(),
    /** To or from whom, where it changed hands. */
    otherName: z.string().nullable(),
  }),
  /** A gift, samples, or another act beyond what was expected. */
  gift: z.object({
    id: giftIdSchema,
    reason: z.string(),
    what: z.string(),
    items: z.array(
      z.object({ rewardId: rewardIdSchema, name: plainText(z.string()), quantity: countSchema, costCents: signedCentsSchema }),
    ),
    costCents: signedCentsSchema,
    /** Whether it was given for something that went wrong. */
    isForIncident: z.boolean(),
    /** Whether whoever asks may take it back. */
    canTakeBack: z.boolean(),
  }),
  /** Something kept in the shop for them, or handed out of it again. */
  keptGood: z.object({
    id: keptEntryIdSchema,
    name: z.string(),
    entryKind: z.enum(keptKinds),
    quantity: quantitySumSchema,
    reason: z.string().nullable(),
    /** Whether whoever asks may take it back. */
    canTakeBack: z.boolean(),
  }),
  /** A paid membership that was sold, taken back, ended early or gone on with; money that came in, below nothing what went out again. */
  membership: z.object({
    id: membershipEntryIdSchema,
    name: plainText(z.string()),
    entryKind: z.enum(membershipEntryKinds),
    cents: signedCentsSchema,
    fromOn: localDateSchema,
    untilOn: localDateSchema,
    reason: z.string().nullable(),
  }),
  /** A reward that somebody got for points, or brought back. */
  reward: z.object({
    id: redemptionIdSchema,
    name: plainText(z.string()),
    quantity: countSchema,
    points: signedPointsSchema,
    cashCents: signedCentsSchema,
    event: z.enum(redemptionSteps),
    reason: z.string().nullable(),
    isReversed: z.boolean(),
    /** Whether whoever asks may take it back as a mistake. */
    canUndo: z.boolean(),
  }),
  /** Repaid, or written off (what a visit put on account stands on the visit's own line). */
  credit: z.object({
    id: creditEntryIdSchema,
    entryKind: z.enum(creditKinds),
    cents: signedCentsSchema,
    reason: z.string().nullable(),
    isReversed: z.boolean(),
    /** Whether whoever asks may take it back. */
    canReverse: z.boolean(),
  }),
  /** A card with money on it that was sold to them (what visits pay with it stands on their own lines). */
  valueCard: z.object({
    id: valueCardIdSchema,
    name: plainText(z.string()),
    faceCents: signedCentsSchema,
    paidCents: signedCentsSchema,
    isVoid: z.boolean(),
  }),
  /** Created, imported, edited; 'converted' is a prospect's first purchase. */
  change: z.object({
    fields: z.array(plainText(z.string())),
    action: z.enum([
      'created',
      'imported',
      'edited',
      'removed',
      'restored',
      'converted',
      'made_inactive',
      'made_active',
      'merged',
      'merge_undone',
    ]),
    /** Why somebody was made inactive. */
    reason: z.string().nullable(),
    /** The photo or file that was added, while it is there. */
    attachment: z.object({ id: attachmentIdSchema, name: z.string(), hasThumbnail: z.boolean() }).nullable(),
    /** The merge it was part of, and the other of the two, null once deleted for good. */
    merge: z
      .object({
        id: mergeIdSchema,
        isSurvivor: z.boolean(),
        otherId: customerIdSchema.nullable(),
        otherName: z.string().nullable(),
      })
      .nullable(),
  }),
  /** The customer passed from one owner to another; null is nobody. */
  handover: z.object({
    id: handoverIdSchema,
    fromName: z.string().nullable(),
    toName: z.string().nullable(),
    note: z.string().nullable(),
  }),
  /** Something that went wrong, as it stands now. */
  incident: z.object({
    id: incidentIdSchema,
    what: z.string(),
    severity: incidentSeveritySchema,
    thingName: z.string().nullable(),
    involved: z.array(z.string()),
    isClosed: z.boolean(),
  }),
  /** What was measured, of whom or of what. */
  measurement: z.object({
    id: measurementIdSchema,
    thingName: z.string().nullable(),
    values: z.array(measuredSchema),
    note: z.string().nullable(),
  }),
  /** Looked at, tried, asked about, wanted. */
  interest: interestSchema,
  /** An opportunity that came up, moved on, or came to an end. */
  opportunity: z.object({
    id: opportunityIdSchema,
    title: z.string(),
    event: z.enum(opportunityEvents),
    fromStage: plainText(z.string()).nullable(),
    stage: plainText(z.string()),
    amountCents: signedCentsSchema.nullable(),
    lostReason: z.enum(lostReasons).nullable(),
    lostWords: z.string().nullable(),
  }),
  /** An order, of when it was placed, as it stands now. */
  order: z.object({
    id: orderIdSchema,
    number: plainText(z.string()),
    orderKind: z.enum(orderKinds),
    status: z.enum(orderStatuses),
    items: z.array(z.string()),
    totalCents: signedCentsSchema,
    dueCents: signedCentsSchema,
  }),
  /** A service record: what kind, of what, and the first of its values. */
  record: z.object({
    id: serviceRecordIdSchema,
    typeName: plainText(z.string()),
    thingName: z.string().nullable(),
    values: z.array(recordEntrySchema.pick({ label: true, unit: true, value: true })),
    note: z.string().nullable(),
  }),
  /** What was done to a served thing, or to something that runs out. */
  thing: thingEventSchema,
} as const satisfies Record<(typeof timelineKinds)[number], z.ZodType>;

/** One line of the timeline. */
export const timelineEntrySchema = z.object({
  /** Unique among entries of all kinds. */
  key: plainText(z.string()),
  kind: timelineKindSchema,
  on: localDateSchema,
  at: instantSchema,
  staffName: z.string().nullable(),
  ...z.object(details).partial().shape,
});
