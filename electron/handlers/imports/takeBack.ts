import { z } from 'zod';
import { customValueSchema } from '../../../shared/contract/customFields.ts';
import { newCustomerSchema } from '../../../shared/contract/customers.ts';
import { fieldValueText } from '../../../shared/domain/customFields.ts';
import { thingId } from '../../../shared/types/ids.ts';
import { listContactMethods, primaryOf } from '../../store/contactMethods.ts';
import { listCustomFields, listCustomValues, setCustomValue } from '../../store/customFields.ts';
import {
  deleteAddedContactMethods,
  deleteAdditionsTo,
  deleteFactsOfImport,
  deleteImportedFacts,
  deleteImportedPeriods,
  deleteNewcomersOfImport,
  deleteTagsOfImport,
  listFieldsChangedSince,
  listPresent,
  listThingValuesOfImport,
  listUpdatesOfImport,
  listValuesOfImport,
  restorePhoneMarks,
} from '../../store/importUndo.ts';
import type { Part } from '../../store/importUndo.ts';
import { listConversionsOfImport } from '../../store/prospects.ts';
import { refreshSummaries } from '../../store/summaries.ts';
import { takeTierBack } from '../tiers/climb.ts';
import { findThing, updateThing } from '../../store/things.ts';
import type { StoreContext } from '../context.ts';
import { takeImportConversionsBack } from '../customers/conversion.ts';
import { thingValuesSchema } from './thingValues.ts';
import type { TakenBack } from './types.ts';
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
const takeBackValues = ({ database }: StoreContext, part: Part): number => {
  const values = listValuesOfImport(database, part);
  if (values.length === 0) return 0;
  const fields = listCustomFields(database, true);
  let kept = 0;
  for (const { customerId, rowId, value } of values) {
    const field = fields.find(({ id }) => rowId === `${customerId} ${id}`);
    if (!field) continue;
    const { before, after } = valueSchema.parse(JSON.parse(value));
    const present = listCustomValues(database, [customerId], fields).get(customerId)?.get(field.id) ?? null;
    if (fieldValueText(field, present) === fieldValueText(field, after)) setCustomValue(database, customerId, field, before);
    else kept += 1;
  }
  return kept;
};

const thingChangeSchema = z.object({ before: thingValuesSchema, after: thingValuesSchema });

/** Gives things their former values back, but for those changed since: so many stay. */
const takeBackThings = (context: StoreContext, part: Part): number => {
  const { database } = context;
  let kept = 0;
  for (const { rowId, value } of listThingValuesOfImport(database, part)) {
    const thing = findThing(database, thingId(rowId));
    if (!thing) continue;
    const { before, after } = thingChangeSchema.parse(JSON.parse(value));
    const { name, fields, birthDate, note } = thing;
    if (JSON.stringify({ name, fields, birthDate, note }) === JSON.stringify(after))
      updateThing(database, thing.id, before, context.now());
    else kept += 1;
  }
  return kept;
};

const withoutMarks = (stored: unknown): unknown =>
  typeof stored === 'object' && stored !== null
    ? Object.fromEntries(Object.entries(stored).filter(([name]) => name !== 'phoneMarks'))
    : stored;

/**
 * Takes an import back from some people, in one transaction: its visits and points are deleted, what it changed about them gets its former
 * values, and those it brought are deleted, but for those with whom there has been other business since, and whoever brought one who
 * stays: so whoever was brought comes before, or together with, whoever brought them. Done twice it does nothing more.
 */
export const takeBackPeople = (context: StoreContext, part: Part): TakenBack => {
  const { database } = context;
  let valuesKept = 0;
  for (const update of listUpdatesOfImport(database, part)) valuesKept += takeBackUpdate(context, update);
  valuesKept += deleteAddedContactMethods(database, part);
  valuesKept += takeBackValues(context, part);
  valuesKept += takeBackThings(context, part);
  deleteImportedPeriods(database, part);
  valuesKept += deleteImportedFacts(database, part);
  deleteTagsOfImport(database, part);
  const converted = listConversionsOfImport(database, part.importId, part.customerIds);
  const { visits } = deleteFactsOfImport(database, part);
  takeImportConversionsBack(context, converted);
  deleteAdditionsTo(database, part);
  const { removed, kept } = deleteNewcomersOfImport(database, part);
  const present = listPresent(database, part.customerIds);
  refreshSummaries(database, present);
  for (const customerId of present) takeTierBack(context, customerId);
  return { customersRemoved: removed, customersKept: kept.length, visitsRemoved: visits, valuesKept };
};
