import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';

type Told = NonNullable<OutputOf<'visits.record'>['referral']>;

/** What a visit brought both sides of a referral, in a sentence; null where it brought nobody anything. */
export const useReferralWords = () => {
  const { t, i18n } = useTranslation();
  const got = ({ points, coupon }: Told['newcomer']): string =>
    [
      ...(points === 0 ? [] : [t('referrals.told.points', { points: points.toLocaleString(i18n.language) })]),
      ...(coupon === null ? [] : [t('referrals.told.coupon', { coupon })]),
    ].join(t('lists.and'));
  return (referral: Told | null): string | null => {
    if (referral === null) return null;
    const [newcomer, referrer] = [got(referral.newcomer), got(referral.referrer)];
    const full = referral.referrerState === 'month_full' ? [t('referrals.told.monthFull')] : [];
    const told =
      newcomer !== '' && referrer !== ''
        ? [t('referrals.told.both', { newcomer, referrer })]
        : newcomer !== ''
          ? [t('referrals.told.newcomer', { what: newcomer })]
          : referrer !== ''
            ? [t('referrals.told.referrer', { what: referrer })]
            : [];
    return told.length === 0 ? null : [...told, ...full].join(' · ');
  };
};
