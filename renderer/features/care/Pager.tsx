import { ActionIcon, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface PagerProps {
  readonly offset: number;
  readonly pageSize: number;
  readonly total: number;
  readonly onChange: (offset: number) => void;
}

/** The offset of a page that is still there: the list may have grown shorter meanwhile. */
export const presentOffset = (offset: number, pageSize: number, total: number): number =>
  Math.min(offset, Math.max(0, Math.ceil(total / pageSize) - 1) * pageSize);

/** Which of how many are shown, with a step to either side; nothing when one page holds them all. */
export const Pager = ({ offset, pageSize, total, onChange }: PagerProps) => {
  const { t, i18n } = useTranslation();
  if (total <= pageSize) return null;
  const figure = (value: number): string => value.toLocaleString(i18n.language);
  const last = Math.min(offset + pageSize, total);
  return (
    <Group component="nav" gap={4} wrap="nowrap" aria-label={t('care.pager.label')}>
      <Text size="xs" c="dimmed" role="status">
        {t('care.pager.range', { from: figure(offset + 1), to: figure(last), of: figure(total) })}
      </Text>
      <ActionIcon
        variant="default"
        size="sm"
        aria-label={t('care.pager.previous')}
        disabled={offset === 0}
        onClick={() => {
          onChange(Math.max(0, offset - pageSize));
        }}
      >
        <IconChevronLeft size={14} stroke={1.7} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size="sm"
        aria-label={t('care.pager.next')}
        disabled={last >= total}
        onClick={() => {
          onChange(offset + pageSize);
        }}
      >
        <IconChevronRight size={14} stroke={1.7} aria-hidden />
      </ActionIcon>
    </Group>
  );
};
