import { useTranslation } from 'react-i18next';
import type { Cents } from '../../../shared/types/amounts.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { useMoney } from '../../components/useMoney.ts';

/** What a reward takes, and when there is one, as it is spoken of. */
export const useRewardWords = () => {
  const { t, i18n } = useTranslation();
  const money = useMoney();
  return {
    takes: ({ points, cashCents }: { readonly points: number | null; readonly cashCents: Cents }): string => {
      if (points === null) return t('rewards.onlyGiven');
      const taken = t('rewards.inPoints', { figure: points.toLocaleString(i18n.language) });
      return cashCents === 0 ? taken : t('rewards.withCash', { points: taken, cash: money(cashCents) });
    },
    when: ({ fromOn, untilOn }: { readonly fromOn: LocalDate | null; readonly untilOn: LocalDate | null }): string =>
      fromOn === null && untilOn === null
        ? t('rewards.always')
        : untilOn === null
          ? t('rewards.since', { from: fromOn })
          : fromOn === null
            ? t('rewards.till', { until: untilOn })
            : t('rewards.between', { from: fromOn, until: untilOn }),
  };
};
