import { z } from 'zod';
import { newCustomerSchema } from '../../../shared/contract/customers.ts';
import { AppError } from '../../../shared/errors.ts';
import { importId as toImportId } from '../../../shared/types/ids.ts';
import type { CustomerId, ImportId } from '../../../shared/types/ids.ts';
import { insertChange } from '../../store/changes.ts';
import { insertContactMethod, listContactMethods, primaryOf } from '../../store/contactMethods.ts';
import { findCustomerById } from '../../store/customers.ts';
import { invalidateRun } from '../../store/engine.ts';
import {
  findStandingImport,
  hasScratchConflict,
  insertEmptySummaries,
  insertImport,
  insertImportAddition,
  listPeopleWithFactsInScratch,
  listUpdatesOfScratch,
  putImportMapping,
} from '../../store/imports.ts';
import { attachScratch, takeOverScratch } from '../../store/scratch.ts';
import { forgetSearchIndex } from '../../store/searchIndex.ts';
import { refreshSummaries } from '../../store/summaries.ts';
import type { StoreContext } from '../context.ts';
import { newContactSchema } from './contacts.ts';
import { extrasSchema, extrasWriter } from './extras.ts';
import type { ImportCommit, ImportCommitted } from './types.ts';
import { differences, readImportedValues, writeImportedValues } from './updates.ts';

const updateSchema = z.object({
  fields: newCustomerSchema.partial(),
  contacts: z.array(newContactSchema),
  extras: extrasSchema,
  fileWins: z.boolean(),
});

type Update = z.output<typeof updateSchema>;

/** Adds further ways to reach somebody, noted one by one for the undo. */
const addContacts = (context: StoreContext, importId: ImportId, customerId: CustomerId, contacts: Update['contacts']): void => {
  const { database } = context;
  for (const contact of contacts) {
    const rowId = context.newId();
    insertContactMethod(database, { ...contact, id: rowId, customerId, isPrimary: false, at: context.now() });
    insertImportAddition(database, {
      import_id: importId,
      kind: 'contact_method',
      row_id: rowId,
      customer_id: customerId,
      value: contact.value,
    });
  }
};

/** One customer's new values, compared once more with what stands there now; the former ones are kept for the undo. */
const applyUpdate = (
  context: StoreContext,
  importId: ImportId,
  { customerId, changes: text }: { readonly customerId: CustomerId; readonly changes: string },
  writeExtras: ReturnType<typeof extrasWriter>,
): void => {
  const { database } = context;
  const record = findCustomerById(database, customerId);
  if (!record) throw new AppError('conflict', { reason: 'store_changed' });
  const update = updateSchema.parse(JSON.parse(text));
  const present = readImportedValues(database, record);
  const changes = differences(present, update.fields);
  const fields = Object.keys(changes);
  const hasNewExtras = writeExtras(customerId, update.extras, update.fileWins);
  // What a newcomer brings is told by the entry of the import itself.
  if (record.import_id === importId || (fields.length === 0 && update.contacts.length === 0 && !hasNewExtras)) return;
  const phone = primaryOf(listContactMethods(database, customerId), 'phone');
  const before = Object.fromEntries(Object.entries(present).filter(([field]) => fields.includes(field)));
  writeImportedValues(database, customerId, changes, { at: context.now(), newId: () => context.newId() });
  addContacts(context, importId, customerId, update.contacts);
  insertChange(database, {
    id: context.newId(),
    customerId,
    at: context.now(),
    businessDate: context.today(),
    action: 'imported',
    fields: [...fields, ...(update.contacts.length > 0 ? ['contactMethods'] : []), ...(hasNewExtras ? ['tags'] : [])],
    before: { ...before, ...(phone && { phoneMarks: { isValid: phone.is_valid, verifiedOn: phone.verified_on } }) },
    importId,
    staffId: context.actor.staffId,
  });
};

/** Keeps what was chosen for the next file with this header. */
const keepMapping = (context: StoreContext, { signature, form, mapping, choices }: ImportCommit): void => {
  if (signature === null) return;
  putImportMapping(context.database, {
    signature,
    form,
    mapping: JSON.stringify(mapping),
    choices: JSON.stringify(choices),
    used_at: context.now(),
  });
};

/**
 * Takes over what the engine has read, all of it or nothing: runs inside the writer's one transaction. The scratch file stays attached
 * until that transaction is over; the worker lets go of it then. Errors: import_already_done, conflict (the store has changed since the
 * file was read), disk_full.
 */
export const commitImport = (context: StoreContext, input: ImportCommit): ImportCommitted => {
  const { database } = context;
  const importId = toImportId(input.importId);
  const standing = input.again ? undefined : findStandingImport(database, input.sha256, input.form);
  if (standing) throw new AppError('import_already_done', { importId: standing.id, at: standing.at });

  attachScratch(database, input.scratchPath);
  if (hasScratchConflict(database)) throw new AppError('conflict', { reason: 'store_changed' });
  forgetSearchIndex(database);
  insertImport(database, {
    id: importId,
    at: context.now(),
    file_name: input.fileName,
    file_sha256: input.sha256,
    form: input.form,
    mapping: JSON.stringify(input.mapping),
    columns: JSON.stringify(input.columns),
    counts: JSON.stringify(input.counts),
    staff_id: context.actor.staffId,
    undone_at: null,
  });
  takeOverScratch(database);
  const writeExtras = extrasWriter(context, importId);
  for (const update of listUpdatesOfScratch(database)) applyUpdate(context, importId, update, writeExtras);
  refreshSummaries(database, listPeopleWithFactsInScratch(database));
  insertEmptySummaries(database);
  keepMapping(context, input);
  invalidateRun(database);
  context.changed(['customers', 'visits', 'points', 'segments', 'callbacks', 'imports', 'tags', 'customFields']);
  return { importId };
};
