import { formQuestionsSchema } from '../../shared/contract/signedForms.ts';
import type { FormTemplateWords } from '../../shared/domain/signedForms/presets.ts';
import type { FormTemplateId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// The shop's own forms to be signed (X27); what nobody has used or changed is in shared/domain/signedForms/presets.ts only.

export interface StoredFormTemplate extends FormTemplateWords {
  readonly version: number;
  readonly isArchived: boolean;
}

const templates = sqlite
  .selectFrom('form_templates')
  .select(['id', 'name', 'text', 'questions', 'valid_months', 'is_private', 'version', 'archived_at']);
type TemplateRow = Awaited<ReturnType<typeof templates.executeTakeFirstOrThrow>>;

const templateOf = (row: TemplateRow): StoredFormTemplate => ({
  id: row.id,
  name: row.name,
  text: row.text,
  questions: formQuestionsSchema.parse(JSON.parse(row.questions)),
  validMonths: row.valid_months,
  isPrivate: row.is_private === 1,
  version: row.version,
  isArchived: row.archived_at !== null,
});

const all = hotQuery<object, TemplateRow>(templates.orderBy('position').orderBy('id'));
const byId = hotQuery<{ id: FormTemplateId }, TemplateRow>(templates.where('id', '=', parameter<FormTemplateId>('id')));
const used = hotQuery<{ id: FormTemplateId }, { id: string }>(
  sqlite.selectFrom('signed_forms').select('id').where('template_id', '=', parameter<FormTemplateId>('id')).limit(1),
);

/** Every form of the shop, archived ones too, in its order. A shop has tens. */
export const listFormTemplates = (database: StoreDatabase): StoredFormTemplate[] => all.rows(database, {}).map(templateOf);
export const findFormTemplate = (database: StoreDatabase, id: FormTemplateId): StoredFormTemplate | undefined => {
  const row = byId.first(database, { id });
  return row && templateOf(row);
};
/** Whether somebody has signed it, voided or not. */
export const isFormSigned = (database: StoreDatabase, id: FormTemplateId): boolean => used.first(database, { id }) !== undefined;

/** Adds the form behind the others, or writes over the one of that id. */
export const putFormTemplate = (
  database: StoreDatabase,
  template: FormTemplateWords & { readonly version: number },
  at: Instant,
): void => {
  const changes = {
    name: template.name,
    text: template.text,
    questions: JSON.stringify(template.questions),
    valid_months: template.validMonths,
    is_private: template.isPrivate ? (1 as const) : (0 as const),
    version: template.version,
    changed_at: at,
  };
  const position = listFormTemplates(database).length;
  execute(
    database,
    sqlite
      .insertInto('form_templates')
      .values({ id: template.id, position, created_at: at, ...changes })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changes)),
  );
};

/** Takes the form out of the choices; null brings it back. */
export const markFormTemplateArchived = (database: StoreDatabase, id: FormTemplateId, archivedAt: Instant | null): void => {
  execute(database, sqlite.updateTable('form_templates').set({ archived_at: archivedAt }).where('id', '=', id));
};

/** Deletes a form that nobody has signed. */
export const deleteFormTemplate = (database: StoreDatabase, id: FormTemplateId): void => {
  execute(database, sqlite.deleteFrom('form_templates').where('id', '=', id));
};
