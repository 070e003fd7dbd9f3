import { Badge, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PrivateBadge } from '../../components/PrivateBadge.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { DefinitionsPage } from '../settings/DefinitionsPage.tsx';
import { MeasureForm } from './MeasureForm.tsx';

/** What the shop measures, and what it could (X26). */
export const MeasuresPage = (): ReactNode => {
  const { t } = useTranslation();
  const list = useOperation('measurements.measures', { includeArchived: true });
  return (
    <DefinitionsPage
      words={{
        title: t('measurements.measures.title'),
        text: t('measurements.measures.text'),
        add: t('measurements.measures.new'),
        panel: t('measurements.measures.panel'),
      }}
      heads={[
        t('measurements.measures.name'),
        t('measurements.measures.unit'),
        t('measurements.measures.status'),
        t('measurements.measures.marks'),
      ]}
      definitions={list.data?.measures}
      error={list.error}
      onRetry={() => void list.refetch()}
      editorWidth={420}
      editor={(measure, close) => <MeasureForm measure={measure} onClose={close} />}
      cells={({ unit, isArchived, isOwn, isPrivate, hasValues }) => {
        const state = isArchived ? 'archived' : isOwn ? 'own' : 'offered';
        return [
          <Text key="unit" size="sm" c="dimmed">
            {unit}
          </Text>,
          <Text key="state" size="sm" {...(state !== 'own' && { c: 'dimmed' })}>
            {t(`measurements.measures.${state}`)}
          </Text>,
          <Group key="marks" gap={4}>
            {isPrivate && <PrivateBadge>{t('measurements.measures.privateMark')}</PrivateBadge>}
            {hasValues && (
              <Badge size="sm" color="gray" variant="outline" tt="none">
                {t('measurements.measures.uses')}
              </Badge>
            )}
          </Group>,
        ];
      }}
    />
  );
};
