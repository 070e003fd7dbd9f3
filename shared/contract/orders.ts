import { z } from 'zod';
import { paymentKinds, paymentMethods } from '../domain/orders/money.ts';
import { openStatuses, orderKinds, orderStatuses } from '../domain/orders/statuses.ts';
import { MAX_CENTS, cents } from '../types/amounts.ts';
import { contactValue, plainText } from './masking.ts';
import { command, query } from './operation.ts';
import {
  channelSchema,
  countSchema,
  customerIdSchema,
  emptySchema,
  instantSchema,
  interactionIdSchema,
  lineSchema,
  localDateSchema,
  noteSchema,
  orderIdSchema,
  orderPaymentIdSchema,
  pageFields,
  pageOf,
  signedCentsSchema,
  signedPointsSchema,
  staffIdSchema,
  visitIdSchema,
} from './values.ts';
import { discountSchema, newVisitLineSchema } from './visitLines.ts';

const kindSchema = z.enum(orderKinds);
const statusSchema = z.enum(orderStatuses);
const methodSchema = z.enum(paymentMethods);
/** Money that changes hands: more than nothing. */
const amountSchema = z.int().min(1).max(MAX_CENTS).transform(cents);
const optionalLine = (longest: number) => z.string().trim().max(longest).default('');

/** What every list says of an order. */
const orderHead = {
  id: orderIdSchema,
  number: plainText(z.string()),
  kind: kindSchema,
  status: statusSchema,
  customerId: customerIdSchema,
  customerName: z.string(),
  phone: contactValue(z.string()).nullable(),
  /** The item brought in, then the first lines' names, for the eye. */
  items: z.array(z.string()),
  totalCents: signedCentsSchema,
  paidCents: signedCentsSchema,
  /** Total less what was paid; nothing once cancelled. */
  dueCents: signedCentsSchema,
  /** By when it is promised; of a layaway, by when it is to be collected. */
  promisedOn: localDateSchema.nullable(),
  placedOn: localDateSchema,
  placedAt: instantSchema,
  /** Since which day it waits to be collected. */
  readyOn: localDateSchema.nullable(),
  /** When the customer was last told that it is ready. */
  toldAt: instantSchema.nullable(),
  carrier: z.string(),
  trackingNumber: plainText(z.string()),
};
const orderRowSchema = z.object(orderHead);
export type OrderRow = z.output<typeof orderRowSchema>;

/** What is written down of an order, the same on the way in and out. */
const orderFields = {
  discount: discountSchema.nullable().default(null),
  discountReason: optionalLine(200),
  promisedOn: localDateSchema.nullable().default(null),
  /** What was brought in to be mended or altered, the number on it and in what state it came (X32). */
  item: optionalLine(120),
  serialNumber: plainText(optionalLine(60)),
  condition: noteSchema.default(''),
  /** Where it is sent. */
  deliverTo: z.string().trim().max(300).default(''),
  note: noteSchema.default(''),
};

const paymentSchema = z.object({
  id: orderPaymentIdSchema,
  kind: z.enum(paymentKinds),
  /** Negative where money went back. */
  cents: signedCentsSchema,
  method: methodSchema,
  note: z.string().nullable(),
  /** The business day it counts on; of one entered later, noon stands for the hour. */
  on: localDateSchema,
  at: instantSchema,
  staffName: z.string().nullable(),
  isReversed: z.boolean(),
});
export type OrderPayment = z.output<typeof paymentSchema>;

const eventSchema = z.object({
  at: instantSchema,
  event: z.enum(['placed', 'changed', 'status', 'told', 'done', 'undone', 'cancelled', 'reopened']),
  /** What it stood at from then on. */
  status: statusSchema.nullable(),
  note: z.string().nullable(),
  staffName: z.string().nullable(),
});
export type OrderEvent = z.output<typeof eventSchema>;

export const orderSchema = z.object({
  ...orderHead,
  ...orderFields,
  staff: z.object({ id: staffIdSchema, name: z.string() }).nullable(),
  /** As typed, with what each comes to. */
  lines: z.array(z.object({ line: newVisitLineSchema, discountCents: signedCentsSchema, amountCents: signedCentsSchema })),
  cancelReason: z.string().nullable(),
  /** The visit it was handed over with. */
  visit: z.object({ id: visitIdSchema, receiptNumber: plainText(z.string()).nullable() }).nullable(),
  payments: z.array(paymentSchema),
  /** What happened to it, latest first. */
  events: z.array(eventSchema),
});
export type Order = z.output<typeof orderSchema>;

const ofOrder = { orderId: orderIdSchema };
const moneySchema = z.object({ paidCents: signedCentsSchema, dueCents: signedCentsSchema });

/** Which orders a list shows: those still open, those to collect, those past their promise, those handed over and not paid, those done. */
export const orderViews = ['open', 'ready', 'late', 'owing', 'done', 'cancelled', 'all'] as const;

const saveFields = {
  customerId: customerIdSchema,
  kind: kindSchema,
  lines: z.array(newVisitLineSchema).max(100),
  /** Null is whoever writes it. */
  staffId: staffIdSchema.nullable().default(null),
  ...orderFields,
};

/** Orders, layaways, repairs and deliveries (R052, X31, X32). */
export const ordersContract = {
  /** Those to collect by how long they have waited, open ones by their promise, all others latest first. */
  list: query({
    permission: 'visits.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({
      ...pageFields,
      view: z.enum(orderViews).default('open'),
      kind: kindSchema.nullable().default(null),
      customerId: customerIdSchema.nullable().default(null),
      /** Of its number, or a whole serial or tracking number. */
      text: z.string().trim().max(60).default(''),
    }),
    output: pageOf(orderRowSchema),
  }),
  /** How many there are in each view that asks for something to be done. */
  counts: query({
    permission: 'visits.read',
    audit: 'none',
    masks: 'none',
    input: emptySchema,
    output: z.object({ open: countSchema, ready: countSchema, late: countSchema, owing: countSchema }),
  }),
  findById: query({
    permission: 'visits.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject(ofOrder),
    output: orderSchema,
  }),
  /** Writes an order, with `orderId` changes one that is open; its customer and kind stay. Only a repair may be without lines. */
  save: command({
    permission: 'visits.write',
    audit: 'value',
    masks: 'answer',
    input: z.strictObject({
      orderId: orderIdSchema.nullable().default(null),
      ...saveFields,
      /** Taken with a new order. */
      deposit: z.strictObject({ cents: amountSchema, method: methodSchema }).nullable().default(null),
    }),
    output: z.object({
      orderId: orderIdSchema,
      number: plainText(z.string()),
      /** `orders.save` with this takes a change back; null for a new order, which `orders.remove` takes back. */
      before: z.object({ orderId: orderIdSchema, ...saveFields }).nullable(),
    }),
  }),
  /** Takes back an order written by mistake; what was taken for it is given back. */
  remove: command({
    permission: 'visits.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject(ofOrder),
    output: emptySchema,
  }),
  /** Puts an open order to a step of its kind, forward or back. */
  setStatus: command({
    permission: 'visits.write',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({
      ...ofOrder,
      status: z.enum(openStatuses),
      /** Who carries what is sent, and under which number; null leaves them. */
      carrier: z.string().trim().max(60).nullable().default(null),
      trackingNumber: plainText(z.string().trim().max(60)).nullable().default(null),
    }),
    output: z.object({ before: z.enum(openStatuses), carrier: z.string(), trackingNumber: plainText(z.string()) }),
  }),
  pay: command({
    permission: 'visits.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({
      ...ofOrder,
      kind: z.enum(['deposit', 'payment']).default('payment'),
      cents: amountSchema,
      method: methodSchema,
      note: optionalLine(200),
      /** The day it was received, when it is entered later; null is now. Errors: date_in_future, before_order. */
      on: localDateSchema.nullable().default(null),
    }),
    output: moneySchema.extend({ paymentId: orderPaymentIdSchema }),
  }),
  /** Gives money back, never more than was paid. */
  refund: command({
    permission: 'visits.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ ...ofOrder, cents: amountSchema, method: methodSchema, reason: lineSchema(200) }),
    output: moneySchema.extend({ paymentId: orderPaymentIdSchema }),
  }),
  /** Takes an entry back that was written by mistake. */
  reversePayment: command({
    permission: 'visits.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ ...ofOrder, paymentId: orderPaymentIdSchema }),
    output: moneySchema,
  }),
  /** Hands the goods over: the visit with its lines is recorded, and the rest is taken where it is paid at once. */
  collect: command({
    permission: 'visits.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({
      ...ofOrder,
      payment: z.strictObject({ cents: amountSchema, method: methodSchema }).nullable().default(null),
      /** Keys of the warnings the clerk has seen and goes on all the same (X22). */
      acknowledged: z.array(z.string().max(80)).max(100).default([]),
    }),
    output: z.object({
      visitId: visitIdSchema,
      receiptNumber: plainText(z.string()),
      totalCents: signedCentsSchema,
      dueCents: signedCentsSchema,
      pointsEarned: signedPointsSchema,
    }),
  }),
  /** Takes handing over back, with its visit and the payment taken with it. */
  undoCollect: command({
    permission: 'visits.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject(ofOrder),
    output: emptySchema,
  }),
  cancel: command({
    permission: 'visits.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ ...ofOrder, reason: lineSchema(200) }),
    /** What was paid and is not given back yet. */
    output: z.object({ paidCents: signedCentsSchema }),
  }),
  /** A cancelled order stands as before. */
  reopen: command({
    permission: 'visits.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject(ofOrder),
    output: emptySchema,
  }),
  /** Writes down that the customer was told; `customers.undoInteraction` takes it back. */
  tell: command({
    permission: 'callbacks.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ ...ofOrder, channel: channelSchema, note: noteSchema.default('') }),
    output: z.object({ interactionId: interactionIdSchema }),
  }),
};
