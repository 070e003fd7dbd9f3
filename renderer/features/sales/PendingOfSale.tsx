import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';

/** What of a visit's points is not spendable yet, under its total. */
export const PendingOfSale = ({ pending }: Pick<OutputOf<'visits.findById'>, 'pending'>) => {
  const { t, i18n } = useTranslation();
  return pending === null ? null : (
    <Text size="sm" c="dimmed" ta="right" px="md" pb="sm">
      {t('customers.points.pending', { points: pending.points.toLocaleString(i18n.language), date: pending.readyOn })}
    </Text>
  );
};
