import type { TFunction } from 'i18next';
import type { Order } from '../../../shared/contract/orders.ts';
import { isOpenStatus } from '../../../shared/domain/orders/statuses.ts';
import type { Cents } from '../../../shared/types/amounts.ts';
import { itemsText, statusWord } from './orderWords.ts';

/** The answer to "how is my order?", to be pasted into a chat (R052). */
export const replyText = (t: TFunction, order: Order, money: (amount: Cents) => string): string => {
  const carrier = [order.carrier, order.trackingNumber].filter((part) => part !== '').join(' ');
  const isOpen = isOpenStatus(order.status);
  return [
    t(`orders.reply.${statusWord(order.kind, order.status)}`, {
      number: order.number,
      items: itemsText(t, order.items),
      carrier,
    }),
    isOpen && order.status !== 'ready' && order.promisedOn !== null ? t('orders.reply.promised', { date: order.promisedOn }) : '',
    order.dueCents > 0 ? t('orders.reply.due', { amount: money(order.dueCents) }) : '',
  ]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ');
};
