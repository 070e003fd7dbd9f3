import { Group, SegmentedControl, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Thing } from '../../../shared/contract/things.ts';

interface ThingChoiceProps {
  readonly things: readonly Thing[];
  readonly thingId: string | null;
  readonly onChange: (thingId: string | null) => void;
}

const NOBODY = '';

/** Which of the customer's things the visit is for; lines follow it unless they say otherwise. Nothing for who has none. */
export const ThingChoice = ({ things, thingId, onChange }: ThingChoiceProps) => {
  const { t } = useTranslation();
  if (things.length === 0) return null;
  return (
    <Group gap="sm">
      <Text size="sm" c="dimmed" id="visit-thing">
        {t('visits.thing')}
      </Text>
      <SegmentedControl
        aria-labelledby="visit-thing"
        value={thingId ?? NOBODY}
        onChange={(value) => {
          onChange(value === NOBODY ? null : value);
        }}
        data={[...things.map(({ id, name }) => ({ value: id, label: name })), { value: NOBODY, label: t('visits.noThing') }]}
      />
    </Group>
  );
};
