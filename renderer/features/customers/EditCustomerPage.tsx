import { Box } from '@mantine/core';
import { useParams, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useErrorToast } from '../../app/useErrorToast.tsx';
import { useShop } from '../../app/shop.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { CustomerForm } from './form/CustomerForm.tsx';
import { valuesOf, type Card, type CustomerValues } from './form/customerValues.ts';
import { FormPage } from './form/FormPage.tsx';
import { useSaveCustomer } from './useSaveCustomer.ts';

const formId = 'edit-customer';

/** All facts of a customer in one form. */
export const EditCustomerPage = () => {
  const { customerId } = useParams({ from: '/customers/$customerId/edit' });
  const card = useOperation('customers.findById', { customerId });
  if (card.error !== null) return <ErrorNotice error={card.error} onRetry={() => void card.refetch()} />;
  return card.data === undefined ? <Box /> : <EditForm key={card.data.id} card={card.data} />;
};

const EditForm = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  const router = useRouter();
  const { settings } = useShop();
  const showError = useErrorToast();
  const { save, isSaving } = useSaveCustomer(card);
  const saveAndLeave = async (values: CustomerValues): Promise<void> => {
    await save(values);
    router.history.back();
  };
  return (
    <FormPage
      title={t('customers.form.editTitle', { name: card.fields.name })}
      formId={formId}
      isSaving={isSaving}
      saveLabel={t('customers.form.save')}
    >
      <CustomerForm
        id={formId}
        initialValues={valuesOf(card, settings.language)}
        customerId={card.id}
        openFolds={['contact', 'taste']}
        onSave={saveAndLeave}
        errorPrefix="changes."
        onError={showError}
      />
    </FormPage>
  );
};
