import { Alert, Button, Drawer, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { JobProgress } from '../../components/JobProgress.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useMoney } from '../../components/useMoney.ts';
import { useJob } from '../../ipc/useJob.ts';
import { useOperation } from '../../ipc/useOperation.ts';

interface EraseDrawerProps {
  readonly card: OutputOf<'customers.findById'>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Says what goes and what stays, and wants the name typed: the one thing here that nobody can take back (R190). */
export const EraseDrawer = ({ card, isOpen, onClose }: EraseDrawerProps) => {
  const { t } = useTranslation();
  const job = useJob('privacy.erase');
  const isRunning = job.state.status === 'running';
  return (
    <Drawer
      position="right"
      size={460}
      opened={isOpen}
      onClose={() => {
        if (!isRunning) onClose();
      }}
      title={t('privacy.erase.formTitle', { name: card.fields.name })}
      closeButtonProps={{ 'aria-label': t('common.close'), disabled: isRunning }}
    >
      {isOpen && <EraseForm card={card} job={job} onClose={onClose} />}
    </Drawer>
  );
};

type EraseFormProps = Pick<EraseDrawerProps, 'card' | 'onClose'> & {
  readonly job: ReturnType<typeof useJob<'privacy.erase'>>;
};

const EraseForm = ({ card, job, onClose }: EraseFormProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const navigate = useNavigate();
  const survey = useOperation('privacy.surveyErasure', { customerId: card.id });
  const [typed, setTyped] = useState('');
  const { state } = job;
  const isRight = typed.trim() === card.fields.name.trim();
  const erase = async (): Promise<void> => {
    const value = await job.start((jobId) => ({ jobId, customerId: card.id, typed }));
    // The card is no more; what is left to do stands with the erasures.
    if (value !== null) void navigate({ to: '/settings/privacy', search: {} });
  };
  if (survey.error !== null) return <ErrorNotice error={survey.error} />;
  const { data } = survey;
  if (data === undefined) return null;
  return (
    <SaveForm
      onSubmit={(event) => {
        event.preventDefault();
        if (isRight) void erase();
      }}
    >
      <Stack gap="md">
        <Alert color="red" title={t('privacy.erase.warning')}>
          {t('privacy.erase.forGood')}
        </Alert>
        <div>
          <Text size="sm" fw={600} mb={4}>
            {t('privacy.erase.goes')}
          </Text>
          <List size="sm">
            <List.Item>{t('privacy.erase.rows', { count: data.rows })}</List.Item>
            <List.Item>{t('privacy.erase.visits', { count: data.visits, points: data.pointsBalance })}</List.Item>
            {data.files > 0 && <List.Item>{t('privacy.erase.files', { count: data.files })}</List.Item>}
            {data.mergedCards > 0 && <List.Item>{t('privacy.erase.merged', { count: data.mergedCards })}</List.Item>}
            <List.Item>{t('privacy.erase.copies')}</List.Item>
          </List>
        </div>
        <div>
          <Text size="sm" fw={600} mb={4}>
            {t('privacy.erase.stays')}
          </Text>
          <List size="sm">
            <List.Item>{t('privacy.erase.sums', { spend: money(data.spendCents) })}</List.Item>
            <List.Item>{t('privacy.erase.ids')}</List.Item>
          </List>
        </div>
        <Text size="sm">
          {data.backupFolder === null ? t('privacy.erase.noBackup') : t('privacy.erase.backup', { folder: data.backupFolder })}
        </Text>
        <TextInput
          data-autofocus
          autoFocus
          label={t('privacy.erase.type', { name: card.fields.name })}
          value={typed}
          disabled={state.status === 'running'}
          autoComplete="off"
          onChange={(event) => {
            setTyped(event.currentTarget.value);
          }}
        />
        {state.status === 'failed' && <ErrorNotice error={state.error} />}
        {state.status === 'running' ? (
          <JobProgress label={t('privacy.erase.working')} progress={state.progress} />
        ) : (
          <Group gap="xs">
            <Button type="submit" color="red" disabled={!isRight}>
              {t('privacy.erase.confirm')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
          </Group>
        )}
      </Stack>
    </SaveForm>
  );
};
