import { useTranslation } from 'react-i18next';
import type { MembershipPlanDefinition } from '../../../shared/contract/memberships.ts';

type Given = Pick<MembershipPlanDefinition, 'coupons' | 'couponName' | 'points'>;
type Gives = Given & Pick<MembershipPlanDefinition, 'tierName' | 'every' | 'everyDays'>;

/** Paid memberships in words: what a cycle gives, and what all of one brings. */
export const usePlanWords = () => {
  const { t } = useTranslation();
  /** "2 coupons “Ten off” and 100 points"; null for nothing. */
  const cycle = ({ coupons, couponName, points }: Given): string | null => {
    const parts = [
      ...(coupons === 0 ? [] : [t('memberships.gives.coupons', { count: coupons, coupon: couponName ?? '' })]),
      ...(points === 0 ? [] : [t('memberships.gives.points', { count: points })]),
    ];
    return parts.length === 0 ? null : parts.join(t('lists.and'));
  };
  const gives = (plan: Gives): string => {
    const what = cycle(plan);
    return [
      ...(plan.tierName === null ? [] : [t('memberships.gives.tier', { tier: plan.tierName })]),
      what === null ? t('memberships.gives.nothing') : t(`memberships.gives.${plan.every}`, { what, days: plan.everyDays ?? 0 }),
    ].join(' · ');
  };
  return { cycle, gives };
};
