import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../shared/contract.ts';
import type { Task } from '../../../shared/contract/tasks.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';

export type TaskInput = Omit<CallInput<'tasks.save'>, 'taskId'>;

/** What a task holds, as it is saved again. */
const inputOf = ({ customer, staff, title, note, dueOn, repeat }: Task): TaskInput => ({
  customerId: customer?.id ?? null,
  staffId: staff?.id ?? null,
  title,
  note: note ?? '',
  dueOn,
  repeat,
});

/** What can be done with tasks, each told with its undo. */
export const useTasks = () => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const { mutateAsync: save } = useCommand('tasks.save', { quiet: true });
  const settle = useCommand('tasks.settle');
  const remove = useCommand('tasks.remove');
  return {
    /** Writes one down, or changes what `before` was. Rejects with AppError. */
    save: async (input: TaskInput, before: Task | null): Promise<void> => {
      const { taskId } = await save({ taskId: before?.id ?? null, ...input });
      done({
        label: t(before === null ? 'tasks.told.added' : 'tasks.told.changed', { title: input.title }),
        undo: () => (before === null ? call('tasks.remove', { taskId }) : call('tasks.save', { taskId, ...inputOf(before) })),
      });
    },
    settle: ({ id: taskId, title }: Task, as: 'done' | 'skipped'): void => {
      settle.mutate(
        { taskId, as },
        {
          onSuccess: ({ nextDueOn }) => {
            done({
              label: nextDueOn === null ? t(`tasks.told.${as}`, { title }) : t(`tasks.told.${as}Next`, { title, on: nextDueOn }),
              undo: () => call('tasks.reopen', { taskId }),
            });
          },
        },
      );
    },
    remove: ({ id: taskId, title }: Task): void => {
      remove.mutate(
        { taskId },
        {
          onSuccess: () => {
            done({ label: t('tasks.told.removed', { title }), undo: () => call('tasks.restore', { taskId }) });
          },
        },
      );
    },
  };
};
