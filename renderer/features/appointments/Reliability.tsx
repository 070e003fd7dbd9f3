import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMoney } from '../../components/useMoney.ts';
import { useOperation } from '../../ipc/useOperation.ts';

interface ReliabilityProps {
  readonly customerId: string;
  /** Also says the deposit that the shop's rule asks for. */
  readonly withDeposit?: boolean;
}

/** How often somebody did not come or cancelled too late (X34); nothing for whoever never did. */
export const Reliability = ({ customerId, withDeposit = false }: ReliabilityProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const answer = useOperation('appointments.ofCustomer', { customerId }).data;
  if (answer === undefined) return null;
  const { counts, depositCents } = answer;
  if (counts.noShows === 0 && counts.lateCancels === 0) return null;
  return (
    <Text size="sm" c="var(--regulars-advice-text)">
      {t('appointments.reliability', { noShows: counts.noShows, lateCancels: counts.lateCancels })}
      {withDeposit && depositCents > 0 && ` ${t('appointments.deposit.asked', { amount: money(depositCents) })}`}
    </Text>
  );
};
