import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/PageHeader.tsx';

export const BackupsPage = () => {
  const { t } = useTranslation();
  return <PageHeader title={t('backups.title')} />;
};
