import { Button, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StaffId } from '../../../shared/types/ids.ts';
import { useOperation } from '../../ipc/useOperation.ts';

/** More than this many do not fit as buttons. */
const MOST_BUTTONS = 5;

interface StaffChoiceProps {
  readonly staffId: StaffId | null;
  readonly onChange: (staffId: StaffId | null) => void;
}

/** Who served: buttons for a few people, a list for many; nothing at all in a shop of one. */
export const StaffChoice = ({ staffId, onChange }: StaffChoiceProps) => {
  const { t } = useTranslation();
  const staff = useOperation('staff.list', {}).data?.staff ?? [];
  if (staff.length === 0) return null;
  const label = t('visits.server');
  if (staff.length > MOST_BUTTONS)
    return (
      <Select
        label={label}
        labelProps={{ c: 'dimmed', fw: 400 }}
        placeholder={t('visits.noServer')}
        clearable
        searchable
        data={staff.map(({ id, name }) => ({ value: id, label: name }))}
        value={staffId}
        onChange={(value) => {
          onChange(staff.find(({ id }) => id === value)?.id ?? null);
        }}
      />
    );
  const choices = [...staff.map(({ id, name }) => ({ id, name })), { id: null, name: t('visits.noServer') }];
  return (
    <Stack gap={6}>
      <Text size="sm" c="dimmed" id="visit-server">
        {label}
      </Text>
      <SimpleGrid cols={2} spacing="xs" verticalSpacing="xs" aria-labelledby="visit-server">
        {choices.map(({ id, name }) => (
          <Button
            key={id ?? ''}
            variant={id === staffId ? 'light' : 'default'}
            px="xs"
            aria-pressed={id === staffId}
            onClick={() => {
              onChange(id);
            }}
          >
            {name}
          </Button>
        ))}
      </SimpleGrid>
    </Stack>
  );
};
