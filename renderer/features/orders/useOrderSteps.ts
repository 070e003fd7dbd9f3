import { useTranslation } from 'react-i18next';
import type { Order } from '../../../shared/contract/orders.ts';
import { isOpenStatus, type OpenStatus } from '../../../shared/domain/orders/statuses.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useTold } from '../../components/useTold.ts';
import { statusText } from './orderWords.ts';

/** What a parcel is sent with. */
export interface Parcel {
  readonly carrier: string;
  readonly trackingNumber: string;
}

/** Puts an order to a step, cancels and reopens it; each can be taken back. Answers whether it was done. */
export const useOrderSteps = (order: Order) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const told = useTold();
  const setStatus = useCommand('orders.setStatus');
  const cancelOne = useCommand('orders.cancel');
  const reopenOne = useCommand('orders.reopen');
  const undoOne = useCommand('orders.undoCollect');
  const { id: orderId, number } = order;
  const isBusy = setStatus.isPending || cancelOne.isPending || reopenOne.isPending || undoOne.isPending;
  return {
    isBusy,
    put: async (status: OpenStatus, parcel: Parcel | null = null): Promise<boolean> => {
      if (isBusy || !isOpenStatus(order.status) || (status === order.status && parcel === null)) return false;
      try {
        const { before, carrier, trackingNumber } = await setStatus.mutateAsync({ orderId, status, ...parcel });
        done({
          label: t('orders.page.moved', { number, status: statusText(t, order.kind, status) }),
          undo: async () => {
            await call('orders.setStatus', { orderId, status: before, carrier, trackingNumber });
          },
        });
        return true;
      } catch {
        return false;
      }
    },
    cancel: async (reason: string): Promise<boolean> => {
      try {
        await cancelOne.mutateAsync({ orderId, reason });
        done({
          label: t('orders.cancelling.done', { number }),
          undo: async () => {
            await call('orders.reopen', { orderId });
          },
        });
        return true;
      } catch {
        return false;
      }
    },
    reopen: async (): Promise<void> => {
      try {
        await reopenOne.mutateAsync({ orderId });
        done({
          label: t('orders.reopened', { number }),
          undo: async () => {
            await call('orders.cancel', { orderId, reason: order.cancelReason ?? number });
          },
        });
      } catch {
        // The command has told why.
      }
    },
    undoCollect: async (): Promise<void> => {
      try {
        await undoOne.mutateAsync({ orderId });
        told(t('orders.event.undone'));
      } catch {
        // The command has told why.
      }
    },
  };
};
export type OrderSteps = ReturnType<typeof useOrderSteps>;
