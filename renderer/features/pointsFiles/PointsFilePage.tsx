import { Alert, Paper, ScrollArea, Stack, Title } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { pointsFileFields } from '../../../shared/domain/loyalty/pointsFile.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { MomentText } from '../../components/MomentText.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ColumnTable } from '../imports/ColumnTable.tsx';
import { FileSummary } from '../imports/FileSummary.tsx';
import { LoyaltySections } from '../loyalty/LoyaltySections.tsx';
import { PointsFileFooter } from './PointsFileFooter.tsx';
import { PointsFileHistory } from './PointsFileHistory.tsx';
import { usePointsFileJobs } from './PointsFileJobs.tsx';
import { PointsFilePreview } from './PointsFilePreview.tsx';
import { PointsFileReason } from './PointsFileReason.tsx';
import type { PointsFile } from './usePointsFile.ts';

/** Points added and taken by file: choose, say what the columns mean, look, apply; and undo (X67). */
export const PointsFilePage = (): ReactNode => {
  const { t } = useTranslation();
  const file = usePointsFileJobs();
  const { leave } = file;
  const leaving = useRef(leave);
  useEffect(() => {
    leaving.current = leave;
  }, [leave]);
  useEffect(
    () => () => {
      leaving.current();
    },
    [],
  );
  return (
    <Stack gap={0} h="100%">
      <LoyaltySections />
      <PageHeader title={t('pointsFiles.title')} text={t('pointsFiles.about')} />
      <ScrollArea flex={1} mih={0} px="md" type="auto" scrollbarSize={8}>
        <Stack gap="md" maw="66rem" pb="md">
          <FileSummary file={file} title={t('pointsFiles.choose.title')} about={t('pointsFiles.choose.about')} />
          <Choices file={file} />
          <PointsFileHistory file={file} />
        </Stack>
      </ScrollArea>
      <PointsFileFooter file={file} />
    </Stack>
  );
};

const AppliedBefore = ({ before }: { readonly before: NonNullable<NonNullable<PointsFile['inspected']>['alreadyApplied']> }) => {
  const { t } = useTranslation();
  const { at, staffName } = before;
  return (
    <Alert color="amber" title={t('pointsFiles.already.title')}>
      {t('pointsFiles.already.at')} <MomentText at={at} />
      {staffName === null ? t('pointsFiles.already.textNobody') : t('pointsFiles.already.text', { name: staffName })}
    </Alert>
  );
};

const Choices = ({ file }: { readonly file: PointsFile }) => {
  const { t } = useTranslation();
  const { inspected, choices, missing, preview, apply } = file;
  if (inspected === null || choices === null) return null;
  const { mapping } = choices;
  return (
    <>
      {inspected.alreadyApplied !== null && <AppliedBefore before={inspected.alreadyApplied} />}
      <Paper withBorder p="md" component="section">
        <Title order={2} mb="sm">
          {t('pointsFiles.mapping.title')}
        </Title>
        <ColumnTable
          columns={inspected.columns}
          sample={inspected.sample}
          options={pointsFileFields.map((value) => ({ value, label: t(`pointsFiles.field.${value}`) }))}
          valueOf={(column) => mapping[column] ?? null}
          onChoose={(column, value) => {
            const field = pointsFileFields.find((one) => one === value) ?? null;
            file.change({
              mapping: inspected.columns.map((_header, at) => {
                if (at === column) return field;
                const present = mapping[at] ?? null;
                return present === field ? null : present;
              }),
            });
          }}
        />
        <PointsFileReason
          key={choices.reason}
          reason={choices.reason}
          onChange={(reason) => {
            file.change({ reason });
          }}
        />
      </Paper>
      {missing !== null && (
        <Alert color="amber">{t('pointsFiles.mapping.missing', { field: t(`pointsFiles.field.${missing}`) })}</Alert>
      )}
      {preview.state.status === 'failed' && <ErrorNotice error={preview.state.error} />}
      {apply.state.status === 'failed' && (
        <ErrorNotice
          error={apply.state.error}
          onRetry={() => {
            file.change({});
          }}
        />
      )}
      {preview.state.status === 'done' && <PointsFilePreview key={preview.state.value.previewId} preview={preview.state.value} />}
    </>
  );
};
