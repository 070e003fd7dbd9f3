import { z } from 'zod';
import { MOST_NEEDED, stampCounts, stampEntryKinds } from '../domain/loyalty/stamps.ts';
import { plainText } from './masking.ts';
import { command, query } from './operation.ts';
import {
  centsSchema,
  couponTypeIdSchema,
  countSchema,
  customerIdSchema,
  emptySchema,
  instantSchema,
  lineSchema,
  localDateSchema,
  productIdSchema,
  stampCardIdSchema,
  stampEntryIdSchema,
} from './values.ts';

/** What counts: the products and categories named, or everything when none is. */
const scopeSchema = z.strictObject({
  productIds: z.array(productIdSchema).max(200),
  categories: z.array(plainText(z.string()).trim().min(1).max(40)).max(50),
});
export const storedStampScopeSchema = z.object({
  productIds: z.array(productIdSchema),
  categories: z.array(plainText(z.string())),
});
/** By which terms stamps were earned, and the positions of the lines that counted. */
export const countedSchema = z.object({ per: z.enum(stampCounts), leastCents: centsSchema, positions: z.array(countSchema) });

const fields = {
  name: plainText(lineSchema(40)),
  /** What brings a stamp: a visit, at most one a day; a piece; or so much money. */
  per: z.enum(stampCounts),
  leastCents: centsSchema,
  scope: scopeSchema,
  needed: z.int().min(2).max(MOST_NEEDED),
  points: z.int().min(0).max(1_000_000),
  couponTypeId: couponTypeIdSchema.nullable(),
};
const told = { ...fields, name: plainText(z.string()), scope: storedStampScopeSchema };
const cardSchema = z.object({
  ...told,
  id: stampCardIdSchema,
  couponName: plainText(z.string()).nullable(),
  isArchived: z.boolean(),
  /** Somebody has had stamps on it: it is put away, not deleted. */
  isUsed: z.boolean(),
});
export type StampCardDefinition = z.output<typeof cardSchema>;

const signedStamps = z.int();

/** How somebody's card stands. */
const standingFields = {
  cardId: stampCardIdSchema,
  name: plainText(z.string()),
  /** Below zero where what was rewarded came back and the reward had been used; beyond what is needed after a merge. */
  stamps: signedStamps,
  needed: countSchema,
};
export const stampsToldSchema = z.object({
  ...standingFields,
  /** By this visit, a full card not counted; below zero where a return took them. */
  added: signedStamps,
  /** So many full cards brought their reward by it. */
  rewards: countSchema,
});

const entrySchema = z.object({
  id: stampEntryIdSchema,
  cardName: plainText(z.string()),
  at: instantSchema,
  businessDate: localDateSchema,
  kind: z.enum(stampEntryKinds),
  stamps: signedStamps,
  reason: z.string().nullable(),
  staffName: z.string().nullable(),
  /** Given by hand and still to be taken back. */
  mayTakeBack: z.boolean(),
});
export type StampEntryTold = z.output<typeof entrySchema>;

const ofCard = { cardId: stampCardIdSchema };

/** Stamps 集点 (X61). */
export const stampsContract = {
  cards: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ includeArchived: z.boolean().default(false) }),
    output: z.object({ cards: z.array(cardSchema) }),
  }),
  /** Makes a card, or with `cardId` changes it; what was earned stays. Refused with conflict: stamp_card_taken, stamp_cards_full. */
  saveCard: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z
      .strictObject({ ...fields, cardId: stampCardIdSchema.nullable().default(null) })
      .refine(({ per, leastCents }) => per !== 'amount' || leastCents > 0, { error: 'required', path: ['leastCents'] })
      .refine(({ points, couponTypeId }) => points > 0 || couponTypeId !== null, { error: 'required', path: ['points'] }),
    output: z.object({
      cardId: stampCardIdSchema,
      /** `stamps.saveCard` with this takes a change back; null for a new one. */
      before: z.object(told).nullable(),
    }),
  }),
  archiveCard: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({ ...ofCard, isArchived: z.boolean() }),
    output: emptySchema,
  }),
  removeCard: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject(ofCard),
    output: emptySchema,
  }),
  /** The cards that count and those on which there is something, and what led to it, the latest first. */
  ofCustomer: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ customerId: customerIdSchema }),
    output: z.object({
      cards: z.array(
        z.object({
          ...standingFields,
          points: countSchema,
          couponName: plainText(z.string()).nullable(),
          /** So many full cards brought their reward. */
          rewards: countSchema,
          isArchived: z.boolean(),
        }),
      ),
      entries: z.array(entrySchema).max(200),
    }),
  }),
  /** By hand, as off a card of paper. Refused with bad_input (not_enough_stamps) for more than there are. */
  adjust: command({
    permission: 'loyalty.adjust',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({
      customerId: customerIdSchema,
      ...ofCard,
      stamps: z
        .int()
        .min(-MOST_NEEDED)
        .max(MOST_NEEDED)
        .refine((stamps) => stamps !== 0, { error: 'required' }),
      reason: lineSchema(80),
    }),
    output: z.object({ entryId: stampEntryIdSchema, stamps: signedStamps, needed: countSchema, rewards: countSchema }),
  }),
  /** Takes back what was given or taken by hand; a visit's go with the visit. */
  takeBack: command({
    permission: 'loyalty.adjust',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ entryId: stampEntryIdSchema }),
    output: emptySchema,
  }),
};
