import { storedStepsSchema } from '../../shared/contract/taskTemplates.ts';
import type { TemplateWords } from '../../shared/domain/tasks/templates.ts';
import type { TaskTemplateId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, hotQuery, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// The shop's own templates of tasks (R055); beside them those of shared/domain/tasks/templates.ts are on offer.

export interface StoredTemplate extends TemplateWords {
  readonly isArchived: boolean;
}

const templates = sqlite.selectFrom('task_templates').select(['id', 'name', 'steps', 'archived_at']);
type TemplateRow = Awaited<ReturnType<typeof templates.executeTakeFirstOrThrow>>;
const all = hotQuery<object, TemplateRow>(templates.orderBy('position').orderBy('id'));

/** Every template of the shop, archived ones too, in the order they were made. */
export const listTemplates = (database: StoreDatabase): StoredTemplate[] =>
  all.rows(database, {}).map(({ archived_at: archivedAt, steps, ...template }) => ({
    ...template,
    steps: storedStepsSchema.parse(JSON.parse(steps)),
    isArchived: archivedAt !== null,
  }));

/** Adds the template behind the others, or writes over the one of that id. */
export const putTemplate = (database: StoreDatabase, { id, name, steps }: TemplateWords, at: Instant): void => {
  const changes = { name, steps: JSON.stringify(steps), changed_at: at };
  execute(
    database,
    sqlite
      .insertInto('task_templates')
      .values({ id, position: listTemplates(database).length, created_at: at, ...changes })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changes)),
  );
};

/** Takes the template out of the choices; null brings it back. */
export const markTemplateArchived = (database: StoreDatabase, id: TaskTemplateId, archivedAt: Instant | null): void => {
  execute(database, sqlite.updateTable('task_templates').set({ archived_at: archivedAt }).where('id', '=', id));
};

export const deleteTemplate = (database: StoreDatabase, id: TaskTemplateId): void => {
  execute(database, sqlite.deleteFrom('task_templates').where('id', '=', id));
};
