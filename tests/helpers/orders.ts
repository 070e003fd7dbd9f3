import { ordersHandlers } from '../../electron/handlers/orders.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput, OutputOf } from '../../shared/contract.ts';
import type { Desk } from './desk.ts';

const { orders } = contract;

/** What the clerk can do with orders, each through contract and handler in one transaction. */
export const ordersAt = ({ context, command }: Pick<Desk, 'context' | 'command'>) => ({
  list: (input: CallInput<'orders.list'> = {}): OutputOf<'orders.list'> =>
    orders.list.output.parse(ordersHandlers['orders.list'](context, orders.list.input.parse(input))),
  counts: (): OutputOf<'orders.counts'> => ordersHandlers['orders.counts'](context, {}),
  find: (orderId: string): OutputOf<'orders.findById'> =>
    orders.findById.output.parse(ordersHandlers['orders.findById'](context, orders.findById.input.parse({ orderId }))),
  save: (input: CallInput<'orders.save'>): OutputOf<'orders.save'> =>
    command(() => ordersHandlers['orders.save'](context, orders.save.input.parse(input))),
  remove: (orderId: string) => command(() => ordersHandlers['orders.remove'](context, orders.remove.input.parse({ orderId }))),
  setStatus: (input: CallInput<'orders.setStatus'>) =>
    command(() => ordersHandlers['orders.setStatus'](context, orders.setStatus.input.parse(input))),
  pay: (input: CallInput<'orders.pay'>) => command(() => ordersHandlers['orders.pay'](context, orders.pay.input.parse(input))),
  refund: (input: CallInput<'orders.refund'>) =>
    command(() => ordersHandlers['orders.refund'](context, orders.refund.input.parse(input))),
  reversePayment: (input: CallInput<'orders.reversePayment'>) =>
    command(() => ordersHandlers['orders.reversePayment'](context, orders.reversePayment.input.parse(input))),
  collect: (input: CallInput<'orders.collect'>) =>
    command(() => ordersHandlers['orders.collect'](context, orders.collect.input.parse(input))),
  undoCollect: (orderId: string) =>
    command(() => ordersHandlers['orders.undoCollect'](context, orders.undoCollect.input.parse({ orderId }))),
  cancel: (orderId: string, reason = '不要了') =>
    command(() => ordersHandlers['orders.cancel'](context, orders.cancel.input.parse({ orderId, reason }))),
  reopen: (orderId: string) => command(() => ordersHandlers['orders.reopen'](context, orders.reopen.input.parse({ orderId }))),
  tell: (input: CallInput<'orders.tell'>) =>
    command(() => ordersHandlers['orders.tell'](context, orders.tell.input.parse(input))),
});
export type OrdersDesk = ReturnType<typeof ordersAt>;
