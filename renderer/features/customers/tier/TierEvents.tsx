import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TierBasis } from '../../../../shared/domain/loyalty/tiers.ts';
import { useTierWords } from '../../loyalty/tiers/useTierWords.ts';
import type { TierOfCustomer } from './TierDrawer.tsx';

interface TierEventsProps {
  readonly events: TierOfCustomer['events'];
  readonly basis: TierBasis;
}

/** Every step of a tier, the latest first, each with what was counted that day. */
export const TierEvents = ({ events, basis }: TierEventsProps) => {
  const { t } = useTranslation();
  const words = useTierWords();
  return (
    <Stack gap="xs" component="section" aria-label={t('tiers.card.steps')}>
      <Text component="h3" size="sm" fw={700}>
        {t('tiers.card.steps')}
      </Text>
      {events.map(({ id, on, kind, tier, qualifying, reason, staffName }) => (
        <Stack key={id} gap={0}>
          <Text size="sm">
            <time dateTime={on}>{on}</time> {t(`tiers.events.${kind}`, { tier: tier?.name ?? t('tiers.card.none') })}
          </Text>
          <Text size="xs" c="dimmed">
            {[
              ...(qualifying === null ? [] : [t('tiers.card.atThatTime', { amount: words(basis, qualifying) })]),
              ...(reason === null ? [] : [reason]),
              ...(staffName === null ? [] : [staffName]),
            ].join(' · ')}
          </Text>
        </Stack>
      ))}
    </Stack>
  );
};
