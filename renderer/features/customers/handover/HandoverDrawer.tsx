import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUndo } from '../../../app/useUndo.tsx';
import { call } from '../../../ipc/client.ts';
import { useCommand } from '../../../ipc/useCommand.ts';
import type { Card } from '../form/customerValues.ts';
import { HandoverForm } from './HandoverForm.tsx';

interface HandoverDrawerProps {
  readonly card: Card;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Passes one customer to another owner, with a note for them (R174, R175). */
export const HandoverDrawer = ({ card, isOpen, onClose }: HandoverDrawerProps) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const handOver = useCommand('handovers.handOver', { quiet: true });
  const { name, ownerId } = card.fields;
  return (
    <Drawer
      position="right"
      size={420}
      opened={isOpen}
      onClose={onClose}
      title={t('card.handover.title', { name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {isOpen && (
        <HandoverForm
          fromStaffId={ownerId}
          text={card.ownerName === null ? t('card.handover.unowned') : t('card.handover.owned', { name: card.ownerName })}
          onSave={async (toStaffId, note) => {
            const { handoverId } = await handOver.mutateAsync({ customerId: card.id, toStaffId, note });
            done({ label: t('card.handover.done', { name }), undo: () => call('handovers.undo', { handoverId }) });
          }}
          onClose={onClose}
        />
      )}
    </Drawer>
  );
};
