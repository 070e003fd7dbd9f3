import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../ipc/useCommand.ts';

/** Puts text on the clipboard and says so. */
export const useCopy = () => {
  const { t } = useTranslation();
  const { mutate } = useCommand('shell.copyText');
  return (text: string): void => {
    mutate({ text }, { onSuccess: () => notifications.show({ color: 'jade', message: t('common.copied'), autoClose: 1_500 }) });
  };
};
