import { Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { MomentText } from '../../components/MomentText.tsx';

interface OpportunityHistoryProps {
  readonly events: OutputOf<'opportunities.findById'>['events'];
}

/** How an opportunity came to stand where it stands, latest first. */
export const OpportunityHistory = ({ events }: OpportunityHistoryProps) => {
  const { t } = useTranslation();
  return (
    <Stack gap={4} component="section" aria-label={t('opportunities.page.history')}>
      <Title order={3} fz="sm" mb={2}>
        {t('opportunities.page.history')}
      </Title>
      {events.map(({ id, at, event, fromStage, stage, staffName }) => (
        <Group key={id} gap="sm" wrap="nowrap" align="baseline">
          <Text size="sm" c="dimmed" w="8rem" flex="none">
            <MomentText at={at} />
          </Text>
          <Text size="sm">
            {[t(`opportunities.event.${event}`, { from: fromStage ?? '', stage }), staffName ?? '']
              .filter((part) => part !== '')
              .join(' · ')}
          </Text>
        </Group>
      ))}
    </Stack>
  );
};
