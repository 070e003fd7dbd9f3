import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { useMoney } from '../../components/useMoney.ts';
import { client } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { cellId, focusField } from './lineCell.ts';
import type { VisitForm } from './useVisitForm.ts';

/** Saves the visit once, tells it with an undo, and leaves the person's card in view. */
export const useSaveVisit = ({ id: customerId, fields }: OutputOf<'customers.findById'>, form: VisitForm) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const money = useMoney();
  const { done } = useUndo();
  const record = useCommand('visits.record');
  const mayPass = useRef(false);
  // Not the mutation's own state: two presses can come before it is drawn.
  const isUnderWay = useRef(false);

  const save = (): void => {
    form.check();
    if (form.firstFault !== null) {
      focusField(cellId(form.firstFault.key, form.firstFault.field));
      return;
    }
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    const { staffId, note, date } = form.draft;
    record.mutate(
      { customerId, lines: form.lines, staffId, note, businessDate: date },
      {
        onSuccess: ({ visitId, totalCents, pointsEarned }) => {
          const words = { name: fields.name, amount: money(totalCents), points: pointsEarned.toLocaleString() };
          done({
            label: pointsEarned > 0 ? t('visits.doneWithPoints', words) : t('visits.done', words),
            undo: () => client.visits.undo({ visitId }),
          });
          mayPass.current = true;
          void navigate({ to: '/customers/$customerId', params: { customerId }, replace: true });
        },
        onSettled: () => {
          isUnderWay.current = false;
        },
      },
    );
  };
  return {
    save,
    /** Lets the next navigation pass unasked. */
    letPass: (): void => {
      mayPass.current = true;
    },
    isPassing: (): boolean => mayPass.current,
  };
};
