import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { promiseState, type OrderStatus } from '../../../shared/domain/orders/statuses.ts';
import { daysBetween, type LocalDate } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { DateText } from '../../components/DateText.tsx';

interface PromiseTextProps {
  readonly order: { readonly status: OrderStatus; readonly promisedOn: LocalDate | null };
}

/** The promised day: near in amber; past in red, with how many days it is late. */
export const PromiseText = ({ order }: PromiseTextProps) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const state = promiseState(order, today);
  if (order.promisedOn === null)
    return (
      <Text span size="sm" c="dimmed">
        {t('orders.promise.none')}
      </Text>
    );
  if (state === 'late')
    return (
      <Text span size="sm" fw={700} c="var(--mantine-color-error)" title={order.promisedOn}>
        {t('orders.promise.late', { count: daysBetween(order.promisedOn, today) })}
      </Text>
    );
  return (
    <Text
      span
      size="sm"
      {...(state === 'near' && { c: 'var(--mantine-color-amber-text)', fw: 700 })}
      {...(state === 'none' && { c: 'dimmed' })}
    >
      <DateText date={order.promisedOn} />
    </Text>
  );
};
