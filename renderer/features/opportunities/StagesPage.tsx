import { Badge, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../ipc/useOperation.ts';
import { DefinitionsPage } from '../settings/DefinitionsPage.tsx';
import { StageForm } from './StageForm.tsx';

/** The stages that opportunities go through, in their order, with the chance of each (R054). */
export const StagesPage = (): ReactNode => {
  const { t } = useTranslation();
  const list = useOperation('opportunities.stages', { includeArchived: true });
  const stages = list.data?.stages;
  return (
    <DefinitionsPage
      words={{
        title: t('opportunities.stages.title'),
        text: t('opportunities.stages.text'),
        add: t('opportunities.stages.new'),
        panel: t('opportunities.stages.panel'),
      }}
      heads={[
        t('opportunities.stages.name'),
        t('opportunities.stages.probability'),
        t('opportunities.stages.status'),
        t('opportunities.stages.marks'),
      ]}
      definitions={stages}
      error={list.error}
      onRetry={() => void list.refetch()}
      editorWidth={380}
      editor={(stage, close) => <StageForm stage={stage} stages={stages ?? []} onClose={close} />}
      cells={({ probability, isArchived, isUsed }) => [
        <Text key="probability" size="sm" ta="right">
          {probability}%
        </Text>,
        <Text key="state" size="sm" {...(isArchived && { c: 'dimmed' })}>
          {t(`opportunities.stages.${isArchived ? 'archived' : 'own'}`)}
        </Text>,
        isUsed && (
          <Badge key="used" size="sm" color="gray" variant="outline" tt="none">
            {t('opportunities.stages.uses')}
          </Badge>
        ),
      ]}
    />
  );
};
