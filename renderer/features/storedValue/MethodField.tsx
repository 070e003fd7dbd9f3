import { Select } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { paymentMethods, type PaymentMethod } from '../../../shared/domain/orders/money.ts';

/** What is chosen in the field, as the store knows it; null for nothing. */
export const methodOf = (text: string | null): PaymentMethod | null => paymentMethods.find((one) => one === text) ?? null;

/** How money came, or goes out again. */
export const MethodField = ({ label, input }: { readonly label: string; readonly input: GetInputPropsReturnType }) => {
  const { t } = useTranslation();
  return (
    <Select
      label={label}
      allowDeselect={false}
      data={paymentMethods.map((value) => ({ value, label: t(`orders.money.methods.${value}`) }))}
      {...input}
    />
  );
};
