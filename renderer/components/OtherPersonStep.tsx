import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CustomerPicker } from './CustomerPicker.tsx';
import { SaveForm } from './SaveForm.tsx';
import type { SearchHit } from './useCustomerSearch.ts';

interface OtherPersonStepProps {
  readonly ownerId: string;
  /** What is asked. */
  readonly question: string;
  /** What the field is called, and what is said of the person themselves. */
  readonly label: string;
  readonly selfFault: string;
  readonly onPick: (hit: SearchHit) => void;
  readonly onCancel: () => void;
}

/** The first step where something of somebody's is for another person: who that is; not themselves. */
export const OtherPersonStep = ({ ownerId, question, label, selfFault, onPick, onCancel }: OtherPersonStepProps) => {
  const { t } = useTranslation();
  const [isSelf, setIsSelf] = useState(false);
  return (
    <SaveForm
      onSubmit={(event) => {
        event.preventDefault();
      }}
      onCancel={onCancel}
    >
      <Stack gap="md">
        <Text size="sm">{question}</Text>
        <CustomerPicker
          isFocused
          label={label}
          onPick={(hit) => {
            setIsSelf(hit.id === ownerId);
            if (hit.id !== ownerId) onPick(hit);
          }}
        />
        {isSelf && (
          <Text size="sm" c="var(--regulars-danger-text)" role="alert">
            {selfFault}
          </Text>
        )}
        <Button variant="default" mr="auto" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </Stack>
    </SaveForm>
  );
};
