import { Badge, Text } from '@mantine/core';
import { IconCrown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { discountInputText } from '../../../../shared/domain/visits/discountText.ts';
import { useShop } from '../../../app/shop.tsx';
import { useOperation } from '../../../ipc/useOperation.ts';
import { DefinitionsPage } from '../../settings/DefinitionsPage.tsx';
import { LoyaltySections } from '../LoyaltySections.tsx';
import { TierSections } from '../../memberships/TierSections.tsx';
import { TierForm } from './TierForm.tsx';
import { useGiftWords } from './useGiftWords.ts';
import { useTierWords } from './useTierWords.ts';

/** The tiers of the shop, the lowest first: what leads to each, what keeps it, what it brings, and how many have it (R075). */
export const TiersPage = (): ReactNode => {
  const { t } = useTranslation();
  const { settings } = useShop();
  const words = useTierWords();
  const giftWords = useGiftWords();
  const list = useOperation('tiers.list', { includeArchived: true });
  const tiers = list.data?.tiers;
  const basis = settings.tierBasis;
  return (
    <DefinitionsPage
      sections={
        <>
          <LoyaltySections />
          <TierSections />
        </>
      }
      words={{ title: t('tiers.title'), text: t(`tiers.text.${basis}`), add: t('tiers.new'), panel: t('tiers.panel') }}
      heads={[t('tiers.name'), t('tiers.threshold'), t('tiers.keep'), t('tiers.brings'), t('tiers.members')]}
      definitions={tiers}
      error={list.error}
      onRetry={() => void list.refetch()}
      editorWidth={460}
      editor={(tier, close) => <TierForm tier={tier} tiers={tiers ?? []} onClose={close} />}
      empty={{ icon: IconCrown, title: t('tiers.empty.title'), text: t('tiers.empty.text') }}
      cells={({ threshold, keepThreshold, discountBasisPoints, earnPercent, perks, prices, members, isArchived, ...gift }) => {
        const gifts = giftWords(gift);
        const brings = [
          ...(discountBasisPoints > 0
            ? [t('tiers.off', { off: discountInputText({ kind: 'percent', basisPoints: discountBasisPoints }) })]
            : []),
          ...(earnPercent === 100 ? [] : [t('tiers.earns', { percent: earnPercent })]),
          ...(prices.length > 0 ? [t('tiers.pricesCount', { count: prices.length })] : []),
          ...perks,
          ...(gifts === null ? [] : [gifts]),
        ];
        return [
          <Text key="threshold" size="sm" ta="right">
            {words(basis, threshold)}
          </Text>,
          <Text key="keep" size="sm" ta="right">
            {words(basis, keepThreshold ?? threshold)}
          </Text>,
          <Text key="brings" size="sm" c="dimmed" lineClamp={2} maw="24rem">
            {brings.length === 0 ? '–' : brings.join(' · ')}
          </Text>,
          isArchived ? (
            <Badge key="members" size="sm" color="gray" variant="outline" tt="none">
              {t('tiers.archived')}
            </Badge>
          ) : (
            <Text key="members" size="sm" ta="right">
              {members.toLocaleString()}
            </Text>
          ),
        ];
      }}
    />
  );
};
