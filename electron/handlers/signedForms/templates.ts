import { isDeepStrictEqual } from 'node:util';
import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import type { FormQuestion } from '../../../shared/domain/signedForms/answers.ts';
import { keptKeys, optionsProblem } from '../../../shared/domain/ownFields.ts';
import { presetForms } from '../../../shared/domain/signedForms/presets.ts';
import type { FormTemplateWords } from '../../../shared/domain/signedForms/presets.ts';
import { AppError } from '../../../shared/errors.ts';
import { formTemplateId as toTemplateId } from '../../../shared/types/ids.ts';
import type { FormTemplateId } from '../../../shared/types/ids.ts';
import {
  deleteFormTemplate,
  findFormTemplate,
  isFormSigned,
  listFormTemplates,
  markFormTemplateArchived,
  putFormTemplate,
} from '../../store/formTemplates.ts';
import type { StoredFormTemplate } from '../../store/formTemplates.ts';
import type { BaseContext, HandlersOf, StoreContext } from '../context.ts';
import { maySeeGroup } from '../sight.ts';
import { archiveDefinition, removeDefinition } from '../ownDefinitions.ts';
import { refuseField } from '../refuseField.ts';

const MOST_TEMPLATES = 100;

const offered = (context: BaseContext): FormTemplateWords[] => presetForms(context.settings().language);

type FoundTemplate = StoredFormTemplate & { readonly isOwn: boolean };

const requireSeen = (context: BaseContext, template: FoundTemplate): FoundTemplate => {
  if (template.isPrivate && !maySeeGroup(context, 'health'))
    throw new AppError('not_permitted', { permission: 'private.health' });
  return template;
};

/** The form, the shop's own or one on offer, that whoever asks may see. Throws not_found, not_permitted. */
export const requireTemplate = (context: BaseContext, templateId: FormTemplateId): FoundTemplate => {
  const own = findFormTemplate(context.database, templateId);
  if (own) return requireSeen(context, { ...own, isOwn: true });
  const preset = offered(context).find(({ id }) => id === templateId);
  if (!preset) throw new AppError('not_found', { what: 'form_template' });
  return requireSeen(context, { ...preset, version: 1, isArchived: false, isOwn: false });
};

const requireRoom = ({ database }: StoreContext): void => {
  if (listFormTemplates(database).length >= MOST_TEMPLATES)
    throw new AppError('conflict', { reason: 'form_templates_full', limit: MOST_TEMPLATES });
};

/** What is signed for the first time becomes the shop's own, in the words it had. */
export const adoptTemplate = (context: StoreContext, { isOwn, isArchived: _isArchived, ...template }: FoundTemplate): void => {
  if (isOwn) return;
  requireRoom(context);
  putFormTemplate(context.database, template, context.now());
};

const copied = (questions: readonly FormQuestion[]) =>
  questions.map((question) => ({ ...question, options: [...question.options] }));

const list = (context: StoreContext, includeArchived: boolean): OutputOf<'signedForms.templates'>['templates'] => {
  const own = listFormTemplates(context.database);
  const known = new Set(own.map(({ id }) => id));
  return [
    ...own.map((template) => ({ ...template, isOwn: true })),
    ...offered(context).flatMap((template) =>
      known.has(template.id) ? [] : [{ ...template, version: 1, isArchived: false, isOwn: false }],
    ),
  ]
    .filter((template) => (includeArchived || !template.isArchived) && (!template.isPrivate || maySeeGroup(context, 'health')))
    .map((template) => ({
      ...template,
      questions: copied(template.questions),
      hasSigned: template.isOwn && isFormSigned(context.database, template.id),
    }));
};

const withKeys = (
  context: StoreContext,
  before: readonly FormQuestion[],
  given: HandlerInput<'signedForms.saveTemplate'>['questions'],
): FormQuestion[] => {
  const keys = keptKeys(before, given, () => context.newId());
  return given.map(({ key: _key, options, ...question }, index) => {
    const isChoice = question.kind === 'choice';
    const problem = isChoice ? optionsProblem(options) : null;
    if (problem !== null) refuseField(`questions.${index}.options`, problem);
    return { ...question, key: keys[index] ?? '', options: isChoice ? options : [] };
  });
};

const save = (context: StoreContext, input: HandlerInput<'signedForms.saveTemplate'>): OutputOf<'signedForms.saveTemplate'> => {
  const before = input.templateId === null ? null : requireTemplate(context, input.templateId);
  const { name, text, validMonths, isPrivate } = input;
  const taken = list(context, true).find((template) => template.name === name && template.id !== before?.id);
  if (taken) throw new AppError('conflict', { reason: 'form_template_taken', templateId: taken.id });
  if (before?.isOwn !== true) requireRoom(context);
  const questions = withKeys(context, before?.questions ?? [], input.questions);
  const isSameText = before !== null && before.text === text && isDeepStrictEqual(before.questions, questions);
  const version = before === null ? 1 : before.version + (isSameText ? 0 : 1);
  const id = before?.id ?? toTemplateId(context.newId());
  putFormTemplate(context.database, { id, name, text, questions, validMonths, isPrivate, version }, context.now());
  context.audited({
    form: name,
    version,
    questions: questions.length,
    isPrivate,
    ...(before === null ? {} : { before: { name: before.name, version: before.version, isPrivate: before.isPrivate } }),
  });
  context.changed(['signedForms'], null);
  return {
    templateId: id,
    before: before && {
      name: before.name,
      text: before.text,
      questions: copied(before.questions),
      validMonths: before.validMonths,
      isPrivate: before.isPrivate,
    },
  };
};

const upkeep = {
  topic: 'signedForms',
  what: 'form_template',
  auditName: 'form',
  inUse: 'form_template_in_use',
  adopt: adoptTemplate,
  isUsed: isFormSigned,
  markArchived: markFormTemplateArchived,
  remove: deleteFormTemplate,
} as const;

/** What forms there are (X27). */
export const formTemplates: Pick<
  HandlersOf<'signedForms'>,
  'signedForms.templates' | 'signedForms.saveTemplate' | 'signedForms.archiveTemplate' | 'signedForms.removeTemplate'
> = {
  'signedForms.templates': (context, { includeArchived }) => ({ templates: list(context, includeArchived) }),
  'signedForms.saveTemplate': save,
  'signedForms.archiveTemplate': (context, { templateId, isArchived }) =>
    archiveDefinition(context, upkeep, requireTemplate(context, templateId), isArchived),
  'signedForms.removeTemplate': (context, { templateId }) =>
    removeDefinition(context, upkeep, requireTemplate(context, templateId)),
};
