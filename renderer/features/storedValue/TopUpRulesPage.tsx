import { Text } from '@mantine/core';
import { IconGift } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMoney } from '../../components/useMoney.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { LoyaltySections } from '../loyalty/LoyaltySections.tsx';
import { DefinitionsPage } from '../settings/DefinitionsPage.tsx';
import { givesWords } from './ruleWords.ts';
import { TopUpRuleForm } from './TopUpRuleForm.tsx';

/** What the shop gives on top of a top-up: 充500送50. */
export const TopUpRulesPage = (): ReactNode => {
  const { t } = useTranslation();
  const money = useMoney();
  const list = useOperation('storedValue.rules', { includeArchived: true });
  return (
    <DefinitionsPage
      sections={<LoyaltySections />}
      words={{
        title: t('storedValue.rules.title'),
        text: t('storedValue.rules.text'),
        add: t('storedValue.rules.new'),
        panel: t('storedValue.rules.panel'),
      }}
      heads={[
        t('storedValue.rules.name'),
        t('storedValue.rules.from'),
        t('storedValue.rules.gives'),
        t('storedValue.rules.status'),
      ]}
      definitions={list.data?.rules}
      error={list.error}
      onRetry={() => void list.refetch()}
      editorWidth={420}
      editor={(rule, close) => <TopUpRuleForm rule={rule} onClose={close} />}
      empty={{ icon: IconGift, title: t('storedValue.rules.empty.title'), text: t('storedValue.rules.empty.text') }}
      cells={(rule) => [
        <Text key="from" size="sm" ta="right">
          {money(rule.fromCents)}
        </Text>,
        <Text key="gives" size="sm">
          {givesWords(t, money, rule)}
          {rule.months > 1 && t('storedValue.rules.inMonths', { count: rule.months })}
        </Text>,
        <Text key="state" size="sm" miw="4rem" {...(rule.isArchived && { c: 'dimmed' })}>
          {t(rule.isArchived ? 'storedValue.rules.archived' : 'storedValue.rules.inUse')}
        </Text>,
      ]}
    />
  );
};
