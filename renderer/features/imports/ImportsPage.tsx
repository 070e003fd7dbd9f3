import { ScrollArea, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DataSections } from '../../components/DataSections.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ImportHistory } from './ImportHistory.tsx';
import { ImportSteps } from './ImportSteps.tsx';

/** A spreadsheet becomes customers or purchases: choose, say what the columns mean, look, import; and take back (R189). */
export const ImportsPage = () => {
  const { t } = useTranslation();
  return (
    <Stack gap={0} h="100%">
      <PageHeader title={t('imports.title')} text={t('imports.about')}>
        <DataSections page="imports" />
      </PageHeader>
      <ScrollArea flex={1} px="md" pb="md">
        <Stack gap="lg" maw="66rem">
          <ImportSteps />
          <ImportHistory />
        </Stack>
      </ScrollArea>
    </Stack>
  );
};
