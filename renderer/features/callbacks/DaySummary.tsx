import { Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { outcomes } from '../../../shared/contract/callbacks.ts';
import type { OutputOf } from '../../../shared/contract.ts';

/** How the day's calls went, once there is nobody left to read about. */
export const DaySummary = ({ handled }: { readonly handled: OutputOf<'callbacks.today'>['handled'] }) => {
  const { t } = useTranslation();
  const counted = outcomes
    .map((outcome) => ({ outcome, count: handled.filter((row) => row.outcome === outcome).length }))
    .filter(({ count }) => count > 0);
  return (
    <Stack gap="xs">
      <Title order={2}>{t('callbacks.summary')}</Title>
      {counted.map(({ outcome, count }) => (
        <Group key={outcome} justify="space-between">
          <Text>{t(`callbacks.outcome.${outcome}`)}</Text>
          <Text fw={700}>{count}</Text>
        </Group>
      ))}
    </Stack>
  );
};
