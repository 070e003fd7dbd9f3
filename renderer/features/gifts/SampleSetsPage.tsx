import { Text } from '@mantine/core';
import { IconPackages } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../ipc/useOperation.ts';
import { LoyaltySections } from '../loyalty/LoyaltySections.tsx';
import { DefinitionsPage } from '../settings/DefinitionsPage.tsx';
import { giftText } from './giftText.ts';
import { SampleSetForm } from './SampleSetForm.tsx';

/** The shop's sets of samples (R178). */
export const SampleSetsPage = (): ReactNode => {
  const { t } = useTranslation();
  const list = useOperation('sampleSets.list', {});
  return (
    <DefinitionsPage
      sections={<LoyaltySections />}
      words={{
        title: t('gifts.sets.title'),
        text: t('gifts.sets.text'),
        add: t('gifts.sets.new'),
        panel: t('gifts.sets.title'),
      }}
      heads={[t('gifts.sets.name'), t('gifts.sets.holds'), t('earning.status')]}
      definitions={list.data?.sets}
      error={list.error}
      onRetry={() => void list.refetch()}
      editorWidth={400}
      editor={(set, close) => <SampleSetForm set={set} onClose={close} />}
      empty={{ icon: IconPackages, title: t('gifts.sets.empty.title'), text: t('gifts.sets.empty.text') }}
      cells={(set) => [
        <Text key="holds" size="sm">
          {giftText(t, { what: '', items: set.items })}
        </Text>,
        <Text key="state" size="sm" {...(set.isArchived && { c: 'dimmed' })}>
          {t(set.isArchived ? 'earning.archived' : 'earning.stands')}
        </Text>,
      ]}
    />
  );
};
