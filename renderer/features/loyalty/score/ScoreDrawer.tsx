import { Drawer, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../../shared/contract.ts';
import type { RewardSuggestion } from '../../../../shared/contract/loyaltyScore.ts';
import { useMoney } from '../../../components/useMoney.ts';
import type { Card } from '../../customers/form/customerValues.ts';
import { SuggestionRow } from './SuggestionRow.tsx';

export type FoundScore = OutputOf<'loyalty.score'>;

interface ScoreDrawerProps {
  readonly card: Card;
  readonly found: FoundScore;
  readonly suggestions: readonly RewardSuggestion[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What the score is made of, part by part with its fact, and what could be done for them, each with why. */
export const ScoreDrawer = ({ card, found, suggestions, isOpen, onClose }: ScoreDrawerProps) => {
  const { t } = useTranslation();
  const { score, isPriority } = found;
  return (
    <Drawer
      position="right"
      size={420}
      opened={isOpen}
      onClose={onClose}
      title={t('loyalty.score.title', { name: card.fields.name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {isOpen && (
        <Stack gap="lg">
          <Stack gap={2}>
            <Text fz={28} fw={700} lh={1.2} c="var(--regulars-advice-text)">
              {score}
              <Text span size="sm" c="dimmed" fw={400}>
                {' '}
                / 100
              </Text>
            </Text>
            {isPriority && <Text size="sm">{t('loyalty.score.priorityWhy')}</Text>}
          </Stack>
          <Parts found={found} />
          <Stack gap="sm" component="section" aria-label={t('loyalty.score.suggestions')}>
            <Title order={3} size="sm">
              {t('loyalty.score.suggestions')}
            </Title>
            {suggestions.length === 0 && (
              <Text size="sm" c="dimmed">
                {t('loyalty.score.noSuggestions')}
              </Text>
            )}
            <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
              {suggestions.map((suggestion) => (
                <SuggestionRow key={JSON.stringify(suggestion)} card={card} suggestion={suggestion} />
              ))}
            </Stack>
          </Stack>
        </Stack>
      )}
    </Drawer>
  );
};

const Parts = ({ found: { parts, facts } }: { readonly found: FoundScore }) => {
  const { t } = useTranslation();
  const money = useMoney();
  const why = {
    tenure: facts.firstPurchaseOn === null ? '' : t('loyalty.score.facts.tenure', { date: facts.firstPurchaseOn }),
    frequency: t('loyalty.score.facts.frequency', { count: facts.yearDays }),
    recency: facts.lastPurchaseOn === null ? '' : t('loyalty.score.facts.recency', { date: facts.lastPurchaseOn }),
    money: t('loyalty.score.facts.money', { amount: money(facts.yearCents) }),
    referrals: t('loyalty.score.facts.referrals', { count: facts.brought }),
  };
  return (
    <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
      {parts.map(({ part, points, most }) => (
        <Stack key={part} gap={2} component="li">
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm">
              {t(`loyalty.score.parts.${part}`)}
              <Text span inherit c="dimmed">
                {' · '}
                {why[part]}
              </Text>
            </Text>
            <Text size="sm" fw={700} flex="none">
              {points} / {most}
            </Text>
          </Group>
          <Progress size="sm" color="jade" value={(100 * points) / most} aria-label={t(`loyalty.score.parts.${part}`)} />
        </Stack>
      ))}
    </Stack>
  );
};
