import { useTranslation } from 'react-i18next';

/** Estimates in the reader's language, with so many places behind the point. */
export const useNumbers = () => {
  const { i18n } = useTranslation();
  return (value: number, places = 0): string =>
    value.toLocaleString(i18n.language, { minimumFractionDigits: places, maximumFractionDigits: places });
};
