import { Badge, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PrivateBadge } from '../../components/PrivateBadge.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { DefinitionsPage } from '../settings/DefinitionsPage.tsx';
import { RecordTypeForm } from './RecordTypeForm.tsx';

/** What kinds of service record the shop keeps, and those it could (X24). */
export const RecordTypesPage = (): ReactNode => {
  const { t } = useTranslation();
  const list = useOperation('serviceRecords.types', { includeArchived: true });
  return (
    <DefinitionsPage
      words={{
        title: t('serviceRecords.types.title'),
        text: t('serviceRecords.types.text'),
        add: t('serviceRecords.types.new'),
        panel: t('serviceRecords.types.panel'),
      }}
      heads={[
        t('serviceRecords.types.name'),
        t('serviceRecords.types.fields'),
        t('serviceRecords.types.status'),
        t('serviceRecords.types.marks'),
      ]}
      definitions={list.data?.types}
      error={list.error}
      onRetry={() => void list.refetch()}
      editorWidth={560}
      editor={(type, close) => <RecordTypeForm type={type} onClose={close} />}
      cells={({ fields, isArchived, isOwn, isPrivate, hasRecords }) => {
        const state = isArchived ? 'archived' : isOwn ? 'own' : 'offered';
        return [
          <Text key="fields" size="sm" c="dimmed">
            {t('serviceRecords.types.fieldCount', { count: fields.length })}
          </Text>,
          <Text key="state" size="sm" {...(state !== 'own' && { c: 'dimmed' })}>
            {t(`serviceRecords.types.${state}`)}
          </Text>,
          <Group key="marks" gap={4}>
            {isPrivate && <PrivateBadge>{t('serviceRecords.types.privateMark')}</PrivateBadge>}
            {hasRecords && (
              <Badge size="sm" color="gray" variant="outline" tt="none">
                {t('serviceRecords.types.uses')}
              </Badge>
            )}
          </Group>,
        ];
      }}
    />
  );
};
