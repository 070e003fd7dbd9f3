import { Drawer, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_REASON_CHARACTERS } from '../../../shared/contract/inactive.ts';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useSetInactive } from './useSetInactive.ts';
import { FormButtons } from '../../components/FormButtons.tsx';

interface InactiveDrawerProps {
  readonly customer: { readonly id: string; readonly name: string };
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Makes a customer inactive (X37): says what that means, and takes a reason or none. */
export const InactiveDrawer = ({ customer, isOpen, onClose }: InactiveDrawerProps) => {
  const { t } = useTranslation();
  return (
    <Drawer
      position="right"
      size={400}
      opened={isOpen}
      onClose={onClose}
      title={t('inactive.title', { name: customer.name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {isOpen && <InactiveForm customer={customer} onClose={onClose} />}
    </Drawer>
  );
};

const InactiveForm = ({ customer, onClose }: Pick<InactiveDrawerProps, 'customer' | 'onClose'>) => {
  const { t } = useTranslation();
  const { set, isPending } = useSetInactive(customer);
  const [reason, setReason] = useState('');
  const save = async (): Promise<void> => {
    await set({ reason: reason.trim() === '' ? null : reason.trim() });
    onClose();
  };
  return (
    <SaveForm
      onSubmit={(event) => {
        event.preventDefault();
        // What went wrong is told by the command itself; the reason stays in its field.
        void save().catch(() => undefined);
      }}
    >
      <Stack gap="md">
        <Text size="sm">{t('inactive.about')}</Text>
        <TextInput
          data-autofocus
          label={t('inactive.reason')}
          placeholder={t('inactive.reasonHint')}
          maxLength={MOST_REASON_CHARACTERS}
          value={reason}
          onChange={(event) => {
            setReason(event.currentTarget.value);
          }}
        />
        <FormButtons words={t('inactive.save')} isPending={isPending} onClose={onClose} />
      </Stack>
    </SaveForm>
  );
};
