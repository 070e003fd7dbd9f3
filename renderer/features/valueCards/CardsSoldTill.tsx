import { useTranslation } from 'react-i18next';
import type { CardSold } from '../../../shared/contract/valueCards.ts';
import { DayTill } from '../sales/DayTill.tsx';
import { useValueCardWords } from './useValueCardWords.ts';

/** Money that came in on a day for cards with money on them, or went out again. */
export const CardsSoldTill = ({ sold }: { readonly sold: readonly CardSold[] }) => {
  const { t } = useTranslation();
  const words = useValueCardWords();
  return (
    <DayTill
      title={t('valueCards.till.title')}
      about={t('valueCards.till.about')}
      rows={sold.map(({ id, kind, cardName, codeEnd, ...entry }) => ({
        ...entry,
        key: id,
        what: [t(`valueCards.entry.${kind}`), words.named({ name: cardName, codeEnd })].join(' · '),
      }))}
    />
  );
};
