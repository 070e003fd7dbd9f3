import { ScrollArea, Stack } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataSections } from '../../components/DataSections.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ImportFooter } from './ImportFooter.tsx';
import { ImportHistory } from './ImportHistory.tsx';
import { ImportSteps } from './ImportSteps.tsx';
import { useImportJobs } from './ImportJobs.tsx';

/** A spreadsheet becomes customers or purchases: choose, say what the columns mean, look, import; and take back (R189). */
export const ImportsPage = (): ReactNode => {
  const { t } = useTranslation();
  const { file } = useImportJobs();
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
      <PageHeader title={t('imports.title')} text={t('imports.about')}>
        <DataSections page="imports" />
      </PageHeader>
      <ScrollArea flex={1} px="md" pb="md">
        <Stack gap="lg" maw="66rem">
          <ImportSteps file={file} />
          <ImportHistory />
        </Stack>
      </ScrollArea>
      <ImportFooter file={file} />
    </Stack>
  );
};
