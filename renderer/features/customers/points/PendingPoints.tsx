import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateText } from '../../../components/DateText.tsx';
import { useOperation } from '../../../ipc/useOperation.ts';

/** Points that are not spendable yet, by the day on which they are (X62). Nothing where none is. */
export const PendingPoints = ({ customerId }: { readonly customerId: string }) => {
  const { t, i18n } = useTranslation();
  const pending = useOperation('loyalty.pending', { customerId }).data;
  if (pending === undefined || pending.days.length === 0) return null;
  return (
    <Stack gap={4} component="section" aria-label={t('customers.points.pendingTitle')}>
      <Text component="h3" size="sm" fw={700}>
        {t('customers.points.pendingTitle')}
      </Text>
      {pending.days.map(({ on, points }) => (
        <Group key={on} justify="space-between">
          <Text size="sm" c="dimmed">
            <DateText date={on} as="figures" /> {t('customers.points.pendingFrom')}
          </Text>
          <Text size="sm" fw={700}>
            {points.toLocaleString(i18n.language)}
          </Text>
        </Group>
      ))}
    </Stack>
  );
};
