import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Safety.module.css';

interface SafetySectionProps<Row extends { readonly id: string }> {
  readonly title: string;
  readonly addLabel: string;
  readonly emptyText: string;
  readonly rows: readonly Row[];
  /** What the row is called aloud. */
  readonly nameOf: (row: Row) => string;
  readonly renderRow: (row: Row) => ReactNode;
  /** The form for a row, or for a new one (null). */
  readonly renderForm: (row: Row | null, close: () => void) => ReactNode;
  readonly onRemove: (row: Row) => void;
  readonly removeLabel?: (row: Row) => string;
}

/** A list whose entries are added and changed where they stand. */
export const SafetySection = <Row extends { readonly id: string }>(props: SafetySectionProps<Row>) => {
  const { title, addLabel, emptyText, rows, nameOf, renderRow, renderForm, onRemove, removeLabel } = props;
  const { t } = useTranslation();
  /** The id of the row in hand, 'new', or null. */
  const [edited, setEdited] = useState<string | null>(null);
  const close = (): void => {
    setEdited(null);
  };
  return (
    <section aria-label={title}>
      <Group justify="space-between" mb={4}>
        <Text component="h2" size="xs" c="dimmed">
          {title}
        </Text>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} stroke={1.7} aria-hidden />}
          onClick={() => {
            setEdited('new');
          }}
        >
          {addLabel}
        </Button>
      </Group>
      {edited === 'new' && renderForm(null, close)}
      {rows.map((row) =>
        row.id === edited ? (
          <div key={row.id}>{renderForm(row, close)}</div>
        ) : (
          <div key={row.id} className={classes['row']}>
            <div>{renderRow(row)}</div>
            <Group gap={2} wrap="nowrap">
              <Tooltip label={t('common.edit')}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={`${t('common.edit')} ${nameOf(row)}`}
                  onClick={() => {
                    setEdited(row.id);
                  }}
                >
                  <IconPencil size={16} stroke={1.7} aria-hidden />
                </ActionIcon>
              </Tooltip>
              <Tooltip label={removeLabel?.(row) ?? t('common.delete')}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={`${removeLabel?.(row) ?? t('common.delete')} ${nameOf(row)}`}
                  onClick={() => {
                    onRemove(row);
                  }}
                >
                  <IconTrash size={16} stroke={1.7} aria-hidden />
                </ActionIcon>
              </Tooltip>
            </Group>
          </div>
        ),
      )}
      {rows.length === 0 && edited !== 'new' && (
        <Text size="sm" c="dimmed" py="xs">
          {emptyText}
        </Text>
      )}
    </section>
  );
};
