import { useTranslation } from 'react-i18next';
import { SectionLinks } from '../../components/SectionLinks.tsx';

const sections = [
  { key: 'tasks', to: '/tasks' },
  { key: 'incidents', to: '/tasks/incidents' },
] as const;

/** The way between what is to be done and what went wrong and is not settled. */
export const TasksSections = () => {
  const { t } = useTranslation();
  const links = sections.map(({ key, to }) => ({ to, name: t(`tasks.sections.${key}`) }));
  return <SectionLinks label={t('tasks.sections.label')} links={links} />;
};
