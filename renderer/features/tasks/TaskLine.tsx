import { Button } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Task } from '../../../shared/contract/tasks.ts';
import { useMay } from '../../app/session.ts';
import { useShop } from '../../app/shop.tsx';
import { DateText } from '../../components/DateText.tsx';
import { ToDoLine } from '../customers/card/ToDoLine.tsx';
import { useTasks } from './useTasks.ts';

/** A task of a customer in a line of what is to be done: what and when, done with one key. */
export const TaskLine = ({ task }: { readonly task: Task }) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const mayWrite = useMay()('customers.write');
  const { settle } = useTasks();
  const { title, dueOn, note, staff } = task;
  return (
    <ToDoLine
      icon={IconChecklist}
      color={dueOn < today ? 'red' : 'amber'}
      action={
        mayWrite && (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('tasks.doneOne', { title })}
            onClick={() => {
              settle(task, 'done');
            }}
          >
            {t('tasks.done')}
          </Button>
        )
      }
    >
      <b>{title}</b> · <DateText date={dueOn} />
      {[note, staff?.name].map((part) => (part === null || part === undefined ? '' : ` · ${part}`)).join('')}
    </ToDoLine>
  );
};
