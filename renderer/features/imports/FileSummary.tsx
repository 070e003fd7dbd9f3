import { Alert, Button, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { JobProgress } from '../../components/JobProgress.tsx';
import { MomentText } from '../../components/MomentText.tsx';
import { megabytes } from '../backups/megabytes.ts';
import type { JobState } from '../../ipc/useJob.ts';
import type { ImportFile, Inspected } from './useImportFile.ts';

type Found = Pick<
  Inspected,
  'fileName' | 'bytes' | 'format' | 'encoding' | 'delimiter' | 'columns' | 'sheets' | 'sheet' | 'firstLines' | 'headerLine'
> &
  Partial<Pick<Inspected, 'origin' | 'saved'>>;

/** A file that is looked at: what was found, and how another reading of it is asked for. */
export interface LookedAt extends Pick<ImportFile, 'choose'> {
  readonly readAgain: (reading: Pick<Inspected, 'sheet' | 'headerLine'>) => void;
  readonly inspected: Found | null;
  readonly inspect: { readonly state: JobState<unknown>; readonly cancel: () => void };
  readonly forgetSaved?: ImportFile['forgetSaved'];
}

const NO_HEADER = 0;

/** What the file is, in words: size, kind, how its text is written, how many columns. */
const useFound = (inspected: Found | null, about: string): string => {
  const { t } = useTranslation();
  if (inspected === null) return about;
  const { encoding, delimiter, origin = null } = inspected;
  return [
    megabytes(inspected.bytes),
    t(`imports.format.${inspected.format}`),
    ...(encoding === null ? [] : [encoding.toUpperCase()]),
    ...(delimiter === null ? [] : [t(`imports.delimiter.${delimiter}`)]),
    t('imports.choose.columns', { count: inspected.columns.length }),
    ...(origin === null ? [] : [t(`imports.origin.${origin}`)]),
  ].join(' · ');
};

interface FileSummaryProps {
  readonly file: LookedAt;
  /** What may be chosen, before anything is. */
  readonly title: string;
  readonly about: string;
}

/** The file: chosen, and how it was read; another sheet or another header line can be chosen. */
export const FileSummary = ({ file, title, about }: FileSummaryProps) => {
  const { t } = useTranslation();
  const { inspected, inspect } = file;
  const found = useFound(inspected, about);
  return (
    <Paper withBorder p="md" component="section">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Stack gap={4} miw={0}>
          <Title order={2}>{inspected === null ? title : inspected.fileName}</Title>
          <Text size="sm" c="dimmed">
            {found}
          </Text>
        </Stack>
        <Button
          flex="none"
          variant={inspected === null ? 'filled' : 'default'}
          loading={inspect.state.status === 'running'}
          onClick={() => void file.choose()}
        >
          {inspected === null ? t('imports.choose.button') : t('imports.choose.other')}
        </Button>
      </Group>
      {inspected !== null && <ReadingChoices file={file} inspected={inspected} />}
      {inspect.state.status === 'running' && (
        <JobProgress label={t('imports.choose.working')} progress={inspect.state.progress} onCancel={inspect.cancel} />
      )}
      {inspect.state.status === 'failed' && <ErrorNotice error={inspect.state.error} />}
    </Paper>
  );
};

const ReadingChoices = ({ file, inspected }: { readonly file: LookedAt; readonly inspected: Found }) => {
  const { t } = useTranslation();
  const { sheets, sheet, firstLines, headerLine, saved = null } = inspected;
  return (
    <>
      {(sheets.length > 1 || firstLines.length > 0) && (
        <Group mt="sm" align="flex-end">
          {sheets.length > 1 && (
            <NativeSelect
              size="xs"
              w="14rem"
              label={t('imports.reading.sheet')}
              value={String(sheet ?? 0)}
              data={sheets.map((name, at) => ({ value: String(at), label: name }))}
              onChange={(event) => {
                file.readAgain({ sheet: Number(event.currentTarget.value), headerLine: null });
              }}
            />
          )}
          {firstLines.length > 0 && (
            <NativeSelect
              size="xs"
              maw="32rem"
              label={t('imports.reading.header')}
              value={String(headerLine ?? NO_HEADER)}
              data={[
                ...firstLines.map(({ line, text }) => ({
                  value: String(line),
                  label: t('imports.reading.line', { line, text: text.slice(0, 60) }),
                })),
                { value: String(NO_HEADER), label: t('imports.reading.noHeader') },
              ]}
              onChange={(event) => {
                file.readAgain({ sheet, headerLine: Number(event.currentTarget.value) });
              }}
            />
          )}
        </Group>
      )}
      {saved !== null && (
        <Alert color="gray" mt="sm" py="xs">
          <Group justify="space-between">
            <Text size="sm">
              {t('imports.saved.text')} <MomentText at={saved.usedAt} />
            </Text>
            <Button size="compact-sm" variant="default" onClick={() => void file.forgetSaved?.()}>
              {t('imports.saved.forget')}
            </Button>
          </Group>
        </Alert>
      )}
    </>
  );
};
