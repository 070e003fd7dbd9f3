import { Badge, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PrivateBadge } from '../../components/PrivateBadge.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { DefinitionsPage } from '../settings/DefinitionsPage.tsx';
import { FormTemplateForm } from './FormTemplateForm.tsx';

/** What forms the shop has signed, and those it could (X27). */
export const FormTemplatesPage = (): ReactNode => {
  const { t } = useTranslation();
  const list = useOperation('signedForms.templates', { includeArchived: true });
  return (
    <DefinitionsPage
      words={{
        title: t('signedForms.templates.title'),
        text: t('signedForms.templates.text'),
        add: t('signedForms.templates.new'),
        panel: t('signedForms.templates.panel'),
      }}
      heads={[
        t('signedForms.templates.name'),
        t('signedForms.templates.questions'),
        t('signedForms.templates.status'),
        t('signedForms.templates.validity'),
        t('signedForms.templates.marks'),
      ]}
      definitions={list.data?.templates}
      error={list.error}
      onRetry={() => void list.refetch()}
      editorWidth={560}
      editor={(template, close) => <FormTemplateForm template={template} onClose={close} />}
      cells={({ questions, isArchived, isOwn, validMonths, isPrivate, hasSigned }) => {
        const state = isArchived ? 'archived' : isOwn ? 'own' : 'offered';
        return [
          <Text key="questions" size="sm" c="dimmed">
            {t('signedForms.templates.questionCount', { count: questions.length })}
          </Text>,
          <Text key="state" size="sm" {...(state !== 'own' && { c: 'dimmed' })}>
            {t(`signedForms.templates.${state}`)}
          </Text>,
          <Text key="validity" size="sm" c="dimmed">
            {validMonths === null ? t('signedForms.forGood') : t('signedForms.templates.months', { count: validMonths })}
          </Text>,
          <Group key="marks" gap={4}>
            {isPrivate && <PrivateBadge>{t('signedForms.templates.privateMark')}</PrivateBadge>}
            {hasSigned && (
              <Badge size="sm" color="gray" variant="outline" tt="none">
                {t('signedForms.templates.signed')}
              </Badge>
            )}
          </Group>,
        ];
      }}
    />
  );
};
