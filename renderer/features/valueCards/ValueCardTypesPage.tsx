import { Text } from '@mantine/core';
import { IconGiftCard } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMoney } from '../../components/useMoney.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { LoyaltySections } from '../loyalty/LoyaltySections.tsx';
import { DefinitionsPage } from '../settings/DefinitionsPage.tsx';
import { CardSections } from './CardSections.tsx';
import { useValueCardWords } from './useValueCardWords.ts';
import { ValueCardTypeForm } from './ValueCardTypeForm.tsx';

/** The kinds of cards with money on them that a shop sells (X59, X60). */
export const ValueCardTypesPage = (): ReactNode => {
  const { t } = useTranslation();
  const money = useMoney();
  const words = useValueCardWords();
  const list = useOperation('valueCards.types', { includeArchived: true });
  return (
    <DefinitionsPage
      sections={
        <>
          <LoyaltySections within="cards" />
          <CardSections />
        </>
      }
      words={{
        title: t('valueCards.kinds.title'),
        text: t('valueCards.kinds.text'),
        add: t('valueCards.kinds.new'),
        panel: t('valueCards.kinds.panel'),
      }}
      heads={[t('valueCards.kinds.name'), t('valueCards.kinds.whose'), t('valueCards.kinds.terms'), t('valueCards.kinds.status')]}
      definitions={list.data?.types}
      error={list.error}
      onRetry={() => void list.refetch()}
      editorWidth={440}
      editor={(type, close) => <ValueCardTypeForm type={type} onClose={close} />}
      empty={{ icon: IconGiftCard, title: t('valueCards.kinds.empty.title'), text: t('valueCards.kinds.empty.text') }}
      cells={({ kind, faces, paysFor, validDays, isArchived }) => [
        <Text key="whose" size="sm">
          {t(`valueCards.kind.${kind}`)}
        </Text>,
        <Text key="terms" size="sm" c="dimmed" maw="28rem">
          {[
            faces.length === 0 ? t('valueCards.kinds.anyFace') : faces.map((face) => money(face)).join(t('common.listSeparator')),
            words.paysFor(paysFor),
            validDays === null ? t('valueCards.forEver') : t('valueCards.kinds.validFor', { count: validDays }),
          ].join(' · ')}
        </Text>,
        <Text key="state" size="sm" miw="4rem" {...(isArchived && { c: 'dimmed' })}>
          {t(isArchived ? 'stamps.cards.archived' : 'stamps.cards.own')}
        </Text>,
      ]}
    />
  );
};
