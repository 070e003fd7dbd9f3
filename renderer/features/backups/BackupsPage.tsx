import { Paper, ScrollArea, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../../shared/errors.ts';
import { useMay } from '../../app/session.ts';
import { errorText } from '../../ipc/errorText.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { RestoreWayOut } from '../../app/RestoreWayOut.tsx';
import { AutomaticBackups } from './AutomaticBackups.tsx';
import { BackupState } from './BackupState.tsx';
import { MadeBackups } from './MadeBackups.tsx';
import { MakeBackup } from './MakeBackup.tsx';
import { StoreCheck } from './StoreCheck.tsx';
import { UndoRestore } from './UndoRestore.tsx';
import classes from './BackupsPage.module.css';

/** Backups to a stick or folder, proven before they are called good; and the way back from one. */
export const BackupsPage = (): ReactNode => {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <Stack gap={0} h="100%">
      <PageHeader title={t('backups.title')} text={t('backups.about')} />
      <ScrollArea flex={1} px="md" pb="md">
        <div className={classes['columns']}>
          <Stack gap="md">
            <BackupState />
            <Section title={t('backups.place.title')}>
              <MakeBackup />
            </Section>
            <Section title={t('backups.made.title')}>
              <Text size="sm" c="dimmed" mb="sm">
                {t('backups.auto.keeps')}
              </Text>
              <MadeBackups />
            </Section>
          </Stack>
          <Stack gap="md">
            <Section title={t('backups.auto.title')}>
              <AutomaticBackups />
            </Section>
            <Section title={t('backups.check.title')}>
              <StoreCheck />
            </Section>
            <Section title={t('backups.restore.title')}>
              <Text size="sm" c="dimmed" mb="sm">
                {t('backups.restore.about')}
              </Text>
              {may('backups.restore') ? (
                <>
                  <RestoreWayOut />
                  <UndoRestore />
                </>
              ) : (
                <Text size="sm">{errorText(t, new AppError('not_permitted', { permission: 'backups.restore' }))}</Text>
              )}
            </Section>
          </Stack>
        </div>
      </ScrollArea>
    </Stack>
  );
};

const Section = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Paper withBorder p="md" component="section" aria-label={title}>
    <Title order={2} mb="sm">
      {title}
    </Title>
    {children}
  </Paper>
);
