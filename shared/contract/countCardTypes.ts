import { z } from 'zod';
import { MOST_CARD_DAYS, MOST_CARD_MONTHS, MOST_USES } from '../domain/loyalty/cardTypes.ts';
import { plainText } from './masking.ts';
import { command, query } from './operation.ts';
import { centsSchema, countCardTypeIdSchema, emptySchema, lineSchema, productIdSchema } from './values.ts';

/** How long a card holds, from the day it is issued or first used. */
export const validitySchema = z
  .strictObject({
    count: z.int().min(1).max(MOST_CARD_DAYS),
    unit: z.enum(['days', 'months']),
    from: z.enum(['issue', 'first_use']),
  })
  .refine(({ count, unit }) => unit === 'days' || count <= MOST_CARD_MONTHS, { error: 'too_big', path: ['count'] });

/** What it pays for: the products and categories named, or everything when none is. */
const scopeSchema = z.strictObject({
  productIds: z.array(productIdSchema).max(200),
  categories: z.array(plainText(z.string()).trim().min(1).max(40)).max(50),
});
export const storedScopeSchema = z.object({
  productIds: z.array(productIdSchema),
  categories: z.array(plainText(z.string())),
});

const terms = {
  /** Null is a time card 限时卡. */
  uses: z.int().min(1).max(MOST_USES).nullable(),
  priceCents: centsSchema,
  validity: validitySchema.nullable(),
  scope: scopeSchema,
  /** Selling this product at a visit issues the card; null: it is issued by hand only. */
  productId: productIdSchema.nullable(),
  /** Of a course 疗程: so many days there should be between two sessions. */
  gapDays: z.int().min(1).max(MOST_CARD_DAYS).nullable(),
  /** So many days of a calendar year it may be frozen 停卡. */
  freezeDays: z.int().min(0).max(366),
};
const told = { ...terms, name: plainText(z.string()), scope: storedScopeSchema };

const cardTypeSchema = z.object({
  ...told,
  id: countCardTypeIdSchema,
  /** False for one that every shop is offered and nobody has changed or issued yet. */
  isOwn: z.boolean(),
  isArchived: z.boolean(),
  /** Whether there is a card of it. */
  hasCards: z.boolean(),
});
export type CardType = z.output<typeof cardTypeSchema>;

const ofType = { cardTypeId: countCardTypeIdSchema };

export const countCardTypesContract = {
  /** The kinds of card the shop sells (R069), then those that every shop is offered. */
  types: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ includeArchived: z.boolean().default(false) }),
    output: z.object({ types: z.array(cardTypeSchema) }),
  }),
  /** Makes a kind of card, or with `cardTypeId` changes it; cards that were issued keep what they were issued on. */
  saveType: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z
      .strictObject({ ...terms, cardTypeId: countCardTypeIdSchema.nullable().default(null), name: lineSchema(40) })
      .refine(({ uses, validity }) => uses !== null || validity !== null, { error: 'time_card_needs_end', path: ['validity'] }),
    output: z.object({
      cardTypeId: countCardTypeIdSchema,
      /** `countCards.saveType` with this takes a change back; null for a new one. */
      before: z.object(told).nullable(),
    }),
  }),
  archiveType: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({ ...ofType, isArchived: z.boolean() }),
    output: emptySchema,
  }),
  removeType: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject(ofType),
    output: emptySchema,
  }),
};
