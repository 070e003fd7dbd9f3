import { z } from 'zod';
import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { customValueSchema } from '../../../shared/contract/customFields.ts';
import { newCustomerSchema } from '../../../shared/contract/customers.ts';
import { fieldValueText } from '../../../shared/domain/customFields.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ImportId } from '../../../shared/types/ids.ts';
import { listCustomFields, listCustomValues, setCustomValue } from '../../store/customFields.ts';
import { listContactMethods, primaryOf } from '../../store/contactMethods.ts';
import { invalidateRun } from '../../store/engine.ts';
import { findImport } from '../../store/imports.ts';
import {
  deleteAddedContactMethods,
  deleteFactsOfImport,
  deleteLibraryOfImport,
  deleteNewcomersOfImport,
  deleteTagsOfImport,
  listFieldsChangedSince,
  listPeopleOfImport,
  listPresent,
  listUpdatesOfImport,
  listValuesOfImport,
  markImportUndone,
  restorePhoneMarks,
} from '../../store/importUndo.ts';
import { forgetSearchIndex } from '../../store/searchIndex.ts';
import { refreshSummaries } from '../../store/summaries.ts';
import type { StoreContext } from '../context.ts';
import { writeImportedValues } from './updates.ts';

const beforeSchema = newCustomerSchema.partial();
const marksSchema = z.object({
  phoneMarks: z.object({ isValid: z.union([z.literal(0), z.literal(1)]), verifiedOn: z.string().nullable() }).optional(),
});

type Update = ReturnType<typeof listUpdatesOfImport>[number];

/** Gives a customer the values back that the import replaced, but for fields that somebody has changed since: so many stay. */
const takeBackUpdate = (context: StoreContext, update: Update): number => {
  const { database } = context;
  const customerId = update.customer_id;
  const since = listFieldsChangedSince(database, { id: update.id, customerId, at: update.at });
  const stored: unknown = JSON.parse(update.before);
  const before = beforeSchema.parse(withoutMarks(stored));
  const values = Object.fromEntries(Object.entries(before).filter(([field]) => !since.has(field)));
  writeImportedValues(database, customerId, values, { at: context.now(), newId: () => context.newId() });
  const { phoneMarks } = marksSchema.parse(stored);
  const phone = primaryOf(listContactMethods(database, customerId), 'phone');
  if (phone && phoneMarks && 'phone' in values) restorePhoneMarks(database, phone.id, phoneMarks);
  return Object.keys(before).length - Object.keys(values).length;
};

const valueSchema = z.object({ before: customValueSchema, after: customValueSchema });

/** Gives values of own fields back what they were, but for those changed since: so many stay. */
const takeBackValues = ({ database }: StoreContext, importId: ImportId): number => {
  const fields = listCustomFields(database, true);
  let kept = 0;
  for (const { customerId, rowId, value } of listValuesOfImport(database, importId)) {
    const field = fields.find(({ id }) => rowId === `${customerId} ${id}`);
    if (!field) continue;
    const { before, after } = valueSchema.parse(JSON.parse(value));
    const present = listCustomValues(database, [customerId], fields).get(customerId)?.get(field.id) ?? null;
    if (fieldValueText(field, present) === fieldValueText(field, after)) setCustomValue(database, customerId, field, before);
    else kept += 1;
  }
  return kept;
};

const withoutMarks = (stored: unknown): unknown =>
  typeof stored === 'object' && stored !== null
    ? Object.fromEntries(Object.entries(stored).filter(([name]) => name !== 'phoneMarks'))
    : stored;

/**
 * Takes a whole import back in one transaction: its visits and points are deleted, what it changed about people gets its former values,
 * and the people it brought are deleted, but for those with whom there has been other business since. The import itself stays in the
 * list, marked. Errors: not_found, already_undone.
 */
export const undoImport = (context: StoreContext, { importId }: HandlerInput<'imports.undo'>): OutputOf<'imports.undo'> => {
  const { database } = context;
  const found = findImport(database, importId);
  if (!found) throw new AppError('not_found', { what: 'import' });
  if (found.undone_at !== null) throw new AppError('already_undone', {});

  forgetSearchIndex(database);
  const people = listPeopleOfImport(database, importId);
  let valuesKept = 0;
  for (const update of listUpdatesOfImport(database, importId)) valuesKept += takeBackUpdate(context, update);
  valuesKept += deleteAddedContactMethods(database, importId);
  valuesKept += takeBackValues(context, importId);
  deleteTagsOfImport(database, importId);
  const { visits } = deleteFactsOfImport(database, importId);
  const { removed, kept } = deleteNewcomersOfImport(database, importId);
  deleteLibraryOfImport(database, importId);
  refreshSummaries(database, listPresent(database, people));
  markImportUndone(database, importId, context.now());
  invalidateRun(database);
  context.changed(['customers', 'visits', 'points', 'segments', 'callbacks', 'imports']);
  return { customersRemoved: removed, customersKept: kept, visitsRemoved: visits, valuesKept };
};
