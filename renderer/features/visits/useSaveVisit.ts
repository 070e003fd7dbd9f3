import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { OutputOf } from '../../../shared/contract.ts';
import { visitWarningSchema } from '../../../shared/contract/safety.ts';
import { AppError } from '../../../shared/errors.ts';
import { useErrorToast } from '../../app/useErrorToast.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { useMoney } from '../../components/useMoney.ts';
import { client } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { cellId, focusField } from './lineCell.ts';
import type { VisitForm } from './useVisitForm.ts';

type Warnings = OutputOf<'safety.warnings'>['warnings'];

const unseenSchema = z.object({ reason: z.literal('safety_not_acknowledged'), warnings: z.array(visitWarningSchema) });

/** What must be acknowledged first, when that is why the visit was refused. */
const unseenIn = (error: unknown): Warnings =>
  error instanceof AppError && error.code === 'conflict' ? (unseenSchema.safeParse(error.details).data?.warnings ?? []) : [];

/** Saves the visit once, tells it with an undo, and leaves the person's card in view. */
export const useSaveVisit = ({ id: customerId, fields }: OutputOf<'customers.findById'>, form: VisitForm) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const money = useMoney();
  const { done } = useUndo();
  const showError = useErrorToast();
  const record = useCommand('visits.record', { quiet: true });
  const [unseen, setUnseen] = useState<Warnings>([]);
  const mayPass = useRef(false);
  // Not the mutation's own state: two presses can come before it is drawn.
  const isUnderWay = useRef(false);

  const save = (acknowledged: readonly string[] = []): void => {
    form.check();
    if (form.firstFault !== null) {
      focusField(cellId(form.firstFault.key, form.firstFault.field));
      return;
    }
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    const { staffId, note, date } = form.draft;
    record.mutate(
      { customerId, lines: form.lines, staffId, note, businessDate: date, acknowledged: [...acknowledged] },
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
        onError: (error) => {
          // The page shows them as they stand in the store now, whatever it showed before.
          const warnings = unseenIn(error);
          if (warnings.length > 0) setUnseen(warnings);
          else showError(error);
        },
        onSettled: () => {
          isUnderWay.current = false;
        },
      },
    );
  };
  return {
    save: (): void => {
      save();
    },
    /** What must be acknowledged before the visit is written down; empty while nothing was refused. */
    unseen,
    goOn: (): void => {
      setUnseen([]);
      save(unseen.map(({ key }) => key));
    },
    goBack: (): void => {
      setUnseen([]);
    },
    /** Lets the next navigation pass unasked. */
    letPass: (): void => {
      mayPass.current = true;
    },
    isPassing: (): boolean => mayPass.current,
  };
};
