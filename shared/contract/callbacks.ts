import { z } from 'zod';
import { expiringKinds } from '../domain/things/expiring.ts';
import { festivals } from '../domain/reminders/own/festivalNames.ts';
import { ownRuleKinds } from '../domain/reminders/own/types.ts';
import { lapsingKinds, reminderRules } from '../domain/reminders/types.ts';
import { contactValue, plainText } from './masking.ts';
import { command, query } from './operation.ts';
import {
  callbackIdSchema,
  countSchema,
  customerIdSchema,
  customerNumberSchema,
  emptySchema,
  expiringFactIdSchema,
  instantSchema,
  interactionIdSchema,
  lineSchema,
  localDateSchema,
  noteSchema,
  reminderRuleIdSchema,
  reminderSnoozeIdSchema,
  signedCentsSchema,
  signedPointsSchema,
} from './values.ts';

export { reminderRules };
export const reminderRuleSchema = z.enum(reminderRules);

/** Why a person is on the list: a code, and the figures that word it in the reader's language. */
export const reasonSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('promised'), params: z.object({ at: instantSchema, note: z.string().nullable() }) }),
  z.object({
    code: z.literal('birthday'),
    params: z.object({
      on: localDateSchema,
      inDays: z.int(),
      calendar: z.enum(['solar', 'lunar']),
      month: z.int(),
      day: z.int(),
      isLeapMonth: z.boolean(),
      turning: z.int().nullable(),
      label: z.string().nullable(),
    }),
  }),
  z.object({
    code: z.literal('follow_up'),
    params: z.object({
      visitOn: localDateSchema,
      daysSince: countSchema,
      items: z.string(),
      amountCents: signedCentsSchema,
      isFirstVisit: z.boolean(),
    }),
  }),
  z.object({
    code: z.literal('overdue'),
    params: z.object({
      lastOn: localDateSchema,
      daysSince: countSchema,
      rhythmDays: z.number(),
      overdueAfterDays: z.number(),
      basis: z.enum(['own', 'shop']),
      purchaseDays: countSchema,
    }),
  }),
  z.object({
    code: z.literal('dormant'),
    params: z.object({ lastOn: localDateSchema, daysSince: countSchema, months: countSchema, spendCents: signedCentsSchema }),
  }),
  z.object({
    code: z.literal('silence'),
    params: z.object({
      lastOn: localDateSchema,
      daysSince: countSchema,
      limitDays: countSchema,
      value: z.enum(['high', 'middle', 'low']),
    }),
  }),
  z.object({
    code: z.literal('expiring'),
    params: z.object({
      factId: expiringFactIdSchema,
      kind: z.enum(expiringKinds),
      label: z.string(),
      thingName: z.string().nullable(),
      validUntil: localDateSchema,
      inDays: z.int(),
    }),
  }),
  z.object({
    code: z.literal('data_check'),
    params: z.object({ quarter: plainText(z.string()), lastOn: localDateSchema.nullable() }),
  }),
  z.object({
    code: z.literal('missed'),
    params: z.object({
      appointmentId: z.string(),
      service: z.string(),
      bookedFor: localDateSchema,
      isNoShow: z.boolean(),
      missedOn: localDateSchema,
      daysSince: countSchema,
    }),
  }),
  z.object({
    code: z.literal('lapsing'),
    params: z.object({
      kind: z.enum(lapsingKinds),
      id: z.string(),
      name: z.string(),
      amount: countSchema.nullable(),
      lastDay: localDateSchema,
      inDays: z.int(),
    }),
  }),
  z.object({
    code: z.literal('debt'),
    params: z.object({ owedCents: signedCentsSchema, dueOn: localDateSchema, daysSince: countSchema }),
  }),
  z.object({
    code: z.literal('waiting'),
    params: z.object({
      orderId: z.string(),
      number: z.string(),
      readyOn: localDateSchema,
      toldOn: localDateSchema.nullable(),
      daysSince: countSchema,
    }),
  }),
  z.object({
    code: z.literal('own'),
    params: z.object({
      ruleId: reminderRuleIdSchema,
      name: z.string(),
      say: z.string(),
      kind: z.enum(ownRuleKinds),
      baseOn: localDateSchema,
      since: localDateSchema.nullable(),
      about: z.string(),
      months: countSchema.nullable(),
      festival: z.enum(festivals).nullable(),
      inDays: z.int(),
    }),
  }),
]);
export type Reason = z.output<typeof reasonSchema>;

const keptParams = reasonSchema.options;
/** A reason as the store keeps it: days since and until, which change with today, are counted when it is read. */
export const keptReasonSchema = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('promised'), params: keptParams[0].shape.params }),
  z.object({ rule: z.literal('birthday'), params: keptParams[1].shape.params.omit({ inDays: true }) }),
  z.object({ rule: z.literal('follow_up'), params: keptParams[2].shape.params.omit({ daysSince: true }) }),
  z.object({ rule: z.literal('overdue'), params: keptParams[3].shape.params.omit({ daysSince: true }) }),
  z.object({ rule: z.literal('dormant'), params: keptParams[4].shape.params.omit({ daysSince: true, months: true }) }),
  z.object({ rule: z.literal('silence'), params: keptParams[5].shape.params.omit({ daysSince: true }) }),
  z.object({ rule: z.literal('expiring'), params: keptParams[6].shape.params.omit({ inDays: true }) }),
  z.object({ rule: z.literal('data_check'), params: keptParams[7].shape.params }),
  z.object({ rule: z.literal('missed'), params: keptParams[8].shape.params.omit({ daysSince: true }) }),
  z.object({ rule: z.literal('lapsing'), params: keptParams[9].shape.params.omit({ inDays: true }) }),
  z.object({ rule: z.literal('debt'), params: keptParams[10].shape.params.omit({ daysSince: true }) }),
  z.object({ rule: z.literal('waiting'), params: keptParams[11].shape.params.omit({ daysSince: true }) }),
  z.object({ rule: z.literal('own'), params: keptParams[12].shape.params.omit({ inDays: true }) }),
]);

/** What a recorded call was about, as the store keeps it, and whether the call settled it. */
export const calledReasonsSchema = z.array(z.object({ rule: reminderRuleSchema, occurrence: z.string(), closes: z.boolean() }));

/** Outcomes of a call (DOMAIN). Keys 1 to 6 on the list in this order. */
export const outcomes = ['done', 'no_answer', 'busy', 'call_at', 'wrong_number', 'do_not_call'] as const;
export const outcomeSchema = z.enum(outcomes);
export type Outcome = z.output<typeof outcomeSchema>;

export const callRowSchema = z.object({
  customerId: customerIdSchema,
  customerNo: customerNumberSchema,
  name: z.string(),
  isVip: z.boolean(),
  gender: z.enum(['female', 'male', 'unknown']),
  age: countSchema.nullable(),
  phone: contactValue(z.string()).nullable(),
  preferredChannel: plainText(z.string()).nullable(),
  contactFromHour: z.int().nullable(),
  contactToHour: z.int().nullable(),
  safetyNote: z.string().nullable(),
  likes: z.string().nullable(),
  ownerName: z.string().nullable(),
  since: localDateSchema.nullable(),
  visitCount: countSchema,
  yearSpendCents: signedCentsSchema,
  pointsBalance: signedPointsSchema,
  /** Strongest reason first. */
  reasons: z.array(reasonSchema).min(1),
  score: z.number(),
  attempts: countSchema,
  lastOutcome: outcomeSchema.nullable(),
});
export type CallRow = z.output<typeof callRowSchema>;

export const handledRowSchema = z.object({
  callbackId: callbackIdSchema,
  customerId: customerIdSchema,
  customerNo: customerNumberSchema,
  name: z.string(),
  outcome: outcomeSchema,
  nextAttemptAt: instantSchema.nullable(),
  note: z.string().nullable(),
  at: instantSchema,
});

const snoozedRuleSchema = reminderRuleSchema.exclude(['promised', 'own']);
/** On the day it is brought up again. */
const snoozeUntilSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('day'), on: localDateSchema }),
  z.strictObject({ kind: z.literal('debt_paid') }),
  z.strictObject({ kind: z.literal('for_good') }),
]);
export type SnoozeEnd = z.output<typeof snoozeUntilSchema>;
const ofSnooze = z.strictObject({ snoozeId: reminderSnoozeIdSchema });
const snoozeSchema = z.object({
  id: reminderSnoozeIdSchema,
  rule: reminderRuleSchema,
  until: snoozeUntilSchema,
  note: z.string().nullable(),
  since: localDateSchema,
  staffName: z.string().nullable(),
});
export type Snoozed = z.output<typeof snoozeSchema>;

export const callbacksContract = {
  today: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ limit: z.int().min(1).max(200).nullable().default(null) }),
    output: z.object({
      date: localDateSchema,
      /** How many more people fit today: the day's capacity less those called, promised times aside. */
      capacity: countSchema,
      /** People still to be called today, already cut to the day's capacity. */
      rows: z.array(callRowSchema),
      /** People who have a reason but did not fit today. */
      waiting: countSchema,
      /** Recorded today, latest first; finished rows stay until the day ends. */
      handled: z.array(handledRowSchema),
    }),
  }),
  /** One reason is not brought up of one person for a time; the others stay (X05). Errors: bad_input (date_past, date_too_far). */
  snooze: command({
    permission: 'callbacks.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({
      customerId: customerIdSchema,
      rule: snoozedRuleSchema,
      until: snoozeUntilSchema,
      note: lineSchema(200).or(z.literal('')).default(''),
    }),
    output: z.object({ snoozeId: reminderSnoozeIdSchema }),
  }),
  /** Brings it up again; `snoozeAgain` takes that back. */
  resume: command({ permission: 'callbacks.write', audit: 'none', masks: 'none', input: ofSnooze, output: emptySchema }),
  snoozeAgain: command({ permission: 'callbacks.write', audit: 'none', masks: 'none', input: ofSnooze, output: emptySchema }),
  /** What is not brought up of somebody at present. */
  snoozes: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ customerId: customerIdSchema }),
    output: z.object({ snoozes: z.array(snoozeSchema) }),
  }),
  recordOutcome: command({
    permission: 'callbacks.write',
    audit: 'none',
    masks: 'none',
    input: z
      .strictObject({
        customerId: customerIdSchema,
        outcome: outcomeSchema,
        /** Needed for call_at; otherwise the default wait is used (no answer 4 h, busy 1 h). */
        nextAttemptAt: instantSchema.nullable().default(null),
        note: noteSchema.default(''),
      })
      .refine((call) => call.outcome !== 'call_at' || call.nextAttemptAt !== null, {
        error: 'time_missing',
        path: ['nextAttemptAt'],
      }),
    output: z.object({
      callbackId: callbackIdSchema,
      interactionId: interactionIdSchema,
      nextAttemptAt: instantSchema.nullable(),
    }),
  }),
  undoOutcome: command({
    permission: 'callbacks.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ callbackId: callbackIdSchema }),
    output: emptySchema,
  }),
};
