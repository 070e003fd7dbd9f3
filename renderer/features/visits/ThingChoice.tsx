import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Thing } from '../../../shared/contract/things.ts';
import type { ThingId } from '../../../shared/types/ids.ts';

interface ThingChoiceProps {
  readonly things: readonly Thing[];
  readonly thingId: ThingId | null;
  readonly onChange: (thingId: ThingId | null) => void;
}

const NOBODY = '';

/**
 * Which of the customer's things the visit is for; lines follow it unless they say otherwise. What is noted about it (an allergy, a
 * fear of the dryer) stands beside it before the work begins (X20, X22). Nothing for who has none.
 */
export const ThingChoice = ({ things, thingId, onChange }: ThingChoiceProps) => {
  const { t } = useTranslation();
  if (things.length === 0) return null;
  const note = things.find(({ id }) => id === thingId)?.note ?? null;
  return (
    <Stack gap={6}>
      <Group gap="sm">
        <Text size="sm" c="dimmed" id="visit-thing">
          {t('visits.thing')}
        </Text>
        <SegmentedControl
          aria-labelledby="visit-thing"
          value={thingId ?? NOBODY}
          onChange={(value) => {
            onChange(things.find(({ id }) => id === value)?.id ?? null);
          }}
          data={[...things.map(({ id, name }) => ({ value: id, label: name })), { value: NOBODY, label: t('visits.noThing') }]}
        />
      </Group>
      {note !== null && (
        <Group gap={6} wrap="nowrap" align="flex-start" c="var(--regulars-advice-text)" role="note">
          <IconAlertTriangle size={18} stroke={1.8} aria-hidden />
          <Text size="sm" fw={700}>
            {note}
          </Text>
        </Group>
      )}
    </Stack>
  );
};
