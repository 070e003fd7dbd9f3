import { SegmentedControl, Stack } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { IncidentsPart } from '../incidents/IncidentsPart.tsx';
import { MeasurementsPart } from '../measurements/MeasurementsPart.tsx';
import { CustomerOpportunities } from '../opportunities/CustomerOpportunities.tsx';
import { CustomerOrders } from '../orders/CustomerOrders.tsx';
import { FormsPart } from '../signedForms/FormsPart.tsx';
import { RecordsPart } from './RecordsPart.tsx';

const parts = ['records', 'measurements', 'incidents', 'forms', 'orders', 'opportunities'] as const;

/** What was done for a customer, what was measured, what went wrong, what they signed, ordered and may come to buy: one tab of the card. */
export const ServiceTab = ({ card }: { readonly card: OutputOf<'customers.findById'> }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { part = 'records' } = useSearch({ from: '/customers/$customerId' });
  return (
    <Stack p="md" gap="md" align="stretch">
      <SegmentedControl
        size="xs"
        w="fit-content"
        aria-label={t('serviceRecords.parts.label')}
        value={part}
        data={parts.map((value) => ({ value, label: t(`serviceRecords.parts.${value}`) }))}
        onChange={(value) => {
          const wanted = parts.find((name) => name === value);
          void navigate({
            to: '/customers/$customerId',
            params: { customerId: card.id },
            search: { tab: 'records', ...(wanted !== undefined && wanted !== 'records' && { part: wanted }) },
            replace: true,
          });
        }}
      />
      {part === 'records' && <RecordsPart customerId={card.id} />}
      {part === 'measurements' && <MeasurementsPart customerId={card.id} />}
      {part === 'incidents' && <IncidentsPart customerId={card.id} />}
      {part === 'forms' && <FormsPart card={card} />}
      {part === 'orders' && <CustomerOrders card={card} />}
      {part === 'opportunities' && <CustomerOpportunities card={card} />}
    </Stack>
  );
};
