import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';

type Line = OutputOf<'visits.findById'>['lines'][number];

/** What a line of a visit did to count cards, in words. */
export const useLineCards = () => {
  const { t } = useTranslation();
  return ({ cards }: Pick<Line, 'cards'>): string[] =>
    cards.map(({ name: card, number, kind, uses, left, lastDay }) => {
      const what = { card, number, count: Math.abs(uses) };
      const until = lastDay === null ? [] : [t('countCards.until', { date: lastDay })];
      const now = left === null ? until : [t('countCards.left', { count: left }), ...until];
      if (kind === 'use') return [t('countCards.sale.used', what), ...now].join(t('countCards.join'));
      if (kind === 'return') return [t('countCards.sale.back', what), ...now].join(t('countCards.join'));
      return kind === 'void'
        ? t('countCards.sale.voided', what)
        : [t('countCards.sale.issued', what), ...now].join(t('countCards.join'));
    });
};
