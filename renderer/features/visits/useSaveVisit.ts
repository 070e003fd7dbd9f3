import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { parseDiscount } from '../../../shared/domain/visits/discountText.ts';
import type { CustomerId, ParkedVisitId } from '../../../shared/types/ids.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { useMoney } from '../../components/useMoney.ts';
import { client } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { usePrint } from '../printing/usePrint.ts';
import { useReferralWords } from '../referrals/useReferralWords.ts';
import { useStampWords } from '../stamps/useStampWords.ts';
import { useUnseenWarnings } from '../safety/useUnseenWarnings.ts';
import { accountPaidId, cardPaidFaultId, cellId, discountId, focusField, pointsPaidId, storedPaidId } from './lineCell.ts';
import { useSpendingProof, type Proof } from '../spendingPins/useSpendingProof.ts';
import type { VisitValueCards } from '../valueCards/useVisitValueCards.ts';
import type { Paying } from './payments.ts';
import type { VisitForm } from './useVisitForm.ts';

interface SaveOptions {
  /** Null is a walk-in (X29). */
  readonly card: OutputOf<'customers.findById'> | null;
  readonly form: VisitForm;
  readonly paying: Paying;
  /** Whose stored value pays; null is their own. */
  readonly storedFromId: CustomerId | null;
  /** Cards with money on them, and what each pays. */
  readonly valueCards: Pick<VisitValueCards, 'payments' | 'isFaulty'>;
  readonly parkedVisitId: ParkedVisitId | null;
  /** Where the diary opens afterwards, to book the next time; null leads to the card. */
  readonly nextOn: LocalDate | null;
}

/** Saves the visit once, tells it with an undo, and leaves the person's card in view; after a walk-in the next one can come. */
export const useSaveVisit = ({ card, form, paying, storedFromId, valueCards, parkedVisitId, nextOn }: SaveOptions) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const money = useMoney();
  const { done } = useUndo();
  const { settings } = useShop();
  const referralWords = useReferralWords();
  const stampWords = useStampWords();
  const print = usePrint();
  const record = useCommand('visits.record', { quiet: true });
  const { refused, dialog } = useUnseenWarnings();
  const spending = useSpendingProof();
  const mayPass = useRef(false);
  // Not the mutation's own state: two presses can come before it is drawn.
  const isUnderWay = useRef(false);

  const told = ({
    totalCents,
    pointsEarned,
    receiptNumber,
    referral,
    stamps,
    pending,
    sharedEarning,
  }: OutputOf<'visits.record'>): string => {
    if (card === null) return t('visits.doneWalkIn', { amount: money(totalCents), number: receiptNumber });
    const words = { name: card.fields.name, amount: money(totalCents), points: pointsEarned.toLocaleString() };
    const visit = pointsEarned > 0 ? t('visits.doneWithPoints', words) : t('visits.done', words);
    const other =
      sharedEarning === null
        ? null
        : t('sharers.earned', { name: sharedEarning.name, points: sharedEarning.points.toLocaleString() });
    const waits = pending === null ? null : t('visits.pendingUntil', { date: pending.readyOn });
    return [visit, other, waits, stampWords.told(stamps), referralWords(referral)].filter((part) => part !== null).join(' · ');
  };
  const save = (acknowledged: string[] = [], proof: Proof | null = null): void => {
    form.check();
    if (form.firstFault !== null) {
      focusField(cellId(form.firstFault.key, form.firstFault.field));
      return;
    }
    if (form.bill.isDiscountFaulty) {
      focusField(discountId);
      return;
    }
    if (paying.isFaulty) {
      focusField(pointsPaidId);
      return;
    }
    if (paying.isStoredFaulty) {
      focusField(storedPaidId);
      return;
    }
    if (valueCards.isFaulty) {
      focusField(cardPaidFaultId);
      return;
    }
    if (paying.isAccountFaulty) {
      focusField(accountPaidId);
      return;
    }
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    const { staffId, note, date, discount, discountReason, deferred } = form.draft;
    record.mutate(
      {
        customerId: card?.id ?? null,
        lines: form.lines,
        discount: parseDiscount(discount) ?? null,
        discountReason,
        payments: paying.payments,
        storedFromId,
        coupons: form.draft.coupons,
        valueCards: valueCards.payments,
        staffId,
        note,
        businessDate: date,
        deferred: card === null ? [] : deferred.map(({ key: _key, ...item }) => item),
        parkedVisitId,
        proof,
        acknowledged,
      },
      {
        onSuccess: (recorded) => {
          spending.close();
          done({ label: told(recorded), undo: () => client.visits.undo({ visitId: recorded.visitId }) });
          if (settings.receiptAtOnce) print.slip({ kind: 'receipt', visitId: recorded.visitId }, 'printer', true);
          mayPass.current = true;
          if (card === null) void navigate({ to: '/visit', search: {}, replace: true });
          else if (nextOn !== null)
            void navigate({ to: '/appointments', search: { customerId: card.id, on: nextOn }, replace: true });
          else void navigate({ to: '/customers/$customerId', params: { customerId: card.id }, replace: true });
        },
        onError: (error) => {
          if (spending.refused(error, (given) => save(acknowledged, given))) return;
          spending.close();
          refused(error, (seen) => save(seen, proof));
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
    /** What must be acknowledged before the visit is written down. */
    warningsDialog: dialog,
    /** How the customer confirms what they spend. */
    proofDialog: { ...spending.dialog, isPending: record.isPending },
    /** Lets the next navigation pass unasked. */
    letPass: (): void => {
      mayPass.current = true;
    },
    isPassing: (): boolean => mayPass.current,
  };
};
