import { cents, sumCents } from '../../types/amounts.ts';
import type { Cents } from '../../types/amounts.ts';
import { isOpenStatus } from './statuses.ts';
import type { OrderStatus } from './statuses.ts';

/** How money is taken and given back. */
export const paymentMethods = ['cash', 'card', 'wechat', 'alipay', 'transfer', 'other'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

/** Entries of the money of an order 定金、分期、尾款: never changed; a reversal names the one it takes back. */
export const paymentKinds = ['deposit', 'payment', 'refund', 'reversal'] as const;
export type PaymentKind = (typeof paymentKinds)[number];

/** How the money of an order stands. `paid` is what was taken less what was given back. */
export interface OrderMoney {
  readonly status: OrderStatus;
  readonly total: Cents;
  readonly paid: Cents;
}

/** What is still to be paid. Nothing for what was cancelled. */
export const dueOf = ({ status, total, paid }: OrderMoney): Cents => (status === 'cancelled' ? cents(0) : cents(total - paid));

/** What stays with the shop of an order that was cancelled: what was paid and not given back. */
export const keptOfOrder = ({ status, paid }: Pick<OrderMoney, 'status' | 'paid'>): Cents =>
  status === 'cancelled' ? paid : cents(0);

/** What was paid, from the entries: exact, and by the laws below never under nothing nor over the total. */
export const paidOf = (entries: readonly { readonly cents: Cents }[]): Cents => sumCents(entries.map((entry) => entry.cents));

/** Why an amount cannot be taken: the order is cancelled, or that is more than what is due. */
export const paymentObstacle = (money: OrderMoney, amount: Cents): 'order_cancelled' | 'more_than_due' | null => {
  if (money.status === 'cancelled') return 'order_cancelled';
  return amount > dueOf(money) ? 'more_than_due' : null;
};

/** Why an amount cannot be given back: the customer has the goods (then they are returned), or it is more than was paid. */
export const refundObstacle = (money: OrderMoney, amount: Cents): 'order_done' | 'more_than_paid' | null => {
  if (!isOpenStatus(money.status) && money.status !== 'cancelled') return 'order_done';
  return amount > money.paid ? 'more_than_paid' : null;
};

/** Why an entry cannot be taken back: it is a reversal, was reversed, or the sum would leave what can be (0 to the total). */
export const paymentReversalObstacle = (
  money: OrderMoney,
  entry: { readonly kind: PaymentKind; readonly cents: Cents; readonly isReversed: boolean },
): 'already_reversed' | 'payment_is_reversal' | 'refund_stands' | 'total_is_less' | null => {
  if (entry.isReversed) return 'already_reversed';
  if (entry.kind === 'reversal') return 'payment_is_reversal';
  const after = money.paid - entry.cents;
  if (after < 0) return 'refund_stands';
  return after > money.total ? 'total_is_less' : null;
};
