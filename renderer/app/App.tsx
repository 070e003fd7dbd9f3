import { MantineProvider, createTheme, mergeThemeOverrides } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { useColorScheme } from '@mantine/hooks';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMemo, type ReactNode } from 'react';
import { ClosingBackup } from '../features/backups/ClosingBackup.tsx';
import { queryClient } from '../ipc/queryClient.ts';
import { router } from './routes.tsx';
import { SeatGate } from './SeatGate.tsx';
import { ShopProvider, useShop } from './shop.tsx';
import { StartGate } from './StartGate.tsx';
import { styleNonce } from './styleNonce.ts';
import { cssVariablesResolver, theme } from './theme.ts';
import classes from './Toasts.module.css';

const Appearance = ({ children }: { readonly children: ReactNode }) => {
  const { t } = useTranslation();
  const { settings } = useShop();
  // What Mantine itself draws without a word gets its name here, in the screen's language.
  const named = useMemo(() => {
    const closeable = { defaultProps: { closeButtonProps: { 'aria-label': t('common.close') } } };
    const calendar = {
      defaultProps: { monthLabelFormat: t('common.monthFormat'), clearButtonProps: { 'aria-label': t('common.delete') } },
    };
    const components = {
      Notification: closeable,
      Modal: closeable,
      Drawer: closeable,
      DateInput: calendar,
      DateTimePicker: calendar,
    };
    return mergeThemeOverrides(theme, createTheme({ components }));
  }, [t]);
  const ofTheSystem = useColorScheme('light', { getInitialValueInEffect: false });
  return (
    <MantineProvider
      theme={named}
      cssVariablesResolver={cssVariablesResolver}
      getStyleNonce={styleNonce}
      forceColorScheme={settings.colorScheme === 'auto' ? ofTheSystem : settings.colorScheme}
    >
      <DatesProvider settings={{ locale: settings.language === 'zh-CN' ? 'zh-cn' : 'en', firstDayOfWeek: 1, weekendDays: [] }}>
        <ModalsProvider labels={{ confirm: t('common.save'), cancel: t('common.cancel') }}>
          <Notifications position="bottom-left" limit={3} classNames={classes} />
          {children}
        </ModalsProvider>
      </DatesProvider>
    </MantineProvider>
  );
};

/** The whole window. */
export const App = () => (
  <QueryClientProvider client={queryClient}>
    <ShopProvider>
      <Appearance>
        <StartGate>
          <SeatGate>
            <RouterProvider router={router} />
          </SeatGate>
        </StartGate>
        <ClosingBackup />
      </Appearance>
    </ShopProvider>
  </QueryClientProvider>
);
