import { Text } from '@mantine/core';
import { IconRubberStamp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../ipc/useOperation.ts';
import { EarningSections } from '../loyalty/earning/EarningSections.tsx';
import { LoyaltySections } from '../loyalty/LoyaltySections.tsx';
import { DefinitionsPage } from '../settings/DefinitionsPage.tsx';
import { StampCardForm } from './StampCardForm.tsx';
import { useStampWords } from './useStampWords.ts';

/** The cards for stamps that a shop defines (X61). */
export const StampCardsPage = (): ReactNode => {
  const { t } = useTranslation();
  const words = useStampWords();
  const list = useOperation('stamps.cards', { includeArchived: true });
  return (
    <DefinitionsPage
      sections={
        <>
          <LoyaltySections within="earning" />
          <EarningSections />
        </>
      }
      words={{
        title: t('stamps.cards.title'),
        text: t('stamps.cards.text'),
        add: t('stamps.cards.new'),
        panel: t('stamps.cards.panel'),
      }}
      heads={[t('stamps.cards.name'), t('stamps.cards.how'), t('stamps.cards.reward'), t('stamps.cards.status')]}
      definitions={list.data?.cards}
      error={list.error}
      onRetry={() => void list.refetch()}
      editorWidth={460}
      editor={(card, close) => <StampCardForm card={card} onClose={close} />}
      empty={{ icon: IconRubberStamp, title: t('stamps.cards.empty.title'), text: t('stamps.cards.empty.text') }}
      cells={(card) => [
        <Text key="how" size="sm" c="dimmed" maw="24rem">
          {words.how(card)}
        </Text>,
        <Text key="reward" size="sm">
          {[t('stamps.terms.full', { needed: card.needed }), words.reward(card)].join(' · ')}
        </Text>,
        <Text key="state" size="sm" miw="4rem" {...(card.isArchived && { c: 'dimmed' })}>
          {t(card.isArchived ? 'stamps.cards.archived' : 'stamps.cards.own')}
        </Text>,
      ]}
    />
  );
};
