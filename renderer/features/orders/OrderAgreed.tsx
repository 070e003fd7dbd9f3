import { ActionIcon, Group, Stack, Text, Title } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../../shared/contract/orders.ts';
import { useCopy } from '../../components/useCopy.ts';
import { PromiseText } from './PromiseText.tsx';

const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <Group gap="sm" wrap="nowrap" align="baseline">
    <Text size="sm" c="dimmed" w="8rem" flex="none">
      {label}
    </Text>
    <Text size="sm" component="div" miw={0}>
      {children}
    </Text>
  </Group>
);

/** What was agreed: by when, what was brought in, where it goes and with whom. */
export const OrderAgreed = ({ order }: { readonly order: Order }) => {
  const { t } = useTranslation();
  const copy = useCopy();
  const { item, serialNumber, condition, deliverTo, carrier, trackingNumber, note } = order;
  const texts = [
    { key: 'item', label: t('orders.form.item'), text: item },
    { key: 'serial', label: t('orders.form.serial'), text: serialNumber },
    { key: 'condition', label: t('orders.form.condition'), text: condition },
    { key: 'deliverTo', label: t('orders.form.deliverTo'), text: deliverTo },
    { key: 'carrier', label: t('orders.page.carrier'), text: carrier },
  ].filter(({ text }) => text !== '');
  return (
    <Stack gap={6} component="section" aria-label={t('orders.page.facts')}>
      <Title order={2} fz="md">
        {t('orders.page.facts')}
      </Title>
      <Fact label={t(order.kind === 'layaway' ? 'orders.form.collectBy' : 'orders.form.promised')}>
        <PromiseText order={order} />
        {order.promisedOn !== null && (
          <Text span c="dimmed" inherit>
            {' '}
            {order.promisedOn}
          </Text>
        )}
      </Fact>
      {texts.map(({ key, label, text }) => (
        <Fact key={key} label={label}>
          {text}
        </Fact>
      ))}
      {trackingNumber !== '' && (
        <Fact label={t('orders.page.trackingNumber')}>
          <Group gap={4} wrap="nowrap">
            {trackingNumber}
            <ActionIcon
              size="sm"
              variant="subtle"
              color="gray"
              aria-label={t('orders.page.copyTracking')}
              onClick={() => {
                copy(trackingNumber);
              }}
            >
              <IconCopy size={15} stroke={1.7} aria-hidden />
            </ActionIcon>
          </Group>
        </Fact>
      )}
      {note !== '' && <Fact label={t('orders.form.note')}>{note}</Fact>}
    </Stack>
  );
};
