import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { OrderRow } from '../../../shared/contract/orders.ts';

interface OrderLinkProps {
  readonly order: Pick<OrderRow, 'id' | 'number'>;
}

/** The order that a visit handed over, by its number. */
export const OrderLink = ({ order }: OrderLinkProps) => {
  const { t } = useTranslation();
  return (
    <Anchor
      inherit
      underline="always"
      renderRoot={(props) => <Link to="/orders/$orderId" params={{ orderId: order.id }} {...props} />}
    >
      {t('orders.page.title', { number: order.number })}
    </Anchor>
  );
};
