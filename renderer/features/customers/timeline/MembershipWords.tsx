import { useTranslation } from 'react-i18next';
import { cents } from '../../../../shared/types/amounts.ts';
import { useMoney } from '../../../components/useMoney.ts';
import { Dotted } from './EntryWords.tsx';
import type { TimelineEntry } from './useTimeline.ts';

interface MembershipWordsProps {
  readonly membership: NonNullable<TimelineEntry['membership']>;
  readonly staffName: string | null;
}

/** A paid membership that was sold, undone, ended or gone on with. */
export const MembershipWords = ({ membership, staffName }: MembershipWordsProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const { entryKind, name, fromOn: from, untilOn: until, reason } = membership;
  const amount = money(cents(Math.abs(membership.cents)), true);
  return <Dotted parts={[t(`memberships.timeline.${entryKind}`, { name, from, until, amount }), reason, staffName]} />;
};
