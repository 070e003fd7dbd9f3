import { Button, Group, Paper, SegmentedControl, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Figure } from '../../components/Figure.tsx';
import { PageButtons } from '../../components/PageButtons.tsx';
import { client } from '../../ipc/client.ts';
import { studyQuery } from '../../ipc/useOperation.ts';
import { PreviewRows } from './PreviewRows.tsx';
import { useSaveRefusedPoints } from './useSaveRefusedPoints.ts';

const PAGE = 20;
const shows = ['all', 'planned', 'refused'] as const;
type Show = (typeof shows)[number];

/** What would come of the file: the sums, and every row with before and after, or why it is refused. */
export const PointsFilePreview = ({ preview }: { readonly preview: OutputOf<'pointsFiles.preview'> }) => {
  const { t, i18n } = useTranslation();
  const { previewId, fileRows, totalsRows, refused, sums } = preview;
  const [show, setShow] = useState<Show>('all');
  const [page, setPage] = useState(0);
  const save = useSaveRefusedPoints();
  const input = { previewId, show, offset: page * PAGE, limit: PAGE };
  const { data, error, refetch } = useQuery({
    ...studyQuery('pointsFiles.previewRows', input, client.pointsFiles.previewRows),
    placeholderData: keepPreviousData,
  });
  const figure = (value: number): string => value.toLocaleString(i18n.language);
  const counts: Readonly<Record<Show, number>> = { all: fileRows, planned: sums.rows, refused };
  return (
    <Paper withBorder p="md" component="section" aria-label={t('pointsFiles.preview.title')}>
      <Title order={2} mb="sm">
        {t('pointsFiles.preview.title')}
      </Title>
      <Group gap="xs" mb="sm">
        <Figure label={t('pointsFiles.count.rows')} value={figure(fileRows)} />
        <Figure label={t('pointsFiles.count.planned')} value={figure(sums.rows)} />
        <Figure label={t('pointsFiles.count.customers')} value={figure(sums.customers)} />
        <Figure label={t('pointsFiles.count.given')} value={figure(sums.given)} />
        <Figure label={t('pointsFiles.count.taken')} value={figure(sums.taken)} />
        <Figure label={t('pointsFiles.count.refused')} value={figure(refused)} />
      </Group>
      {totalsRows > 0 && (
        <Text size="sm" c="dimmed" mb="sm">
          {t('pointsFiles.preview.totals', { count: totalsRows })}
        </Text>
      )}
      <Group justify="space-between" mb="xs">
        <SegmentedControl
          size="xs"
          aria-label={t('pointsFiles.preview.show')}
          value={show}
          data={shows.map((value) => ({ value, label: `${t(`pointsFiles.preview.${value}`)} ${figure(counts[value])}` }))}
          onChange={(value) => {
            setShow(shows.find((one) => one === value) ?? 'all');
            setPage(0);
          }}
        />
        {refused > 0 && (
          <Button size="compact-sm" variant="default" onClick={() => void save(previewId)}>
            {t('pointsFiles.preview.save')}
          </Button>
        )}
      </Group>
      {error !== null && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data !== undefined && (
        <>
          <PreviewRows rows={data.rows} />
          <PageButtons
            page={page}
            pageSize={PAGE}
            total={data.total}
            onPage={setPage}
            before={t('pointsFiles.preview.earlier')}
            after={t('pointsFiles.preview.later')}
          />
        </>
      )}
    </Paper>
  );
};
