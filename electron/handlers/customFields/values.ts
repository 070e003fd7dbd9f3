import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import type { CustomerValue, GivenValue } from '../../../shared/contract/customFields.ts';
import { fieldValueText, fittedValue } from '../../../shared/domain/customFields.ts';
import type { FieldValue } from '../../../shared/domain/customFields.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CustomFieldId, CustomerId } from '../../../shared/types/ids.ts';
import { listCustomFields, listCustomValues, setCustomValue } from '../../store/customFields.ts';
import { noteEdit } from '../changeNotes.ts';
import type { HandlersOf, StoreContext } from '../context.ts';
import { requirePresentCustomer } from '../references.ts';

const refuse = (path: string, message: string): never => {
  throw new AppError('bad_input', { issues: [{ path, message }] });
};

/** What the timeline and the changes call a custom field. */
const changeName = (fieldId: CustomFieldId): string => `custom.${fieldId}`;

const copied = (value: FieldValue): GivenValue['value'] => {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return [...value];
};

/** A customer's values in the order of the fields; fields nobody has filled are left out. */
export const valuesOfCustomer = ({ database }: Pick<StoreContext, 'database'>, customerId: CustomerId): CustomerValue[] => {
  const fields = listCustomFields(database, true);
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
  { database }: StoreContext,
  customerId: CustomerId,
  given: readonly GivenValue[],
  at: string,
): GivenValue[] => {
  const fields = new Map(listCustomFields(database, true).map((field) => [field.id, field]));
  const present = listCustomValues(database, [customerId], [...fields.values()]).get(customerId);
  const before = new Map<CustomFieldId, GivenValue>();
  given.forEach(({ fieldId, value: wanted }, index) => {
    const field = fields.get(fieldId);
    if (!field) throw new AppError('not_found', { what: 'custom_field' });
    const fitted = fittedValue(field, wanted);
    if (fitted.issue !== null) return refuse(`${at}.${index}.value`, fitted.issue);
    const former = copied(present?.get(fieldId) ?? null);
    if (JSON.stringify(fitted.value) === JSON.stringify(former) && !before.has(fieldId)) return;
    if (!before.has(fieldId)) before.set(fieldId, { fieldId, value: former });
    setCustomValue(database, customerId, field, fitted.value);
  });
  return [...before.values()];
};

const saveValues = (
  context: StoreContext,
  { customerId, values }: HandlerInput<'customFields.saveValues'>,
): OutputOf<'customFields.saveValues'> => {
  requirePresentCustomer(context, customerId);
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
