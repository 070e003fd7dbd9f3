import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';

/** What of a visit's points is not spendable yet, or earned by whose purse paid (X55), under its total. */
export const PointsOfSale = ({ pending, sharedEarning }: Pick<OutputOf<'visits.findById'>, 'pending' | 'sharedEarning'>) => {
  const { t, i18n } = useTranslation();
  const told = [
    pending && t('customers.points.pending', { points: pending.points.toLocaleString(i18n.language), date: pending.readyOn }),
    sharedEarning &&
      t('sharers.earned', { name: sharedEarning.name, points: sharedEarning.points.toLocaleString(i18n.language) }),
  ].filter((words) => words !== null);
  return told.length === 0 ? null : (
    <Text size="sm" c="dimmed" ta="right" px="md" pb="sm">
      {told.join(' · ')}
    </Text>
  );
};
