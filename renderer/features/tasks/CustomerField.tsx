import { ActionIcon, Group, Input, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Task } from '../../../shared/contract/tasks.ts';
import { CustomerPicker } from '../../components/CustomerPicker.tsx';

interface CustomerFieldProps {
  readonly customer: Task['customer'];
  readonly onChange: (customer: Task['customer']) => void;
}

/** For which customer, or for none. */
export const CustomerField = ({ customer, onChange }: CustomerFieldProps) => {
  const { t } = useTranslation();
  return (
    <Input.Wrapper label={t('tasks.customer')} labelElement="div" description={t('tasks.customerHint')}>
      {customer === null ? (
        <CustomerPicker
          label={t('tasks.customer')}
          onPick={({ id, name }) => {
            onChange({ id, name });
          }}
        />
      ) : (
        <Group gap="xs" mt={4}>
          <Text fw={700}>{customer.name}</Text>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('tasks.dropCustomer', { name: customer.name })}
            onClick={() => {
              onChange(null);
            }}
          >
            <IconX size={16} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Group>
      )}
    </Input.Wrapper>
  );
};
