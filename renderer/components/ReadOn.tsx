import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface ReadOnProps {
  /** Rows not read yet; with none of them nothing stands here. */
  readonly left: number;
  readonly isReading: boolean;
  readonly onReadOn: () => void;
}

/** The end of a long list: how much more there is, and a way on. */
export const ReadOn = ({ left, isReading, onReadOn }: ReadOnProps) => {
  const { t } = useTranslation();
  if (left === 0) return null;
  return (
    <Group justify="center" p="md">
      <Button variant="default" loading={isReading} onClick={onReadOn}>
        {t('common.readOn', { count: left })}
      </Button>
    </Group>
  );
};
