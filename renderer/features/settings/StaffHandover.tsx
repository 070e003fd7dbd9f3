import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { staffId as toStaffId } from '../../../shared/types/ids.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { HandoverForm } from '../customers/handover/HandoverForm.tsx';

interface StaffHandoverProps {
  /** Whose customers; null those of nobody. */
  readonly staffId: string | null;
  readonly name: string;
  readonly customers: number;
}

/** Passes all of somebody's customers to another owner, when that person leaves (R174). */
export const StaffHandover = ({ staffId, name, customers }: StaffHandoverProps) => {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const { done } = useUndo();
  const handOverAll = useCommand('handovers.handOverAll', { quiet: true });
  const close = (): void => {
    setIsOpen(false);
  };
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        disabled={customers === 0}
        aria-label={`${t('card.handover.all')} ${name}`}
        onClick={() => {
          setIsOpen(true);
        }}
      >
        {t('card.handover.all')}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t('card.handover.title', { name })} size={460}>
        {isOpen && (
          <HandoverForm
            fromStaffId={staffId}
            text={t('card.handover.howMany', { count: customers })}
            onSave={async (to, note) => {
              const result = await handOverAll.mutateAsync({
                fromStaffId: staffId === null ? null : toStaffId(staffId),
                toStaffId: to,
                note,
              });
              done({
                label: t('card.handover.allDone', { count: result.customers, name }),
                undo: () => call('handovers.undo', { handoverId: result.handoverId }),
              });
            }}
            onClose={close}
          />
        )}
      </Modal>
    </>
  );
};
