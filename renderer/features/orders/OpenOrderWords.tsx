import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { OrderRow } from '../../../shared/contract/orders.ts';
import { promiseState } from '../../../shared/domain/orders/statuses.ts';
import { daysBetween } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { dateWords } from '../../components/dateWords.ts';
import { itemsText, statusText } from './orderWords.ts';

/** An open order in a line: that it waits to be collected, is late, or how it stands. */
export const OpenOrderWords = ({ order }: { readonly order: OrderRow }) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const items = itemsText(t, order.items);
  const days = order.readyOn === null ? 0 : daysBetween(order.readyOn, today);
  const missedOn = promiseState(order, today) === 'late' ? order.promisedOn : null;
  const text =
    order.status === 'ready'
      ? t('orders.card.ready', { items, days: days === 0 ? t('orders.waitingToday') : t('orders.waitingDays', { count: days }) })
      : missedOn !== null
        ? t('orders.card.late', { items, date: dateWords(t, missedOn, today) })
        : t('orders.card.open', { items, status: statusText(t, order.kind, order.status) });
  return (
    <Anchor
      inherit
      underline="always"
      renderRoot={(props) => <Link to="/orders/$orderId" params={{ orderId: order.id }} {...props} />}
    >
      {text}
    </Anchor>
  );
};
