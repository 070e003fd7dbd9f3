import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import type { CustomerValue, GivenValue } from '../../../shared/contract/customFields.ts';
import { fieldValueText, fittedValue } from '../../../shared/domain/customFields.ts';
import type { FieldValue } from '../../../shared/domain/customFields.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CustomFieldId, CustomerId } from '../../../shared/types/ids.ts';
import { listCustomFields, listCustomValues, setCustomValue } from '../../store/customFields.ts';
import { noteEdit } from '../changeNotes.ts';
import type { HandlersOf, StoreContext } from '../context.ts';
import { hiddenFields, requireSeenField } from '../sight.ts';
import { requirePresentCustomer } from '../references.ts';
import { refuseField } from '../refuseField.ts';

const isUnknown = (value: GivenValue['value']): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** What the timeline and the changes call a custom field. */
const changeName = (fieldId: CustomFieldId): string => `custom.${fieldId}`;

const copied = (value: FieldValue): GivenValue['value'] => {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return [...value];
};

/** A customer's values in the order of the fields; fields nobody has filled are left out. */
export const valuesOfCustomer = (context: Pick<StoreContext, 'database' | 'actor'>, customerId: CustomerId): CustomerValue[] => {
  const { database } = context;
  const hidden = hiddenFields(context);
  const fields = listCustomFields(database, true).filter(({ id }) => !hidden.has(id));
  const values = listCustomValues(database, [customerId], fields).get(customerId);
  return fields.flatMap((field) => {
    const value = values?.get(field.id) ?? null;
    if (value === null) return [];
    return [{ fieldId: field.id, name: field.name, type: field.type, value: copied(value), text: fieldValueText(field, value) }];
  });
};

/**
 * Writes values of one customer, each as its field wants it, and returns the former ones of those that changed. `at` is where the
 * values stand in the input.
 */
export const writeValues = (
  context: StoreContext,
  customerId: CustomerId,
  given: readonly GivenValue[],
  at: string,
): GivenValue[] => {
  const { database } = context;
  const hidden = hiddenFields(context);
  const fields = new Map(listCustomFields(database, true).map((field) => [field.id, field]));
  const present = listCustomValues(database, [customerId], [...fields.values()]).get(customerId);
  const before = new Map<CustomFieldId, GivenValue>();
  given.forEach(({ fieldId, value: wanted }, index) => {
    const field = fields.get(fieldId);
    if (!field) throw new AppError('not_found', { what: 'custom_field' });
    // Before looking at what is stored: whoever may not see a value cannot find it out by trying either.
    requireSeenField(hidden, fieldId);
    const fitted = fittedValue(field, wanted);
    if (fitted.issue !== null) return refuseField(`${at}.${index}.value`, fitted.issue);
    const former = copied(present?.get(fieldId) ?? null);
    if (JSON.stringify(fitted.value) === JSON.stringify(former) && !before.has(fieldId)) return;
    if (!before.has(fieldId)) before.set(fieldId, { fieldId, value: former });
    setCustomValue(database, customerId, field, fitted.value);
  });
  return [...before.values()];
};

/**
 * Throws bad_input that names every required field without a value: `customFields.<fieldId>`, `required`. For somebody new; a card
 * that came from a file may lack them until somebody fills them in.
 */
export const requireRequiredValues = (context: StoreContext, given: readonly GivenValue[]): void => {
  // Nobody can be asked for what they may not see.
  const hidden = hiddenFields(context);
  const known = new Set(given.flatMap(({ fieldId, value }) => (isUnknown(value) ? [] : [fieldId])));
  const missing = listCustomFields(context.database).filter(
    ({ id, isRequired }) => isRequired && !known.has(id) && !hidden.has(id),
  );
  if (missing.length > 0)
    throw new AppError('bad_input', { issues: missing.map(({ id }) => ({ path: `customFields.${id}`, message: 'required' })) });
};

/** What is required and known is not emptied; only an undo puts back that it was not known. */
const requireNotEmptied = ({ database }: StoreContext, given: readonly GivenValue[]): void => {
  const required = new Set(listCustomFields(database).flatMap(({ id, isRequired }) => (isRequired ? [id] : [])));
  given.forEach(({ fieldId, value }, index) => {
    if (required.has(fieldId) && isUnknown(value)) refuseField(`values.${index}.value`, 'required');
  });
};

const saveValues = (
  context: StoreContext,
  { customerId, values, isUndo }: HandlerInput<'customFields.saveValues'>,
): OutputOf<'customFields.saveValues'> => {
  requirePresentCustomer(context, customerId);
  if (!isUndo) requireNotEmptied(context, values);
  const before = writeValues(context, customerId, values, 'values');
  if (before.length > 0) {
    const names = before.map(({ fieldId }) => changeName(fieldId));
    const former = Object.fromEntries(before.map(({ fieldId, value }) => [changeName(fieldId), value]));
    noteEdit(context, customerId, names, former, ['customers']);
  }
  return { before };
};

/** Values of one customer, edited where they stand. */
export const customFieldValues: Pick<HandlersOf<'customFields'>, 'customFields.saveValues'> = {
  'customFields.saveValues': saveValues,
};
