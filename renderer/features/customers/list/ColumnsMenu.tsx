import { ActionIcon, Button, Checkbox, Group, Popover, ScrollArea, Stack, Text } from '@mantine/core';
import {
  IconArrowAutofitWidth,
  IconArrowBarBoth,
  IconArrowsHorizontal,
  IconChevronDown,
  IconChevronUp,
  IconColumns3,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CustomerColumn } from '../../../../shared/contract/customerViews.ts';
import { columnsForMenu, defaultColumns, movedColumn, toggledColumn, widthsAfter, type ColumnWidths } from './columns.ts';

interface ColumnsMenuProps {
  readonly chosen: readonly CustomerColumn[];
  /** Undefined goes back to the usual ones. */
  readonly onChange: (columns: CustomerColumn[] | undefined) => void;
  /** Without tiers there is nothing to show of them. */
  readonly hasTiers: boolean;
  readonly widths: ColumnWidths;
  readonly onWiden: (widths: ColumnWidths) => void;
}

const widthIcons = { usual: IconArrowsHorizontal, wide: IconArrowAutofitWidth, narrow: IconArrowBarBoth } as const;

/** Which columns the list shows, in which order, and how wide. */
export const ColumnsMenu = ({ chosen, hasTiers, widths, onChange, onWiden }: ColumnsMenuProps) => {
  const { t } = useTranslation();
  return (
    <Popover position="bottom-end" trapFocus shadow="md" withinPortal>
      <Popover.Target>
        <Button variant="default" size="compact-sm" flex="none" leftSection={<IconColumns3 size={15} stroke={1.7} aria-hidden />}>
          {t('lists.columns.choose')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="sm" aria-label={t('lists.columns.choose')}>
        <ScrollArea.Autosize mah="22rem" type="auto" scrollbarSize={8}>
          <Stack gap={4} w="17rem" pr="sm">
            {columnsForMenu(chosen)
              .filter((key) => key !== 'tier' || hasTiers || chosen.includes('tier'))
              .map((key) => {
                const name = t(`lists.columns.${key}`);
                const isShown = chosen.includes(key);
                const width = widths[key] ?? 'usual';
                const WidthIcon = widthIcons[width];
                return (
                  <Group key={key} justify="space-between" wrap="nowrap" gap="xs" mih="1.75rem">
                    <Checkbox
                      size="xs"
                      label={name}
                      checked={isShown}
                      onChange={() => {
                        onChange(toggledColumn(chosen, key));
                      }}
                    />
                    {isShown && (
                      <Group gap={0} wrap="nowrap">
                        <ActionIcon
                          variant={width === 'usual' ? 'subtle' : 'light'}
                          color={width === 'usual' ? 'gray' : 'jade'}
                          size="sm"
                          aria-label={t(`lists.columns.width.${width}`, { name })}
                          title={t(`lists.columns.width.${width}`, { name })}
                          onClick={() => {
                            onWiden(widthsAfter(widths, key));
                          }}
                        >
                          <WidthIcon size={14} stroke={1.7} aria-hidden />
                        </ActionIcon>
                        {([-1, 1] as const).map((by) => (
                          <ActionIcon
                            key={by}
                            variant="subtle"
                            color="gray"
                            size="sm"
                            aria-label={t(by === -1 ? 'lists.columns.earlier' : 'lists.columns.later', { name })}
                            disabled={chosen.indexOf(key) === (by === -1 ? 0 : chosen.length - 1)}
                            onClick={() => {
                              onChange(movedColumn(chosen, key, by));
                            }}
                          >
                            {by === -1 ? (
                              <IconChevronUp size={14} stroke={1.7} aria-hidden />
                            ) : (
                              <IconChevronDown size={14} stroke={1.7} aria-hidden />
                            )}
                          </ActionIcon>
                        ))}
                      </Group>
                    )}
                  </Group>
                );
              })}
          </Stack>
        </ScrollArea.Autosize>
        <Group justify="space-between" mt="xs">
          <Text size="xs" c="dimmed">
            {t('lists.columns.hint')}
          </Text>
          <Button
            variant="subtle"
            size="compact-xs"
            disabled={chosen.join() === defaultColumns.join() && Object.keys(widths).length === 0}
            onClick={() => {
              onChange(undefined);
            }}
          >
            {t('lists.columns.usual')}
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
};
