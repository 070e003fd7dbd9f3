import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OrderKind, OrderStatus } from '../../../shared/domain/orders/statuses.ts';
import { statusText } from './orderWords.ts';

const colors: Readonly<Record<OrderStatus, string>> = {
  ordered: 'gray',
  received: 'gray',
  in_work: 'gold',
  ready: 'jade',
  to_send: 'gray',
  sent: 'gold',
  collected: 'gray',
  delivered: 'gray',
  cancelled: 'gray',
};

/** How an order stands, in a word. */
export const OrderStatusBadge = ({ kind, status }: { readonly kind: OrderKind; readonly status: OrderStatus }) => {
  const { t } = useTranslation();
  return (
    <Badge color={colors[status]} variant={status === 'cancelled' ? 'outline' : 'light'} flex="none">
      {statusText(t, kind, status)}
    </Badge>
  );
};
