import { Anchor, Button, Table, Text } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderRow } from '../../../shared/contract/orders.ts';
import { useMay } from '../../app/session.ts';
import { MomentText } from '../../components/MomentText.tsx';
import { PhoneText } from '../../components/PhoneText.tsx';
import { useMoney } from '../../components/useMoney.ts';
import classes from '../appointments/Lists.module.css';
import { useListKeys } from '../appointments/useListKeys.ts';
import { itemsText } from './orderWords.ts';
import { OrderStatusBadge } from './OrderStatusBadge.tsx';
import { PromiseText } from './PromiseText.tsx';
import { useTell } from './useTell.ts';
import { WaitingText } from './WaitingText.tsx';
import { CustomerLink } from '../../components/CustomerLink.tsx';

interface OrdersTableProps {
  readonly orders: readonly OrderRow[];
  /** Those to collect: how long each waits, whom to call, and that they were told. */
  readonly isToCollect: boolean;
  /** Takes the focus when it is filled; not while somebody types. */
  readonly isFocused: boolean;
  /** Of one customer: their name says nothing there. */
  readonly isOfOne?: boolean;
}

/** Orders as a list: Up and Down choose one, Enter opens it, T notes that its customer was told. */
export const OrdersTable = ({ orders, isToCollect, isFocused, isOfOne = false }: OrdersTableProps) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayTell = useMay()('callbacks.write');
  const { tell, isBusy } = useTell();
  const [wanted, setIndex] = useState(0);
  const index = Math.min(wanted, Math.max(0, orders.length - 1));
  const { list, onKeyDown } = useListKeys(orders.length, index, setIndex, isFocused && orders.length > 0);
  const onKey = (event: KeyboardEvent): void => {
    onKeyDown(event);
    const order = orders[index];
    if (event.target !== list.current || event.defaultPrevented || order === undefined) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      void navigate({ to: '/orders/$orderId', params: { orderId: order.id } });
    } else if (event.code === 'KeyT' && isToCollect && mayTell) {
      event.preventDefault();
      void tell(order);
    }
  };
  const columns = isToCollect
    ? (['number', 'who', 'items', 'waiting', 'due', 'phone', 'told'] as const)
    : (['number', 'who', 'items', 'status', 'promised', 'due'] as const);
  return (
    <>
      <Table
        verticalSpacing={6}
        horizontalSpacing="md"
        aria-label={t('orders.title')}
        ref={list}
        tabIndex={0}
        onKeyDown={onKey}
        highlightOnHover
      >
        <Table.Thead>
          <Table.Tr>
            {columns
              .filter((column) => !isOfOne || column !== 'who')
              .map((column) => (
                <Table.Th key={column} {...(column === 'due' && { ta: 'right' as const })}>
                  {t(`orders.columns.${column}`)}
                </Table.Th>
              ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {orders.map((order, at) => (
            <Table.Tr
              key={order.id}
              className={classes['row']}
              {...(at === index && { 'data-active': true, 'aria-current': true })}
              onClick={() => {
                setIndex(at);
              }}
            >
              <Table.Td className={classes['time']}>
                <Anchor
                  size="sm"
                  aria-label={t('orders.open', { number: order.number })}
                  renderRoot={(props) => <Link to="/orders/$orderId" params={{ orderId: order.id }} {...props} />}
                >
                  {order.number}
                </Anchor>
              </Table.Td>
              {!isOfOne && (
                <Table.Td>
                  <CustomerLink customerId={order.customerId}>{order.customerName}</CustomerLink>
                </Table.Td>
              )}
              <Table.Td>
                <Text size="sm" lineClamp={1}>
                  {itemsText(t, order.items)}
                </Text>
                <Text size="xs" c="dimmed">
                  {t(`orders.kind.${order.kind}`)}
                </Text>
              </Table.Td>
              {isToCollect ? (
                <Table.Td>
                  <WaitingText order={order} />
                </Table.Td>
              ) : (
                <>
                  <Table.Td>
                    <OrderStatusBadge kind={order.kind} status={order.status} />
                  </Table.Td>
                  <Table.Td>
                    <PromiseText order={order} />
                  </Table.Td>
                </>
              )}
              <Due order={order} />
              {isToCollect && (
                <>
                  <Table.Td className={classes['time']}>
                    <PhoneText phone={order.phone} size="sm" />
                  </Table.Td>
                  <Table.Td>
                    {order.toldAt !== null && (
                      <Text size="xs" c="dimmed">
                        <MomentText at={order.toldAt} />
                      </Text>
                    )}
                    {mayTell && (
                      <Button
                        size="compact-sm"
                        variant={at === index ? 'filled' : 'default'}
                        disabled={isBusy}
                        aria-label={t('orders.telling.of', { name: order.customerName })}
                        onClick={() => void tell(order)}
                      >
                        {t('orders.page.tell')}
                      </Button>
                    )}
                  </Table.Td>
                </>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed" px="md" py="xs">
        {t(isToCollect && mayTell ? 'orders.readyKeys' : 'orders.listKeys')}
      </Text>
    </>
  );
};

const Due = ({ order }: { readonly order: OrderRow }) => {
  const { t } = useTranslation();
  const money = useMoney();
  return (
    <Table.Td ta="right" className={classes['time']}>
      {order.dueCents > 0 ? (
        <Text span size="sm" fw={700}>
          {money(order.dueCents, true)}
        </Text>
      ) : (
        <Text span size="sm" c="dimmed">
          {order.totalCents === 0 || order.status === 'cancelled' ? '—' : t('orders.paidUp')}
        </Text>
      )}
    </Table.Td>
  );
};
