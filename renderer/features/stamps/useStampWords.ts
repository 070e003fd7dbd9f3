import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import type { StampCardDefinition } from '../../../shared/contract/stamps.ts';
import { cents } from '../../../shared/types/amounts.ts';
import { useMoney } from '../../components/useMoney.ts';

type Told = OutputOf<'visits.record'>['stamps'][number];

/** Cards of stamps in words: what brings one, what a full card brings, how one stands. */
export const useStampWords = () => {
  const { t } = useTranslation();
  const money = useMoney();
  const how = ({ per, leastCents, scope }: StampCardDefinition): string => {
    const amount = money(cents(leastCents));
    const terms =
      per === 'visit' && leastCents > 0 ? t('stamps.terms.visitLeast', { amount }) : t(`stamps.terms.${per}`, { amount });
    return scope.productIds.length + scope.categories.length === 0 ? terms : t('stamps.terms.among', { terms });
  };
  return {
    how,
    reward: ({ points, couponName }: Pick<StampCardDefinition, 'points' | 'couponName'>): string =>
      [
        ...(points === 0 ? [] : [t('stamps.reward.points', { count: points })]),
        ...(couponName === null ? [] : [t('stamps.reward.coupon', { name: couponName })]),
      ].join(t('lists.and')),
    /** "7 of 10"; a card that owes says so. */
    standing: ({ stamps, needed }: Pick<Told, 'stamps' | 'needed'>): string =>
      stamps < 0 ? t('stamps.owes', { count: 0 - stamps }) : t('stamps.of', { stamps, needed }),
    /** How the cards stand that a visit moved; null where it moved none. */
    told: (cards: readonly Told[]): string | null =>
      cards.length === 0
        ? null
        : cards
            .map(({ name, stamps, needed, rewards }) =>
              t(rewards > 0 ? 'stamps.toldFull' : 'stamps.told', { name, stamps: Math.max(stamps, 0), needed }),
            )
            .join(' · '),
  };
};
