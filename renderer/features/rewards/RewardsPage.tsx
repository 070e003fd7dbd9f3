import { Text } from '@mantine/core';
import { IconGift } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { LoyaltySections } from '../loyalty/LoyaltySections.tsx';
import { DefinitionsPage } from '../settings/DefinitionsPage.tsx';
import { RewardForm } from './RewardForm.tsx';
import { RewardStock } from './RewardStock.tsx';
import { useRewardWords } from './useRewardWords.ts';

/** What the shop gives for points, with the pieces there are (R077). */
export const RewardsPage = (): ReactNode => {
  const { t } = useTranslation();
  const may = useMay();
  const words = useRewardWords();
  const list = useOperation('rewards.list', { includeArchived: true });
  return (
    <DefinitionsPage
      words={{ title: t('rewards.title'), text: t('rewards.text'), add: t('rewards.new'), panel: t('rewards.panel') }}
      heads={[t('rewards.name'), t('rewards.takes'), t('rewards.stock.title'), t('rewards.when'), t('rewards.status')]}
      definitions={list.data?.rewards}
      error={list.error}
      onRetry={() => void list.refetch()}
      editorWidth={460}
      sections={<LoyaltySections />}
      empty={{ icon: IconGift, title: t('rewards.empty.title'), text: t('rewards.empty.text') }}
      editor={(reward, close) => (
        <>
          <RewardForm reward={reward} onClose={close} />
          {reward !== null && reward.stockRule !== 'none' && may('loyalty.adjust') && <RewardStock reward={reward} />}
        </>
      )}
      cells={(reward) => [
        <Text key="takes" size="sm">
          {words.takes(reward)}
        </Text>,
        <Text key="stock" size="sm" {...(reward.stock < 0 && { c: 'var(--regulars-danger-text)' })}>
          {reward.stockRule === 'none' ? t('rewards.notCounted') : t('rewards.stock.pieces', { count: reward.stock })}
        </Text>,
        <Text key="when" size="sm" c="dimmed">
          {words.when(reward)}
        </Text>,
        <Text key="status" size="sm" {...(reward.isArchived && { c: 'dimmed' })}>
          {t(reward.isArchived ? 'rewards.archived' : 'rewards.inUse')}
        </Text>,
      ]}
    />
  );
};
