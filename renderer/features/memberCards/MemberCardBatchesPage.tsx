import { Text } from '@mantine/core';
import { IconId } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../ipc/useOperation.ts';
import { LoyaltySections } from '../loyalty/LoyaltySections.tsx';
import { DefinitionsPage } from '../settings/DefinitionsPage.tsx';
import { MemberCardBatchForm } from './MemberCardBatchForm.tsx';

/** Cards that were printed with their numbers: how many of each batch are left (X52). */
export const MemberCardBatchesPage = (): ReactNode => {
  const { t, i18n } = useTranslation();
  const list = useOperation('memberCards.batches', {});
  return (
    <DefinitionsPage
      sections={<LoyaltySections />}
      words={{
        title: t('wallet.batches.title'),
        text: t('wallet.batches.text'),
        add: t('wallet.batches.new'),
        panel: t('wallet.batches.panel'),
      }}
      heads={[t('wallet.batches.name'), t('wallet.batches.numbers'), t('wallet.batches.total'), t('wallet.batches.left')]}
      definitions={list.data?.batches}
      error={list.error}
      onRetry={() => void list.refetch()}
      editorWidth={420}
      editor={(batch, close) => <MemberCardBatchForm batch={batch} onClose={close} />}
      empty={{ icon: IconId, title: t('wallet.batches.empty.title'), text: t('wallet.batches.empty.text') }}
      cells={({ prefix, first, last, total, left }) => [
        <Text key="numbers" size="sm">
          {t('wallet.batches.range', { first: prefix + first, last: prefix + last })}
        </Text>,
        <Text key="total" size="sm" ta="right">
          {total.toLocaleString(i18n.language)}
        </Text>,
        <Text key="left" size="sm" ta="right" fw={700}>
          {left.toLocaleString(i18n.language)}
        </Text>,
      ]}
    />
  );
};
