import type { TFunction } from 'i18next';
import type { StoredValueRule } from '../../../shared/contract/storedValue.ts';
import type { Cents } from '../../../shared/types/amounts.ts';

/** What a rule gives, in words. */
export const givesWords = (t: TFunction, money: (amount: Cents) => string, { gift }: Pick<StoredValueRule, 'gift'>): string => {
  if (gift.kind === 'percent') return t('storedValue.rules.givesPercent', { percent: gift.basisPoints / 100 });
  const amount = money(gift.cents);
  return t(gift.isRepeated ? 'storedValue.rules.givesEach' : 'storedValue.rules.givesAmount', { amount });
};
