import { useTranslation } from 'react-i18next';
import { SectionLinks } from '../../components/SectionLinks.tsx';

/** The way between the tiers that purchases lead to and the memberships that are paid for. */
export const TierSections = () => {
  const { t } = useTranslation();
  const links = [
    { to: '/loyalty/tiers', name: t('memberships.tiers') },
    { to: '/loyalty/tiers/plans', name: t('memberships.plans.title') },
  ] as const;
  return <SectionLinks label={t('memberships.sections')} links={links} />;
};
