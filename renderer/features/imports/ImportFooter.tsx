import { Box, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { JobProgress } from '../../components/JobProgress.tsx';
import type { ImportFile } from './useImportFile.ts';

/** The last step, always in sight: what the import would do, in figures, and the button that does it. */
export const ImportFooter = ({ file }: { readonly file: ImportFile }) => {
  const { t, i18n } = useTranslation();
  const { inspected, preview, run } = file;
  if (inspected === null || run.state.status === 'done') return null;
  const counts = preview.state.status === 'done' ? preview.state.value.counts : null;
  // Rows that will do something: those passed over are none of them.
  const rows = counts === null ? null : counts.added + counts.updated;
  const parts = counts === null ? [] : (['added', 'updated', 'skipped', 'rejected'] as const);
  const isAgain = inspected.alreadyImported !== null;
  return (
    <Box component="section" aria-label={t('imports.run.label')} px="md" py="sm" bg="var(--mantine-color-body)">
      {run.state.status === 'running' ? (
        <JobProgress label={t('imports.run.working')} progress={run.state.progress} onCancel={run.cancel} />
      ) : preview.state.status === 'running' ? (
        <JobProgress label={t('imports.preview.working')} progress={preview.state.progress} onCancel={preview.cancel} />
      ) : (
        <Group maw="66rem" justify="space-between">
          <Text size="sm" role="status">
            {parts
              .map((part) => `${t(`imports.count.${part}`)} ${(counts?.[part] ?? 0).toLocaleString(i18n.language)}`)
              .join(' · ')}
          </Text>
          <Group gap="xs">
            <Button variant="default" onClick={file.clear}>
              {t('common.cancel')}
            </Button>
            {rows !== null && (
              <Button disabled={rows === 0} onClick={() => void file.start(isAgain)}>
                {t(isAgain ? 'imports.run.startAgain' : 'imports.run.start', { count: rows })}
              </Button>
            )}
          </Group>
        </Group>
      )}
    </Box>
  );
};
