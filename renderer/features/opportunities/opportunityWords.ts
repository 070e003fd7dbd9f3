import type { TFunction } from 'i18next';
import type { LostReason } from '../../../shared/domain/opportunities/history.ts';

/** Why one was lost; null where it was not. */
export const reasonText = (t: TFunction, reason: LostReason | null, words: string | null): string | null => {
  if (reason === null) return null;
  const name = t(`opportunities.reasons.${reason}`);
  if (words === null) return name;
  return reason === 'other' ? words : t('opportunities.withWords', { reason: name, words });
};
