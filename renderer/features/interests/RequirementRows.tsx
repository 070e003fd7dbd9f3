import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { MOST_REQUIREMENTS, usualRequirements, type Requirement } from '../../../shared/domain/interests.ts';
import { useShop } from '../../app/shop.tsx';

interface RequirementRowsProps {
  readonly rows: readonly Requirement[];
  readonly onChange: (rows: readonly Requirement[]) => void;
}

const EXAMPLES = 3;

/** What exactly is wanted, as label and value (R019): colour, configuration, route, size, budget. */
export const RequirementRows = ({ rows, onChange }: RequirementRowsProps) => {
  const { t } = useTranslation();
  const usual = usualRequirements[useShop().settings.language];
  const change = (index: number, part: Partial<Requirement>): void => {
    onChange(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  };
  return (
    <Stack gap={6} role="group" aria-label={t('interests.requirements')}>
      <Text size="sm" fw={500}>
        {t('interests.requirements')}
      </Text>
      {rows.map((row, index) => (
        <Group key={`${index}`} gap="xs" wrap="nowrap">
          <TextInput
            w="9rem"
            flex="none"
            aria-label={t('interests.requirementLabel', { number: index + 1 })}
            placeholder={t('interests.requirementLabelHint', { words: usual.slice(0, EXAMPLES).join('/') })}
            maxLength={30}
            autoComplete="off"
            value={row.label}
            onChange={(event) => {
              change(index, { label: event.currentTarget.value });
            }}
          />
          <TextInput
            flex={1}
            aria-label={t('interests.requirementValue', { number: index + 1 })}
            maxLength={200}
            autoComplete="off"
            value={row.value}
            onChange={(event) => {
              change(index, { value: event.currentTarget.value });
            }}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('interests.removeRequirement', { number: index + 1 })}
            onClick={() => {
              onChange(rows.filter((_, at) => at !== index));
            }}
          >
            <IconX size={16} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {rows.length < MOST_REQUIREMENTS && (
        <Group gap="xs">
          <Button
            variant="subtle"
            size="compact-sm"
            ml={-8}
            leftSection={<IconPlus size={15} stroke={1.7} aria-hidden />}
            onClick={() => {
              // The next of the usual points that does not stand there yet.
              const label = usual.find((word) => rows.every((row) => row.label !== word)) ?? '';
              onChange([...rows, { label, value: '' }]);
            }}
          >
            {t('interests.addRequirement')}
          </Button>
        </Group>
      )}
    </Stack>
  );
};
