import { useTranslation } from 'react-i18next';
import type { OrderRow } from '../../../shared/contract/orders.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { itemsText } from './orderWords.ts';

/** Notes that the customer was told that an order is ready: a contact on their card, which can be taken back. */
export const useTell = () => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const tell = useCommand('orders.tell');
  return {
    isBusy: tell.isPending,
    tell: async ({ id, number, items, customerName: name }: OrderRow): Promise<void> => {
      if (tell.isPending) return;
      const note = t('orders.telling.note', { number, items: itemsText(t, items) });
      try {
        const { interactionId } = await tell.mutateAsync({ orderId: id, channel: 'phone', note });
        done({
          label: t('orders.telling.done', { name }),
          undo: async () => {
            await call('customers.undoInteraction', { interactionId });
          },
        });
      } catch {
        // The command has told why.
      }
    },
  };
};
