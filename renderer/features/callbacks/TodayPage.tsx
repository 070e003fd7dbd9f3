import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/PageHeader.tsx';

export const TodayPage = () => {
  const { t } = useTranslation();
  return <PageHeader title={t('callbacks.title')} />;
};
