import { SegmentedControl, Stack } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { FormsPart } from '../signedForms/FormsPart.tsx';
import { RecordsPart } from './RecordsPart.tsx';

const parts = ['records', 'forms'] as const;

/** What was done for a customer, and what they signed for it: one tab of the card. */
export const ServiceTab = ({ card }: { readonly card: OutputOf<'customers.findById'> }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { part } = useSearch({ from: '/customers/$customerId' });
  return (
    <Stack p="md" gap="md" align="stretch">
      <SegmentedControl
        size="xs"
        w="fit-content"
        aria-label={t('serviceRecords.parts.label')}
        value={part ?? 'records'}
        data={parts.map((value) => ({ value, label: t(`serviceRecords.parts.${value}`) }))}
        onChange={(value) => {
          void navigate({
            to: '/customers/$customerId',
            params: { customerId: card.id },
            search: value === 'forms' ? { tab: 'records', part: 'forms' } : { tab: 'records' },
            replace: true,
          });
        }}
      />
      {part === 'forms' ? <FormsPart card={card} /> : <RecordsPart customerId={card.id} />}
    </Stack>
  );
};
