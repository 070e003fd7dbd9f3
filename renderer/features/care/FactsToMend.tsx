import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../ipc/useOperation.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { FactRow } from '../customers/facts/FactRow.tsx';
import type { FieldName } from '../customers/form/fields.ts';

/** Someone's facts, edited where they stand. */
export const FactsToMend = ({ customerId, fields }: { readonly customerId: string; readonly fields: readonly FieldName[] }) => {
  const { t } = useTranslation();
  const card = useOperation('customers.findById', { customerId });
  if (card.error !== null) return <ErrorNotice error={card.error} onRetry={() => void card.refetch()} />;
  if (card.data === undefined) return null;
  const shown = card.data;
  return (
    <Stack gap="sm">
      <Group justify="space-between" wrap="nowrap">
        <Title order={2} lineClamp={1}>
          {shown.fields.name}
        </Title>
        <Anchor
          size="sm"
          flex="none"
          renderRoot={(props) => <Link {...props} to="/customers/$customerId" params={{ customerId }} search={{}} />}
        >
          {t('care.openCard')}
        </Anchor>
      </Group>
      <Text size="sm" c="dimmed">
        {t('care.mend')}
      </Text>
      <div key={shown.id}>
        {fields.map((field) => (
          <FactRow key={field} card={shown} field={field} />
        ))}
      </div>
    </Stack>
  );
};
