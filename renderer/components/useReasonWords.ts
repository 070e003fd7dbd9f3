import { reasonText, type ReasonFacts, type ReasonWords } from '../../shared/domain/reasonText.ts';
import { useShop } from '../app/shop.tsx';

/** Words reasons in the screen's language; for sentences and lists. On its own use ReasonText. */
export const useReasonWords = () => {
  const { settings, today } = useShop();
  return (reason: ReasonFacts): ReasonWords =>
    reasonText(reason, settings.language, { timeZone: settings.timeZone, currency: settings.currency, today });
};
