import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { contract } from '../../../shared/contract.ts';
import { ageOn, statedAgeOn } from '../../../shared/domain/ages.ts';
import { birthdayOptionsOf } from '../../../shared/domain/birthdays.ts';
import { fittedAnswers } from '../../../shared/domain/signedForms/answers.ts';
import { formStateOn, formValidUntil, needsGuardian } from '../../../shared/domain/signedForms/state.ts';
import { isSignature } from '../../../shared/domain/signedForms/strokes.ts';
import { AppError } from '../../../shared/errors.ts';
import { signedFormId as toFormId } from '../../../shared/types/ids.ts';
import type { CustomerId, SignedFormId } from '../../../shared/types/ids.ts';
import { findCustomerById } from '../../store/customers.ts';
import { birthdayAmong, listImportantDates } from '../../store/importantDates.ts';
import {
  countSignedForms,
  findSignedForm,
  insertSignedForm,
  listSignedForms,
  markSignedFormVoided,
  readSignedForm,
} from '../../store/signedForms.ts';
import type { SignedFormRow } from '../../store/signedForms.ts';
import type { BaseContext, HandlersOf, StoreContext } from '../context.ts';
import { noteEdit } from '../changeNotes.ts';
import { timeOfFact } from '../factTime.ts';
import { requireKnownCustomer, requirePresentCustomer } from '../references.ts';
import { maySeeGroup } from '../sight.ts';
import { formPage } from './page.ts';
import { adoptTemplate, requireTemplate } from './templates.ts';
import { refuseField } from '../refuseField.ts';

type Form = OutputOf<'signedForms.list'>['rows'][number];

const formOf = (context: BaseContext, row: SignedFormRow): Form => ({
  id: row.id,
  templateId: row.template_id,
  name: row.name,
  version: row.version,
  isPrivate: row.is_private === 1,
  signedOn: row.signed_on,
  at: row.at,
  validUntil: row.valid_until,
  state: formStateOn(
    { validUntil: row.valid_until, isVoided: row.voided_at !== null, isSuperseded: row.is_superseded === 1 },
    context.today(),
  ),
  way: row.way,
  signer: row.signer,
  isGuardian: row.is_guardian === 1,
  staffName: row.staff_name,
});

const requireForm = (context: StoreContext, customerId: CustomerId, formId: SignedFormId): SignedFormRow => {
  const found = findSignedForm(context.database, formId);
  if (found?.customer_id !== customerId) throw new AppError('not_found', { what: 'signed_form' });
  if (found.is_private === 1 && !maySeeGroup(context, 'health'))
    throw new AppError('not_permitted', { permission: 'private.health' });
  return found;
};

const { answers: answersSchema, strokes: strokesSchema } = contract.signedForms.findById.output.shape;

/** One form whole: its words, answers and signature. */
const wholeForm = (context: StoreContext, row: SignedFormRow): OutputOf<'signedForms.findById'> => {
  const whole = readSignedForm(context.database, row.id);
  if (!whole) throw new AppError('not_found', { what: 'signed_form' });
  return {
    ...formOf(context, row),
    text: whole.text,
    answers: answersSchema.parse(JSON.parse(whole.answers)),
    strokes: strokesSchema.parse(JSON.parse(whole.strokes)),
  };
};

/** Years of age on the shop's day, as well as they are known. */
const ageOf = (context: BaseContext, customerId: CustomerId): number | null => {
  const { database } = context;
  const birthday = birthdayAmong(listImportantDates(database, customerId));
  const born = birthday === null ? null : ageOn(birthday, context.today(), birthdayOptionsOf(context.settings()));
  if (born !== null) return born;
  const row = findCustomerById(database, customerId);
  return row?.stated_age == null || row.stated_age_on === null
    ? null
    : statedAgeOn({ years: row.stated_age, on: row.stated_age_on }, context.today());
};

/** What the timeline says of a form: never which, for it may be private (X40). */
const note = (context: StoreContext, customerId: CustomerId, before: object): void => {
  noteEdit(context, customerId, ['signedForms'], before, ['signedForms']);
};

const sign = (context: StoreContext, input: HandlerInput<'signedForms.sign'>): OutputOf<'signedForms.sign'> => {
  const { customerId, way, strokes, signer, isGuardian } = input;
  requirePresentCustomer(context, customerId);
  const template = requireTemplate(context, input.templateId);
  if (template.version !== input.version) throw new AppError('conflict', { reason: 'form_changed' });
  if (template.isArchived) throw new AppError('conflict', { reason: 'form_archived' });
  if (needsGuardian(ageOf(context, customerId)) && !isGuardian) refuseField('isGuardian', 'guardian_needed');
  if (way === 'drawn' ? !isSignature(strokes) : strokes.length > 0) refuseField('strokes', 'signature_needed');
  const fitted = fittedAnswers(template.questions, input.answers, way === 'paper');
  if (fitted.problem !== null) return refuseField(`answers.${fitted.problem.key}`, fitted.problem.issue);
  const { at, businessDate } = timeOfFact(context, way === 'paper' ? input.on : null);
  adoptTemplate(context, template);
  const formId = toFormId(context.newId());
  insertSignedForm(context.database, {
    id: formId,
    customer_id: customerId,
    template_id: template.id,
    version: template.version,
    name: template.name,
    text: template.text,
    answers: JSON.stringify(fitted.answers),
    way,
    strokes: JSON.stringify(strokes),
    signer,
    is_guardian: isGuardian ? 1 : 0,
    at,
    signed_on: businessDate,
    valid_until: formValidUntil(businessDate, template.validMonths),
    staff_id: context.actor.staffId,
    created_at: context.now(),
    voided_at: null,
  });
  note(context, customerId, {});
  return { formId };
};

const setVoided = (
  context: StoreContext,
  { customerId, formId }: HandlerInput<'signedForms.void'>,
  isVoided: boolean,
): Record<never, never> => {
  requirePresentCustomer(context, customerId);
  const form = requireForm(context, customerId, formId);
  if ((form.voided_at !== null) === isVoided) throw new AppError('already_undone');
  markSignedFormVoided(context.database, formId, isVoided ? context.now() : null);
  note(context, customerId, { formId, isVoided: !isVoided });
  return {};
};

const nameOf = (context: BaseContext, customerId: CustomerId | null): string | null =>
  customerId === null ? null : (findCustomerById(context.database, customerId)?.name ?? null);

/** Whatever was signed stays as it was signed: here is no change, only voiding and signing anew (X27). */
export const signing: Pick<
  HandlersOf<'signedForms'>,
  | 'signedForms.list'
  | 'signedForms.findById'
  | 'signedForms.due'
  | 'signedForms.sign'
  | 'signedForms.void'
  | 'signedForms.restore'
  | 'signedForms.document'
> = {
  'signedForms.list': (context, { customerId, ...page }) => {
    requireKnownCustomer(context, customerId);
    const seesHealth = maySeeGroup(context, 'health');
    return {
      total: countSignedForms(context.database, customerId, seesHealth),
      rows: listSignedForms(context.database, customerId, seesHealth, page).map((row) => formOf(context, row)),
    };
  },
  'signedForms.findById': (context, { customerId, formId }) => wholeForm(context, requireForm(context, customerId, formId)),
  'signedForms.due': (context, { customerId }) => {
    requireKnownCustomer(context, customerId);
    const rows = listSignedForms(context.database, customerId, maySeeGroup(context, 'health'));
    return {
      needsGuardian: needsGuardian(ageOf(context, customerId)),
      forms: rows
        .filter((row) => row.template_archived_at === null)
        .map((row) => formOf(context, row))
        .filter(({ state }) => state === 'near' || state === 'expired')
        .map(({ id, templateId, name, validUntil, state }) => ({ id, templateId, name, validUntil, state })),
    };
  },
  'signedForms.sign': sign,
  'signedForms.void': (context, input) => setVoided(context, input, true),
  'signedForms.restore': (context, input) => setVoided(context, input, false),
  'signedForms.document': (context, { templateId, customerId, formId }) => {
    const settings = context.settings();
    const about = { language: settings.language, shopName: settings.shopName, today: context.today() };
    if (formId !== null) {
      if (customerId === null) return refuseField('customerId', 'unknown_customer');
      const form = wholeForm(context, requireForm(context, customerId, formId));
      return { html: formPage({ ...about, customerName: nameOf(context, customerId), form }) };
    }
    if (customerId !== null) requireKnownCustomer(context, customerId);
    const template = requireTemplate(context, templateId);
    return { html: formPage({ ...about, customerName: nameOf(context, customerId), form: template }) };
  },
};
