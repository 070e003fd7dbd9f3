import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { VisitId } from '../../../shared/types/ids.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { CustomerPicker } from '../../components/CustomerPicker.tsx';
import type { SearchHit } from '../../components/useCustomerSearch.ts';
import { client } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { WarningsDialog } from '../safety/WarningsDialog.tsx';
import { useUnseenWarnings } from '../safety/useUnseenWarnings.ts';

interface ClaimPanelProps {
  readonly visitId: VisitId;
  readonly onDone: () => void;
}

/** Finds who the walk-in was (X29); everything then is as if they had been named at once. */
export const ClaimPanel = ({ visitId, onDone }: ClaimPanelProps) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const claim = useCommand('visits.claim', { quiet: true });
  const { refused, dialog } = useUnseenWarnings();
  const give = (hit: SearchHit, acknowledged: string[] = []): void => {
    if (claim.isPending) return;
    claim.mutate(
      { visitId, customerId: hit.id, acknowledged },
      {
        onSuccess: ({ pointsEarned }) => {
          done({
            label: t('sales.claim.done', { name: hit.name, points: pointsEarned.toLocaleString() }),
            undo: () => client.visits.unclaim({ visitId }),
          });
          onDone();
        },
        onError: (error) => {
          refused(error, (seen) => {
            give(hit, seen);
          });
        },
      },
    );
  };
  return (
    <Paper withBorder p="md" component="section" aria-label={t('sales.claim.title')}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Text fw={700}>{t('sales.claim.title')}</Text>
          <Button variant="subtle" color="gray" onClick={onDone}>
            {t('common.cancel')}
          </Button>
        </Group>
        <CustomerPicker
          isFocused
          onPick={(hit) => {
            give(hit);
          }}
        />
      </Stack>
      <WarningsDialog {...dialog} />
    </Paper>
  );
};
