import { Button, Group, Kbd } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface FormButtonsProps {
  /** What saving is called here. */
  readonly words: string;
  readonly isPending: boolean;
  readonly onClose: () => void;
}

/** Saving, by its key, and leaving a form as it was. */
export const FormButtons = ({ words, isPending, onClose }: FormButtonsProps) => {
  const { t } = useTranslation();
  return (
    <Group gap="xs">
      <Button type="submit" loading={isPending} rightSection={<Kbd size="xs">Ctrl ⏎</Kbd>}>
        {words}
      </Button>
      <Button variant="default" onClick={onClose}>
        {t('common.cancel')}
      </Button>
    </Group>
  );
};
