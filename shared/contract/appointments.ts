import { z } from 'zod';
import { conflictKinds } from '../domain/appointments/conflicts.ts';
import { MOST_REPEATS, repeatUnits } from '../domain/appointments/repeats.ts';
import { LONGEST_LENGTH, MINUTES_PER_DAY, SHORTEST_LENGTH } from '../domain/appointments/slots.ts';
import { appointmentEvents, appointmentStatuses } from '../domain/appointments/statuses.ts';
import { contactValue, plainText } from './masking.ts';
import { command, query } from './operation.ts';
import {
  appointmentChangeIdSchema,
  appointmentIdSchema,
  appointmentSeriesIdSchema,
  centsSchema,
  countSchema,
  customerIdSchema,
  customerNumberSchema,
  emptySchema,
  instantSchema,
  lineSchema,
  localDateSchema,
  noteSchema,
  pageFields,
  pageOf,
  productIdSchema,
  resourceIdSchema,
  signedCentsSchema,
  staffIdSchema,
  thingIdSchema,
  waitlistEntryIdSchema,
} from './values.ts';

export const appointmentStatusSchema = z.enum(appointmentStatuses);
export const conflictKindSchema = z.enum(conflictKinds);
export const minuteSchema = z
  .int()
  .min(0)
  .max(MINUTES_PER_DAY - 1);
export const lengthSchema = z.int().min(SHORTEST_LENGTH).max(LONGEST_LENGTH);
export const slotFields = { on: localDateSchema, startMinute: minuteSchema, lengthMinutes: lengthSchema };

/** A customer, or with null somebody who has no card yet: then `name`, and how to reach them. */
export const whoFields = {
  customerId: customerIdSchema.nullable().default(null),
  name: z.string().trim().max(60).default(''),
  contact: z.string().trim().max(60).default(''),
};
/** What for: a product, whose name stands in `service`, or words alone. */
export const serviceFields = {
  productId: productIdSchema.nullable().default(null),
  service: z.string().trim().max(80).default(''),
};
export const isForSomebody = ({ customerId, name }: { readonly customerId: unknown; readonly name: string }): boolean =>
  customerId !== null || name !== '';
export const FOR_NOBODY = { error: 'appointment_for_nobody', path: ['name'] };

const draftFields = {
  ...whoFields,
  ...serviceFields,
  ...slotFields,
  thingId: thingIdSchema.nullable().default(null),
  staffId: staffIdSchema.nullable().default(null),
  resourceId: resourceIdSchema.nullable().default(null),
  note: noteSchema.default(''),
};
/** What a person writes of an appointment. */
export const appointmentDraftSchema = z.object(draftFields);
export type AppointmentDraft = z.output<typeof appointmentDraftSchema>;

const repeatSchema = z
  .strictObject({
    unit: z.enum(repeatUnits),
    every: z.int().min(1).max(52),
    until: localDateSchema.nullable().default(null),
    times: z.int().min(2).max(MOST_REPEATS).nullable().default(null),
  })
  .refine(({ until, times }) => until !== null || times !== null, { error: 'repeats_without_end', path: ['until'] });

/** An appointment (R049). `name` and `contact` are the customer's where there is one. */
export const appointmentSchema = z.object({
  id: appointmentIdSchema,
  customerId: customerIdSchema.nullable(),
  customerNumber: customerNumberSchema.nullable(),
  name: z.string(),
  contact: contactValue(z.string()).nullable(),
  productId: productIdSchema.nullable(),
  service: z.string(),
  thing: z.object({ id: thingIdSchema, name: z.string() }).nullable(),
  staffId: staffIdSchema.nullable(),
  staffName: plainText(z.string()).nullable(),
  resourceId: resourceIdSchema.nullable(),
  resourceName: plainText(z.string()).nullable(),
  ...slotFields,
  status: appointmentStatusSchema,
  note: z.string().nullable(),
  depositDueCents: signedCentsSchema,
  depositPaidCents: signedCentsSchema,
  seriesId: appointmentSeriesIdSchema.nullable(),
});
export type Appointment = z.output<typeof appointmentSchema>;

/** What of an appointment can be changed, in the form in which the store keeps what stood before. `name` is empty where there is a customer. */
export const appointmentValuesSchema = z.object({
  customerId: customerIdSchema.nullable(),
  name: z.string(),
  contact: z.string().nullable(),
  thingId: thingIdSchema.nullable(),
  productId: productIdSchema.nullable(),
  service: z.string(),
  staffId: staffIdSchema.nullable(),
  resourceId: resourceIdSchema.nullable(),
  ...slotFields,
  status: appointmentStatusSchema,
  note: z.string().nullable(),
  depositDueCents: signedCentsSchema,
  depositPaidCents: signedCentsSchema,
  /** When it was last changed, and on which business day: where it stands on the timeline. */
  at: instantSchema,
  businessDate: localDateSchema,
});
export type AppointmentValues = Readonly<z.output<typeof appointmentValuesSchema>>;

/** Something in the way, and the booking it is; null where it is none. */
const conflictSchema = z.object({
  kind: conflictKindSchema,
  /** The slot that cannot be had, of several. */
  on: localDateSchema,
  other: z
    .object({
      id: appointmentIdSchema,
      name: z.string(),
      service: z.string(),
      staffName: plainText(z.string()).nullable(),
      resourceName: plainText(z.string()).nullable(),
      ...slotFields,
    })
    .nullable(),
});
export type AppointmentConflict = z.output<typeof conflictSchema>;

/** How reliable somebody has been (X34). */
const countsSchema = z.object({ done: countSchema, noShows: countSchema, lateCancels: countSchema });

const scopeSchema = z.enum(['this', 'following']);
/** The warnings that whoever books has seen and goes on with. */
const acknowledgedSchema = z.array(conflictKindSchema).max(conflictKinds.length).default([]);
const someIds = z.array(appointmentIdSchema).min(1).max(MOST_REPEATS);
const reasonSchema = z.string().trim().max(200).default('');

export const resourceSchema = z.object({
  id: resourceIdSchema,
  name: plainText(z.string()),
  kind: z.enum(['room', 'bed', 'chair', 'other']),
  isActive: z.boolean(),
});
export type Resource = z.output<typeof resourceSchema>;

/** Somebody on the waitlist whom a slot that became free would suit. */
const offerSchema = z.object({ id: waitlistEntryIdSchema, name: z.string(), contact: contactValue(z.string()).nullable() });

/** What an event of an appointment tells: what was done, and when it was to be before and after a move. */
const eventSchema = z.object({
  at: instantSchema,
  event: z.enum(appointmentEvents),
  status: appointmentStatusSchema.nullable(),
  before: z.object(slotFields).nullable(),
  after: z.object(slotFields).nullable(),
  reason: z.string().nullable(),
  staffName: plainText(z.string()).nullable(),
});

/** The diary (R049, X34). Times are the shop's wall clock. */
export const appointmentsContract = {
  /** Those that begin between two days (at most 31), in the order of the day; cancelled ones too. */
  between: query({
    permission: 'appointments.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({
      ...pageFields,
      from: localDateSchema,
      to: localDateSchema,
      staffId: staffIdSchema.nullable().default(null),
    }),
    output: pageOf(appointmentSchema),
  }),
  /** One with its history, latest first. Errors: not_found. */
  findById: query({
    permission: 'appointments.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ appointmentId: appointmentIdSchema }),
    output: z.object({ appointment: appointmentSchema, events: z.array(eventSchema) }),
  }),
  /** What a customer has ahead (at most 20), and how reliable they were. */
  ofCustomer: query({
    permission: 'appointments.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ customerId: customerIdSchema }),
    output: z.object({ upcoming: z.array(appointmentSchema), counts: countsSchema, depositCents: signedCentsSchema }),
  }),
  /** Those of a day that nobody has confirmed yet, with how to reach them. */
  unconfirmed: query({
    permission: 'appointments.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ ...pageFields, on: localDateSchema }),
    output: pageOf(appointmentSchema),
  }),
  /** What would stand in the way, and the deposit that would be asked, before anything is saved. */
  check: query({
    permission: 'appointments.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({
      ...slotFields,
      /** The one that is moved. */
      appointmentId: appointmentIdSchema.nullable().default(null),
      customerId: customerIdSchema.nullable().default(null),
      staffId: staffIdSchema.nullable().default(null),
      resourceId: resourceIdSchema.nullable().default(null),
    }),
    output: z.object({ conflicts: z.array(conflictSchema) }),
  }),
  /**
   * Books one, or with `repeat` several. Refused with conflict: resource_taken and time_skipped whatever is acknowledged, and
   * appointment_conflicts with warnings nobody has seen; `leaveOut` books the other days of a repeated one. `depositCents` null goes by the rule.
   */
  book: command({
    permission: 'appointments.write',
    audit: 'none',
    masks: 'none',
    input: z
      .strictObject({
        ...draftFields,
        depositCents: centsSchema.nullable().default(null),
        repeat: repeatSchema.nullable().default(null),
        acknowledged: acknowledgedSchema,
        leaveOut: z.boolean().default(false),
      })
      .refine(isForSomebody, FOR_NOBODY),
    output: z.object({
      appointmentIds: z.array(appointmentIdSchema),
      leftOut: z.array(localDateSchema),
      depositCents: signedCentsSchema,
    }),
  }),
  /**
   * Changes or moves one, or with scope `following` this and the later ones of its row that are still to come, each by as many days, or in a
   * row by the month to the same day of its month. Conflicts
   * as in `book`.
   */
  change: command({
    permission: 'appointments.write',
    audit: 'none',
    masks: 'none',
    input: z
      .strictObject({
        appointmentId: appointmentIdSchema,
        ...draftFields,
        scope: scopeSchema.default('this'),
        reason: reasonSchema,
        acknowledged: acknowledgedSchema,
      })
      .refine(isForSomebody, FOR_NOBODY),
    output: z.object({ changeId: appointmentChangeIdSchema, changed: countSchema }),
  }),
  /**
   * How they stand from now on. Errors: conflict with appointment_still_to_come for a no-show before its time, resource_taken for one that
   * comes back to a chair given away since.
   */
  setStatus: command({
    permission: 'appointments.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ appointmentIds: someIds, status: appointmentStatusSchema, reason: reasonSchema }),
    output: z.object({ changeId: appointmentChangeIdSchema }),
  }),
  /** Cancels one, or this and the following; late or not goes by the shop's hours. `offers`: who on the waitlist could have the slot. */
  cancel: command({
    permission: 'appointments.write',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ appointmentId: appointmentIdSchema, scope: scopeSchema.default('this'), reason: reasonSchema }),
    output: z.object({
      changeId: appointmentChangeIdSchema,
      status: appointmentStatusSchema,
      cancelled: countSchema,
      offers: z.array(offerSchema),
    }),
  }),
  /**
   * Takes a change, a status or a cancelling back. Errors: not_found; already_undone; conflict with changed_since when one of them was
   * changed again, resource_taken when the chair has been given away since.
   */
  undo: command({
    permission: 'appointments.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ changeId: appointmentChangeIdSchema }),
    output: emptySchema,
  }),
  /** Takes back what was booked by mistake; `restore` brings it back where its place is free. */
  remove: command({
    permission: 'appointments.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ appointmentIds: someIds }),
    output: emptySchema,
  }),
  restore: command({
    permission: 'appointments.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ appointmentIds: someIds }),
    output: emptySchema,
  }),
  /** What has been paid of the deposit, in all. */
  saveDeposit: command({
    permission: 'appointments.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ appointmentId: appointmentIdSchema, dueCents: centsSchema, paidCents: centsSchema }),
    output: z.object({ before: z.object({ dueCents: signedCentsSchema, paidCents: signedCentsSchema }) }),
  }),
  /** Rooms, beds and chairs (床位), those in use first. */
  resources: query({
    permission: 'appointments.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ includeInactive: z.boolean().default(false) }),
    output: z.object({ resources: z.array(resourceSchema) }),
  }),
  /** Adds one, or with `resourceId` changes it. Errors: conflict (resource_name_taken). */
  saveResource: command({
    permission: 'settings.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({
      resourceId: resourceIdSchema.nullable().default(null),
      name: lineSchema(30),
      kind: resourceSchema.shape.kind,
      isActive: z.boolean().default(true),
    }),
    output: z.object({ resourceId: resourceIdSchema }),
  }),
};
