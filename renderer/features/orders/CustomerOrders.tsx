import { Button, Group, Stack } from '@mantine/core';
import { IconPackage, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { useMay } from '../../app/session.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ReadOn } from '../../components/ReadOn.tsx';
import { call } from '../../ipc/client.ts';
import { usePages } from '../../ipc/usePages.ts';
import { OrdersTable } from './OrdersTable.tsx';

/** A customer's orders of every kind, latest first, and the way to a new one. */
export const CustomerOrders = ({ card }: { readonly card: OutputOf<'customers.findById'> }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  const customerId = card.id;
  const { rows, total, ...list } = usePages(
    'orders.list',
    (page) => call('orders.list', { view: 'all', customerId, ...page }),
    customerId,
  );
  const mayBegin = may('visits.write') && card.removedAt === null;
  const begin = (
    <Button
      size="compact-sm"
      leftSection={<IconPlus size={15} stroke={1.7} aria-hidden />}
      onClick={() => void navigate({ to: '/orders/new', search: { customerId } })}
    >
      {t('orders.new')}
    </Button>
  );
  if (list.error !== null) return <ErrorNotice error={list.error} onRetry={list.readAgain} />;
  if (total === 0)
    return (
      <EmptyState icon={IconPackage} title={t('orders.empty.open.title')} text={t('orders.card.empty')}>
        {mayBegin && begin}
      </EmptyState>
    );
  return (
    <Stack gap="xs">
      {mayBegin && <Group>{begin}</Group>}
      {rows.length > 0 && <OrdersTable orders={rows} isToCollect={false} isFocused={false} isOfOne />}
      <ReadOn left={list.left} isReading={list.isReading} onReadOn={list.readOn} />
    </Stack>
  );
};
