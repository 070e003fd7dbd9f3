import type { TFunction } from 'i18next';
import type { Sharer } from '../../../shared/contract/sharers.ts';
import type { Cents } from '../../../shared/types/amounts.ts';

/** What is allowed, and what of it was used this month, in a few words. */
export const termsText = (t: TFunction, money: (amount: Cents) => string, sharer: Sharer): string => {
  const { maySpendStored, mayUseCards, monthCents, visitCents, usedCents } = sharer;
  const limits = [
    monthCents === null ? null : t('sharers.terms.storedMonth', { amount: money(monthCents) }),
    visitCents === null ? null : t('sharers.terms.storedVisit', { amount: money(visitCents) }),
  ].filter((limit) => limit !== null);
  return [
    ...(maySpendStored ? (limits.length > 0 ? limits : [t('sharers.terms.stored')]) : []),
    ...(usedCents === 0 ? [] : [t('sharers.terms.used', { amount: money(usedCents) })]),
    ...(mayUseCards ? [t('sharers.terms.cards')] : []),
  ].join(' · ');
};
