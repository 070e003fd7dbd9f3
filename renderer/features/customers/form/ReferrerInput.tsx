import { Button, CloseButton, Group, Input, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CustomerPicker } from '../../../components/CustomerPicker.tsx';
import type { CustomerFormApi } from './FieldInput.tsx';

interface ReferrerInputProps {
  readonly form: CustomerFormApi;
  readonly label: string;
  readonly hideLabel: boolean;
}

/** Who brought the person: found with the same search as everywhere. */
export const ReferrerInput = ({ form, label, hideLabel }: ReferrerInputProps) => {
  const { t } = useTranslation();
  const { referrerId, referrerName } = form.getValues();
  const [isPicking, setIsPicking] = useState(false);
  const choose = (id: string | null, name: string): void => {
    form.setFieldValue('referrerId', id);
    form.setFieldValue('referrerName', name);
    setIsPicking(false);
  };
  const chosen =
    referrerId !== null && !isPicking ? (
      <Group gap="xs" mih="2.25rem" wrap="nowrap">
        <Text size="sm" fw={700} truncate>
          {referrerName}
        </Text>
        <Button
          variant="subtle"
          size="compact-sm"
          flex="none"
          onClick={() => {
            setIsPicking(true);
          }}
        >
          {t('customers.form.changeReferrer')}
        </Button>
        <CloseButton
          size="sm"
          aria-label={t('customers.form.removeReferrer')}
          onClick={() => {
            choose(null, '');
          }}
        />
      </Group>
    ) : (
      <CustomerPicker
        label={label}
        isFocused={isPicking}
        onPick={(hit) => {
          choose(hit.id, hit.name);
        }}
      />
    );
  return (
    <Input.Wrapper label={hideLabel ? undefined : label} labelElement="div" error={form.errors['referrerId']}>
      {chosen}
    </Input.Wrapper>
  );
};
