import { useTranslation } from 'react-i18next';
import { LeaveGuard } from '../../components/LeaveGuard.tsx';
import { useMoney } from '../../components/useMoney.ts';
import { billOf } from './lines.ts';
import { isWorthKeeping, type VisitDraft } from './useVisitForm.ts';

interface VisitLeaveGuardProps {
  readonly draft: VisitDraft;
  /** Something typed that is no line yet. */
  readonly isTyping?: () => boolean;
  /** True for one navigation that keeps what was typed: after saving, or to choose another person. */
  readonly isPassing: () => boolean;
}

/** Asks before a half-typed visit is lost, and says how much money that is. */
export const VisitLeaveGuard = ({ draft, isTyping, isPassing }: VisitLeaveGuardProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  return (
    <LeaveGuard
      isDirty={() => (isWorthKeeping(draft) || isTyping?.() === true) && !isPassing()}
      words={{
        title: t('visits.leave.title'),
        text: t('visits.leave.text', { amount: money(billOf(draft).totalCents) }),
        stay: t('visits.leave.stay'),
        leave: t('visits.leave.leave'),
      }}
    />
  );
};
