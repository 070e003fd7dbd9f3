import { useTranslation } from 'react-i18next';
import type { Permission } from '../../../shared/contract/operation.ts';
import { useMay } from '../../app/session.ts';
import { SectionLinks } from '../../components/SectionLinks.tsx';

interface Section {
  readonly key: string;
  readonly to: string;
  readonly needs: Permission;
}

/** The pages of the settings, in their order. A page of its own adds its line here, its route and its name in the texts. */
const sections = [
  { key: 'shop', to: '/settings', needs: 'settings.write' },
  { key: 'rules', to: '/settings/rules', needs: 'settings.write' },
  { key: 'fields', to: '/settings/fields', needs: 'settings.write' },
  { key: 'records', to: '/settings/records', needs: 'settings.write' },
  { key: 'forms', to: '/settings/forms', needs: 'settings.write' },
  { key: 'measures', to: '/settings/measures', needs: 'settings.write' },
  { key: 'stages', to: '/settings/stages', needs: 'settings.write' },
  { key: 'templates', to: '/settings/templates', needs: 'settings.write' },
  { key: 'staff', to: '/settings/staff', needs: 'staff.write' },
  { key: 'commissions', to: '/settings/commissions', needs: 'loyalty.adjust' },
  { key: 'diary', to: '/settings/diary', needs: 'staff.write' },
  { key: 'privacy', to: '/settings/privacy', needs: 'session.own' },
  { key: 'audit', to: '/settings/audit', needs: 'audit.read' },
] as const satisfies readonly Section[];

/** The way between the pages of the settings. */
export const SettingsSections = () => {
  const { t } = useTranslation();
  const may = useMay();
  const links = sections.filter(({ needs }) => may(needs)).map(({ key, to }) => ({ to, name: t(`settings.sections.${key}`) }));
  return <SectionLinks label={t('settings.sections.label')} links={links} />;
};
