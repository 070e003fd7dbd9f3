import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/PageHeader.tsx';

export const ImportsPage = () => {
  const { t } = useTranslation();
  return <PageHeader title={t('imports.title')} />;
};
