import { Center, Text } from '@mantine/core';
import { useTimeout } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../shared/errors.ts';
import { useOperation } from '../ipc/useOperation.ts';
import { UnlockPage } from '../features/vault/UnlockPage.tsx';
import { isDamage, RescuePage } from '../features/rescue/RescuePage.tsx';
import { StoreTrouble } from './StoreTrouble.tsx';

const POLL_MILLISECONDS = 200;

/** Lets the pages in once the store is open; a store that cannot be opened gets the whole window and a way out. */
export const StartGate = ({ children }: { readonly children: ReactNode }) => {
  const { t } = useTranslation();
  const [isSlow, setIsSlow] = useState(false);
  useTimeout(
    () => {
      setIsSlow(true);
    },
    800,
    { autoInvoke: true },
  );
  const start = useOperation('shell.startState', {});
  const isReady = start.data?.isReady ?? false;
  const told = start.data?.error ?? null;
  useOperation('shell.startState', {}, { refetchInterval: isReady || told !== null ? false : POLL_MILLISECONDS });

  if (told?.code === 'store_locked') return <UnlockPage />;
  if (told !== null && isDamage(told.code)) return <RescuePage error={new AppError(told.code, told.details)} />;
  if (told !== null) return <StoreTrouble error={new AppError(told.code, told.details)} />;
  if (start.isError) return <StoreTrouble error={start.error} />;
  if (isReady) return children;
  // An opening that takes the usual blink shows nothing at all.
  return <Center h="100%">{isSlow && <Text c="dimmed">{t('app.start.opening')}</Text>}</Center>;
};
