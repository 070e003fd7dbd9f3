import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { presetCardTypes } from '../../../shared/domain/loyalty/cardTypes.ts';
import type { CardTypeWords } from '../../../shared/domain/loyalty/cardTypes.ts';
import { AppError } from '../../../shared/errors.ts';
import { countCardTypeId as toTypeId } from '../../../shared/types/ids.ts';
import type { CountCardTypeId } from '../../../shared/types/ids.ts';
import { deleteCardType, hasCardsOfType, listCardTypes, markCardTypeArchived, putCardType } from '../../store/countCardTypes.ts';
import type { StoredCardType } from '../../store/countCardTypes.ts';
import type { BaseContext, HandlersOf, StoreContext } from '../context.ts';
import { archiveDefinition, removeDefinition } from '../ownDefinitions.ts';
import { requireProducts } from '../references.ts';
import { refuseField } from '../refuseField.ts';

const MOST_TYPES = 100;

type FoundType = StoredCardType & { readonly isOwn: boolean };

/** The shop's own kinds of card, then those on offer that it has not made its own. */
const typesOf = (context: BaseContext): FoundType[] => {
  const own = listCardTypes(context.database);
  const taken = new Set<string>(own.map(({ id }) => id));
  return [
    ...own.map((type) => ({ ...type, isOwn: true })),
    ...presetCardTypes(context.settings().language)
      .filter(({ id }) => !taken.has(id))
      .map((type) => ({ ...type, isArchived: false, isOwn: false })),
  ];
};

export const requireCardType = (context: BaseContext, cardTypeId: CountCardTypeId): FoundType => {
  const found = typesOf(context).find(({ id }) => id === cardTypeId);
  if (!found) throw new AppError('not_found', { what: 'count_card_type' });
  return found;
};

const requireRoom = ({ database }: StoreContext): void => {
  if (listCardTypes(database).length >= MOST_TYPES)
    throw new AppError('conflict', { reason: 'card_types_full', limit: MOST_TYPES });
};

/** What is issued for the first time becomes the shop's own, in the words it had. */
export const adoptCardType = (context: StoreContext, { isOwn, isArchived: _isArchived, ...type }: FoundType): void => {
  if (isOwn) return;
  requireRoom(context);
  putCardType(context.database, type, context.now());
};

const upkeep = {
  topic: 'countCards',
  what: 'count_card_type',
  auditName: 'cardType',
  inUse: 'card_type_in_use',
  adopt: adoptCardType,
  isUsed: hasCardsOfType,
  markArchived: markCardTypeArchived,
  remove: deleteCardType,
} as const;

const termsOf = ({ name, uses, priceCents, validity, scope, productId, gapDays, freezeDays }: CardTypeWords) => ({
  name,
  uses,
  priceCents,
  validity,
  scope: { productIds: [...scope.productIds], categories: [...scope.categories] },
  productId,
  gapDays,
  freezeDays,
});

const save = (context: StoreContext, input: HandlerInput<'countCards.saveType'>): OutputOf<'countCards.saveType'> => {
  const { cardTypeId, ...terms } = input;
  const before = cardTypeId === null ? null : requireCardType(context, cardTypeId);
  const others = typesOf(context).filter(({ id }) => id !== before?.id);
  if (others.some(({ name }) => name === terms.name)) throw new AppError('conflict', { reason: 'card_type_taken' });
  requireProducts(context, [terms.productId, ...terms.scope.productIds]);
  if (terms.productId !== null && others.some(({ productId, isArchived }) => productId === terms.productId && !isArchived))
    refuseField('productId', 'product_sells_other_card');
  if (terms.productId !== null && terms.scope.productIds.includes(terms.productId))
    refuseField('productId', 'card_pays_for_itself');
  if (before?.isOwn !== true) requireRoom(context);
  const id = before?.id ?? toTypeId(context.newId());
  putCardType(context.database, { ...terms, id }, context.now());
  context.audited({ cardType: terms.name, uses: terms.uses, priceCents: terms.priceCents });
  context.changed(['countCards'], null);
  return { cardTypeId: id, before: before && termsOf(before) };
};

/** Throws conflict (product_sells_other_card) where its product sells another kind by now. */
const requireProductFree = (context: StoreContext, type: FoundType): void => {
  const others = listCardTypes(context.database).filter(({ id, isArchived }) => id !== type.id && !isArchived);
  if (type.productId !== null && others.some(({ productId }) => productId === type.productId))
    throw new AppError('conflict', { reason: 'product_sells_other_card' });
};

/** The kinds of card a shop sells (R069). */
export const cardTypes: Pick<
  HandlersOf<'countCards'>,
  'countCards.types' | 'countCards.saveType' | 'countCards.archiveType' | 'countCards.removeType'
> = {
  'countCards.types': (context, { includeArchived }) => ({
    types: typesOf(context)
      .filter(({ isArchived }) => includeArchived || !isArchived)
      .map((type) => ({
        ...termsOf(type),
        id: type.id,
        isOwn: type.isOwn,
        isArchived: type.isArchived,
        hasCards: type.isOwn && hasCardsOfType(context.database, type.id),
      })),
  }),
  'countCards.saveType': save,
  'countCards.archiveType': (context, { cardTypeId, isArchived }) => {
    const type = requireCardType(context, cardTypeId);
    if (!isArchived) requireProductFree(context, type);
    return archiveDefinition(context, upkeep, type, isArchived);
  },
  'countCards.removeType': (context, { cardTypeId }) => removeDefinition(context, upkeep, requireCardType(context, cardTypeId)),
};
