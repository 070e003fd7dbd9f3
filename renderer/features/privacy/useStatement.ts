import { notifications } from '@mantine/notifications';
import { useHotkeys } from '@mantine/hooks';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { useShop } from '../../app/shop.tsx';
import { useErrorToast } from '../../app/useErrorToast.tsx';
import { client } from '../../ipc/client.ts';

/** The statement for a customer as a PDF (R194); the name of the file says the number, not who it is. */
export const useStatement = (card: OutputOf<'customers.findById'>) => {
  const { t } = useTranslation();
  const { today, settings } = useShop();
  const showError = useErrorToast();
  const [isPending, setIsPending] = useState(false);
  const { id: customerId, number } = card;
  const { language } = settings;
  const run = useCallback(async (): Promise<void> => {
    setIsPending(true);
    try {
      const suggestedName = `${t('privacy.statement.file', { number })} ${today}.pdf`;
      const saved = await client.shell.saveStatement({ customerId, language, suggestedName });
      if (saved !== null) notifications.show({ color: 'jade', message: t('privacy.statement.done', { file: saved.name }) });
    } catch (error) {
      showError(error);
    } finally {
      setIsPending(false);
    }
  }, [customerId, language, number, showError, t, today]);
  return { isPending, save: () => void run() };
};

/** Ctrl+P on a card gives its statement. */
export const useStatementKey = (card: OutputOf<'customers.findById'>): void => {
  const { save } = useStatement(card);
  useHotkeys([['mod+P', save]], []);
};
