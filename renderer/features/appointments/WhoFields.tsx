import { Button, Group, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CustomerPicker } from '../../components/CustomerPicker.tsx';

export interface Who {
  readonly customer: { readonly id: string; readonly name: string } | null;
  readonly name: string;
  readonly contact: string;
}
export const NOBODY: Who = { customer: null, name: '', contact: '' };

/** What the gate asks of whoever comes. */
export const whoInput = ({ customer, name, contact }: Who) => ({
  customerId: customer?.id ?? null,
  name: customer === null ? name : '',
  contact: customer === null ? contact : '',
});

interface WhoFieldsProps {
  readonly who: Who;
  readonly onChange: (who: Who) => void;
  readonly error?: string | undefined;
  readonly isFocused?: boolean;
}

/** A customer with a card, or a name and how to reach them. */
export const WhoFields = ({ who, onChange, error, isFocused = false }: WhoFieldsProps) => {
  const { t } = useTranslation();
  if (who.customer !== null)
    return (
      <Group justify="space-between" wrap="nowrap">
        <Text fw={700}>{who.customer.name}</Text>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          onClick={() => {
            onChange({ ...who, customer: null });
          }}
        >
          {t('appointments.form.other')}
        </Button>
      </Group>
    );
  return (
    <>
      <CustomerPicker
        isFocused={isFocused}
        label={t('appointments.form.who')}
        onPick={({ id, name }) => {
          onChange({ ...who, customer: { id, name } });
        }}
        onCreate={(text) => {
          onChange({ ...who, name: text });
        }}
      />
      <SimpleGrid cols={2} spacing="xs">
        <TextInput
          label={t('appointments.form.name')}
          maxLength={60}
          autoComplete="off"
          value={who.name}
          error={error}
          onChange={(event) => {
            onChange({ ...who, name: event.currentTarget.value });
          }}
        />
        <TextInput
          label={t('appointments.form.contact')}
          maxLength={60}
          autoComplete="off"
          value={who.contact}
          onChange={(event) => {
            onChange({ ...who, contact: event.currentTarget.value });
          }}
        />
      </SimpleGrid>
    </>
  );
};
