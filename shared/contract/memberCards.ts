import { z } from 'zod';
import { MOST_CARDS_OF_BATCH, memberCardEventKinds, memberCardStates } from '../domain/wallet/memberCards.ts';
import { codeText, plainText } from './masking.ts';
import { command, query } from './operation.ts';
import {
  cardNumberSchema,
  countSchema,
  customerIdSchema,
  emptySchema,
  instantSchema,
  lineSchema,
  localDateSchema,
  memberCardBatchIdSchema,
  memberCardEventIdSchema,
} from './values.ts';

const ofCustomer = { customerId: customerIdSchema };
const stateSchema = z.enum(memberCardStates);

/** Why a card that was scanned opens nobody's: it was reported lost, is locked, gave way to another or was closed. */
export const refusedCardSchema = z.object({
  ...ofCustomer,
  state: stateSchema.exclude(['active']),
  since: localDateSchema.nullable(),
});
export type RefusedCard = z.output<typeof refusedCardSchema>;

const figures = z
  .string()
  .trim()
  .regex(/^\d{1,10}$/, { error: 'card_figures' });
const termsFields = {
  name: lineSchema(40),
  prefix: z
    .string()
    .trim()
    .max(12)
    .regex(/^[A-Za-z0-9-]*$/, { error: 'card_prefix' }),
  first: figures,
  last: figures,
  hasCheckDigit: z.boolean(),
};

const batchSchema = z.object({
  id: memberCardBatchIdSchema,
  name: plainText(z.string()),
  prefix: plainText(z.string()),
  first: plainText(z.string()),
  last: plainText(z.string()),
  hasCheckDigit: z.boolean(),
  /** How many cards there are in all, and how many nobody has had. */
  total: countSchema,
  left: countSchema,
  /** The first of those that are left. */
  next: z.array(plainText(z.string())).max(20),
});
export type MemberCardBatch = z.output<typeof batchSchema>;

const written = z.object({ eventId: memberCardEventIdSchema });

/** Cards by number 会员卡 (X52). The number somebody has is the card number among their details; here is how it stands. */
export const memberCardsContract = {
  ofCustomer: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject(ofCustomer),
    output: z.object({
      cardNo: cardNumberSchema.nullable(),
      /** Null without a card. */
      state: stateSchema.nullable(),
      since: localDateSchema.nullable(),
      /** Whether the shop has cards at all: somebody here has or had one, or there are batches. */
      isInUse: z.boolean(),
      /** The latest first. */
      events: z
        .array(
          z.object({
            id: memberCardEventIdSchema,
            at: instantSchema,
            kind: z.enum(memberCardEventKinds).exclude(['reverse']),
            cardNo: codeText(z.string()),
            formerNo: codeText(z.string()).nullable(),
            reason: z.string().nullable(),
            staffName: z.string().nullable(),
            isReversed: z.boolean(),
            /** Whether whoever asks may take it back: the last one only. */
            canTakeBack: z.boolean(),
          }),
        )
        .max(100),
    }),
  }),
  /**
   * Gives a card, in the place of the one there is: 办卡, 补卡 of a lost one, 换卡. Errors: conflict (card_taken, card_was_used), bad_input
   * (card_digit_wrong) for a number that looks like one of a batch and is none.
   */
  give: command({
    permission: 'loyalty.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ ...ofCustomer, cardNo: lineSchema(40), reason: z.string().trim().max(200).default('') }),
    output: written,
  }),
  /**
   * Reports the card lost, or found; locks it, or unlocks; closes it. All but reporting it lost needs loyalty.adjust (not_permitted). Errors:
   * conflict (card_not_so: it stands otherwise by now, or there is none).
   */
  change: command({
    permission: 'loyalty.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({
      ...ofCustomer,
      kind: z.enum(['lost', 'found', 'lock', 'unlock', 'close']),
      reason: lineSchema(200),
    }),
    output: written,
  }),
  /** Takes the last event of a customer's card back. Errors: already_undone, not_permitted, conflict (card_event_not_last, card_taken). */
  takeBack: command({
    permission: 'loyalty.write',
    audit: 'value',
    masks: 'none',
    input: z.strictObject({ eventId: memberCardEventIdSchema }),
    output: emptySchema,
  }),
  /** Cards that were printed with their numbers, and what is left of them. */
  batches: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: emptySchema,
    output: z.object({ batches: z.array(batchSchema) }),
  }),
  /** Makes a batch, or with `batchId` changes it. Errors: conflict (card_batch_taken, card_batch_overlaps). */
  saveBatch: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z
      .strictObject({ batchId: memberCardBatchIdSchema.nullable().default(null), ...termsFields })
      .refine(({ first, last }) => first.length === last.length && Number(first) <= Number(last), {
        error: 'card_range',
        path: ['last'],
      })
      .refine(({ first, last }) => Number(last) - Number(first) < MOST_CARDS_OF_BATCH, {
        error: 'card_range_long',
        path: ['last'],
      }),
    output: z.object({
      batchId: memberCardBatchIdSchema,
      /** `memberCards.saveBatch` with this takes a change back; null for a new one. */
      before: batchSchema.pick({ name: true, prefix: true, first: true, last: true, hasCheckDigit: true }).nullable(),
    }),
  }),
  /** Forgets a batch; cards of it that were handed out stay. */
  removeBatch: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({ batchId: memberCardBatchIdSchema }),
    output: emptySchema,
  }),
};
