import { z } from 'zod';
import { customerFilterSchema } from './customerFilter.ts';
import { customFieldSchema } from './customFields.ts';
import { customerSortSchema, sortDirectionSchema } from './customerViews.ts';
import { evidenceSchema } from './evidence.ts';
import { inactiveSchema } from './inactive.ts';
import { codeText, contactAmong, contactValue, privateTo } from './masking.ts';
import { plainText } from './masking.ts';
import { command, query, study } from './operation.ts';
import { refusedCardSchema } from './memberCards.ts';
import {
  channelSchema,
  countSchema,
  customerIdSchema,
  cardNumberSchema,
  customerNumberSchema,
  customerStatusSchema,
  customFieldIdSchema,
  emptySchema,
  familyMemberIdSchema,
  genderSchema,
  handoverIdSchema,
  importantDateIdSchema,
  instantSchema,
  interactionIdSchema,
  jobFields,
  lineSchema,
  localDateSchema,
  ownSegmentIdSchema,
  noteSchema,
  pageFields,
  pageOf,
  partialDateSchema,
  quantitySumSchema,
  signedCentsSchema,
  signedPointsSchema,
  staffIdSchema,
  tagIdSchema,
  tierIdSchema,
} from './values.ts';
import { creditOnCardSchema } from './credit.ts';
import { purseSchema } from './storedValue.ts';
import { classesSchema, segmentFilterSchema } from './segments.ts';
import { reasonSchema } from './callbacks.ts';
import { customerValueSchema, givenValuesSchema } from './customFields.ts';
import { contactMethodOperations, contactMethodSchema } from './contactMethods.ts';
import { portraitSentenceSchema } from './portrait.ts';
import { customerTagSchema } from './tags.ts';
import { timelineEntrySchema, timelineKindSchema } from './timeline.ts';
import { verificationOperations, verificationSchema } from './verifications.ts';
import { customerSafetySchema } from './safety.ts';

export { genderSchema };
/** Chosen by the clerk (R023); null until chosen. */
export const needTypeSchema = z.enum(['function_led', 'price_sensitive', 'service_first']);
export const importantDateSchema = z.object({
  id: importantDateIdSchema,
  kind: z.enum(['birthday', 'anniversary', 'other']),
  label: z.string(),
  date: partialDateSchema,
  /** False for a day that comes once. */
  isYearly: z.boolean(),
  /** How many days ahead it is brought up; null takes the shop's setting. */
  leadDays: countSchema.nullable(),
  /** The next day it is celebrated on, today included; null when the month or day is missing, or a single day has gone by. */
  nextOn: localDateSchema.nullable(),
});

export const familyMemberSchema = z.object({
  id: familyMemberIdSchema,
  name: z.string(),
  relation: z.string(),
  birthDate: partialDateSchema.nullable(),
});

/** What a person types about a customer. Absent fields of an update stay as they are. */
const customerFields = {
  name: lineSchema(60),
  gender: genderSchema,
  /** The age a person told instead of a birth date, as it was on that day (R001). */
  statedAge: z.strictObject({ years: z.int().min(0).max(130), on: localDateSchema }).nullable(),
  birthday: partialDateSchema.nullable(),
  phone: contactValue(z.string().trim().max(40)).nullable(),
  wechat: contactValue(z.string().trim().max(60)).nullable(),
  email: contactValue(z.string().trim().max(120)).nullable(),
  cardNo: codeText(z.string().trim().max(40)).nullable(),
  occupation: z.string().trim().max(60).nullable(),
  incomeBand: privateTo('private.income', z.string().trim().max(40).nullable(), null),
  education: privateTo('private.income', z.string().trim().max(40).nullable(), null),
  address: z.string().trim().max(200).nullable(),
  region: z.string().trim().max(60).nullable(),
  source: z.string().trim().max(60).nullable(),
  referrerId: customerIdSchema.nullable(),
  ownerId: staffIdSchema.nullable(),
  isVip: z.boolean(),
  vipReason: z.string().trim().max(200).nullable(),
  needType: needTypeSchema.nullable(),
  preferredChannel: channelSchema.nullable(),
  /** Hour of the day 0 to 24 between which the person likes to be contacted. */
  contactFromHour: z.int().min(0).max(23).nullable(),
  contactToHour: z.int().min(1).max(24).nullable(),
  doNotContact: z.boolean(),
  /** The person agreed to be contacted: when, how it was given, and when it was withdrawn. */
  consentOn: localDateSchema.nullable(),
  consentSource: z.string().trim().max(60).nullable(),
  consentWithdrawnOn: localDateSchema.nullable(),
  safetyNote: z.string().trim().max(500).nullable(),
  likes: z.string().trim().max(500).nullable(),
  motive: z.string().trim().max(500).nullable(),
  needs: z.string().trim().max(500).nullable(),
  usageHabits: z.string().trim().max(500).nullable(),
  painPoints: z.string().trim().max(500).nullable(),
  note: noteSchema.nullable(),
  status: customerStatusSchema,
};
const customerShape = z.strictObject(customerFields);
/** The names of all of them. */
export const customerFieldSchema = customerShape.keyof();

const blank = {
  gender: 'unknown',
  statedAge: null,
  birthday: null,
  phone: null,
  wechat: null,
  email: null,
  cardNo: null,
  occupation: null,
  incomeBand: null,
  education: null,
  address: null,
  region: null,
  source: null,
  referrerId: null,
  ownerId: null,
  isVip: false,
  vipReason: null,
  needType: null,
  preferredChannel: null,
  contactFromHour: null,
  contactToHour: null,
  doNotContact: false,
  consentOn: null,
  consentSource: null,
  consentWithdrawnOn: null,
  safetyNote: null,
  likes: null,
  motive: null,
  needs: null,
  usageHabits: null,
  painPoints: null,
  note: null,
  status: 'customer',
} as const;

/** Input of `customers.create`: a name, and whatever else is known. */
export const newCustomerSchema = customerShape.partial().required({ name: true });
export type NewCustomer = z.output<typeof newCustomerSchema>;
/** Every editable field of a customer with the value of an unknown one. */
export const blankCustomer = blank;

/** Running summary of one customer, kept in the same transaction as the facts. */
export const summarySchema = z.object({
  visitCount: countSchema,
  purchaseDayCount: countSchema,
  spendCents: signedCentsSchema,
  costCents: signedCentsSchema,
  itemQuantity: quantitySumSchema,
  firstVisitOn: localDateSchema.nullable(),
  lastVisitOn: localDateSchema.nullable(),
  lastPurchaseOn: localDateSchema.nullable(),
  lastInteractionOn: localDateSchema.nullable(),
  /** Median days between purchase days, from the third purchase day on. */
  rhythmDays: z.number().nullable(),
  /** The customer's own 80th percentile of gaps, from the fourth purchase day on. */
  overdueAfterDays: z.number().nullable(),
  pointsBalance: signedPointsSchema,
});
export type Summary = z.output<typeof summarySchema>;

export const customerRowSchema = z.object({
  id: customerIdSchema,
  number: customerNumberSchema,
  name: z.string(),
  gender: genderSchema,
  phone: contactValue(z.string()).nullable(),
  isVip: z.boolean(),
  /** Out of the list and the calls (X37). */
  isInactive: z.boolean(),
  visitCount: countSchema,
  spendCents: signedCentsSchema,
  lastVisitOn: localDateSchema.nullable(),
  pointsBalance: signedPointsSchema,
  classes: classesSchema.nullable(),
});

/** A line of the customer list; `more` is what only some columns show, null unless asked for. */
const customerListRowSchema = customerRowSchema.extend({
  more: z
    .object({
      cardNo: cardNumberSchema.nullable(),
      region: z.string().nullable(),
      source: z.string().nullable(),
      status: customerStatusSchema,
      ownerName: z.string().nullable(),
      tierName: plainText(z.string()).nullable(),
      wechat: contactValue(z.string()).nullable(),
      birthday: partialDateSchema.nullable(),
      tags: z.array(z.string()),
      /** In words, by the shop's own fields that the list shows. */
      customFields: z.array(z.object({ fieldId: customFieldIdSchema, text: z.string() })),
      createdAt: instantSchema,
      /** How complete and sure the data is, 0 to 100; null until it was looked at. */
      completeness: z.int().min(0).max(100).nullable(),
    })
    .nullable(),
});

/** What a line of the search box shows of a person. */
export const glanceFields = {
  id: customerIdSchema,
  number: customerNumberSchema,
  name: z.string(),
  isVip: z.boolean(),
  /** Not to be served (X23). */
  isBlocked: z.boolean(),
  /** An alert is shown on arrival today (X23). */
  hasAlert: z.boolean(),
  /** Out of the list and the calls (X37). */
  isInactive: z.boolean(),
  /** What their tier is called; null for none (R075). */
  tierName: plainText(z.string()).nullable(),
  lastVisitOn: localDateSchema.nullable(),
  phone: contactValue(z.string()).nullable(),
};

export const searchHitSchema = contactAmong(
  z.object({
    ...glanceFields,
    /** Which field matched and the half-open range of it to mark. */
    match: z.object({
      field: z.enum(['name', 'pinyin', 'initials', 'phone', 'card', 'number', 'thing', 'contact', 'own', 'referralCode']),
      start: countSchema,
      end: countSchema,
    }),
    /** The thing, the WeChat or e-mail, the own field's value or the referral code that matched; null when something else did. */
    thing: z.string().nullable(),
  }),
  'thing',
  ({ match }) => typeof match === 'object' && match !== null && 'field' in match && match.field === 'contact',
);

export const customerCardSchema = z.object({
  id: customerIdSchema,
  revision: countSchema,
  number: customerNumberSchema,
  fields: z.object(customerFields),
  referrerName: z.string().nullable(),
  ownerName: z.string().nullable(),
  /** Age in whole years where the year of birth is known, or by the age that was told. */
  age: countSchema.nullable(),
  isAgeStated: z.boolean(),
  /** Income and education are there for whoever may see them, and empty for others. */
  hasSensitive: z.boolean(),
  /** The latest handover whose note was not put aside yet. */
  handover: z
    .object({
      id: handoverIdSchema,
      on: localDateSchema,
      fromName: z.string().nullable(),
      toName: z.string().nullable(),
      note: z.string().nullable(),
    })
    .nullable(),
  contactMethods: z.array(contactMethodSchema),
  importantDates: z.array(importantDateSchema),
  familyMembers: z.array(familyMemberSchema),
  tags: z.array(customerTagSchema),
  /** When each field was last known to be right; a field that was never verified has none. */
  verifications: z.array(verificationSchema),
  /** Values in the shop's own fields; unknown ones are left out. */
  customFields: z.array(customerValueSchema),
  summary: summarySchema,
  /** Spend of the last 12 calendar months. */
  /** Stored value, principal and gift apart. */
  storedValue: purseSchema,
  /** What they owe the shop (X50); null where the shop puts nothing on account and nothing is owed. */
  credit: creditOnCardSchema.nullable(),
  /** The points that lapse next, and the last day on which they count (R074). */
  nextLapse: z.object({ points: signedPointsSchema, on: localDateSchema }).nullable(),
  yearSpendCents: signedCentsSchema,
  yearPurchaseDays: countSchema,
  classes: classesSchema.nullable(),
  openReasons: z.array(reasonSchema),
  /** Who the person is, how they buy, what they want: up to three sentences (R013). */
  portrait: z.array(portraitSentenceSchema).max(3),
  /** What must not go wrong: allergies, patch tests, alerts on arrival, do-not-serve (X22, X23). */
  safety: customerSafetySchema,
  createdAt: instantSchema,
  removedAt: instantSchema.nullable(),
  /** Since when out of the list and the calls, and why (X37); null when active. */
  inactive: inactiveSchema,
});

/** What every page of the list is asked with. */
const listFields = {
  ...pageFields,
  sort: customerSortSchema.default('last_visit'),
  direction: sortDirectionSchema.default('descending'),
  /** Also what only some columns show: tags, owner, birthday and the like. */
  withMore: z.boolean().default(false),
};

export const customersContract = {
  ...verificationOperations,
  ...contactMethodOperations,
  /** Regions in use, the commonest first, to choose from where one is typed (R003). */
  listRegions: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ text: z.string().trim().max(60).default(''), limit: z.int().min(1).max(50).default(20) }),
    output: z.object({ regions: z.array(z.object({ region: z.string(), customers: countSchema })) }),
  }),
  /** Everyone who is active, or those whom the search box or one segment finds. */
  list: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({
      ...listFields,
      text: z.string().trim().max(60).default(''),
      segment: segmentFilterSchema.nullable().default(null),
    }),
    output: pageOf(customerListRowSchema),
  }),
  /**
   * A page of those whom a filter lets through, and how many they are (R003, X36). In a large shop everyone is looked at for it, so the
   * front desk's thread is spared. Errors: cancelled.
   */
  listByFilter: study({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ ...jobFields, ...listFields, filter: customerFilterSchema }),
    output: pageOf(customerListRowSchema),
  }),
  search: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({
      text: z.string().trim().min(1).max(60),
      limit: z.int().min(1).max(10).default(10),
      /** Inactive customers too, after the active ones. */
      withInactive: z.boolean().optional(),
    }),
    /** `inactiveLeftOut`: so many inactive customers match and are not among the hits. */
    output: z.object({
      hits: z.array(searchHitSchema),
      inactiveLeftOut: countSchema,
      /** The text is the number of a card that opens nobody's any more (X52); then nobody is found by it. */
      refusedCard: refusedCardSchema.nullable(),
    }),
  }),
  findById: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ customerId: customerIdSchema }),
    output: customerCardSchema,
  }),
  findByNumber: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ number: lineSchema(40) }),
    output: customerCardSchema,
  }),
  findDuplicates: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({
      phone: z.string().trim().max(40).default(''),
      cardNo: z.string().trim().max(40).default(''),
      /** With a phone or a birthday, people of a name that sounds alike are found too. */
      name: z.string().trim().max(100).default(''),
      birthday: partialDateSchema.nullable().default(null),
      wechat: z.string().trim().max(100).default(''),
      email: z.string().trim().max(100).default(''),
      exceptId: customerIdSchema.nullable().default(null),
    }),
    output: z.object({
      /** Likeliest first; pairs that were judged to be two are left out while neither changes (X38). */
      matches: z.array(
        z.object({
          customer: customerRowSchema,
          because: z.enum(['same_phone', 'same_card', 'same_wechat', 'same_email', 'likely']),
          reasons: z.array(evidenceSchema),
        }),
      ),
    }),
  }),
  /**
   * Whose card, customer number or phone this is, exactly: what a scanner or a caller-ID box types. Null when nobody's, or when a phone
   * is shared; `isPhone` says whether the code is a number that can be dialled, of which a new card can be made (X41).
   */
  findByCode: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ code: lineSchema(40) }),
    output: z.object({
      customerId: customerIdSchema.nullable(),
      isPhone: z.boolean(),
      /** A card that opens nobody's any more (X52). */
      refusedCard: refusedCardSchema.nullable(),
    }),
  }),
  /** What a filter or a bulk edit can choose from: values in use, the frequent ones first; tags, own fields and staff in their order. */
  filterOptions: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: emptySchema,
    output: z.object({
      regions: z.array(z.string()),
      /** Parts of the regions in use, as `placesOf` reads them (R003). */
      provinces: z.array(z.string()),
      cities: z.array(z.string()),
      districts: z.array(z.string()),
      sources: z.array(z.string()),
      /** The lowest first. */
      tiers: z.array(z.object({ id: tierIdSchema, name: plainText(z.string()) })),
      tags: z.array(z.object({ id: tagIdSchema, name: z.string(), groupName: z.string() })),
      ownSegments: z.array(z.object({ id: ownSegmentIdSchema, name: plainText(z.string()) })),
      customFields: z.array(customFieldSchema),
      staff: z.array(z.object({ id: staffIdSchema, name: z.string(), isActive: z.boolean() })),
    }),
  }),
  create: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'answer',
    input: newCustomerSchema.extend({
      /** Told on joining (R010). */
      tagIds: z.array(tagIdSchema).max(100).default([]),
      customFields: givenValuesSchema.default([]),
    }),
    output: z.object({
      customerId: customerIdSchema,
      number: customerNumberSchema,
      /** What signing up brought (X61): nothing to whoever's number has had it; null where the shop gives nothing. */
      welcome: z
        .object({ points: signedPointsSchema, coupon: plainText(z.string()).nullable(), isGiven: z.boolean() })
        .nullable(),
    }),
  }),
  update: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({
      customerId: customerIdSchema,
      /** The revision the form was opened with; another one meanwhile is a conflict. Null overwrites. */
      revision: countSchema.nullable().default(null),
      changes: customerShape.partial(),
      /** When an edit is undone: the verifications that `changes` had before it; null dates them today. */
      verifications: z.array(verificationSchema).max(60).nullable().default(null),
    }),
    output: z.object({
      revision: countSchema,
      /** The former values of what changed, and when they were last known to be right: `customers.update` with both undoes the edit. */
      before: customerShape.partial(),
      verifications: z.array(verificationSchema),
    }),
  }),
  remove: command({
    permission: 'customers.remove',
    audit: 'deletion',
    masks: 'none',
    input: z.strictObject({ customerId: customerIdSchema }),
    output: emptySchema,
  }),
  restore: command({
    permission: 'customers.remove',
    audit: 'deletion',
    masks: 'none',
    input: z.strictObject({ customerId: customerIdSchema }),
    output: emptySchema,
  }),
  timeline: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({
      customerId: customerIdSchema,
      kinds: z.array(timelineKindSchema).default([]),
      /** Continue after this entry: the `at` and `key` of the last one seen. */
      before: z
        .strictObject({ at: instantSchema, key: z.string().max(80) })
        .nullable()
        .default(null),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.object({ entries: z.array(timelineEntrySchema), hasMore: z.boolean() }),
  }),
  recordInteraction: command({
    permission: 'callbacks.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({
      customerId: customerIdSchema,
      channel: channelSchema,
      direction: z.enum(['in', 'out']),
      isPromotional: z.boolean().default(false),
      note: noteSchema,
    }),
    output: z.object({ interactionId: interactionIdSchema }),
  }),
  /** Takes back a contact written down by hand; one that belongs to the callback list is taken back there. */
  undoInteraction: command({
    permission: 'callbacks.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ interactionId: interactionIdSchema }),
    output: emptySchema,
  }),
  /** Adds a yearly day, or with `dateId` changes it. The birthday itself is a field of the customer. */
  saveImportantDate: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({
      customerId: customerIdSchema,
      dateId: importantDateIdSchema.nullable().default(null),
      kind: z.enum(['anniversary', 'other']).default('other'),
      label: lineSchema(40),
      date: partialDateSchema,
      /** False for a day that comes once; it then needs its year, month and day. */
      isYearly: z.boolean().default(true),
      leadDays: z.int().min(0).max(60).nullable().default(null),
    }),
    output: z.object({ dateId: importantDateIdSchema }),
  }),
  removeImportantDate: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ customerId: customerIdSchema, dateId: importantDateIdSchema }),
    output: emptySchema,
  }),
  /** Adds someone of the family, a pet included, or with `memberId` changes them. */
  saveFamilyMember: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({
      customerId: customerIdSchema,
      memberId: familyMemberIdSchema.nullable().default(null),
      name: lineSchema(60),
      relation: z.string().trim().max(40).default(''),
      birthDate: partialDateSchema.nullable().default(null),
    }),
    output: z.object({ memberId: familyMemberIdSchema }),
  }),
  removeFamilyMember: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ customerId: customerIdSchema, memberId: familyMemberIdSchema }),
    output: emptySchema,
  }),
};
