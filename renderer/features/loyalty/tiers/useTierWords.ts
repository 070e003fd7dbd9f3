import { useTranslation } from 'react-i18next';
import type { TierBasis } from '../../../../shared/domain/loyalty/tiers.ts';
import { cents } from '../../../../shared/types/amounts.ts';
import { useMoney } from '../../../components/useMoney.ts';

/** Says what counts towards tiers as it is spoken of: ¥3,000, 3,000 points, 12 visits. */
export const useTierWords = () => {
  const { t, i18n } = useTranslation();
  const money = useMoney();
  return (basis: TierBasis, amount: number): string =>
    basis === 'spend'
      ? money(cents(amount))
      : t(`tiers.amount.${basis}`, { count: amount, figure: amount.toLocaleString(i18n.language) });
};
