import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { cents, type Points } from '../../../shared/types/amounts.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import type { SharedPurse } from '../sharers/useVisitPurses.ts';
import type { Paying } from './payments.ts';
import type { VisitCoupons } from './useVisitCoupons.ts';
import type { VisitForm } from './useVisitForm.ts';

interface EarnedPointsProps {
  readonly form: VisitForm;
  readonly coupons: VisitCoupons;
  readonly customerId: string;
  readonly balance: Points;
  readonly paying: Paying;
  /** Somebody else who earns, because their purse pays (X55). */
  readonly earner: Pick<SharedPurse, 'customerId' | 'name'> | null;
}

/** What the visit earns, what the balance comes to, and what makes it more or less than usual. */
export const EarnedPoints = ({ form, coupons, customerId, balance, paying, earner }: EarnedPointsProps) => {
  const { t } = useTranslation();
  const { draft } = form;
  const lines = draft.lines.flatMap(({ key, productId }) => {
    const amountCents = coupons.amounts.get(key);
    return amountCents === undefined ? [] : [{ productId, amountCents }];
  });
  const { data } = useOperation(
    'loyalty.quote',
    {
      customerId: earner?.customerId ?? customerId,
      businessDate: draft.date,
      lines,
      notEarningCents: cents(paying.pointsCents + paying.unearningCents),
    },
    { keepPrevious: true },
  );
  const earned = data?.points ?? 0;
  const figures = { points: earned.toLocaleString(), balance: (balance - paying.pointsSpent + earned).toLocaleString() };
  const because = data?.because ?? [];
  return (
    <Stack gap={0}>
      <Text size="sm" fw={700} c="var(--mantine-color-jade-text)">
        {earner !== null
          ? t('sharers.earned', { name: earner.name, points: figures.points })
          : t(earned > 0 ? 'visits.pointsEarned' : 'visits.noPoints', figures)}
      </Text>
      {because.length > 0 && lines.length > 0 && (
        <Text size="xs" c="dimmed">
          {because.map(({ name, percent }) => t('visits.earnsBy', { name, times: percent / 100 })).join(' · ')}
        </Text>
      )}
    </Stack>
  );
};
