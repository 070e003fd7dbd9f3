import { useTranslation } from 'react-i18next';
import { cents } from '../../../../shared/types/amounts.ts';
import { useMoney } from '../../../components/useMoney.ts';
import { Dotted } from './EntryWords.tsx';
import type { TimelineEntry } from './useTimeline.ts';

interface CouponWordsProps {
  readonly coupon: NonNullable<TimelineEntry['coupon']>;
  readonly staffName: string | null;
}

/** A coupon that was issued, used, given back or made void. */
export const CouponWords = ({ coupon, staffName }: CouponWordsProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const { name, number, event, reason, isReversed } = coupon;
  return (
    <Dotted
      isUndone={isReversed}
      parts={[t(`coupons.timeline.${event}`, { name, amount: money(cents(Math.abs(coupon.cents))) }), number, reason, staffName]}
    />
  );
};
