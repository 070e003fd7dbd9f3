import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/PageHeader.tsx';

export const CustomersPage = () => {
  const { t } = useTranslation();
  return <PageHeader title={t('customers.title')} />;
};
