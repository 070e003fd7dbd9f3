import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { paymentMethods, type PaymentMethod } from '../../../shared/domain/orders/money.ts';

interface MethodChoiceProps {
  readonly method: PaymentMethod;
  readonly onChange: (method: PaymentMethod) => void;
}

/** How money changes hands. */
export const MethodChoice = ({ method, onChange }: MethodChoiceProps) => {
  const { t } = useTranslation();
  return (
    <Select
      w="8rem"
      label={t('orders.money.method')}
      allowDeselect={false}
      data={paymentMethods.map((value) => ({ value, label: t(`orders.money.methods.${value}`) }))}
      value={method}
      onChange={(value) => {
        const chosen = paymentMethods.find((one) => one === value);
        if (chosen !== undefined) onChange(chosen);
      }}
    />
  );
};
