import type { TFunction } from 'i18next';
import type { CallInput } from '../../../../shared/contract.ts';
import type { TierDefinition } from '../../../../shared/contract/tiers.ts';
import type { TierBasis } from '../../../../shared/domain/loyalty/tiers.ts';
import { moneyInputText, parseMoney } from '../../../../shared/domain/money.ts';
import { discountInputText, parseDiscount } from '../../../../shared/domain/visits/discountText.ts';
import { cents } from '../../../../shared/types/amounts.ts';
import { parseWhole } from '../../customers/points/parseWhole.ts';

/** The fields of the form of a tier, as text. */
export interface TierValues {
  name: string;
  place: number;
  threshold: string;
  keepThreshold: string;
  discount: string;
  earnPercent: number;
  buysEarly: boolean;
  perks: string;
  giftPoints: number;
  giftCouponTypeId: string | null;
  prices: { productId: string; productName: string; price: string }[];
}

const amountText = (basis: TierBasis, amount: number): string =>
  basis === 'spend' ? moneyInputText(cents(amount)) : String(amount);

/** What a field of money, points or visits says; null where it cannot be read. */
export const parseAmount = (basis: TierBasis, text: string): number | null => {
  if (basis === 'spend') return parseMoney(text);
  const whole = parseWhole(text);
  return whole === null || whole < 0 ? null : whole;
};

export const valuesOf = (tier: TierDefinition | null, place: number, basis: TierBasis): TierValues => ({
  name: tier?.name ?? '',
  place,
  threshold: tier === null ? '' : amountText(basis, tier.threshold),
  keepThreshold: tier?.keepThreshold == null ? '' : amountText(basis, tier.keepThreshold),
  discount:
    tier === null || tier.discountBasisPoints === 0
      ? ''
      : discountInputText({ kind: 'percent', basisPoints: tier.discountBasisPoints }),
  earnPercent: tier?.earnPercent ?? 100,
  buysEarly: tier?.buysEarly ?? false,
  perks: tier?.perks.join('\n') ?? '',
  giftPoints: tier?.giftPoints ?? 0,
  giftCouponTypeId: tier?.giftCouponTypeId ?? null,
  prices:
    tier?.prices.map(({ productId, productName, priceCents }) => ({
      productId,
      productName,
      price: moneyInputText(priceCents),
    })) ?? [],
});

const discountOf = (text: string): number | null => {
  const discount = parseDiscount(text);
  if (discount === undefined) return 0;
  return discount?.kind === 'percent' && discount.basisPoints < 10_000 ? discount.basisPoints : null;
};

/** What is wrong with each field; null is right. */
export const tierErrors = (t: TFunction, basis: TierBasis) => ({
  name: (name: string) => (name.trim() === '' ? t('errors.issue.required') : null),
  threshold: (text: string) => (parseAmount(basis, text) === null ? t(`tiers.fault.${basis}`) : null),
  keepThreshold: (text: string) => (text.trim() !== '' && parseAmount(basis, text) === null ? t(`tiers.fault.${basis}`) : null),
  discount: (text: string) => (discountOf(text) === null ? t('tiers.fault.discount') : null),
  prices: { price: (text: string) => (parseMoney(text) === null ? t('tiers.fault.spend') : null) },
});

/** The form as the operation wants it; null when a field is not right. */
export const inputOf = (values: TierValues, basis: TierBasis): Omit<CallInput<'tiers.save'>, 'tierId'> | null => {
  const threshold = parseAmount(basis, values.threshold);
  const keepThreshold = values.keepThreshold.trim() === '' ? null : parseAmount(basis, values.keepThreshold);
  const discountBasisPoints = discountOf(values.discount);
  const prices = values.prices.flatMap(({ productId, price }) => {
    const priceCents = parseMoney(price);
    return priceCents === null ? [] : [{ productId, priceCents }];
  });
  if (threshold === null || discountBasisPoints === null || prices.length < values.prices.length) return null;
  return {
    name: values.name,
    place: values.place,
    threshold,
    keepThreshold,
    discountBasisPoints,
    earnPercent: values.earnPercent,
    buysEarly: values.buysEarly,
    perks: values.perks
      .split('\n')
      .map((perk) => perk.trim())
      .filter((perk) => perk !== ''),
    giftPoints: values.giftPoints,
    giftCouponTypeId: values.giftCouponTypeId,
    prices,
  };
};
