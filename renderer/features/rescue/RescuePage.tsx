import { Alert, Anchor, Button, Center, Group, Paper, ScrollArea, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import type { AppError, AppErrorCode } from '../../../shared/errors.ts';
import { RestoreWayOut } from '../../app/RestoreWayOut.tsx';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { LOOK_MILLISECONDS } from './look.ts';
import { Salvage } from './Salvage.tsx';

const codes = ['db_corrupt', 'db_not_database', 'db_lost_writes', 'keys_missing', 'keys_damaged'] as const;
/** Whether the store's own files are at fault. */
export const isDamage = (code: AppErrorCode): boolean => codes.some((known) => known === code);

const problems = ['header', 'first_page', 'cut_short', 'emptied', 'page', 'index'] as const;

const aboutText = (t: TFunction, { code, details }: AppError): string => {
  if (code === 'db_lost_writes') return t('rescue.about.lost', { count: Number(details['commits'] ?? 1) });
  if (code === 'keys_missing' || code === 'keys_damaged') return t(`rescue.about.${code}`);
  if (code === 'db_not_database') return t('rescue.about.not_database');
  return t(`rescue.about.${problems.find((known) => known === details['problem']) ?? 'other'}`);
};

/** A damaged store gets the whole window: what happened, what is kept, and the ways out, the best one first (R3). */
export const RescuePage = ({ error }: { readonly error: AppError }) => {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const report = useOperation('rescue.report', {}, { refetchInterval: LOOK_MILLISECONDS, keepPrevious: true }).data;
  const retry = useCommand('rescue.retry');
  const show = useCommand('shell.showStore');
  const heading = codes.find((code) => code === error.code) ?? 'db_corrupt';
  const told = (keptAs: string | null): void => {
    const folder = keptAs?.split(/[\\/]/).at(-2) ?? '';
    if (keptAs !== null) notifications.show({ color: 'jade', message: t('rescue.keptAs', { folder }), autoClose: 15_000 });
    void queryClient.invalidateQueries();
  };
  return (
    <ScrollArea h="100%">
      <Center component="main" mih="100dvh" p="lg">
        <Paper withBorder p="xl" w={680} maw="100%">
          <Stack gap="lg">
            <Group wrap="nowrap" align="flex-start" role="alert">
              <ThemeIcon color="amber" variant="light" size={44} radius="xl" flex="none">
                <IconAlertTriangle stroke={1.7} aria-hidden />
              </ThemeIcon>
              <Stack gap={4}>
                <Title order={1}>{t(`errors.heading.${heading}`)}</Title>
                <Text>{aboutText(t, error)}</Text>
                <Group gap="md">
                  <Text size="sm" c="dimmed">
                    {t('rescue.kept')}
                  </Text>
                  <Anchor component="button" type="button" size="sm" onClick={() => show.mutate({})}>
                    {t('rescue.show')}
                  </Anchor>
                </Group>
              </Stack>
            </Group>
            {report === undefined ? (
              <Text size="sm" c="dimmed">
                {t('rescue.looking')}
              </Text>
            ) : (
              <Ways report={report} onDone={told} />
            )}
            <Group justify="flex-end">
              <Button
                variant="subtle"
                loading={retry.isPending}
                onClick={() => {
                  void retry
                    .mutateAsync({})
                    .then(() => queryClient.invalidateQueries())
                    .catch(() => undefined);
                }}
              >
                {t('rescue.retry')}
              </Button>
            </Group>
          </Stack>
        </Paper>
      </Center>
    </ScrollArea>
  );
};

interface WaysProps {
  readonly report: OutputOf<'rescue.report'>;
  readonly onDone: (keptAs: string | null) => void;
}

const Ways = ({ report, onDone }: WaysProps) => {
  const { t } = useTranslation();
  return (
    <>
      {report.canRebuild && <Rebuild onDone={onDone} />}
      {report.canContinue && <GoOn onDone={onDone} />}
      <Way title={t('rescue.backups.title')}>
        <RestoreWayOut found={report.backups} onRestored={onDone} isMainAction />
      </Way>
      {report.canSalvage && !report.canRebuild && <Salvage report={report} onDone={onDone} />}
    </>
  );
};

const Way = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Stack gap="sm" component="section" aria-label={title}>
    <Title order={2}>{title}</Title>
    {children}
  </Stack>
);

/** Only an index is damaged. */
const Rebuild = ({ onDone }: Pick<WaysProps, 'onDone'>) => {
  const { t } = useTranslation();
  const rebuild = useCommand('rescue.rebuildIndexes');
  return (
    <Alert color="jade" title={t('rescue.rebuild.title')}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{t('rescue.rebuild.about')}</Text>
        <Button
          loading={rebuild.isPending}
          onClick={() => {
            // This page is gone once the store is open: what was waited for is told all the same.
            void rebuild
              .mutateAsync({})
              .then(({ keptAs }) => onDone(keptAs))
              .catch(() => undefined);
          }}
        >
          {t('rescue.rebuild.start')}
        </Button>
      </Stack>
    </Alert>
  );
};

/** The log has lost its end. */
const GoOn = ({ onDone }: Pick<WaysProps, 'onDone'>) => {
  const { t } = useTranslation();
  const goOn = useCommand('rescue.continueWithout');
  return (
    <Alert color="gray" title={t('rescue.go.title')}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{t('rescue.go.about')}</Text>
        <Button
          variant="default"
          loading={goOn.isPending}
          onClick={() => {
            // This page is gone once the store is open: what was waited for is told all the same.
            void goOn
              .mutateAsync({})
              .then(({ keptAs }) => onDone(keptAs))
              .catch(() => undefined);
          }}
        >
          {t('rescue.go.start')}
        </Button>
      </Stack>
    </Alert>
  );
};
