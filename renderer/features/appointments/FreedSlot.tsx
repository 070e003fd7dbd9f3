import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../../shared/contract/appointments.ts';
import type { WaitlistEntry } from '../../../shared/contract/waitlist.ts';
import { PhoneText } from '../../components/PhoneText.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { spanText } from '../../../shared/domain/appointments/timeOfDay.ts';

interface FreedSlotProps {
  readonly slot: Appointment;
  readonly onBook: (entry: WaitlistEntry) => void;
  readonly onClose: () => void;
}

/** A slot that a cancelling freed, and who on the waitlist could have it, who has waited longest first. */
export const FreedSlot = ({ slot, onBook, onClose }: FreedSlotProps) => {
  const { t } = useTranslation();
  const { on, startMinute, lengthMinutes, staffId } = slot;
  const entries = useOperation('waitlist.fitting', { on, startMinute, lengthMinutes, staffId }).data?.entries ?? [];
  if (entries.length === 0) return null;
  return (
    <Alert
      color="amber"
      p="xs"
      title={t('appointments.freed.title', { on, span: spanText(slot) })}
      withCloseButton
      closeButtonLabel={t('common.close')}
      onClose={onClose}
    >
      <Stack gap={6}>
        {entries.map((entry) => (
          <Group key={entry.id} justify="space-between" wrap="nowrap">
            <Stack gap={0} miw={0}>
              <Text size="sm" fw={700} truncate>
                {entry.name}
              </Text>
              <PhoneText phone={entry.contact} size="xs" />
            </Stack>
            <Button
              size="compact-sm"
              onClick={() => {
                onBook(entry);
              }}
            >
              {t('appointments.freed.book')}
            </Button>
          </Group>
        ))}
      </Stack>
    </Alert>
  );
};
