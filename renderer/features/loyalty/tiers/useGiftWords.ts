import { useTranslation } from 'react-i18next';
import type { TierDefinition } from '../../../../shared/contract/tiers.ts';

/** Says what the step up to a tier brings; null for nothing. */
export const useGiftWords = () => {
  const { t } = useTranslation();
  return ({ giftPoints, giftCoupon }: Pick<TierDefinition, 'giftPoints' | 'giftCoupon'>): string | null => {
    const gifts = [
      ...(giftPoints > 0 ? [t('tiers.giftOfPoints', { count: giftPoints })] : []),
      ...(giftCoupon === null ? [] : [giftCoupon]),
    ];
    return gifts.length === 0 ? null : t('tiers.gift', { gifts: gifts.join(t('lists.and')) });
  };
};
