import { useTranslation } from 'react-i18next';
import { SectionLinks } from '../../../components/SectionLinks.tsx';

/** The way between the rules of earning and what else purchases bring. */
export const EarningSections = () => {
  const { t } = useTranslation();
  const links = [
    { to: '/loyalty/earning', name: t('stamps.rules') },
    { to: '/loyalty/earning/stamps', name: t('stamps.cards.title') },
  ] as const;
  return <SectionLinks label={t('stamps.sections')} links={links} />;
};
