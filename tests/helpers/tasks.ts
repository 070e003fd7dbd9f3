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
  templates: (includeArchived = false) =>
    tasksHandlers['tasks.templates'](context, contract.tasks.templates.input.parse({ includeArchived })).templates,
  saveTemplate: (input: CallInput<'tasks.saveTemplate'>) =>
    command(() => tasksHandlers['tasks.saveTemplate'](context, contract.tasks.saveTemplate.input.parse(input))),
  archiveTemplate: (input: CallInput<'tasks.archiveTemplate'>) =>
    command(() => tasksHandlers['tasks.archiveTemplate'](context, contract.tasks.archiveTemplate.input.parse(input))),
  removeTemplate: (input: CallInput<'tasks.removeTemplate'>) =>
    command(() => tasksHandlers['tasks.removeTemplate'](context, contract.tasks.removeTemplate.input.parse(input))),
  applyTemplate: (input: CallInput<'tasks.applyTemplate'>) =>
    command(() => tasksHandlers['tasks.applyTemplate'](context, contract.tasks.applyTemplate.input.parse(input))),
  takeBackTemplate: (input: CallInput<'tasks.takeBackTemplate'>) =>
    command(() => tasksHandlers['tasks.takeBackTemplate'](context, contract.tasks.takeBackTemplate.input.parse(input))),
  restore: (input: CallInput<'tasks.restore'>) =>
    command(() => tasksHandlers['tasks.restore'](context, contract.tasks.restore.input.parse(input))),
});
