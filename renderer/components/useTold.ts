import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';

const TOAST_MILLISECONDS = 4_000;

/** Says in a toast that something was done which leaves nothing to take back. What can be undone uses `useUndo().done`. */
export const useTold = () =>
  useCallback((message: string): void => {
    notifications.show({ color: 'jade', message, autoClose: TOAST_MILLISECONDS });
  }, []);
