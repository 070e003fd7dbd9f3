import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { presetCouponTypes } from '../../../shared/domain/coupons/presets.ts';
import type { CouponTerms } from '../../../shared/domain/coupons/terms.ts';
import { AppError } from '../../../shared/errors.ts';
import { couponTypeId as toTypeId } from '../../../shared/types/ids.ts';
import type { CouponTypeId } from '../../../shared/types/ids.ts';
import {
  deleteCouponType,
  isCouponTypeUsed,
  listCouponTypes,
  markCouponTypeArchived,
  putCouponType,
} from '../../store/couponTypes.ts';
import type { StoredCouponType } from '../../store/couponTypes.ts';
import type { BaseContext, HandlersOf, StoreContext } from '../context.ts';
import { archiveDefinition, removeDefinition } from '../ownDefinitions.ts';
import { requireProducts } from '../references.ts';

export type FoundCouponType = StoredCouponType & { readonly isOwn: boolean };

/** The shop's own types, then those on offer that it has not made its own. */
export const couponTypesOf = (context: BaseContext): FoundCouponType[] => {
  const own = listCouponTypes(context.database);
  const taken = new Set<string>(own.map(({ id }) => id));
  return [
    ...own.map((type) => ({ ...type, isOwn: true })),
    ...presetCouponTypes(context.settings().language)
      .filter(({ id }) => !taken.has(id))
      .map((type) => ({ ...type, isArchived: false, isOwn: false })),
  ];
};

/** Throws not_found for one that nobody knows. */
export const requireCouponType = (context: BaseContext, typeId: CouponTypeId): FoundCouponType => {
  const found = couponTypesOf(context).find(({ id }) => id === typeId);
  if (!found) throw new AppError('not_found', { what: 'coupon_type' });
  return found;
};

/** One on offer becomes the shop's own: what was issued of it names it. */
export const adoptCouponType = (context: StoreContext, { isOwn, ...type }: FoundCouponType): void => {
  if (!isOwn) putCouponType(context.database, type, context.now());
};

/** Terms as the contract gives them: lists that may be changed. */
export const termsOut = (terms: CouponTerms): OutputOf<'coupons.types'>['types'][number]['terms'] => ({
  ...terms,
  scope: { productIds: [...terms.scope.productIds], categories: [...terms.scope.categories] },
  main: { productIds: [...terms.main.productIds], categories: [...terms.main.categories] },
  weekdays: [...terms.weekdays],
});

/** Throws not_found for products nobody knows. */
export const requireTermsProducts = (context: StoreContext, { scope, main }: CouponTerms): void => {
  requireProducts(context, [...scope.productIds, ...main.productIds]);
};

const upkeep = {
  topic: 'coupons',
  what: 'coupon_type',
  auditName: 'couponType',
  inUse: 'coupon_type_in_use',
  adopt: adoptCouponType,
  isUsed: isCouponTypeUsed,
  markArchived: markCouponTypeArchived,
  remove: deleteCouponType,
} as const;

const save = (context: StoreContext, input: HandlerInput<'coupons.saveType'>): OutputOf<'coupons.saveType'> => {
  const { name, occasion, terms } = input;
  const before = input.typeId === null ? null : requireCouponType(context, input.typeId);
  if (couponTypesOf(context).some((type) => type.name === name && type.id !== before?.id))
    throw new AppError('conflict', { reason: 'coupon_type_taken' });
  requireTermsProducts(context, terms);
  const id = before?.id ?? toTypeId(context.newId());
  putCouponType(context.database, { id, name, occasion, terms }, context.now());
  context.audited({ couponType: name });
  context.changed(['coupons'], null);
  return { typeId: id, before: before && { name: before.name, occasion: before.occasion, terms: termsOut(before.terms) } };
};

/** The types of coupon that a shop issues (R084). */
export const couponTypeHandlers: Pick<
  HandlersOf<'coupons'>,
  'coupons.types' | 'coupons.saveType' | 'coupons.archiveType' | 'coupons.removeType'
> = {
  'coupons.types': (context, { includeArchived }) => ({
    types: couponTypesOf(context)
      .filter(({ isArchived }) => includeArchived || !isArchived)
      .map(({ terms, ...type }) => ({ ...type, terms: termsOut(terms) })),
  }),
  'coupons.saveType': save,
  'coupons.archiveType': (context, { typeId, isArchived }) =>
    archiveDefinition(context, upkeep, requireCouponType(context, typeId), isArchived),
  'coupons.removeType': (context, { typeId }) => removeDefinition(context, upkeep, requireCouponType(context, typeId)),
};
