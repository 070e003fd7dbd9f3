import { Button, Group, Kbd, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface VisitButtonsProps {
  /** Nothing was bought. */
  readonly isEmpty: boolean;
  readonly isWalkIn: boolean;
  readonly onSave: () => void;
  readonly onPark: () => void;
}

/** What becomes of the visit: written down, or parked while somebody else is served (X30). */
export const VisitButtons = ({ isEmpty, isWalkIn, onSave, onPark }: VisitButtonsProps) => {
  const { t } = useTranslation();
  return (
    <Stack gap={6}>
      <Group gap="xs" wrap="nowrap">
        <Button
          size="lg"
          px="xs"
          flex={1}
          disabled={isWalkIn && isEmpty}
          rightSection={
            <Kbd size="xs" visibleFrom="lg" style={{ whiteSpace: 'nowrap' }}>
              Ctrl ⏎
            </Kbd>
          }
          onClick={onSave}
        >
          {isEmpty && !isWalkIn ? t('visits.saveEmpty') : t('visits.save')}
        </Button>
        <Button size="lg" px="sm" variant="default" rightSection={<Kbd size="xs">F9</Kbd>} onClick={onPark}>
          {t('visits.park.do')}
        </Button>
      </Group>
      <Text size="xs" c="dimmed" ta="center">
        {t('visits.undoHint')}
      </Text>
    </Stack>
  );
};
