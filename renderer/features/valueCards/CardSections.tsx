import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session.ts';
import { SectionLinks, type SectionLink } from '../../components/SectionLinks.tsx';

/** The way between count cards, the kinds of cards with money on them, and the cards that were sold. */
export const CardSections = () => {
  const { t } = useTranslation();
  const may = useMay();
  const defined: readonly SectionLink[] = [
    { to: '/loyalty/cards', name: t('valueCards.sections.countCards') },
    { to: '/loyalty/cards/kinds', name: t('valueCards.sections.kinds') },
  ];
  const links: readonly SectionLink[] = [
    ...(may('settings.write') ? defined : []),
    { to: '/loyalty/cards/sold', name: t('valueCards.sections.sold') },
  ];
  return <SectionLinks label={t('valueCards.sections.label')} links={links} />;
};
