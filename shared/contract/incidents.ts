import { z } from 'zod';
import { incidentSeverities } from '../domain/incidents.ts';
import { command, query } from './operation.ts';
import {
  customerIdSchema,
  emptySchema,
  incidentIdSchema,
  instantSchema,
  localDateSchema,
  noteSchema,
  pageFields,
  pageOf,
  staffIdSchema,
  thingIdSchema,
  visitIdSchema,
} from './values.ts';

export const incidentSeveritySchema = z.enum(incidentSeverities);
export const involvedSchema = z.array(z.object({ id: staffIdSchema, name: z.string() }));

/** Something that went wrong with a customer or one of their things (X28); for the shop itself, never shown to customers. */
const incidentSchema = z.object({
  id: incidentIdSchema,
  customerId: customerIdSchema,
  thing: z.object({ id: thingIdSchema, name: z.string() }).nullable(),
  visitId: visitIdSchema.nullable(),
  /** The business day on which it happened. */
  on: localDateSchema,
  at: instantSchema,
  what: z.string(),
  severity: incidentSeveritySchema,
  /** Staff who were there. */
  involved: involvedSchema,
  /** What was done about it. */
  action: z.string().nullable(),
  /** When somebody has to come back to it. */
  followUpOn: localDateSchema.nullable(),
  /** Only for whoever has the right to see health (X40). */
  isPrivate: z.boolean(),
  /** Null while it is open. */
  closedOn: localDateSchema.nullable(),
  closedByName: z.string().nullable(),
  writtenByName: z.string().nullable(),
});
export type Incident = z.output<typeof incidentSchema>;

/** One in a list of the whole shop. */
const incidentOfSchema = incidentSchema.extend({ customerName: z.string() });
export type IncidentOf = z.output<typeof incidentOfSchema>;

const MOST_INVOLVED = 20;
/** So many stand at the head of a card at the most. */
export const MOST_OPEN = 20;
const ofIncident = z.strictObject({ customerId: customerIdSchema, incidentId: incidentIdSchema });

export const incidentsContract = {
  /** Of one customer, latest first. */
  list: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ ...pageFields, customerId: customerIdSchema }),
    output: pageOf(incidentSchema),
  }),
  /** What is open: what is due first, then the worst. */
  open: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ customerId: customerIdSchema }),
    output: z.object({ incidents: z.array(incidentSchema).max(MOST_OPEN) }),
  }),
  /** What is open in the whole shop: by when somebody has to come back to it, those without a day last. */
  openOfAll: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject(pageFields),
    output: pageOf(incidentOfSchema),
  }),
  /** Writes one down, or with `incidentId` changes it. */
  save: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({
      customerId: customerIdSchema,
      incidentId: incidentIdSchema.nullable().default(null),
      thingId: thingIdSchema.nullable().default(null),
      visitId: visitIdSchema.nullable().default(null),
      /** A past business day; null is today, or leaves the day of a changed one. */
      on: localDateSchema.nullable().default(null),
      what: noteSchema.min(1),
      severity: incidentSeveritySchema,
      staffIds: z.array(staffIdSchema).max(MOST_INVOLVED).default([]),
      action: noteSchema.default(''),
      followUpOn: localDateSchema.nullable().default(null),
      isPrivate: z.boolean().default(false),
    }),
    output: z.object({ incidentId: incidentIdSchema }),
  }),
  /** Settled, or open again. */
  setClosed: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ customerId: customerIdSchema, incidentId: incidentIdSchema, isClosed: z.boolean() }),
    output: emptySchema,
  }),
  /** Takes away what was written by mistake; the log keeps that it was. `restore` brings it back. */
  remove: command({ permission: 'customers.write', audit: 'deletion', masks: 'none', input: ofIncident, output: emptySchema }),
  restore: command({ permission: 'customers.write', audit: 'deletion', masks: 'none', input: ofIncident, output: emptySchema }),
};
