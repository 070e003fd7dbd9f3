import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SectionLinks } from '../../components/SectionLinks.tsx';

interface Section {
  readonly key: string;
  readonly to: string;
  /** Pages that belong to it. */
  readonly also?: readonly string[];
}

/** The pages about all customers, in their order. A page of its own adds its line here, its route and its name in the texts. */
const sections = [
  { key: 'all', to: '/customers' },
  { key: 'expiring', to: '/customers/expiring' },
  { key: 'duplicates', to: '/customers/duplicates', also: ['/customers/duplicates/merge', '/customers/merges'] },
  { key: 'bin', to: '/customers/bin' },
  { key: 'tags', to: '/customers/tags' },
  { key: 'care', to: '/customers/care' },
] as const satisfies readonly Section[];

/** The way between the pages about all customers. */
export const CustomersSections = () => {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const links = sections.map(({ key, to, ...section }) => ({
    to,
    name: t(`customers.sections.${key}`),
    isActive: 'also' in section && section.also.some((page) => page === pathname),
  }));
  return <SectionLinks label={t('customers.sections.label')} links={links} />;
};
