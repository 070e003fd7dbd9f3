import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput, OutputOf } from '../../../shared/contract.ts';
import { useErrorToast } from '../../app/useErrorToast.tsx';
import { useShop } from '../../app/shop.tsx';
import { client } from '../../ipc/client.ts';

export type PrintTarget = CallInput<'shell.printSlip'>['to'];
type Slip = CallInput<'shell.printSlip'>['slip'];
export type Sheet = CallInput<'shell.printSheet'>['sheet'];
type Printed = OutputOf<'shell.printSlip'>;

/** Prints receipts and sheets (R053) and says what came of it; without a printer it says what can be done instead. */
export const usePrint = () => {
  const { t } = useTranslation();
  const { settings } = useShop();
  const showError = useErrorToast();
  const [isPending, setIsPending] = useState(false);
  const tell = ({ outcome, name }: Printed): void => {
    if (outcome === 'cancelled') return;
    const isDone = outcome === 'printed' || outcome === 'saved';
    notifications.show({
      color: isDone ? 'jade' : 'amber',
      message: t(`printing.outcome.${outcome}`, { file: name ?? '' }),
      ...(!isDone && { autoClose: 12_000 }),
    });
  };
  const attempt = async (work: () => Promise<Printed>): Promise<void> => {
    setIsPending(true);
    try {
      tell(await work());
    } catch (error) {
      showError(error);
    } finally {
      setIsPending(false);
    }
  };
  return {
    isPending,
    /** `isAtOnce` asks nothing and takes the usual printer. */
    slip: (slip: Slip, to: PrintTarget, isAtOnce = false): void => {
      void attempt(() => client.shell.printSlip({ slip, paper: settings.receiptPaper, to, isAtOnce }));
    },
    sheet: (sheet: Sheet, to: PrintTarget): void => {
      void attempt(() => client.shell.printSheet({ sheet, to }));
    },
  };
};
