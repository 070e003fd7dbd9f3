import { Button, Group, Kbd, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './BulkBar.module.css';

interface BulkBarProps {
  readonly count: number;
  readonly total: number;
  readonly onMarkAll: () => void;
  readonly onEdit: () => void;
  readonly onExport: () => void;
  readonly onClear: () => void;
}

/** Stands below the list while somebody is marked. */
export const BulkBar = ({ count, total, onMarkAll, onEdit, onExport, onClear }: BulkBarProps) => {
  const { t } = useTranslation();
  return (
    <Group className={classes['bar']} px="md" py="xs" gap="sm" role="region" aria-label={t('lists.bulk.label')}>
      <Text size="sm" fw={700} component="output">
        {t('lists.bulk.marked', { count })}
      </Text>
      <Button size="compact-md" onClick={onEdit} disabled={count === 0}>
        {t('lists.bulk.edit')}
      </Button>
      <Button variant="default" size="compact-md" onClick={onExport} disabled={count === 0}>
        {t('lists.bulk.export')}
      </Button>
      {count < total && (
        <Button variant="default" size="compact-md" rightSection={<Kbd size="xs">Ctrl A</Kbd>} onClick={onMarkAll}>
          {t('lists.bulk.markAll', { count: total })}
        </Button>
      )}
      <Button variant="subtle" size="compact-md" rightSection={<Kbd size="xs">Esc</Kbd>} onClick={onClear}>
        {t('lists.bulk.clear')}
      </Button>
    </Group>
  );
};
