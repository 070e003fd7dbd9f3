import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { blankCustomer } from '../../../shared/contract/customers.ts';
import { AppError } from '../../../shared/errors.ts';
import { useErrorToast } from '../../app/useErrorToast.tsx';
import { useShop } from '../../app/shop.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { CustomerExtras, isMissing, noExtras } from '../customFields/CustomerExtras.tsx';
import { useMay } from '../reveal/useMay.ts';
import { CustomerForm } from './form/CustomerForm.tsx';
import { inputOf, valuesOf, type CustomerValues } from './form/customerValues.ts';
import { FormPage } from './form/FormPage.tsx';

const formId = 'new-customer';

/** A new customer (F3): a name is enough. */
export const NewCustomerPage = (): ReactNode => {
  const { t } = useTranslation();
  const { today, settings } = useShop();
  const { name = '', phone = '', next = 'card' } = useSearch({ from: '/customers/new' });
  const navigate = useNavigate();
  const { done } = useUndo();
  const showError = useErrorToast();
  const create = useCommand('customers.create', { quiet: true });
  const [extras, setExtras] = useState(noExtras);
  const [showMissing, setShowMissing] = useState(false);
  const maySeeIncome = useMay('private.income');
  const fields = useOperation('customFields.list', {}).data?.fields ?? [];

  const save = async (values: CustomerValues): Promise<void> => {
    const missing = fields.filter((field) => isMissing(field, extras));
    // Marked as well when the gate refuses: a field may have become required after this page had read the list.
    setShowMissing(true);
    if (missing.length > 0)
      throw new AppError('bad_input', { issues: missing.map(({ id }) => ({ path: `customFields.${id}`, message: 'required' })) });
    const { customerId, welcome } = await create.mutateAsync({
      ...inputOf(values, today),
      tagIds: extras.tags.map(({ tagId }) => tagId),
      customFields: [...extras.values].map(([fieldId, value]) => ({ fieldId, value })),
    });
    done({
      label: [
        t('customers.done.created', { name: values.name.trim() }),
        ...(welcome === null
          ? []
          : welcome.isGiven
            ? [
                ...(welcome.points === 0 ? [] : [t('customers.points.welcome', { count: welcome.points })]),
                ...(welcome.coupon === null ? [] : [t('customers.points.welcomeCoupon', { name: welcome.coupon })]),
              ]
            : [t('customers.points.welcomeHad')]),
      ].join(' · '),
      undo: () => call('customers.remove', { customerId }),
    });
    await (next === 'visit'
      ? navigate({ to: '/visit', search: { customerId }, replace: true })
      : navigate({ to: '/customers/$customerId', params: { customerId }, search: {}, replace: true }));
  };

  const blank = valuesOf({ fields: { ...blankCustomer, name: '' }, referrerName: null }, settings.language);
  return (
    <FormPage
      title={t('customers.form.newTitle')}
      text={t('customers.form.hint')}
      formId={formId}
      isSaving={create.isPending}
      saveLabel={next === 'visit' ? t('customers.form.saveAndVisit') : t('customers.form.save')}
    >
      <CustomerForm
        key={`${name} ${phone}`}
        id={formId}
        initialValues={{ ...blank, name, phone }}
        customerId={null}
        hasSensitive={maySeeIncome}
        onSave={save}
        errorPrefix=""
        onError={showError}
        isMoreTyped={extras !== noExtras}
      >
        <CustomerExtras fields={fields} extras={extras} onChange={setExtras} showMissing={showMissing} />
      </CustomerForm>
    </FormPage>
  );
};
