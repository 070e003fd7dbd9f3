import { Text } from '@mantine/core';
import { IconReportMoney } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommissionRuleDefinition } from '../../../shared/contract/commissions.ts';
import { useMoney } from '../../components/useMoney.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { DefinitionsPage } from '../settings/DefinitionsPage.tsx';
import { CommissionRuleForm } from './CommissionRuleForm.tsx';

/** For what staff get a commission, how much and from when (X69). */
export const CommissionRulesPage = (): ReactNode => {
  const { t } = useTranslation();
  const money = useMoney();
  const list = useOperation('commissions.list', {});
  const rateOf = ({ rate }: CommissionRuleDefinition): string =>
    rate.kind === 'percent' ? `${rate.basisPoints / 100}%` : t('commissions.eachOf', { money: money(rate.cents) });
  const when = ({ fromOn, untilOn }: CommissionRuleDefinition): string =>
    [fromOn && t('earning.from', { on: fromOn }), untilOn && t('earning.until', { on: untilOn })]
      .filter((words) => words !== null)
      .join(' · ') || t('earning.always');
  return (
    <DefinitionsPage
      words={{
        title: t('commissions.rules'),
        text: t('commissions.rulesText'),
        add: t('commissions.newRule'),
        panel: t('commissions.rules'),
      }}
      heads={[
        t('commissions.name'),
        t('commissions.kind'),
        t('commissions.rate'),
        t('commissions.about'),
        t('earning.when'),
        t('earning.status'),
      ]}
      definitions={list.data?.rules}
      error={list.error}
      onRetry={() => void list.refetch()}
      editorWidth={420}
      editor={(rule, close) => <CommissionRuleForm rule={rule} onClose={close} />}
      empty={{ icon: IconReportMoney, title: t('commissions.noRules.title'), text: t('commissions.noRules.text') }}
      cells={(rule) => [
        <Text key="kind" size="sm">
          {t(`commissions.kinds.${rule.kind}`)}
        </Text>,
        <Text key="rate" size="sm" fw={700} c="var(--mantine-color-gold-text)">
          {rateOf(rule)}
        </Text>,
        <Text key="about" size="sm">
          {rule.kind === 'top_up' ? '' : (rule.productName ?? rule.category ?? t('earning.everything'))}
        </Text>,
        <Text key="when" size="sm" c="dimmed">
          {when(rule)}
        </Text>,
        <Text key="state" size="sm" {...(rule.isArchived && { c: 'dimmed' })}>
          {t(rule.isArchived ? 'earning.archived' : 'earning.stands')}
        </Text>,
      ]}
    />
  );
};
