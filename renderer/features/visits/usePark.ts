import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuidv7 } from 'uuid';
import type { CustomerId, ParkedVisitId } from '../../../shared/types/ids.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { client } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import type { VisitDraft } from './useVisitForm.ts';

interface ParkOptions {
  readonly customerId: CustomerId | null;
  /** Whom the toast names. */
  readonly name: string;
  readonly label: string;
  /** The parked visit it was already. */
  readonly parkedVisitId: ParkedVisitId | null;
  readonly onParked: () => void;
}

/** Parks the visit as it was typed (X30) and makes room for the next person. Taking it back leaves only what was parked before. */
export const usePark = ({ customerId, name, label, parkedVisitId, onParked }: ParkOptions) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { done } = useUndo();
  const save = useCommand('parkedVisits.save');
  const isUnderWay = useRef(false);
  return (draft: VisitDraft): void => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    const id = parkedVisitId ?? uuidv7();
    save.mutate(
      { parkedVisitId: id, customerId, label, draft },
      {
        onSuccess: () => {
          const who = name.trim() === '' ? t('visits.walkIn.name') : name;
          if (parkedVisitId === null)
            done({ label: t('visits.park.done', { name: who }), undo: () => client.parkedVisits.discard({ parkedVisitId: id }) });
          onParked();
          void navigate({ to: '/visit', search: {}, replace: true });
        },
        onSettled: () => {
          isUnderWay.current = false;
        },
      },
    );
  };
};
