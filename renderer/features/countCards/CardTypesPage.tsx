import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../ipc/useOperation.ts';
import { LoyaltySections } from '../loyalty/LoyaltySections.tsx';
import { DefinitionsPage } from '../settings/DefinitionsPage.tsx';
import { CardSections } from '../valueCards/CardSections.tsx';
import { CardTypeForm } from './CardTypeForm.tsx';
import { useCardWords } from './useCardWords.ts';

/** The kinds of count card, time card and course that the shop sells (R069, X56, X68). */
export const CardTypesPage = (): ReactNode => {
  const { t } = useTranslation();
  const { termsWords } = useCardWords();
  const list = useOperation('countCards.types', { includeArchived: true });
  return (
    <DefinitionsPage
      sections={
        <>
          <LoyaltySections within="cards" />
          <CardSections />
        </>
      }
      words={{
        title: t('countCards.types.title'),
        text: t('countCards.types.text'),
        add: t('countCards.types.new'),
        panel: t('countCards.types.panel'),
      }}
      heads={[t('countCards.types.name'), t('countCards.types.terms'), t('countCards.types.status')]}
      definitions={list.data?.types}
      error={list.error}
      onRetry={() => void list.refetch()}
      editorWidth={460}
      editor={(type, close) => <CardTypeForm type={type} onClose={close} />}
      cells={(type) => {
        const state = type.isArchived ? 'archived' : type.isOwn ? 'own' : 'offered';
        return [
          <Text key="terms" size="sm" c="dimmed" maw="34rem">
            {termsWords(type)}
          </Text>,
          <Text key="state" size="sm" miw="4rem" {...(state !== 'own' && { c: 'dimmed' })}>
            {t(`countCards.types.${state}`)}
          </Text>,
        ];
      }}
    />
  );
};
