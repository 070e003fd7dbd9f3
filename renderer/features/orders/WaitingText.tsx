import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OrderRow } from '../../../shared/contract/orders.ts';
import { daysBetween } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';

/** What waits longer than this has likely been forgotten by its owner. */
const LONG_DAYS = 7;

/** For how many days an order waits to be collected; long ones in amber. */
export const WaitingText = ({ order }: { readonly order: Pick<OrderRow, 'readyOn'> }) => {
  const { t } = useTranslation();
  const { today } = useShop();
  if (order.readyOn === null) return null;
  const days = daysBetween(order.readyOn, today);
  return (
    <Text span size="sm" title={order.readyOn} {...(days >= LONG_DAYS && { c: 'var(--mantine-color-amber-text)', fw: 700 })}>
      {days === 0 ? t('orders.waitingToday') : t('orders.waitingDays', { count: days })}
    </Text>
  );
};
