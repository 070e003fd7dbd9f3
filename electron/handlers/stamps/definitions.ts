import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { points } from '../../../shared/types/amounts.ts';
import { stampCardId as toCardId } from '../../../shared/types/ids.ts';
import type { StampCardId } from '../../../shared/types/ids.ts';
import { deleteStampCard, isStampCardUsed, listStampCards, markStampCardArchived, putStampCard } from '../../store/stampCards.ts';
import type { StoredStampCard } from '../../store/stampCards.ts';
import type { BaseContext, HandlersOf, StoreContext } from '../context.ts';
import { adoptCouponType, couponTypesOf, requireCouponType } from '../coupons/types.ts';
import { archiveDefinition, removeDefinition } from '../ownDefinitions.ts';
import { requireProducts } from '../references.ts';

const MOST_CARDS = 20;

export const requireStampCard = ({ database }: BaseContext, cardId: StampCardId): StoredStampCard => {
  const found = listStampCards(database).find(({ id }) => id === cardId);
  if (!found) throw new AppError('not_found', { what: 'stamp_card' });
  return found;
};

const upkeep = {
  topic: 'stamps',
  what: 'stamp_card',
  auditName: 'stampCard',
  inUse: 'stamp_card_in_use',
  isUsed: isStampCardUsed,
  markArchived: markStampCardArchived,
  remove: deleteStampCard,
} as const;

/** What a card says, as it would be saved again. */
const fieldsOf = ({ name, per, leastCents, scope, needed, points: given, couponTypeId }: StoredStampCard) => ({
  name,
  per,
  leastCents,
  scope: { productIds: [...scope.productIds], categories: [...scope.categories] },
  needed,
  points: given,
  couponTypeId,
});

export const couponNamesOf = (context: BaseContext) => new Map(couponTypesOf(context).map(({ id, name }) => [id, name]));

const save = (context: StoreContext, input: HandlerInput<'stamps.saveCard'>): OutputOf<'stamps.saveCard'> => {
  const { cardId, ...card } = input;
  const before = cardId === null ? null : requireStampCard(context, cardId);
  requireProducts(context, card.scope.productIds);
  const others = listStampCards(context.database).filter(({ id }) => id !== cardId);
  if (others.some(({ name }) => name === card.name)) throw new AppError('conflict', { reason: 'stamp_card_taken' });
  if (before === null && others.length >= MOST_CARDS)
    throw new AppError('conflict', { reason: 'stamp_cards_full', limit: MOST_CARDS });
  if (card.couponTypeId !== null) adoptCouponType(context, requireCouponType(context, card.couponTypeId));
  const id = before?.id ?? toCardId(context.newId());
  putStampCard(context.database, { ...card, points: points(card.points), id }, context.now());
  context.audited({ stampCard: card.name, needed: card.needed });
  context.changed(['stamps'], null);
  return { cardId: id, before: before && fieldsOf(before) };
};

/** The cards for stamps that a shop defines. */
export const stampCards: Pick<
  HandlersOf<'stamps'>,
  'stamps.cards' | 'stamps.saveCard' | 'stamps.archiveCard' | 'stamps.removeCard'
> = {
  'stamps.cards': (context, { includeArchived }) => {
    const names = couponNamesOf(context);
    return {
      cards: listStampCards(context.database)
        .filter(({ isArchived }) => includeArchived || !isArchived)
        .map((card) => ({
          ...fieldsOf(card),
          id: card.id,
          couponName: card.couponTypeId === null ? null : (names.get(card.couponTypeId) ?? null),
          isArchived: card.isArchived,
          isUsed: isStampCardUsed(context.database, card.id),
        })),
    };
  },
  'stamps.saveCard': save,
  'stamps.archiveCard': (context, { cardId, isArchived }) =>
    archiveDefinition(context, upkeep, requireStampCard(context, cardId), isArchived),
  'stamps.removeCard': (context, { cardId }) => removeDefinition(context, upkeep, requireStampCard(context, cardId)),
};
