import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core';
import { IconArrowsDiff, IconLock, IconPencil, IconRepeat, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ServiceRecord } from '../../../shared/contract/serviceRecords.ts';
import { DateText } from '../../components/DateText.tsx';
import { valueWords } from './recordWords.ts';
import classes from './Records.module.css';

interface RecordRowProps {
  readonly record: ServiceRecord;
  /** Null where the type is no longer used. */
  readonly onRepeat: (() => void) | null;
  /** Null where there is none to compare it with. */
  readonly onCompare: (() => void) | null;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** One record: when, what kind, for what, by whom; then its values under the words of that day. */
export const RecordRow = ({ record, onRepeat, onCompare, onEdit, onRemove }: RecordRowProps) => {
  const { t } = useTranslation();
  const { on, typeName: type, thing, staff, note } = record;
  const known = record.entries.filter(({ value }) => value !== null);
  const groups = [...new Set(known.map(({ group }) => group))];
  const about = [thing?.name, staff?.name].filter((name) => name !== undefined).join(' · ');
  return (
    <>
      <Group gap="xs" wrap="nowrap" mih="2rem">
        <Text size="sm" c="dimmed" flex="none">
          <DateText date={on} as="figures" />
        </Text>
        <Text size="sm" fw={700} flex="none">
          {type}
        </Text>
        {record.isPrivate && (
          <Tooltip label={t('serviceRecords.private')}>
            <IconLock size={14} stroke={1.7} role="img" aria-label={t('serviceRecords.private')} />
          </Tooltip>
        )}
        {about !== '' && (
          <Text size="sm" c="dimmed" truncate>
            {about}
          </Text>
        )}
        <Group gap={2} wrap="nowrap" ml="auto" flex="none">
          {onRepeat !== null && (
            <Tooltip label={t('serviceRecords.repeatHint')}>
              <Button
                variant="light"
                size="compact-sm"
                leftSection={<IconRepeat size={15} stroke={1.7} aria-hidden />}
                aria-label={t('serviceRecords.repeatOne', { on, type })}
                onClick={onRepeat}
              >
                {t('serviceRecords.repeat')}
              </Button>
            </Tooltip>
          )}
          {onCompare !== null && (
            <Tooltip label={t('serviceRecords.compare')}>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('serviceRecords.compareOne', { on, type })}
                onClick={onCompare}
              >
                <IconArrowsDiff size={16} stroke={1.7} aria-hidden />
              </ActionIcon>
            </Tooltip>
          )}
          <Tooltip label={t('common.edit')}>
            <ActionIcon variant="subtle" color="gray" aria-label={t('serviceRecords.edit', { on, type })} onClick={onEdit}>
              <IconPencil size={16} stroke={1.7} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('common.delete')}>
            <ActionIcon variant="subtle" color="gray" aria-label={t('serviceRecords.remove', { on, type })} onClick={onRemove}>
              <IconTrash size={16} stroke={1.7} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Group>
      </Group>
      {groups.map((group) => (
        <dl key={group} className={classes['values']}>
          {group !== '' && (
            <div>
              <dt>{group}</dt>
              <dd />
            </div>
          )}
          {known
            .filter((entry) => entry.group === group)
            .map((entry) => (
              <div key={entry.key}>
                <dt>{entry.label}</dt>
                <dd>{valueWords(t, entry)}</dd>
              </div>
            ))}
        </dl>
      ))}
      {note !== null && (
        <Text size="sm" mt={2} className={classes['note'] ?? ''}>
          {note}
        </Text>
      )}
    </>
  );
};
