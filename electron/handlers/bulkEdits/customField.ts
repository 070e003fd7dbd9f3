import type { BulkAction } from '../../../shared/contract/bulkEdits.ts';
import { customValueSchema } from '../../../shared/contract/customFields.ts';
import type { CustomField } from '../../../shared/contract/customFields.ts';
import { fieldValueText, fittedValue } from '../../../shared/domain/customFields.ts';
import type { FieldValue } from '../../../shared/domain/customFields.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { listColumn } from '../../store/bulkValues.ts';
import { findCustomField, listCustomValues, setCustomValue } from '../../store/customFields.ts';
import type { StoreDatabase } from '../../store/database.ts';
import type { BulkSteps, Note } from './steps.ts';
import { refuseField } from '../refuseField.ts';

type FieldAction = Extract<BulkAction, { kind: 'set_custom_field' }>;

const isSame = (one: FieldValue, other: FieldValue): boolean => JSON.stringify(one) === JSON.stringify(other);

const fitting = (field: CustomField, value: FieldValue): FieldValue => {
  const fitted = fittedValue(field, value);
  if (fitted.issue !== null) refuseField('action.value', fitted.issue);
  return fitted.value;
};

/** Sets one of the shop's own fields. Errors: not_found (custom_field), bad_input (a value that is none of the field). */
export const customFieldSteps = (source: StoreDatabase, action: FieldAction): BulkSteps => {
  const field = findCustomField(source, action.fieldId);
  if (!field) throw new AppError('not_found', { what: 'custom_field' });
  const value = fitting(field, action.value);
  const valuesOf = (database: StoreDatabase, ids: readonly CustomerId[]) => {
    const values = listCustomValues(database, ids, [field]);
    return (id: CustomerId): FieldValue => values.get(id)?.get(field.id) ?? null;
  };
  const note = (before: FieldValue): Note => ({
    action: 'edited',
    fields: ['customFields'],
    before: { customFields: [{ fieldId: field.id, value: before }] },
  });
  const text = (given: FieldValue): string | null => (given === null ? null : fieldValueText(field, given));
  return {
    standings: (database, ids) => {
      const present = valuesOf(database, ids);
      return listColumn(database, 'removed_at', ids)
        .filter(({ removedAt }) => removedAt === null)
        .map(({ id }) => ({ id, before: present(id), isSo: isSame(present(id), value) }));
    },
    write: (context, { id, before }) => {
      setCustomValue(context.database, id, field, value);
      return { note: note(customValueSchema.parse(before)), kept: before };
    },
    putBack: (context, id, before) => {
      if (!isSame(valuesOf(context.database, [id])(id), value)) return null;
      setCustomValue(context.database, id, field, fitting(field, customValueSchema.parse(before)));
      return { note: note(value) };
    },
    words: (_, before) => ({ before: text(customValueSchema.parse(before)), after: text(value) }),
  };
};
