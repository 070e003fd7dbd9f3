import type { TFunction } from 'i18next';
import type { CallInput } from '../../../shared/contract.ts';
import type { ValueCardTypeDefinition } from '../../../shared/contract/valueCards.ts';
import { moneyInputText, parseMoney } from '../../../shared/domain/money.ts';
import { MOST_VALID_DAYS, type ValueCardKind } from '../../../shared/domain/valueCards/cards.ts';
import type { Cents } from '../../../shared/types/amounts.ts';
import { scopeErrors, scopeOf, scopeValuesOf, type ScopeValues } from '../products/scopeValues.ts';

/** The fields of a kind of card as they stand in the form. */
export interface TypeValues extends ScopeValues {
  name: string;
  kind: ValueCardKind;
  /** Amounts with anything but digits and a point between them; empty is any amount. */
  faces: string;
  validDays: number | string;
}

const MOST_FACES = 10;

/** What is typed as amounts; null where one is none. */
export const facesOf = (text: string): Cents[] | null => {
  const parts = text.split(/[\s、,，;；/]+/).filter((part) => part !== '');
  const amounts = parts.flatMap((part) => parseMoney(part) ?? []).filter((amount) => amount > 0);
  return amounts.length < parts.length || amounts.length > MOST_FACES ? null : [...new Set(amounts)];
};

/** A kind in the form; null is a new gift card. */
export const valuesOf = (type: ValueCardTypeDefinition | null): TypeValues => ({
  name: type?.name ?? '',
  kind: type?.kind ?? 'gift',
  faces: (type?.faces ?? []).map((amount) => moneyInputText(amount)).join(' '),
  validDays: type?.validDays ?? '',
  ...scopeValuesOf(
    type === null ? null : { productId: type.scope.productIds[0] ?? null, category: type.scope.categories[0] ?? null },
  ),
});

/** What is wrong with which field. */
export const typeErrors = (t: TFunction) => ({
  ...scopeErrors(t),
  name: (name: string) => (name.trim() === '' ? t('errors.issue.required') : null),
  faces: (faces: string) => (facesOf(faces) === null ? t('valueCards.kinds.facesFault', { most: MOST_FACES }) : null),
  validDays: (days: number | string) =>
    days === '' || (typeof days === 'number' && days >= 1 && days <= MOST_VALID_DAYS) ? null : t('errors.issue.invalid'),
});

/** What is asked of the operation; the form has been checked. */
export const inputOf = (values: TypeValues): Omit<CallInput<'valueCards.saveType'>, 'typeId'> => {
  const { productId, category } = scopeOf(values);
  return {
    name: values.name,
    kind: values.kind,
    scope: { productIds: productId === null ? [] : [productId], categories: category === null ? [] : [category] },
    faces: facesOf(values.faces) ?? [],
    validDays: typeof values.validDays === 'number' ? values.validDays : null,
  };
};
