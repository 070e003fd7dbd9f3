import { useTranslation } from 'react-i18next';
import type { CardType } from '../../../shared/contract/countCardTypes.ts';
import type { CountCard } from '../../../shared/contract/countCards.ts';
import { useMoney } from '../../components/useMoney.ts';

/** Cards and kinds of card in words. */
export const useCardWords = () => {
  const { t } = useTranslation();
  const money = useMoney();
  const validityWords = ({ validity }: Pick<CardType, 'validity'>): string => {
    if (validity === null) return t('countCards.noEnd');
    const { count } = validity;
    const long = validity.unit === 'days' ? t('countCards.validDays', { count }) : t('countCards.validMonths', { count });
    return validity.from === 'first_use' ? t('countCards.fromFirstUse', { long }) : long;
  };
  return {
    /** What a kind of card is: uses, price, how long it holds, the gap of a course. */
    termsWords: (type: Pick<CardType, 'uses' | 'priceCents' | 'validity' | 'gapDays'>): string =>
      [
        type.uses === null ? t('countCards.unlimited') : t('countCards.usesOf', { count: type.uses }),
        money(type.priceCents),
        validityWords(type),
        type.gapDays === null ? '' : t('countCards.gap', { count: type.gapDays }),
      ]
        .filter((part) => part !== '')
        .join(' · '),
    /** What is left of a card and until when: `还剩 3 次，到 2027-01-01`. */
    leftWords: ({ left, lastDay, validity, frozenUntil, nextDueOn }: CountCard): string =>
      [
        left === null ? t('countCards.unlimited') : t('countCards.left', { count: left }),
        lastDay === null ? (validity === null ? '' : t('countCards.notBegun')) : t('countCards.until', { date: lastDay }),
        frozenUntil === null ? '' : t('countCards.card.frozenUntil', { date: frozenUntil }),
        nextDueOn === null ? '' : t('countCards.card.next', { date: nextDueOn }),
      ]
        .filter((part) => part !== '')
        .join(t('countCards.join')),
  };
};
