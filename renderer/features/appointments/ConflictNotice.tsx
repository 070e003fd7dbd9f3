import { Alert, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AppointmentConflict } from '../../../shared/contract/appointments.ts';
import { isRefused } from '../../../shared/domain/appointments/conflicts.ts';
import { useShop } from '../../app/shop.tsx';
import { shortDate } from '../../components/dateWords.ts';
import { spanText } from '../../../shared/domain/appointments/timeOfDay.ts';

/** What is in the way, a line each. */
export const ConflictLines = ({ conflicts }: { readonly conflicts: readonly AppointmentConflict[] }) => {
  const { t } = useTranslation();
  const { today } = useShop();
  return (
    <Stack gap={2}>
      {conflicts.map(({ kind, on, other }, index) => (
        <Text size="sm" key={`${index}`}>
          {t(`appointments.conflict.${kind}`, {
            day: shortDate(on, today),
            span: other === null ? '' : spanText(other),
            name: other?.name ?? '',
            staff: other?.staffName ?? '',
            place: other?.resourceName ?? '',
          })}
        </Text>
      ))}
    </Stack>
  );
};

/** Red where nobody can go on, amber where somebody may. Nothing where nothing is in the way. */
export const ConflictNotice = ({ conflicts }: { readonly conflicts: readonly AppointmentConflict[] }) => {
  const { t } = useTranslation();
  if (conflicts.length === 0) return null;
  const isBlocked = conflicts.some(({ kind }) => isRefused(kind));
  return (
    <Alert
      color={isBlocked ? 'red' : 'amber'}
      p="xs"
      title={t(isBlocked ? 'appointments.conflict.refused' : 'appointments.conflict.warned')}
      role="alert"
    >
      <ConflictLines conflicts={conflicts} />
    </Alert>
  );
};
