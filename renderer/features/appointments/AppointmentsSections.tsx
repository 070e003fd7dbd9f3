import { useTranslation } from 'react-i18next';
import { SectionLinks } from '../../components/SectionLinks.tsx';

const sections = [
  { key: 'diary', to: '/appointments' },
  { key: 'unconfirmed', to: '/appointments/unconfirmed' },
  { key: 'queue', to: '/appointments/queue' },
  { key: 'waitlist', to: '/appointments/waitlist' },
] as const;

/** The way between the pages of the diary. */
export const AppointmentsSections = () => {
  const { t } = useTranslation();
  const links = sections.map(({ key, to }) => ({ to, name: t(`appointments.sections.${key}`) }));
  return <SectionLinks label={t('appointments.sections.label')} links={links} />;
};
