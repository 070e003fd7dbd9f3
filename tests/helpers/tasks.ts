import { tasksHandlers } from '../../electron/handlers/tasks.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput, OutputOf } from '../../shared/contract.ts';
import type { Desk } from './desk.ts';

/** What the clerk can do with tasks, each through contract and handler in one transaction. */
export const tasksAt = ({ context, command }: Pick<Desk, 'context' | 'command'>) => ({
  list: (input: CallInput<'tasks.list'> = {}): OutputOf<'tasks.list'> =>
    contract.tasks.list.output.parse(tasksHandlers['tasks.list'](context, contract.tasks.list.input.parse(input))),
  save: (input: CallInput<'tasks.save'>) =>
    command(() => tasksHandlers['tasks.save'](context, contract.tasks.save.input.parse(input))),
  settle: (input: CallInput<'tasks.settle'>) =>
    command(() => tasksHandlers['tasks.settle'](context, contract.tasks.settle.input.parse(input))),
  reopen: (input: CallInput<'tasks.reopen'>) =>
    command(() => tasksHandlers['tasks.reopen'](context, contract.tasks.reopen.input.parse(input))),
  remove: (input: CallInput<'tasks.remove'>) =>
    command(() => tasksHandlers['tasks.remove'](context, contract.tasks.remove.input.parse(input))),
  restore: (input: CallInput<'tasks.restore'>) =>
    command(() => tasksHandlers['tasks.restore'](context, contract.tasks.restore.input.parse(input))),
});
