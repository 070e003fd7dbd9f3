import { useTranslation } from 'react-i18next';
import { cents } from '../../../../shared/types/amounts.ts';
import { useMoney } from '../../../components/useMoney.ts';
import { Dotted } from './EntryWords.tsx';
import type { TimelineEntry } from './useTimeline.ts';

interface CouponWordsProps {
  readonly coupon: NonNullable<TimelineEntry['coupon']>;
  readonly staffName: string | null;
}

/** A coupon that was issued, used, given back, made void or changed hands. */
export const CouponWords = ({ coupon, staffName }: CouponWordsProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const { name, number, event, reason, isReversed, otherName: other } = coupon;
  const words =
    other === null
      ? t(`coupons.timeline.${event}`, { name, amount: money(cents(Math.abs(coupon.cents))) })
      : t(event === 'issue' ? 'coupons.timeline.received' : 'coupons.timeline.given', { name, other });
  return <Dotted isUndone={isReversed} parts={[words, number, reason, staffName]} />;
};
