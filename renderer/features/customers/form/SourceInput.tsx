import { Autocomplete } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { sourcesOf } from '../../../../shared/domain/referrals/sources.ts';
import { useShop } from '../../../app/shop.tsx';
import type { CustomerFormApi } from './FieldInput.tsx';

/** Where somebody comes from: out of the shop's list, so that one source has one name, or typed anew (R091). */
export const SourceInput = ({ form, hideLabel }: { readonly form: CustomerFormApi; readonly hideLabel: boolean }) => {
  const { t } = useTranslation();
  const { settings } = useShop();
  const label = t('customers.fields.source');
  return (
    <Autocomplete
      {...(hideLabel ? { 'aria-label': label } : { label })}
      autoComplete="off"
      maxLength={60}
      placeholder={t('referrals.sources.hint')}
      data={[...sourcesOf(settings)]}
      {...form.getInputProps('source')}
    />
  );
};
