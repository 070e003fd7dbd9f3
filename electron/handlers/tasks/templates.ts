import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { presetTemplates } from '../../../shared/domain/tasks/templates.ts';
import { AppError } from '../../../shared/errors.ts';
import { taskId as toTaskId, taskTemplateId as toTemplateId } from '../../../shared/types/ids.ts';
import type { TaskTemplateId } from '../../../shared/types/ids.ts';
import { addDays } from '../../../shared/types/time.ts';
import { deleteTemplate, listTemplates, markTemplateArchived, putTemplate } from '../../store/taskTemplates.ts';
import type { StoredTemplate } from '../../store/taskTemplates.ts';
import { findTask, insertTask, markTaskRemoved } from '../../store/tasks.ts';
import type { BaseContext, HandlersOf, StoreContext } from '../context.ts';
import { archiveDefinition, removeDefinition } from '../ownDefinitions.ts';
import { requirePresentCustomer, requireStaff } from '../references.ts';

type FoundTemplate = StoredTemplate & { readonly isOwn: boolean };

/** The shop's own templates, then those on offer that it has not made its own. */
const templatesOf = (context: BaseContext): FoundTemplate[] => {
  const own = listTemplates(context.database);
  const taken = new Set<string>(own.map(({ id }) => id));
  return [
    ...own.map((template) => ({ ...template, isOwn: true })),
    ...presetTemplates(context.settings().language)
      .filter(({ id }) => !taken.has(id))
      .map((template) => ({ ...template, isArchived: false, isOwn: false })),
  ];
};

const requireTemplate = (context: BaseContext, templateId: TaskTemplateId): FoundTemplate => {
  const found = templatesOf(context).find(({ id }) => id === templateId);
  if (!found) throw new AppError('not_found', { what: 'task_template' });
  return found;
};

const upkeep = {
  topic: 'tasks',
  what: 'task_template',
  auditName: 'template',
  inUse: 'template_in_use',
  adopt: (context: StoreContext, { isOwn, ...template }: FoundTemplate): void => {
    if (!isOwn) putTemplate(context.database, template, context.now());
  },
  // Tasks that were made by it say themselves what they are.
  isUsed: () => false,
  markArchived: markTemplateArchived,
  remove: deleteTemplate,
} as const;

const save = (context: StoreContext, input: HandlerInput<'tasks.saveTemplate'>): OutputOf<'tasks.saveTemplate'> => {
  const { name, steps } = input;
  const before = input.templateId === null ? null : requireTemplate(context, input.templateId);
  if (templatesOf(context).some((template) => template.name === name && template.id !== before?.id))
    throw new AppError('conflict', { reason: 'template_taken' });
  const id = before?.id ?? toTemplateId(context.newId());
  putTemplate(context.database, { id, name, steps }, context.now());
  context.audited({ template: name });
  context.changed(['tasks'], null);
  return { templateId: id, before: before && { name: before.name, steps: [...before.steps] } };
};

const apply = (context: StoreContext, input: HandlerInput<'tasks.applyTemplate'>): OutputOf<'tasks.applyTemplate'> => {
  const { customerId, staffId } = input;
  const { steps } = requireTemplate(context, input.templateId);
  if (customerId !== null) requirePresentCustomer(context, customerId);
  requireStaff(context, [staffId, context.actor.staffId]);
  const from = input.from ?? context.today();
  const taskIds = steps.map(({ title, afterDays }) => {
    const id = toTaskId(context.newId());
    const task = { customerId, staffId, title, note: null, dueOn: addDays(from, afterDays), repeat: null };
    insertTask(context.database, { ...task, id, followsId: null, writtenBy: context.actor.staffId }, context.now());
    return id;
  });
  context.changed(['tasks'], customerId === null ? [] : [customerId]);
  return { taskIds };
};

/** Throws conflict (task_settled) as soon as one of them was done or left out: what happened stays. */
const takeBack = (context: StoreContext, { taskIds }: HandlerInput<'tasks.takeBackTemplate'>): Record<never, never> => {
  const tasks = taskIds.map((taskId) => findTask(context.database, taskId) ?? null);
  if (tasks.some((task) => task === null)) throw new AppError('not_found', { what: 'task' });
  if (tasks.some((task) => task?.settled != null)) throw new AppError('conflict', { reason: 'task_settled' });
  if (tasks.every((task) => task?.removed_at != null)) throw new AppError('already_undone');
  for (const taskId of taskIds) markTaskRemoved(context.database, taskId, context.now());
  const customerIds = tasks.flatMap((task) => task?.customer_id ?? []);
  context.changed(['tasks'], customerIds);
  return {};
};

/** Templates of tasks: made in the settings, written down in one go at the desk (R055). */
export const templateHandlers: Pick<
  HandlersOf<'tasks'>,
  | 'tasks.templates'
  | 'tasks.saveTemplate'
  | 'tasks.archiveTemplate'
  | 'tasks.removeTemplate'
  | 'tasks.applyTemplate'
  | 'tasks.takeBackTemplate'
> = {
  'tasks.templates': (context, { includeArchived }) => ({
    templates: templatesOf(context)
      .filter(({ isArchived }) => includeArchived || !isArchived)
      .map(({ steps, ...template }) => ({ ...template, steps: [...steps] })),
  }),
  'tasks.saveTemplate': save,
  'tasks.archiveTemplate': (context, { templateId, isArchived }) =>
    archiveDefinition(context, upkeep, requireTemplate(context, templateId), isArchived),
  'tasks.removeTemplate': (context, { templateId }) => removeDefinition(context, upkeep, requireTemplate(context, templateId)),
  'tasks.applyTemplate': apply,
  'tasks.takeBackTemplate': takeBack,
};
