import { Alert, Group, Paper, SegmentedControl, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { MomentText } from '../../components/MomentText.tsx';
import { ColumnMapping } from './ColumnMapping.tsx';
import { FileSummary } from './FileSummary.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { ImportQuestions } from './ImportQuestions.tsx';
import { ImportResult } from './ImportResult.tsx';
import { PeopleChoices } from './PeopleChoices.tsx';
import type { ImportFile } from './useImportFile.ts';

/** Choose a file, say what its columns mean, look at what would come of it, import. */
export const ImportSteps = ({ file }: { readonly file: ImportFile }) => {
  const { t } = useTranslation();
  const { inspected, run } = file;
  return (
    <Stack gap="md">
      <FileSummary file={file} title={t('imports.choose.title')} about={t('imports.choose.about')} />
      {inspected !== null && run.state.status !== 'done' && <Choices file={file} />}
      {run.state.status === 'done' && (
        <ImportResult result={run.state.value} onAnother={file.clear} onAgain={() => void file.start(true)} />
      )}
    </Stack>
  );
};

const Choices = ({ file }: { readonly file: ImportFile }) => {
  const { t } = useTranslation();
  const { inspected, choices, preview, run } = file;
  if (inspected === null || choices === null) return null;
  // What was found last stays while a changed choice is looked into: a question must not vanish under the hand that answers it.
  const shown = preview.state.status === 'done' ? preview.state.value : file.lastPreview;
  return (
    <>
      {inspected.alreadyImported !== null && (
        <Alert color="amber" title={t('imports.already.title')}>
          {t('imports.already.at')} <MomentText at={inspected.alreadyImported.at} />
          {t('imports.already.text')}
        </Alert>
      )}
      <Paper withBorder p="md" component="section">
        <Group justify="space-between" mb="sm">
          <Title order={2}>{t('imports.mapping.title')}</Title>
          <SegmentedControl
            size="xs"
            aria-label={t('imports.form.label')}
            value={choices.form}
            data={[
              { value: 'purchases', label: t('imports.form.purchases') },
              { value: 'customers', label: t('imports.form.customers') },
            ]}
            onChange={(form) => {
              file.changeForm(form === 'customers' ? 'customers' : 'purchases');
            }}
          />
        </Group>
        <ColumnMapping
          inspected={inspected}
          form={choices.form}
          mapping={choices.mapping ?? inspected.mapping}
          onChange={(mapping) => {
            file.change({ mapping });
          }}
        />
      </Paper>
      <PeopleChoices file={file} />
      {shown !== null && <ImportQuestions file={file} preview={shown} />}
      {preview.state.status === 'failed' && <ErrorNotice error={preview.state.error} />}
      {preview.state.status === 'done' && <ImportPreview preview={preview.state.value} form={choices.form} />}
      {run.state.status === 'failed' && <ErrorNotice error={run.state.error} onRetry={() => void file.start(false)} />}
      {run.state.status === 'cancelled' && <Alert color="gray">{t('imports.run.cancelled')}</Alert>}
    </>
  );
};
