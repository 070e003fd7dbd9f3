import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { SaveForm } from '../../components/SaveForm.tsx';
import facts from '../customers/facts/Facts.module.css';

interface InlineFormProps {
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  readonly onClose: () => void;
  readonly isSaving: boolean;
  readonly submitLabel?: string;
  readonly children: ReactNode;
}

/** A form where the entry stands: Enter or Ctrl+Enter saves, Escape leaves it as it was. */
export const InlineForm = ({ onSubmit, onClose, isSaving, submitLabel, children }: InlineFormProps) => {
  const { t } = useTranslation();
  return (
    <SaveForm
      className={facts['editor']}
      onSubmit={onSubmit}
      onKeyDown={(event) => {
        if (event.defaultPrevented) return;
        if (event.key === 'Escape') {
          event.preventDefault();
          onClose();
        } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement && event.target.type === 'text') {
          event.preventDefault();
          event.currentTarget.requestSubmit();
        }
      }}
    >
      <Stack gap="xs">
        {children}
        <Group gap="xs">
          <Button type="submit" size="compact-sm" loading={isSaving}>
            {submitLabel ?? t('common.save')}
          </Button>
          <Button variant="subtle" color="gray" size="compact-sm" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </SaveForm>
  );
};
