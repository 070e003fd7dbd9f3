import { useTranslation } from 'react-i18next';
import { SectionLinks } from '../../components/SectionLinks.tsx';

/** The way between the pages about all customers together: the groups they are in, and what to expect of them. */
export const SegmentSections = () => {
  const { t } = useTranslation();
  return (
    <SectionLinks
      label={t('segments.sections.label')}
      links={[
        { to: '/segments', name: t('segments.sections.groups') },
        { to: '/segments/own', name: t('segments.sections.own') },
        { to: '/segments/risk', name: t('segments.sections.risk') },
        { to: '/segments/movement', name: t('segments.sections.movement') },
        { to: '/segments/forecast', name: t('segments.sections.forecast') },
      ]}
    />
  );
};
