import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../shared/errors.ts';
import { errorText } from '../ipc/errorText.ts';

/** Tells a failure in a toast. A job that the person cancelled is no failure. */
export const useErrorToast = () => {
  const { t } = useTranslation();
  return useCallback(
    (error: unknown): void => {
      if (error instanceof AppError && error.code === 'cancelled') return;
      notifications.show({ color: 'red', title: t('errors.title'), message: errorText(t, error), autoClose: 12_000 });
    },
    [t],
  );
};
