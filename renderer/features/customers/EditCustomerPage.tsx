import { Box } from '@mantine/core';
import { useParams, useRouter } from '@tanstack/react-router';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../../shared/errors.ts';
import { useErrorToast } from '../../app/useErrorToast.tsx';
import { useShop } from '../../app/shop.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { CustomerExtras, isMissing } from '../customFields/CustomerExtras.tsx';
import { extrasOf, useSaveExtras } from '../customFields/useSaveExtras.ts';
import { CustomerForm } from './form/CustomerForm.tsx';
import { valuesOf, type Card, type CustomerValues } from './form/customerValues.ts';
import { FormPage } from './form/FormPage.tsx';
import { useSaveCustomer } from './useSaveCustomer.ts';

const formId = 'edit-customer';

/** All facts of a customer in one form. */
export const EditCustomerPage = (): ReactNode => {
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
  const initialExtras = useMemo(() => extrasOf(card), [card]);
  const [extras, setExtras] = useState(initialExtras);
  const [showMissing, setShowMissing] = useState(false);
  const fields = useOperation('customFields.list', {}).data?.fields ?? [];
  const saveExtras = useSaveExtras(card);
  const saveAndLeave = async (values: CustomerValues): Promise<void> => {
    // A card from a file may lack what is required: it is asked for only where somebody has emptied it.
    const emptied = fields.filter((field) => isMissing(field, extras) && extras.values.has(field.id));
    setShowMissing(emptied.length > 0);
    if (emptied.length > 0)
      throw new AppError('bad_input', { issues: emptied.map(({ id }) => ({ path: `customFields.${id}`, message: 'required' })) });
    await save(values, { undoAlso: await saveExtras(extras) });
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
        hasSensitive={card.hasSensitive}
        openFolds={['contact', 'taste']}
        onSave={saveAndLeave}
        errorPrefix="changes."
        onError={showError}
        isMoreTyped={extras !== initialExtras}
      >
        <CustomerExtras fields={fields} extras={extras} onChange={setExtras} showMissing={showMissing} />
      </CustomerForm>
    </FormPage>
  );
};
