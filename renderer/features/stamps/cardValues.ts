import type { TFunction } from 'i18next';
import type { CallInput } from '../../../shared/contract.ts';
import type { StampCardDefinition } from '../../../shared/contract/stamps.ts';
import type { StampCount } from '../../../shared/domain/loyalty/stamps.ts';
import { moneyInputText, parseMoney } from '../../../shared/domain/money.ts';
import { cents } from '../../../shared/types/amounts.ts';

/** The fields of a card of stamps as they stand in the form. */
export interface StampCardValues {
  name: string;
  per: StampCount;
  least: string;
  needed: number | string;
  productIds: string[];
  categories: string[];
  points: number | string;
  couponTypeId: string | null;
}

/** A card in the form; null is a new one of ten stamps. */
export const valuesOf = (card: StampCardDefinition | null): StampCardValues => ({
  name: card?.name ?? '',
  per: card?.per ?? 'visit',
  least: card === null || card.leastCents === 0 ? '' : moneyInputText(cents(card.leastCents)),
  needed: card?.needed ?? 10,
  productIds: card === null ? [] : [...card.scope.productIds],
  categories: card === null ? [] : [...card.scope.categories],
  points: card === null || card.points === 0 ? '' : card.points,
  couponTypeId: card?.couponTypeId ?? null,
});

const whole = (value: number | string): number => (typeof value === 'number' ? value : 0);

/** What is wrong with which field. */
export const cardErrors = (t: TFunction) => ({
  name: (name: string) => (name.trim() === '' ? t('errors.issue.required') : null),
  needed: (needed: number | string) => (whole(needed) < 2 ? t('errors.issue.required') : null),
  least: (least: string, { per }: StampCardValues) => {
    const money = parseMoney(least);
    if (per === 'amount') return money === null || money <= 0 ? t('stamps.cards.noMoney') : null;
    return least.trim() === '' || (money !== null && money >= 0) ? null : t('errors.issue.invalid');
  },
  points: (points: number | string, { couponTypeId }: StampCardValues) =>
    whole(points) === 0 && couponTypeId === null ? t('stamps.cards.nothing') : null,
});

/** What is asked of the operation; the form has been checked. */
export const inputOf = (values: StampCardValues): Omit<CallInput<'stamps.saveCard'>, 'cardId'> => ({
  name: values.name,
  per: values.per,
  leastCents: values.per === 'item' ? 0 : (parseMoney(values.least) ?? 0),
  scope: { productIds: values.productIds, categories: values.categories },
  needed: whole(values.needed),
  points: whole(values.points),
  couponTypeId: values.couponTypeId,
});
