import { z } from 'zod';
import { MOST_CARD_DAYS, MOST_USES } from '../domain/loyalty/cardTypes.ts';
import { cardAges } from '../domain/loyalty/cardWorth.ts';
import { cardEntryKinds, cardStandings } from '../domain/loyalty/countCards.ts';
import { countCardTypesContract, validitySchema } from './countCardTypes.ts';
import { plainText } from './masking.ts';
import { proofField } from './spendingProof.ts';
import { command, query } from './operation.ts';
import {
  centsSchema,
  countCardChangeIdSchema,
  countCardEntryIdSchema,
  countCardIdSchema,
  countCardTypeIdSchema,
  countSchema,
  customerIdSchema,
  emptySchema,
  instantSchema,
  lineSchema,
  localDateSchema,
  pageFields,
  pageOf,
  productIdSchema,
  signedCentsSchema,
  visitIdSchema,
} from './values.ts';

/** A card of a customer as it stands today. */
const cardSchema = z.object({
  id: countCardIdSchema,
  customerId: customerIdSchema,
  cardTypeId: countCardTypeIdSchema,
  number: plainText(z.string()),
  name: plainText(z.string()),
  /** Null is a time card. */
  uses: countSchema.nullable(),
  left: countSchema.nullable(),
  used: countSchema,
  priceCents: signedCentsSchema,
  /** What is not yet used of it, as money. */
  worthCents: signedCentsSchema,
  issuedOn: localDateSchema,
  firstUsedOn: localDateSchema.nullable(),
  lastUsedOn: localDateSchema.nullable(),
  validity: validitySchema.nullable(),
  /** The last day on which it counts; null when it never ends, or has not begun. */
  lastDay: localDateSchema.nullable(),
  /** From which day on the next session is due. */
  nextDueOn: localDateSchema.nullable(),
  standing: z.enum(cardStandings),
  frozenUntil: localDateSchema.nullable(),
  /** Days of this year on which it may still be frozen, and of how many. */
  freezeDays: countSchema,
  freezeDaysLeft: countSchema,
  visitId: visitIdSchema.nullable(),
  /** Names of what it pays for; empty is everything. */
  paysFor: z.array(plainText(z.string())),
});
export type CountCard = z.output<typeof cardSchema>;

const entrySchema = z.object({
  id: countCardEntryIdSchema,
  at: instantSchema,
  businessDate: localDateSchema,
  kind: z.enum(cardEntryKinds),
  uses: z.int(),
  days: countSchema,
  /** Null of a time card. */
  leftAfter: z.int().nullable(),
  reason: z.string().nullable(),
  visitId: visitIdSchema.nullable(),
  reversesId: countCardEntryIdSchema.nullable(),
  isReversed: z.boolean(),
  staffName: z.string().nullable(),
  /** To or from whom, of what changed hands. */
  otherName: z.string().nullable(),
});

const ofCard = { cardId: countCardIdSchema };
const reason = lineSchema(200);
const written = z.object({ entryId: countCardEntryIdSchema });
const daysSchema = z.int().min(1).max(MOST_CARD_DAYS);

export const countCardsContract = {
  ...countCardTypesContract,
  /** A customer's cards, those that can be used first; those that are over only when asked for. */
  ofCustomer: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ customerId: customerIdSchema, includeOver: z.boolean().default(false) }),
    output: z.object({ cards: z.array(cardSchema), over: countSchema }),
  }),
  /** Every entry of a card, latest first, with what was left after it. */
  history: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject(ofCard),
    output: z.object({ entries: z.array(entrySchema) }),
  }),
  /** The cards that can be used at a visit of that day, and for which of these products; and which of them sell a card. */
  forVisit: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({
      customerId: customerIdSchema,
      productIds: z.array(productIdSchema).max(100).default([]),
      businessDate: localDateSchema.nullable().default(null),
    }),
    output: z.object({
      cards: z.array(
        z.object({
          id: countCardIdSchema,
          number: plainText(z.string()),
          name: plainText(z.string()),
          left: countSchema.nullable(),
          used: countSchema,
          issuedOn: localDateSchema,
          lastDay: localDateSchema.nullable(),
          nextDueOn: localDateSchema.nullable(),
          /** Of a course: the session before was too short a time ago. A warning, nothing more. */
          isTooSoon: z.boolean(),
          productIds: z.array(productIdSchema),
          paysForUnlisted: z.boolean(),
          /** Whose card it is, when it is somebody else's whom they may share with (X55); null is their own. */
          ofName: z.string().nullable(),
        }),
      ),
      sold: z.array(z.object({ productId: productIdSchema, name: plainText(z.string()), uses: countSchema.nullable() })),
    }),
  }),
  /** What the shop owes all its customers in uses of cards, by how long ago these were issued. */
  owed: query({
    permission: 'loyalty.adjust',
    audit: 'none',
    masks: 'none',
    input: emptySchema,
    output: z.object({
      ages: z.array(
        z.object({
          age: z.enum(cardAges),
          cards: countSchema,
          /** Those of time cards are not counted. */
          uses: countSchema,
          worthCents: signedCentsSchema,
        }),
      ),
      soonDays: countSchema,
      /** Cards that lapse within so many days. */
      soon: countSchema,
    }),
  }),
  /** Cards that lapse within so many days, soonest first, with whose they are. */
  lapsing: query({
    permission: 'loyalty.adjust',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ ...pageFields, days: z.int().min(0).max(366).default(30) }),
    output: pageOf(
      z.object({
        cardId: countCardIdSchema,
        customerId: customerIdSchema,
        customerName: z.string(),
        number: plainText(z.string()),
        name: plainText(z.string()),
        left: countSchema.nullable(),
        lastDay: localDateSchema,
      }),
    ),
  }),
  /** Issues a card by hand; `uses` are those left on a card from before, `priceCents` what was paid for it. */
  issue: command({
    permission: 'loyalty.adjust',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({
      customerId: customerIdSchema,
      cardTypeId: countCardTypeIdSchema,
      uses: z.int().min(1).max(MOST_USES).nullable().default(null),
      priceCents: centsSchema.nullable().default(null),
      reason,
    }),
    output: written.extend({ cardId: countCardIdSchema, number: plainText(z.string()) }),
  }),
  /** Moves the end of a card 延期. */
  extend: command({
    permission: 'loyalty.adjust',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ ...ofCard, days: daysSchema, reason }),
    output: written,
  }),
  /** Lets a card stand still from today on 停卡; its end moves by as many days. */
  freeze: command({
    permission: 'loyalty.adjust',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ ...ofCard, days: z.int().min(1).max(366), reason }),
    output: written,
  }),
  /** Ends a freeze early: its end moves by the days the card stood still. */
  thaw: command({
    permission: 'loyalty.adjust',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ ...ofCard, reason }),
    output: written,
  }),
  /** Ends a card for good, with a reason. */
  void: command({
    permission: 'loyalty.adjust',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ ...ofCard, reason }),
    output: written,
  }),
  /**
   * Gives uses of a card, or all of a time card, to somebody else: they go on as a card of theirs, as old and until the same day (X54). `reverse` of
   * either side takes both back. Errors: bad_input (transfer_to_self, card_has_too_few, time_card_has_no_uses), conflict (card_not_open, card_void).
   */
  transfer: command({
    permission: 'loyalty.adjust',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({
      ...ofCard,
      toCustomerId: customerIdSchema,
      /** Null is all that is left. */
      uses: z.int().min(1).max(MOST_USES).nullable().default(null),
      reason,
      ...proofField,
    }),
    output: written.extend({ cardId: countCardIdSchema, number: plainText(z.string()) }),
  }),
  /** Takes back what was done by hand: an issue, an extension, a freeze, a thaw, a void, a transfer. */
  reverse: command({
    permission: 'loyalty.adjust',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ entryId: countCardEntryIdSchema, reason }),
    output: written,
  }),
  /** Extends every open card of a kind, such as after weeks in which the shop was closed (X56). */
  extendAll: command({
    permission: 'loyalty.adjust',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ cardTypeId: countCardTypeIdSchema, days: daysSchema, reason }),
    output: z.object({ changeId: countCardChangeIdSchema, cards: countSchema }),
  }),
  /** Takes an extension of many cards back. */
  takeBackExtension: command({
    permission: 'loyalty.adjust',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ changeId: countCardChangeIdSchema, reason }),
    output: emptySchema,
  }),
};
