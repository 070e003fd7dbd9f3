import { Avatar, Button, Group, Kbd, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconWalk } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface WalkInHeadProps {
  readonly label: string;
  readonly onLabel: (label: string) => void;
  readonly onChange: () => void;
}

/** Somebody without a name 散客 (X29): what they are called until they have paid, and the way to name them after all. */
export const WalkInHead = ({ label, onLabel, onChange }: WalkInHeadProps) => {
  const { t } = useTranslation();
  return (
    <Group justify="space-between" wrap="nowrap">
      <Group gap="sm" wrap="nowrap" miw={0}>
        <Avatar color="gray" radius="xl" aria-hidden>
          <IconWalk size={20} stroke={1.7} />
        </Avatar>
        <Stack gap={0} miw={0}>
          <Title order={1} fz="lg">
            {t('visits.walkIn.name')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('visits.walkIn.about')}
          </Text>
        </Stack>
      </Group>
      <Group gap="xs" wrap="nowrap" flex="none">
        <TextInput
          w={190}
          aria-label={t('visits.walkIn.label')}
          placeholder={t('visits.walkIn.labelHint')}
          maxLength={40}
          value={label}
          onChange={(event) => {
            onLabel(event.currentTarget.value);
          }}
        />
        <Button variant="subtle" color="gray" rightSection={<Kbd size="xs">F2</Kbd>} flex="none" onClick={onChange}>
          {t('visits.walkIn.nameNow')}
        </Button>
      </Group>
    </Group>
  );
};
