import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../../shared/types/time.ts';

/** How cards with money on them are told. */
export const useValueCardWords = () => {
  const { t } = useTranslation();
  return {
    /** What it is called, a gift card with the end of its code. */
    named: ({ name, codeEnd }: { readonly name: string; readonly codeEnd: string | null }): string =>
      codeEnd === null ? name : t('valueCards.named', { name, end: codeEnd }),
    paysFor: (names: readonly string[]): string =>
      names.length === 0 ? t('valueCards.paysForAll') : t('valueCards.paysFor', { list: names.join(t('common.listSeparator')) }),
    until: (validUntil: LocalDate | null): string =>
      validUntil === null ? t('valueCards.forEver') : t('valueCards.until', { date: validUntil }),
  };
};
