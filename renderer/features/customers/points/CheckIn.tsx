import { Button, Kbd, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../app/session.ts';
import { useUndo } from '../../../app/useUndo.tsx';
import { isDialogOpen } from '../../../components/dialogs.ts';
import { call } from '../../../ipc/client.ts';
import { useCommand } from '../../../ipc/useCommand.ts';
import { useOperation } from '../../../ipc/useOperation.ts';
import type { Card } from '../form/customerValues.ts';

/** Gives the points for coming by, once a day, by a press or by Q (X61). Nothing where the shop gives none. */
export const CheckIn = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const mayGive = useMay()('loyalty.write') && card.removedAt === null;
  const customerId = card.id;
  const state = useOperation('loyalty.checkInState', { customerId }).data;
  const checkIn = useCommand('loyalty.checkIn');
  const isOpen = mayGive && state !== undefined && state.points > 0 && !state.isDone;
  const give = (): void => {
    if (!isOpen || checkIn.isPending || isDialogOpen()) return;
    checkIn.mutate(
      { customerId },
      {
        onSuccess: ({ bonusId, points }) => {
          done({
            label: t('customers.points.checkedIn', { name: card.fields.name, count: points }),
            undo: () => call('loyalty.takeCheckInBack', { bonusId }),
          });
        },
      },
    );
  };
  useHotkeys([['Q', give]]);
  if (state === undefined || state.points === 0 || !mayGive) return null;
  if (state.isDone)
    return (
      <Text size="sm" c="dimmed" px="xs" lh="1.625rem">
        {t('customers.card.checkedIn')}
      </Text>
    );
  return (
    <Button variant="subtle" size="compact-sm" rightSection={<Kbd size="xs">Q</Kbd>} loading={checkIn.isPending} onClick={give}>
      {t('customers.card.checkIn', { points: state.points })}
    </Button>
  );
};
