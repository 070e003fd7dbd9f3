import { Text } from '@mantine/core';
import { IconCoins } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../../ipc/useOperation.ts';
import { DefinitionsPage } from '../../settings/DefinitionsPage.tsx';
import { LoyaltySections } from '../LoyaltySections.tsx';
import { EarningSections } from './EarningSections.tsx';
import { EarningRuleForm } from './EarningRuleForm.tsx';
import { useEarningWords } from './useEarningWords.ts';

/** What earns more points than usual, less, or none (DOMAIN "Points", X64). */
export const EarningRulesPage = (): ReactNode => {
  const { t } = useTranslation();
  const words = useEarningWords();
  const list = useOperation('earningRules.list', { includeArchived: true });
  return (
    <DefinitionsPage
      sections={
        <>
          <LoyaltySections />
          <EarningSections />
        </>
      }
      words={{ title: t('earning.title'), text: t('earning.text'), add: t('earning.new'), panel: t('earning.panel') }}
      heads={[t('earning.name'), t('earning.rate'), t('earning.what'), t('earning.when'), t('earning.status')]}
      definitions={list.data?.rules}
      error={list.error}
      onRetry={() => void list.refetch()}
      editorWidth={460}
      editor={(rule, close) => <EarningRuleForm rule={rule} onClose={close} />}
      empty={{ icon: IconCoins, title: t('earning.empty.title'), text: t('earning.empty.text') }}
      cells={(rule) => [
        <Text key="rate" size="sm" fw={700} c="var(--mantine-color-gold-text)">
          {words.rate(rule.percent)}
        </Text>,
        <Text key="what" size="sm">
          {rule.productName ?? rule.category ?? t('earning.everything')}
        </Text>,
        <Text key="when" size="sm" c="dimmed" maw="20rem">
          {words.when(rule)}
        </Text>,
        <Text key="state" size="sm" {...(rule.isArchived && { c: 'dimmed' })}>
          {t(rule.isArchived ? 'earning.archived' : 'earning.stands')}
        </Text>,
      ]}
    />
  );
};
