import { ScrollArea, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ErasuresSection } from './ErasuresSection.tsx';
import { TrainingSection } from './TrainingSection.tsx';
import { TrainingOverview } from './TrainingOverview.tsx';
import { SettingsSections } from '../settings/SettingsSections.tsx';

/** What everybody has to have read, who has, and who was erased (R190, R193). */
export const PrivacyPage = () => {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <Stack gap={0} h="100%">
      <SettingsSections />
      <PageHeader title={t('privacy.page.title')} text={t('privacy.page.text')} />
      <ScrollArea flex={1} px="md" pb="md">
        <Stack gap="md" maw="58rem">
          {may('privacy.manage') && <ErasuresSection />}
          <TrainingSection />
          {may('privacy.manage') && <TrainingOverview />}
        </Stack>
      </ScrollArea>
    </Stack>
  );
};
