import { Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { JobProgress } from '../components/JobProgress.tsx';
import { client } from '../ipc/client.ts';
import { useJob } from '../ipc/useJob.ts';
import { BackupCode } from './BackupCode.tsx';
import { FoundBackups } from '../features/rescue/FoundBackups.tsx';
import { BackupContent, RestoreError } from './BackupContent.tsx';
import { useErrorToast } from './useErrorToast.tsx';

/** The file a person chose: still shut, or looked into. */
interface Chosen {
  readonly token: string;
  readonly name: string;
  readonly code: string | null;
  readonly content: OutputOf<'backups.inspect'> | null;
}

type Found = OutputOf<'rescue.report'>['backups'][number];

interface RestoreWayOutProps {
  /** Backups that were found, newest first; then the file dialog is the second choice. */
  readonly found?: readonly Found[];
  /** The store was replaced; `keptAs` is where the former one lies. */
  readonly onRestored?: (keptAs: string | null) => void;
  /** Restoring is what this page is for; elsewhere it stands back. */
  readonly isMainAction?: boolean;
  /** Another way out, beside the button. */
  readonly children?: ReactNode;
}

/** Restores a backup, also where the store itself cannot be opened: choose, open with its code, look inside, put it in place. */
export const RestoreWayOut = ({ isMainAction = false, children, found, onRestored }: RestoreWayOutProps) => {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const showError = useErrorToast();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const job = useJob('backups.restore');

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setIsBusy(true);
    try {
      await work();
    } catch (error) {
      showError(error);
    }
    setIsBusy(false);
  };
  const look = async (token: string, name: string, code: string | null): Promise<void> => {
    try {
      setChosen({ token, name, code, content: await client.backups.inspect({ file: token, code }) });
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'backup_locked')) throw error;
      setChosen({ token, name, code: null, content: null });
    }
  };
  const choose = () =>
    attempt(async () => {
      const file = await client.shell.chooseFile({ purpose: 'backup' });
      if (file !== null) await look(file.token, file.name, null);
    });
  const restore = async ({ token, code }: Chosen): Promise<void> => {
    const restored = await job.start((jobId) => ({ jobId, file: token, code }));
    if (restored === null) return;
    setChosen(null);
    onRestored?.(restored.keptAs);
    await queryClient.invalidateQueries();
  };

  const { state } = job;
  if (state.status === 'running') {
    const phase = (['read', 'check'] as const).find((known) => known === state.progress?.phase) ?? 'start';
    const total = state.progress?.total ?? null;
    const share = state.progress && total ? { phase, done: Math.round((state.progress.done / total) * 100), total: 100 } : null;
    return <JobProgress label={t(`errors.wayOut.working.${phase}`)} progress={share} onCancel={job.cancel} />;
  }
  const lossMinutes = found?.find(({ token }) => token === chosen?.token)?.lossMinutes ?? null;
  const other = (
    <Button variant="default" disabled={isBusy} onClick={() => (found === undefined ? void choose() : setChosen(null))}>
      {t('errors.wayOut.otherFile')}
    </Button>
  );
  return (
    <Stack gap="sm" aria-live="polite">
      {state.status === 'cancelled' && <Text size="sm">{t('errors.wayOut.stopped')}</Text>}
      {state.status === 'failed' && <RestoreError error={state.error} />}
      {chosen === null && found !== undefined ? (
        <FoundBackups
          found={found}
          isBusy={isBusy}
          onChoose={({ token, fileName }) => void attempt(() => look(token, fileName, null))}
          onOther={() => void choose()}
        />
      ) : chosen === null ? (
        <Group>
          <Button variant={isMainAction ? 'filled' : 'default'} loading={isBusy} onClick={() => void choose()}>
            {t('errors.wayOut.restore')}
          </Button>
          {children}
        </Group>
      ) : chosen.content === null ? (
        <BackupCode name={chosen.name} onOpen={(code) => look(chosen.token, chosen.name, code)} other={other} />
      ) : (
        <BackupContent
          content={chosen.content}
          lossMinutes={lossMinutes}
          isBusy={isBusy}
          onRestore={() => void restore(chosen)}
          other={other}
        />
      )}
    </Stack>
  );
};
