import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import type { RiskSign } from '../../../shared/domain/segments/risk.ts';
import { useMoney } from '../../components/useMoney.ts';

export type RiskRow = OutputOf<'risk.list'>['rows'][number];

/** Says what speaks of a risk, each sign with its figures. */
export const useRiskWords = () => {
  const { t } = useTranslation();
  const money = useMoney();
  const say = (row: RiskRow, sign: RiskSign): string => {
    switch (sign) {
      case 'late':
        return row.rhythmDays === null
          ? t('risk.say.lateByShop', { days: row.daysSince, limit: Math.round(row.overdueAfterDays ?? 0) })
          : t('risk.say.late', { days: row.daysSince, rhythm: Math.round(row.rhythmDays) });
      case 'falling':
        return t('risk.say.falling', {
          percent: Math.round((row.fall ?? 0) * 100),
          recent: money(row.recentCents),
          earlier: money(row.earlierCents),
        });
      case 'incident':
        return t('risk.say.incident', { count: row.openIncidents });
      case 'dissatisfied':
        return t('risk.say.dissatisfied', { score: row.satisfaction ?? 0 });
      case 'no_show':
        return t('risk.say.noShow', { count: row.noShows });
    }
  };
  return (row: RiskRow): string[] => row.signs.map((sign) => say(row, sign));
};
