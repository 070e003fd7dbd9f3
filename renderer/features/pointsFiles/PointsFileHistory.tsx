import { Button, Group, Paper, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { JobProgress } from '../../components/JobProgress.tsx';
import { MomentText } from '../../components/MomentText.tsx';
import { PageButtons } from '../../components/PageButtons.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { AppliedRows } from './AppliedRows.tsx';
import { signed } from './signed.ts';
import type { PointsFile } from './usePointsFile.ts';

type Entry = OutputOf<'pointsFiles.list'>['rows'][number];
const PAGE = 10;

/** Files applied, each of which can be looked into, gone on with where it was stopped, and undone whole. */
export const PointsFileHistory = ({ file }: { readonly file: PointsFile }) => {
  const { t } = useTranslation();
  const [page, setPage] = useState(0);
  const [shown, setShown] = useState<Entry | null>(null);
  const { data, error, refetch } = useOperation('pointsFiles.list', { offset: page * PAGE, limit: PAGE }, { keepPrevious: true });
  const { undo, goOn } = file;
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  return (
    <Paper withBorder p="md" component="section" aria-label={t('pointsFiles.history.title')}>
      <Title order={2} mb="sm">
        {t('pointsFiles.history.title')}
      </Title>
      {data.total === 0 ? (
        <Text size="sm" c="dimmed">
          {t('pointsFiles.history.empty')}
        </Text>
      ) : (
        <Table verticalSpacing={6} aria-label={t('pointsFiles.history.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('pointsFiles.history.when')}</Table.Th>
              <Table.Th>{t('pointsFiles.history.file')}</Table.Th>
              <Table.Th>{t('pointsFiles.history.by')}</Table.Th>
              <Table.Th ta="right">{t('pointsFiles.history.rows')}</Table.Th>
              <Table.Th ta="right">{t('pointsFiles.history.points')}</Table.Th>
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.rows.map((entry) => (
              <HistoryRow key={entry.id} entry={entry} file={file} onLook={setShown} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      <PageButtons
        page={page}
        pageSize={PAGE}
        total={data.total}
        onPage={setPage}
        before={t('pointsFiles.preview.later')}
        after={t('pointsFiles.preview.earlier')}
      />
      {undo.state.status === 'running' && (
        <JobProgress label={t('pointsFiles.run.undoing')} progress={undo.state.progress} onCancel={undo.cancel} />
      )}
      {goOn.state.status === 'running' && (
        <JobProgress label={t('pointsFiles.run.working')} progress={goOn.state.progress} onCancel={goOn.cancel} />
      )}
      {undo.state.status === 'failed' && <ErrorNotice error={undo.state.error} />}
      {goOn.state.status === 'failed' && <ErrorNotice error={goOn.state.error} />}
      <AppliedRows
        file={shown}
        onClose={() => {
          setShown(null);
        }}
      />
    </Paper>
  );
};

/** How far a file came, and what was not done or not undone, in words. */
const useStanding = (): ((entry: Entry) => string) => {
  const { t, i18n } = useTranslation();
  const figure = (value: number): string => value.toLocaleString(i18n.language);
  return ({ planned, done, left, back, isFinished, undoneAt }) =>
    [
      isFinished ? null : t('pointsFiles.history.stopped', { done: figure(done + left), planned: figure(planned) }),
      left > 0 ? t('pointsFiles.history.leftOf', { count: left }) : null,
      undoneAt !== null && back === done ? t('pointsFiles.history.undone') : null,
      back > 0 && back < done ? t('pointsFiles.history.isUndone', { count: back }) : null,
      undoneAt !== null && back < done ? t('pointsFiles.history.keptOf', { count: done - back }) : null,
    ]
      .filter((words) => words !== null)
      .join(' · ');
};

interface HistoryRowProps {
  readonly entry: Entry;
  readonly file: PointsFile;
  readonly onLook: (entry: Entry) => void;
}

const HistoryRow = ({ entry, file, onLook }: HistoryRowProps) => {
  const { t, i18n } = useTranslation();
  const standing = useStanding()(entry);
  const { apply, goOn, undo } = file;
  const isBusy = [apply, goOn, undo].some((job) => job.state.status === 'running');
  const { fileName, staffName, reason, done, back, given, taken, isFinished, undoneAt } = entry;
  const points = [given, taken].filter((value) => value !== 0).map((value) => signed(value, i18n.language));
  return (
    <Table.Tr>
      <Table.Td>
        <MomentText at={entry.at} />
      </Table.Td>
      <Table.Td>
        <Text size="sm" truncate maw="18rem" title={fileName}>
          {fileName}
        </Text>
        {(reason !== null || standing !== '') && (
          <Text size="xs" c="dimmed">
            {[reason, standing].filter((words) => words !== null && words !== '').join(' · ')}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{staffName ?? t('pointsFiles.history.nobody')}</Table.Td>
      <Table.Td ta="right">{done.toLocaleString(i18n.language)}</Table.Td>
      <Table.Td ta="right">{points.join(' / ')}</Table.Td>
      <Table.Td>
        <Group gap="xs" justify="flex-end" wrap="nowrap">
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t('pointsFiles.history.lookOf', { file: fileName })}
            onClick={() => {
              onLook(entry);
            }}
          >
            {t('pointsFiles.history.look')}
          </Button>
          {!isFinished && (
            <Button size="compact-sm" disabled={isBusy} onClick={() => void file.resume(entry.id)}>
              {t('pointsFiles.history.goOn')}
            </Button>
          )}
          {(back < done || !isFinished) && (
            <Button
              size="compact-sm"
              variant="default"
              disabled={isBusy}
              aria-label={t(undoneAt === null ? 'pointsFiles.history.undoOf' : 'pointsFiles.history.undoRestOf', {
                file: fileName,
              })}
              onClick={() => void file.takeBackAll(entry.id)}
            >
              {t(undoneAt === null ? 'pointsFiles.history.undo' : 'pointsFiles.history.undoRest')}
            </Button>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
};
