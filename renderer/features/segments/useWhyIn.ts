import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import type { SegmentFilter } from '../../../shared/contract/segments.ts';
import { daysBetween } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { useMoney } from '../../components/useMoney.ts';
import type { Overview } from './groups.ts';

type Member = OutputOf<'segments.members'>['rows'][number];

/** Words why a person is in the open group, from the very figures that the scores were given by. */
export const useWhyIn = (filter: SegmentFilter, overview: Overview): ((member: Member) => string) => {
  const { t } = useTranslation();
  const { today, settings } = useShop();
  const money = useMoney();
  return (member) => {
    const { lastPurchaseOn, rhythmDays, purchaseDays, yearSpendCents, classes } = member;
    if (lastPurchaseOn === null) return t('segments.why.neverBought');
    const days = daysBetween(lastPurchaseOn, today);
    if (filter.axis === 'value' && overview.cutoffs !== null) {
      const { valueHighCents, valueMiddleCents } = overview.cutoffs;
      if (classes.value === 'high') return t('segments.why.high', { spend: money(yearSpendCents), line: money(valueHighCents) });
      if (classes.value === 'middle')
        return t('segments.why.middle', {
          spend: money(yearSpendCents),
          from: money(valueMiddleCents),
          to: money(valueHighCents),
        });
      return t('segments.why.low', { spend: money(yearSpendCents), line: money(valueMiddleCents) });
    }
    if (filter.axis === 'dormant') return t('segments.why.dormant', { days, months: settings.dormantMonths });
    if (rhythmDays !== null && days > rhythmDays) return t('segments.why.overdue', { rhythm: Math.round(rhythmDays), days });
    if (rhythmDays !== null) return t('segments.why.rhythm', { rhythm: Math.round(rhythmDays), days });
    return t('segments.why.scores', { days, count: purchaseDays, spend: money(yearSpendCents) });
  };
};
