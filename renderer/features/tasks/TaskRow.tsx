import { ActionIcon, Button, Group, Stack, Text, Tooltip } from '@mantine/core';
import { IconCheck, IconPencil, IconRepeat, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Task } from '../../../shared/contract/tasks.ts';
import { DateText } from '../../components/DateText.tsx';
import classes from '../serviceRecords/Records.module.css';
import { CustomerLink } from '../../components/CustomerLink.tsx';

interface TaskRowProps {
  readonly task: Task;
  readonly mayWrite: boolean;
  readonly onSettle: (as: 'done' | 'skipped') => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** One task: what, when, for which customer, by whom, how often; done with one key. */
export const TaskRow = ({ task, mayWrite, onSettle, onEdit, onRemove }: TaskRowProps) => {
  const { t } = useTranslation();
  const { title, dueOn, customer, staff, repeat, note } = task;
  return (
    <Group gap="sm" wrap="nowrap" mih="2rem">
      {mayWrite && (
        <Button
          variant="light"
          size="compact-sm"
          flex="none"
          leftSection={<IconCheck size={15} stroke={1.9} aria-hidden />}
          aria-label={t('tasks.doneOne', { title })}
          onClick={() => {
            onSettle('done');
          }}
        >
          {t('tasks.done')}
        </Button>
      )}
      <Text size="sm" c="dimmed" flex="none" w="5.5rem">
        <DateText date={dueOn} />
      </Text>
      <Stack gap={0} miw={0}>
        <Text size="sm" fw={700} truncate>
          {title}
        </Text>
        {note !== null && (
          <Text size="sm" c="dimmed" className={classes['note'] ?? ''}>
            {note}
          </Text>
        )}
      </Stack>
      {customer !== null && <CustomerLink customerId={customer.id}>{customer.name}</CustomerLink>}
      {repeat !== null && (
        <Group gap={4} wrap="nowrap" flex="none" c="dimmed">
          <IconRepeat size={14} stroke={1.7} aria-hidden />
          <Text size="xs">
            {repeat.every === 1
              ? t(`tasks.rhythmOfOne.${repeat.unit}`)
              : t(`tasks.rhythm.${repeat.unit}`, { count: repeat.every })}
          </Text>
        </Group>
      )}
      {staff !== null && (
        <Text size="sm" c="dimmed" flex="none">
          {staff.name}
        </Text>
      )}
      {mayWrite && (
        <Group gap={2} wrap="nowrap" ml="auto" flex="none">
          {repeat !== null && (
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              aria-label={t('tasks.skipOne', { title })}
              onClick={() => {
                onSettle('skipped');
              }}
            >
              {t('tasks.skip')}
            </Button>
          )}
          <Tooltip label={t('common.edit')}>
            <ActionIcon variant="subtle" color="gray" aria-label={t('tasks.edit', { title })} onClick={onEdit}>
              <IconPencil size={16} stroke={1.7} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('common.delete')}>
            <ActionIcon variant="subtle" color="gray" aria-label={t('tasks.remove', { title })} onClick={onRemove}>
              <IconTrash size={16} stroke={1.7} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Group>
      )}
    </Group>
  );
};
