import type { HandlerInput, OutputOf } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { points } from '../../shared/types/amounts.ts';
import { listStampCards } from '../store/stampCards.ts';
import { findStampEntry, listStampEntries } from '../store/stamps.ts';
import type { HandlersOf, StoreContext } from './context.ts';
import { factRecorded } from './facts.ts';
import { requireKnownCustomer, requirePresentCustomer } from './references.ts';
import { refuseField } from './refuseField.ts';
import { couponNamesOf, requireStampCard, stampCards } from './stamps/definitions.ts';
import { appendStamps, reverseStamps, settleStamps, standingOf } from './stamps/ledger.ts';

const MOST_TOLD = 200;

const ofCustomer = (context: StoreContext, { customerId }: HandlerInput<'stamps.ofCustomer'>): OutputOf<'stamps.ofCustomer'> => {
  requireKnownCustomer(context, customerId);
  const cards = listStampCards(context.database);
  if (cards.length === 0) return { cards: [], entries: [] };
  const entries = listStampEntries(context.database, customerId);
  const reversed = new Set(entries.map(({ reversesId }) => reversesId));
  const coupons = couponNamesOf(context);
  const names = new Map(cards.map(({ id, name }) => [id, name]));
  return {
    cards: cards
      .map((card) => ({ card, ...standingOf(entries, card) }))
      .filter(({ card, stamps }) => !card.isArchived || stamps !== 0)
      .map(({ card, stamps, rewards }) => ({
        cardId: card.id,
        name: card.name,
        stamps,
        needed: card.needed,
        points: points(card.points),
        couponName: card.couponTypeId === null ? null : (coupons.get(card.couponTypeId) ?? null),
        rewards: rewards.length,
        isArchived: card.isArchived,
      })),
    entries: entries
      .toReversed()
      .slice(0, MOST_TOLD)
      .map((entry) => ({
        id: entry.id,
        cardName: names.get(entry.cardId) ?? '',
        at: entry.at,
        businessDate: entry.businessDate,
        kind: entry.kind,
        stamps: entry.stamps,
        reason: entry.reason,
        staffName: entry.staffName,
        mayTakeBack: entry.kind === 'adjust' && !reversed.has(entry.id),
      })),
  };
};

const adjust = (context: StoreContext, input: HandlerInput<'stamps.adjust'>): OutputOf<'stamps.adjust'> => {
  const { customerId, cardId, stamps, reason } = input;
  requirePresentCustomer(context, customerId);
  const card = requireStampCard(context, cardId);
  const before = standingOf(listStampEntries(context.database, customerId), card).stamps;
  if (stamps < 0 && before + stamps < 0) refuseField('stamps', 'not_enough_stamps');
  const entryId = appendStamps(context, { customerId, cardId, kind: 'adjust', stamps, reason });
  const rewards = settleStamps(context, customerId, card);
  context.audited({ stampCard: card.name, stamps }, { customerIds: [customerId] });
  factRecorded(context, customerId, ['stamps', 'points', 'coupons']);
  const { stamps: after } = standingOf(listStampEntries(context.database, customerId), card);
  return { entryId, stamps: after, needed: card.needed, rewards: Math.max(rewards, 0) };
};

const takeBack = (context: StoreContext, { entryId }: HandlerInput<'stamps.takeBack'>): Record<never, never> => {
  const entry = findStampEntry(context.database, entryId);
  if (entry?.kind !== 'adjust') throw new AppError('not_found', { what: 'stamps' });
  const { customerId } = entry;
  requirePresentCustomer(context, customerId);
  const isReversed = listStampEntries(context.database, customerId).some(({ reversesId }) => reversesId === entryId);
  if (isReversed) throw new AppError('already_undone', {});
  const card = requireStampCard(context, entry.cardId);
  reverseStamps(context, entry, null);
  settleStamps(context, customerId, card);
  context.audited({ stampCard: card.name, stamps: 0 - entry.stamps }, { customerIds: [customerId] });
  factRecorded(context, customerId, ['stamps', 'points', 'coupons']);
  return {};
};

/** Stamps 集点 (X61). */
export const stampsHandlers: HandlersOf<'stamps'> = {
  ...stampCards,
  'stamps.ofCustomer': ofCustomer,
  'stamps.adjust': adjust,
  'stamps.takeBack': takeBack,
};
