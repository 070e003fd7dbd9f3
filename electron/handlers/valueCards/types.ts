import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { valueCardTypeId as toTypeId } from '../../../shared/types/ids.ts';
import type { ValueCardTypeId } from '../../../shared/types/ids.ts';
import {
  deleteValueCardType,
  isValueCardTypeUsed,
  listValueCardTypes,
  markValueCardTypeArchived,
  putValueCardType,
} from '../../store/valueCardTypes.ts';
import type { StoredValueCardType } from '../../store/valueCardTypes.ts';
import type { BaseContext, HandlersOf, StoreContext } from '../context.ts';
import { archiveDefinition, removeDefinition } from '../ownDefinitions.ts';
import { paysForOf } from '../paysFor.ts';
import { requireProducts } from '../references.ts';

const MOST_TYPES = 30;

export const requireValueCardType = ({ database }: BaseContext, typeId: ValueCardTypeId): StoredValueCardType => {
  const found = listValueCardTypes(database).find(({ id }) => id === typeId);
  if (!found) throw new AppError('not_found', { what: 'value_card_type' });
  return found;
};

const upkeep = {
  topic: 'valueCards',
  what: 'value_card_type',
  auditName: 'valueCard',
  inUse: 'value_card_type_in_use',
  isUsed: isValueCardTypeUsed,
  markArchived: markValueCardTypeArchived,
  remove: deleteValueCardType,
} as const;

/** What a kind says, as it would be saved again. */
const fieldsOf = ({ name, kind, scope, faces, validDays }: StoredValueCardType) => ({
  name,
  kind,
  scope: { productIds: [...scope.productIds], categories: [...scope.categories] },
  faces: [...faces],
  validDays,
});

const save = (context: StoreContext, input: HandlerInput<'valueCards.saveType'>): OutputOf<'valueCards.saveType'> => {
  const { typeId, ...type } = input;
  const before = typeId === null ? null : requireValueCardType(context, typeId);
  requireProducts(context, type.scope.productIds);
  const others = listValueCardTypes(context.database).filter(({ id }) => id !== typeId);
  if (others.some(({ name }) => name === type.name)) throw new AppError('conflict', { reason: 'value_card_type_taken' });
  if (before === null && others.length >= MOST_TYPES)
    throw new AppError('conflict', { reason: 'value_card_types_full', limit: MOST_TYPES });
  const id = before?.id ?? toTypeId(context.newId());
  putValueCardType(context.database, { ...type, id }, context.now());
  context.audited({ valueCard: type.name });
  context.changed(['valueCards'], null);
  return { typeId: id, before: before && fieldsOf(before) };
};

/** The kinds of cards with money on them that a shop defines. */
export const valueCardTypes: Pick<
  HandlersOf<'valueCards'>,
  'valueCards.types' | 'valueCards.saveType' | 'valueCards.archiveType' | 'valueCards.removeType'
> = {
  'valueCards.types': (context, { includeArchived }) => ({
    types: listValueCardTypes(context.database)
      .filter(({ isArchived }) => includeArchived || !isArchived)
      .map((type) => ({
        ...fieldsOf(type),
        id: type.id,
        paysFor: paysForOf(context, type.scope),
        isArchived: type.isArchived,
        isUsed: isValueCardTypeUsed(context.database, type.id),
      })),
  }),
  'valueCards.saveType': save,
  'valueCards.archiveType': (context, { typeId, isArchived }) =>
    archiveDefinition(context, upkeep, requireValueCardType(context, typeId), isArchived),
  'valueCards.removeType': (context, { typeId }) => removeDefinition(context, upkeep, requireValueCardType(context, typeId)),
};
