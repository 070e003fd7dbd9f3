import { MantineProvider } from '@mantine/core';
import { useColorScheme } from '@mantine/hooks';
import { QueryClientProvider } from '@tanstack/react-query';
import { cssVariablesResolver, theme } from '../app/theme.ts';
import { styleNonce } from '../app/styleNonce.ts';
import { queryClient } from '../ipc/queryClient.ts';
import { useOperation } from '../ipc/useOperation.ts';
import { FacingPage } from './FacingPage.tsx';

/** How often the page looks whether somebody is asked: this window hears no events. */
const LOOK_MILLISECONDS = 2_000;

const Appearance = ({ isOnlyScreen }: { readonly isOnlyScreen: boolean }) => {
  const form = useOperation('intake.form', {}, { refetchInterval: LOOK_MILLISECONDS }).data ?? null;
  const ofTheSystem = useColorScheme('light', { getInitialValueInEffect: false });
  const scheme = form?.colorScheme ?? 'auto';
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      getStyleNonce={styleNonce}
      forceColorScheme={scheme === 'auto' ? ofTheSystem : scheme}
    >
      <FacingPage form={form} isOnlyScreen={isOnlyScreen} />
    </MantineProvider>
  );
};

/** The whole window that is turned to the customer (X39). */
export const FacingApp = ({ isOnlyScreen }: { readonly isOnlyScreen: boolean }) => (
  <QueryClientProvider client={queryClient}>
    <Appearance isOnlyScreen={isOnlyScreen} />
  </QueryClientProvider>
);
