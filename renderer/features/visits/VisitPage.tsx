import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/PageHeader.tsx';

export const VisitPage = () => {
  const { t } = useTranslation();
  return <PageHeader title={t('visits.title')} />;
};
