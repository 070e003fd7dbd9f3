import { Text } from '@mantine/core';
import { IconId } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MoneyText } from '../../components/MoneyText.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { LoyaltySections } from '../loyalty/LoyaltySections.tsx';
import { DefinitionsPage } from '../settings/DefinitionsPage.tsx';
import { PlanForm } from './PlanForm.tsx';
import { TierSections } from './TierSections.tsx';
import { usePlanWords } from './usePlanWords.ts';

/** The paid memberships that a shop sells (X57). */
export const PlansPage = (): ReactNode => {
  const { t } = useTranslation();
  const words = usePlanWords();
  const list = useOperation('memberships.plans', { includeArchived: true });
  return (
    <DefinitionsPage
      sections={
        <>
          <LoyaltySections within="tiers" />
          <TierSections />
        </>
      }
      words={{
        title: t('memberships.plans.title'),
        text: t('memberships.plans.text'),
        add: t('memberships.plans.new'),
        panel: t('memberships.plans.panel'),
      }}
      heads={[
        t('memberships.plans.name'),
        t('memberships.plans.price'),
        t('memberships.plans.term'),
        t('memberships.plans.gives'),
        t('memberships.plans.status'),
      ]}
      definitions={list.data?.plans}
      error={list.error}
      onRetry={() => void list.refetch()}
      editorWidth={460}
      editor={(plan, close) => <PlanForm plan={plan} onClose={close} />}
      empty={{ icon: IconId, title: t('memberships.plans.empty.title'), text: t('memberships.plans.empty.text') }}
      cells={(plan) => [
        <MoneyText key="price" amount={plan.priceCents} />,
        <Text key="term" size="sm">
          {t('memberships.monthsOf', { count: plan.months })}
        </Text>,
        <Text key="gives" size="sm" c="dimmed" maw="24rem">
          {words.gives(plan)}
        </Text>,
        <Text key="state" size="sm" miw="4rem" {...(plan.isArchived && { c: 'dimmed' })}>
          {t(plan.isArchived ? 'memberships.plans.archived' : 'memberships.plans.own')}
        </Text>,
      ]}
    />
  );
};
