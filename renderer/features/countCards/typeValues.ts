import type { CallInput } from '../../../shared/contract.ts';
import type { CardType } from '../../../shared/contract/countCardTypes.ts';
import { moneyInputText, parseMoney } from '../../../shared/domain/money.ts';
import { cents } from '../../../shared/types/amounts.ts';

/** The fields of a kind of card as they stand in the form. */
export interface TypeValues {
  name: string;
  kind: 'count' | 'time';
  uses: number | string;
  price: string;
  validCount: number | string;
  validUnit: 'days' | 'months' | 'never';
  validFrom: 'issue' | 'first_use';
  productId: string | null;
  productIds: string[];
  categories: string[];
  gapDays: number | string;
  freezeDays: number | string;
}

/** A kind of card in the form; null is a new one of ten uses. */
export const valuesOf = (type: CardType | null): TypeValues => ({
  name: type?.name ?? '',
  kind: type !== null && type.uses === null ? 'time' : 'count',
  uses: type === null ? 10 : (type.uses ?? 10),
  price: type === null ? '' : moneyInputText(type.priceCents),
  validCount: type === null ? 12 : (type.validity?.count ?? 12),
  validUnit: type === null ? 'months' : (type.validity?.unit ?? 'never'),
  validFrom: type?.validity?.from ?? 'issue',
  productId: type?.productId ?? null,
  productIds: type === null ? [] : [...type.scope.productIds],
  categories: type === null ? [] : [...type.scope.categories],
  gapDays: type?.gapDays ?? '',
  freezeDays: type?.freezeDays ?? 0,
});

const whole = (value: number | string): number | null => (typeof value === 'number' ? value : null);

/** What is asked of the operation; the form has been checked. */
export const inputOf = (values: TypeValues): Omit<CallInput<'countCards.saveType'>, 'cardTypeId'> => {
  const count = whole(values.validCount);
  return {
    name: values.name,
    uses: values.kind === 'time' ? null : whole(values.uses),
    priceCents: parseMoney(values.price) ?? cents(0),
    validity: values.validUnit === 'never' || count === null ? null : { count, unit: values.validUnit, from: values.validFrom },
    scope: { productIds: values.productIds, categories: values.categories },
    productId: values.productId,
    gapDays: whole(values.gapDays),
    freezeDays: whole(values.freezeDays) ?? 0,
  };
};
