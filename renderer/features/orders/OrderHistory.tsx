import { Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Order, OrderEvent } from '../../../shared/contract/orders.ts';
import { MomentText } from '../../components/MomentText.tsx';
import { statusText } from './orderWords.ts';

/** What happened to an order, latest first. */
export const OrderHistory = ({ order }: { readonly order: Order }) => {
  const { t } = useTranslation();
  const words = ({ event, status, note }: OrderEvent): string =>
    t(`orders.event.${event}`, { status: status === null ? '' : statusText(t, order.kind, status), note: note ?? '' });
  return (
    <Stack gap={4} component="section" aria-label={t('orders.page.history')}>
      <Title order={2} fz="md" mb={4}>
        {t('orders.page.history')}
      </Title>
      {order.events.map((event, index) => (
        <Group key={`${index}`} gap="sm" wrap="nowrap" align="baseline">
          <Text size="sm" c="dimmed" w="8rem" flex="none">
            <MomentText at={event.at} />
          </Text>
          <Text size="sm">{[words(event), event.staffName ?? ''].filter((part) => part !== '').join(' · ')}</Text>
        </Group>
      ))}
    </Stack>
  );
};
