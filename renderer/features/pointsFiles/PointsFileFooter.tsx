import { Box, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { JobProgress } from '../../components/JobProgress.tsx';
import type { PointsFile } from './usePointsFile.ts';

/** The last step, always in sight: what the file would do, in figures, and the button that does it. */
export const PointsFileFooter = ({ file }: { readonly file: PointsFile }) => {
  const { t, i18n } = useTranslation();
  const { inspected, preview, apply } = file;
  if (inspected === null) return null;
  const sums = preview.state.status === 'done' ? preview.state.value.sums : null;
  const figure = (value: number): string => value.toLocaleString(i18n.language);
  return (
    <Box component="section" aria-label={t('pointsFiles.run.label')} px="md" py="sm" bg="var(--mantine-color-body)">
      {apply.state.status === 'running' ? (
        <JobProgress label={t('pointsFiles.run.working')} progress={apply.state.progress} onCancel={apply.cancel} />
      ) : preview.state.status === 'running' ? (
        <JobProgress label={t('pointsFiles.preview.working')} progress={preview.state.progress} onCancel={preview.cancel} />
      ) : (
        <Group maw="66rem" justify="space-between">
          <Text size="sm" role="status">
            {sums !== null &&
              t('pointsFiles.run.sums', {
                rows: figure(sums.rows),
                customers: figure(sums.customers),
                given: figure(sums.given),
                taken: figure(-sums.taken),
              })}
          </Text>
          <Group gap="xs">
            <Button variant="default" onClick={file.clear}>
              {t('common.cancel')}
            </Button>
            {sums !== null && (
              <Button disabled={sums.rows === 0} onClick={() => void file.start()}>
                {t(inspected.alreadyApplied === null ? 'pointsFiles.run.start' : 'pointsFiles.run.again', { count: sums.rows })}
              </Button>
            )}
          </Group>
        </Group>
      )}
    </Box>
  );
};
