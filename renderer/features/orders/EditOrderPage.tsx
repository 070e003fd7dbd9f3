import { useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { Order } from '../../../shared/contract/orders.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { OrderForm } from './OrderForm.tsx';
import { draftOfOrder, linesOfOrder } from './orderDraft.ts';

/** Changes an open order: its lines, what was promised, what was said. */
export const EditOrderPage = (): ReactNode => {
  const { orderId } = useParams({ from: '/orders/$orderId/edit' });
  const order = useOperation('orders.findById', { orderId });
  if (order.isError) return <ErrorNotice error={order.error} onRetry={() => void order.refetch()} />;
  return order.data === undefined ? null : <Loaded key={order.data.id} order={order.data} />;
};

const Loaded = ({ order }: { readonly order: Order }) => {
  const card = useOperation('customers.findById', { customerId: order.customerId });
  // What is being typed must not give way to what the store says when the order was changed elsewhere.
  const [initial] = useState(() => ({ order: draftOfOrder(order), lines: linesOfOrder(order) }));
  if (card.isError) return <ErrorNotice error={card.error} onRetry={() => void card.refetch()} />;
  if (card.data === undefined) return null;
  return <OrderForm card={card.data} order={order} initial={initial} />;
};
