import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../shared/types/time.ts';
import { useShop } from '../app/shop.tsx';
import { dateWords, shortDate } from './dateWords.ts';

interface DateTextProps {
  readonly date: LocalDate;
  /** `words` says "47 天前"; `figures` says "10-05". Default words. */
  readonly as?: 'words' | 'figures';
}

/** A date as people say it, exact on hover. */
export const DateText = ({ date, as = 'words' }: DateTextProps) => {
  const { t } = useTranslation();
  const { today } = useShop();
  return (
    <time dateTime={date} title={date}>
      {as === 'words' ? dateWords(t, date, today) : shortDate(date, today)}
    </time>
  );
};
