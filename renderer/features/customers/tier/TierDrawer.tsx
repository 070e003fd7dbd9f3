import { Button, Divider, Drawer, Group, List, Progress, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../../shared/contract.ts';
import { discountInputText } from '../../../../shared/domain/visits/discountText.ts';
import { useMay } from '../../../app/session.ts';
import { useTierWords } from '../../loyalty/tiers/useTierWords.ts';
import type { Card } from '../form/customerValues.ts';
import { TierByHand } from './TierByHand.tsx';
import { TierEvents } from './TierEvents.tsx';

export type TierOfCustomer = OutputOf<'tiers.ofCustomer'>;

interface TierDrawerProps {
  readonly card: Card;
  readonly tier: TierOfCustomer;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Why somebody has the tier they have: what counts, what is missing, what it brings, every step; and setting it by hand. */
export const TierDrawer = ({ card, tier, isOpen, onClose }: TierDrawerProps) => {
  const { t } = useTranslation();
  const may = useMay();
  const [isSetting, setIsSetting] = useState(false);
  const close = (): void => {
    setIsSetting(false);
    onClose();
  };
  return (
    <Drawer
      position="right"
      size={420}
      opened={isOpen}
      onClose={close}
      title={t('tiers.card.title', { name: card.fields.name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {isOpen && (
        <Stack gap="lg">
          <Standing tier={tier} />
          {tier.held !== null && <Brings held={tier.held} />}
          {may('loyalty.adjust') && card.removedAt === null && (
            <>
              <Divider color="var(--regulars-hairline)" />
              {isSetting ? (
                <TierByHand
                  card={card}
                  held={tier.held}
                  onClose={() => {
                    setIsSetting(false);
                  }}
                />
              ) : (
                <Button
                  variant="default"
                  w="fit-content"
                  onClick={() => {
                    setIsSetting(true);
                  }}
                >
                  {t('tiers.card.set')}
                </Button>
              )}
            </>
          )}
          {tier.growth.length > 0 && <Growth growth={tier.growth} />}
          {tier.events.length > 0 && <TierEvents events={tier.events} basis={tier.basis} />}
        </Stack>
      )}
    </Drawer>
  );
};

/** Where they stand: the tier, until when, and the way to the next. */
const Standing = ({ tier: { held, next, basis, qualifying, countedFrom } }: { readonly tier: TierOfCustomer }) => {
  const { t } = useTranslation();
  const words = useTierWords();
  const counted = words(basis, qualifying);
  return (
    <Stack gap={6}>
      <Text fz={28} fw={700} lh={1.2} c="var(--mantine-color-gold-text)">
        {held?.tier.name ?? t('tiers.card.none')}
      </Text>
      {held !== null && (
        <Text size="sm">
          {held.untilOn === null
            ? t(held.isFixed ? 'tiers.card.fixed' : 'tiers.card.since', { since: held.sinceOn })
            : t('tiers.card.until', { since: held.sinceOn, until: held.untilOn })}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {countedFrom === null
          ? t(`tiers.card.counted.${basis}`, { amount: counted })
          : t(`tiers.card.countedFrom.${basis}`, { amount: counted, from: countedFrom })}
      </Text>
      {next !== null && (
        <>
          <Progress
            color="gold"
            value={(100 * Math.max(0, qualifying)) / Math.max(1, Math.max(0, qualifying) + next.missing)}
            aria-label={t('tiers.card.way', { tier: next.tier.name })}
          />
          <Text size="sm">{t('tiers.card.toNext', { amount: words(basis, next.missing), tier: next.tier.name })}</Text>
        </>
      )}
      {held?.missingToKeep != null && held.untilOn !== null && (
        <Text size="sm" c="dimmed">
          {held.missingToKeep === 0
            ? t('tiers.card.kept', { until: held.untilOn })
            : t('tiers.card.toKeep', { amount: words(basis, held.missingToKeep) })}
        </Text>
      )}
    </Stack>
  );
};

/** What the tier brings, at the desk by itself and besides. */
const Brings = ({ held }: { readonly held: NonNullable<TierOfCustomer['held']> }) => {
  const { t } = useTranslation();
  const { discountBasisPoints, earnPercent, prices, buysEarly, perks } = held;
  const all = [
    ...(discountBasisPoints > 0
      ? [t('tiers.off', { off: discountInputText({ kind: 'percent', basisPoints: discountBasisPoints }) })]
      : []),
    ...(prices.length > 0 ? [t('tiers.pricesCount', { count: prices.length })] : []),
    ...(earnPercent === 100 ? [] : [t('tiers.earns', { percent: earnPercent })]),
    ...(buysEarly ? [t('tiers.buysEarly')] : []),
    ...perks,
  ];
  if (all.length === 0) return null;
  return (
    <Stack gap={4}>
      <Group justify="space-between">
        <Text component="h3" size="sm" fw={700}>
          {t('tiers.brings')}
        </Text>
      </Group>
      <List size="sm" spacing={2}>
        {all.map((one) => (
          <List.Item key={one}>{one}</List.Item>
        ))}
      </List>
    </Stack>
  );
};

/** What was earned in growth and went back, the latest days first. */
const Growth = ({ growth }: Pick<TierOfCustomer, 'growth'>) => {
  const { t, i18n } = useTranslation();
  const signed = new Intl.NumberFormat(i18n.language, { signDisplay: 'exceptZero' });
  return (
    <Stack gap={2} component="section" aria-label={t('tiers.card.growth')}>
      <Text component="h3" size="sm" fw={700}>
        {t('tiers.card.growth')}
      </Text>
      {growth.map(({ on, growth: moved, kind, visitId }, index) => (
        <Group key={`${visitId}/${String(index)}`} justify="space-between">
          <Text size="sm">
            <time dateTime={on}>{on}</time> {t(`tiers.card.growthKinds.${kind}`)}
          </Text>
          <Text size="sm" fw={700}>
            {signed.format(moved)}
          </Text>
        </Group>
      ))}
    </Stack>
  );
};
