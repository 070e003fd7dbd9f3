import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../ipc/useOperation.ts';
import { DefinitionsPage } from '../settings/DefinitionsPage.tsx';
import { TemplateForm } from './TemplateForm.tsx';
import { useStepWords } from './useStepWords.ts';

/** Templates of tasks: what belongs together, and after how many days each is due (R055). */
export const TemplatesPage = (): ReactNode => {
  const { t } = useTranslation();
  const stepWords = useStepWords();
  const list = useOperation('tasks.templates', { includeArchived: true });
  return (
    <DefinitionsPage
      words={{
        title: t('tasks.templates.title'),
        text: t('tasks.templates.text'),
        add: t('tasks.templates.new'),
        panel: t('tasks.templates.panel'),
      }}
      heads={[t('tasks.templates.name'), t('tasks.templates.steps'), t('tasks.templates.status')]}
      definitions={list.data?.templates}
      error={list.error}
      onRetry={() => void list.refetch()}
      editorWidth={460}
      editor={(template, close) => <TemplateForm template={template} onClose={close} />}
      cells={({ steps, isArchived, isOwn }) => {
        const state = isArchived ? 'archived' : isOwn ? 'own' : 'offered';
        return [
          <Text key="steps" size="sm" c="dimmed" lineClamp={2} maw="34rem">
            {steps.map(stepWords).join(' · ')}
          </Text>,
          <Text key="state" size="sm" miw="4rem" {...(state !== 'own' && { c: 'dimmed' })}>
            {t(`tasks.templates.${state}`)}
          </Text>,
        ];
      }}
    />
  );
};
