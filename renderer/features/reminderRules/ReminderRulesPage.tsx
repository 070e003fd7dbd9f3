import { Text } from '@mantine/core';
import { IconBellRinging } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../ipc/useOperation.ts';
import { DefinitionsPage } from '../settings/DefinitionsPage.tsx';
import { ReminderRuleForm } from './ReminderRuleForm.tsx';
import { useRuleWords } from './useRuleWords.ts';

/** The shop's own reminder rules, in plain sentences (DOMAIN "Reminders and the daily list"). */
export const ReminderRulesPage = (): ReactNode => {
  const { t } = useTranslation();
  const words = useRuleWords();
  const list = useOperation('reminderRules.list', {});
  const groups = [...new Set((list.data?.rules ?? []).flatMap(({ group }) => (group === '' ? [] : [group])))];
  return (
    <DefinitionsPage
      words={{
        title: t('reminderRules.title'),
        text: t('reminderRules.text'),
        add: t('reminderRules.new'),
        panel: t('reminderRules.panel'),
      }}
      heads={[
        t('reminderRules.name'),
        t('reminderRules.kind'),
        t('reminderRules.when'),
        t('reminderRules.values'),
        t('reminderRules.status'),
      ]}
      definitions={list.data?.rules}
      error={list.error}
      onRetry={() => void list.refetch()}
      editorWidth={460}
      editor={(rule, close) => <ReminderRuleForm rule={rule} groups={groups} onClose={close} />}
      empty={{ icon: IconBellRinging, title: t('reminderRules.empty.title'), text: t('reminderRules.empty.text') }}
      cells={(rule) => [
        <Text key="what" size="sm" maw="16rem">
          {words.what(rule)}
        </Text>,
        <Text key="when" size="sm" maw="12rem">
          {words.when(rule)}
        </Text>,
        <Text key="whom" size="sm" c="dimmed">
          {words.whom(rule)}
        </Text>,
        <Text key="state" size="sm" {...(!rule.isOn && { c: 'dimmed' })}>
          {t(rule.isOn ? 'reminderRules.on' : 'reminderRules.off')}
        </Text>,
      ]}
    />
  );
};
