import { Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './CustomersSections.module.css';

/** The pages about all customers, in their order. A page of its own adds its line here, its route and its name in the texts. */
const sections = [
  { key: 'all', to: '/customers' },
  { key: 'expiring', to: '/customers/expiring' },
  { key: 'duplicates', to: '/customers/duplicates' },
  { key: 'bin', to: '/customers/bin' },
  { key: 'tags', to: '/customers/tags' },
  { key: 'care', to: '/customers/care' },
] as const satisfies readonly { readonly key: string; readonly to: string }[];

/** The way between the pages about all customers; it stands at the top of each of them. */
export const CustomersSections = () => {
  const { t } = useTranslation();
  return (
    <Group component="nav" aria-label={t('customers.sections.label')} className={classes['sections']} gap="lg" px="md">
      {sections.map(({ key, to }) => (
        <Link key={key} to={to} className={classes['section']} activeOptions={{ exact: true, includeSearch: false }}>
          {t(`customers.sections.${key}`)}
        </Link>
      ))}
    </Group>
  );
};
