import { z } from 'zod';
import { paymentMethods } from '../domain/orders/money.ts';
import {
  MOST_CARDS_AT_VISIT,
  MOST_VALID_DAYS,
  valueCardEntryKinds,
  valueCardKinds,
  valueCardStandings,
} from '../domain/valueCards/cards.ts';
import { VALUE_CARD_CODE } from '../domain/valueCards/codes.ts';
import { plainText } from './masking.ts';
import { command, query } from './operation.ts';
import {
  centsSchema,
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
  valueCardEntryIdSchema,
  valueCardIdSchema,
  valueCardTypeIdSchema,
  visitIdSchema,
  visitLineIdSchema,
} from './values.ts';

const methodSchema = z.enum(paymentMethods);
const positiveCentsSchema = centsSchema.refine((amount) => amount > 0, { error: 'amount_zero' });

/** What it pays for: the products and categories named, or everything when none is. */
const scopeSchema = z.strictObject({
  productIds: z.array(productIdSchema).max(200),
  categories: z.array(plainText(z.string()).trim().min(1).max(40)).max(50),
});
export const storedValueCardScopeSchema = z.object({
  productIds: z.array(productIdSchema),
  categories: z.array(plainText(z.string())),
});
export const storedFacesSchema = z.array(signedCentsSchema);

const typeFields = {
  name: plainText(lineSchema(40)),
  kind: z.enum(valueCardKinds),
  scope: scopeSchema,
  /** The amounts it is sold with; none is any amount. */
  faces: z.array(positiveCentsSchema).max(10),
  /** So many days after the day of sale; null is for ever. */
  validDays: z.int().min(1).max(MOST_VALID_DAYS).nullable(),
};
const typeTold = {
  ...typeFields,
  name: plainText(z.string()),
  scope: storedValueCardScopeSchema,
  faces: storedFacesSchema,
};
const typeSchema = z.object({
  ...typeTold,
  id: valueCardTypeIdSchema,
  /** Names of what it pays for; empty is everything. */
  paysFor: z.array(plainText(z.string())),
  isArchived: z.boolean(),
  /** Some were sold: it is put away, not deleted. */
  isUsed: z.boolean(),
});
export type ValueCardTypeDefinition = z.output<typeof typeSchema>;

const cardFields = {
  id: valueCardIdSchema,
  kind: z.enum(valueCardKinds),
  name: plainText(z.string()),
  /** The end of a gift card's code: the card is known by it, and not paid with. */
  codeEnd: plainText(z.string()).nullable(),
  faceCents: signedCentsSchema,
  leftCents: signedCentsSchema,
  issuedOn: localDateSchema,
  validUntil: localDateSchema.nullable(),
  standing: z.enum(valueCardStandings),
  paysFor: z.array(plainText(z.string())),
};
const cardSchema = z.object({
  ...cardFields,
  /** Whose a shopping card is, or who first paid with a gift card. */
  customerId: customerIdSchema.nullable(),
  customerName: z.string().nullable(),
});

const entrySchema = z.object({
  id: valueCardEntryIdSchema,
  at: instantSchema,
  businessDate: localDateSchema,
  kind: z.enum(valueCardEntryKinds),
  /** Of a visit, all its lines together. */
  cents: signedCentsSchema,
  leftAfterCents: signedCentsSchema,
  paidCents: signedCentsSchema.nullable(),
  method: methodSchema.nullable(),
  reason: z.string().nullable(),
  visitId: visitIdSchema.nullable(),
  isReversed: z.boolean(),
  /** Whether whoever asks may take it back. */
  canReverse: z.boolean(),
  staffName: z.string().nullable(),
});

/** Money that came in for cards that were sold; below nothing where it was taken back. */
export const cardsSoldSchema = z.object({
  id: valueCardEntryIdSchema,
  at: instantSchema,
  kind: z.enum(valueCardEntryKinds),
  cents: signedCentsSchema,
  method: methodSchema,
  cardName: plainText(z.string()),
  codeEnd: plainText(z.string()).nullable(),
  customerId: customerIdSchema.nullable(),
  name: z.string().nullable(),
  staffName: z.string().nullable(),
});
export type CardSold = z.output<typeof cardsSoldSchema>;

/** A card that a visit moved money of, and what is left on it now. Of a return what went back to it, as `returnedCents`. */
export const valueCardOfVisitSchema = z.object({
  cardId: valueCardIdSchema,
  name: plainText(z.string()),
  codeEnd: plainText(z.string()).nullable(),
  paidCents: signedCentsSchema,
  returnedCents: signedCentsSchema,
  leftCents: signedCentsSchema,
  /** What it paid of which line, and what of that has come back. */
  lines: z.array(z.object({ position: countSchema, paidCents: signedCentsSchema, backCents: signedCentsSchema })),
});

/** Cards that pay at a visit: by code, or a customer's own by itself. */
export const payingCardsField = {
  valueCards: z
    .array(
      z.strictObject({ cardId: valueCardIdSchema, code: lineSchema(40).nullable().default(null), cents: positiveCentsSchema }),
    )
    .max(MOST_CARDS_AT_VISIT)
    .refine((cards) => new Set(cards.map(({ cardId }) => cardId)).size === cards.length, { error: 'card_twice' })
    .default([]),
};

const ofCard = { cardId: valueCardIdSchema };
const written = z.object({ ...ofCard, entryId: valueCardEntryIdSchema, leftCents: signedCentsSchema });

/** Cards with money on them: shopping cards of a customer (X59), gift cards by code (X60). */
export const valueCardsContract = {
  types: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ includeArchived: z.boolean().default(false) }),
    output: z.object({ types: z.array(typeSchema) }),
  }),
  /** Makes a kind, or with `typeId` changes it; cards sold before keep what they said. Refused with conflict: value_card_type_taken, value_card_types_full. */
  saveType: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({ ...typeFields, typeId: valueCardTypeIdSchema.nullable().default(null) }),
    output: z.object({
      typeId: valueCardTypeIdSchema,
      /** `valueCards.saveType` with this takes a change back; null for a new one. */
      before: z.object(typeTold).nullable(),
    }),
  }),
  archiveType: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({ typeId: valueCardTypeIdSchema, isArchived: z.boolean() }),
    output: emptySchema,
  }),
  removeType: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({ typeId: valueCardTypeIdSchema }),
    output: emptySchema,
  }),
  /**
   * Sells a card. For another price than its face, and for nothing, it needs loyalty.adjust (not_permitted). Errors: bad_input (face_not_sold,
   * shopping_card_needs_customer, gift_card_has_no_owner, method_needed), conflict (value_card_type_archived).
   */
  sell: command({
    permission: 'loyalty.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({
      typeId: valueCardTypeIdSchema,
      /** Whose a shopping card is; a gift card is nobody's until it is used. */
      customerId: customerIdSchema.nullable(),
      faceCents: positiveCentsSchema,
      paidCents: centsSchema,
      /** Null only for nothing paid. */
      method: methodSchema.nullable(),
      note: z.string().trim().max(200).default(''),
    }),
    output: written.extend({
      /** Of a gift card, to be given out; told in full here, that day to whoever sold it, and to whoever may correct balances. */
      code: plainText(z.string()).regex(VALUE_CARD_CODE).nullable(),
    }),
  }),
  /** Ends a card: what is left on it is the shop's. Errors: conflict (value_card_void, value_card_empty). */
  void: command({
    permission: 'loyalty.adjust',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ ...ofCard, reason: lineSchema(200) }),
    output: written,
  }),
  /**
   * Takes a sale or the end of a card back. Whoever sold it today may take that back while nothing was paid with it; all else needs
   * loyalty.adjust (not_permitted). Errors: already_undone, conflict (value_card_is_reversal, value_card_belongs_to_visit, value_card_spent).
   */
  reverse: command({
    permission: 'loyalty.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ entryId: valueCardEntryIdSchema, reason: lineSchema(200) }),
    output: written,
  }),
  /** The shop's cards, those that pay first, latest first; by code, by the end of one, by name or by whose they are. */
  find: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ ...pageFields, text: z.string().trim().max(60).default(''), onlyOpen: z.boolean().default(true) }),
    output: pageOf(cardSchema),
  }),
  /** A card and what moved its money, latest first. */
  findById: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject(ofCard),
    output: cardSchema.extend({
      /** Only for whoever may correct balances, and on the day for whoever sold it. */
      code: plainText(z.string()).regex(VALUE_CARD_CODE).nullable(),
      paidCents: signedCentsSchema,
      entries: z.array(entrySchema).max(200),
    }),
  }),
  /** A customer's shopping cards, and the gift cards that are on record for them; those that are over only when asked for. */
  ofCustomer: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ customerId: customerIdSchema, includeOver: z.boolean().default(false) }),
    output: z.object({ cards: z.array(z.object(cardFields)), over: countSchema, openCents: signedCentsSchema }),
  }),
  /** What can pay at a visit: a customer's own cards, and those whose code was given; for which of these products. */
  atVisit: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({
      customerId: customerIdSchema.nullable(),
      codes: z.array(lineSchema(40)).max(MOST_CARDS_AT_VISIT).default([]),
      productIds: z.array(productIdSchema).max(100).default([]),
      businessDate: localDateSchema.nullable().default(null),
    }),
    output: z.object({
      cards: z.array(
        z.object({
          ...cardFields,
          /** What was paid for it: the rest of its face is the shop's gift. */
          paidCents: signedCentsSchema,
          /** As it was given; null of one that is the customer's own. */
          code: plainText(z.string()).nullable(),
          /** It pays for everything; else for these products only. */
          isForAll: z.boolean(),
          productIds: z.array(productIdSchema),
        }),
      ),
      /** What was given and is no card's. */
      unknown: z.array(plainText(z.string())),
    }),
  }),
  /** What a return would give back to the cards that paid for a visit, and what of an exchange they would pay. */
  atReturn: query({
    permission: 'visits.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({
      visitId: visitIdSchema,
      /** The lines that come back, with what is given back of each. */
      lines: z.array(z.strictObject({ lineId: visitLineIdSchema, givenBackCents: centsSchema })).max(100),
      exchange: z.array(z.strictObject({ productId: productIdSchema.nullable(), amountCents: centsSchema })).max(100),
    }),
    output: z.object({
      /** What they paid of the visit, and what of that had gone back before. */
      paidCents: signedCentsSchema,
      backBeforeCents: signedCentsSchema,
      backCents: signedCentsSchema,
      paysExchangeCents: signedCentsSchema,
    }),
  }),
  /** What the shop owes on cards that still pay. */
  owed: query({
    permission: 'loyalty.adjust',
    audit: 'none',
    masks: 'none',
    input: emptySchema,
    output: z.object({
      cents: signedCentsSchema,
      kinds: z.array(z.object({ kind: z.enum(valueCardKinds), cards: countSchema, cents: signedCentsSchema })),
      soonDays: countSchema,
      /** What of it ends within so many days. */
      soonCents: signedCentsSchema,
    }),
  }),
};
