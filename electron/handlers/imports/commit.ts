import { z } from 'zod';
import type { Topic } from '../../../shared/contract.ts';
import { newCustomerSchema } from '../../../shared/contract/customers.ts';
import { expiringFactIdSchema, localDateSchema, thingIdSchema } from '../../../shared/contract/values.ts';
import { AppError } from '../../../shared/errors.ts';
import { contactMethodId, expiringPeriodId, importId as toImportId } from '../../../shared/types/ids.ts';
import type { CustomerId, ImportId } from '../../../shared/types/ids.ts';
import { insertChange } from '../../store/changes.ts';
import { listContactMethods, primaryOf, putContactMethod } from '../../store/contactMethods.ts';
import { findCustomerById } from '../../store/customers.ts';
import { invalidateRun } from '../../store/engine.ts';
import {
  findImport,
  findStandingImport,
  hasScratchConflict,
  insertEmptySummaries,
  insertImport,
  insertImportAddition,
  listPeopleInLine,
  listPeopleWithFactsInScratch,
  listUpdatesOfScratch,
  putImportMapping,
  setImportState,
} from '../../store/imports.ts';
import { insertConsentsOfImport } from '../../store/consents.ts';
import { attachScratch, takeOverPeople, takeOverReferrers, takeOverRejectedRows } from '../../store/scratch.ts';
import type { Places } from '../../store/scratch.ts';
import { refreshSummaries } from '../../store/summaries.ts';
import { figuresIn } from '../audit/notes.ts';
import { recordAudit } from '../audit/record.ts';
import type { StoreContext } from '../context.ts';
import { timed } from '../pace.ts';
import type { Timed } from '../pace.ts';
import { convertOnImport } from '../customers/conversion.ts';
import { insertPeriod } from '../../store/expiringFacts.ts';
import { findThing, updateThing } from '../../store/things.ts';
import { newContactSchema } from './contacts.ts';
import { thingValuesSchema } from './thingValues.ts';
import { extrasSchema, extrasWriter } from './extras.ts';
import type { ImportOfFile, ImportPart } from './types.ts';
import { differences, readImportedValues, writeImportedValues } from './updates.ts';

const updateSchema = z.object({
  fields: newCustomerSchema.partial(),
  contacts: z.array(newContactSchema),
  extras: extrasSchema,
  fileWins: z.boolean(),
  facts: z.object({
    names: z.array(z.string()),
    thingValues: z.array(z.object({ thingId: thingIdSchema, values: thingValuesSchema })),
    renewals: z.array(z.object({ factId: expiringFactIdSchema, validUntil: localDateSchema })),
  }),
});

type Update = z.output<typeof updateSchema>;

/** Adds further ways to reach somebody, noted one by one for the undo. */
const addContacts = (context: StoreContext, importId: ImportId, customerId: CustomerId, contacts: Update['contacts']): void => {
  const { database } = context;
  for (const contact of contacts) {
    const rowId = context.newId();
    putContactMethod(database, customerId, {
      id: contactMethodId(rowId),
      type: contact.type,
      label: contact.label,
      value: contact.value,
      e164: contact.e164,
      is_primary: 0,
      is_valid: contact.isValid ? 1 : 0,
      verified_on: contact.verifiedOn,
      created_at: context.now(),
    });
    insertImportAddition(database, {
      import_id: importId,
      kind: 'contact_method',
      row_id: rowId,
      customer_id: customerId,
      value: contact.value,
    });
  }
};

/** Gives things their new values and lengthens what runs out, each noted for the undo. */
const changeThings = (context: StoreContext, importId: ImportId, customerId: CustomerId, { facts }: Update): void => {
  const { database } = context;
  for (const { thingId, values } of facts.thingValues) {
    const present = findThing(database, thingId);
    if (present?.customerId !== customerId || present.removedAt !== null)
      throw new AppError('conflict', { reason: 'store_changed' });
    const { name, fields, birthDate, note } = present;
    updateThing(database, thingId, values, context.now());
    insertImportAddition(database, {
      import_id: importId,
      kind: 'thing_values',
      row_id: thingId,
      customer_id: customerId,
      value: JSON.stringify({ before: { name, fields, birthDate, note }, after: values }),
    });
  }
  for (const { factId, validUntil } of facts.renewals) {
    const id = expiringPeriodId(context.newId());
    const { staffId } = context.actor;
    insertPeriod(database, { id, factId, at: context.now(), renewedOn: context.today(), validUntil, staffId });
    insertImportAddition(database, {
      import_id: importId,
      kind: 'expiring_period',
      row_id: id,
      customer_id: customerId,
      value: factId,
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
  const { names } = update.facts;
  if (record.import_id === importId) return;
  if (fields.length === 0 && update.contacts.length === 0 && !hasNewExtras && names.length === 0) return;
  const phone = primaryOf(listContactMethods(database, customerId), 'phone');
  const before = Object.fromEntries(Object.entries(present).filter(([field]) => fields.includes(field)));
  writeImportedValues(database, customerId, changes, { at: context.now(), newId: () => context.newId() });
  addContacts(context, importId, customerId, update.contacts);
  changeThings(context, importId, customerId, update);
  insertChange(database, {
    id: context.newId(),
    customerId,
    at: context.now(),
    businessDate: context.today(),
    action: 'imported',
    fields: [...fields, ...(update.contacts.length > 0 ? ['contactMethods'] : []), ...(hasNewExtras ? ['tags'] : []), ...names],
    before: { ...before, ...(phone && { phoneMarks: { isValid: phone.is_valid, verifiedOn: phone.verified_on } }) },
    importId,
    staffId: context.actor.staffId,
  });
};

/** Keeps what was chosen for the next file with this header. */
const keepMapping = (context: StoreContext, { signature, form, mapping, choices }: ImportOfFile): void => {
  if (signature === null) return;
  putImportMapping(context.database, {
    signature,
    form,
    mapping: JSON.stringify(mapping),
    choices: JSON.stringify(choices),
    used_at: context.now(),
  });
};

/** What an import, coming in or going back, may change on any screen. */
export const topicsOfImport: readonly Topic[] = [
  'customers',
  'visits',
  'points',
  'segments',
  'callbacks',
  'imports',
  'tags',
  'customFields',
  'things',
  'interests',
  'safety',
];

/**
 * Notes that an import is on its way in: until `finishImport` whatever it has brought is taken back should it stop, by whoever runs it or by
 * the next start. Errors: import_already_done.
 */
export const beginImport = (context: StoreContext, input: ImportOfFile): null => {
  const { database } = context;
  const standing = input.again ? undefined : findStandingImport(database, input.sha256, input.form);
  if (standing) throw new AppError('import_already_done', { importId: standing.id, at: standing.at });
  insertImport(database, {
    id: toImportId(input.importId),
    at: context.now(),
    file_name: input.fileName,
    file_sha256: input.sha256,
    form: input.form,
    mapping: JSON.stringify(input.mapping),
    columns: JSON.stringify(input.columns),
    counts: JSON.stringify(input.counts),
    staff_id: context.actor.staffId,
    undone_at: null,
    state: 'committing',
    highest_number: input.highestNumber,
  });
  // From here on nobody's judgement is current, however this ends.
  invalidateRun(database);
  context.changed(['imports']);
  return null;
};

const requireCommitting = (context: StoreContext, importId: ImportId): void => {
  if (findImport(context.database, importId)?.state !== 'committing') throw new AppError('not_found', { what: 'import' });
};

/** Some people with all that belongs to them: each of them is whole once this is done. */
const takeOverPeopleAt = (context: StoreContext, importId: ImportId, places: Places): void => {
  const { database } = context;
  if (hasScratchConflict(database, places)) throw new AppError('conflict', { reason: 'store_changed' });
  takeOverPeople(database, places);
  const people = listPeopleInLine(database, places);
  const updates = listUpdatesOfScratch(database, places);
  const writeExtras = updates.length === 0 ? null : extrasWriter(context, importId);
  if (writeExtras) for (const update of updates) applyUpdate(context, importId, update, writeExtras);
  insertConsentsOfImport(database, importId, people, () => context.newId());
  convertOnImport(context, importId, people);
  refreshSummaries(database, listPeopleWithFactsInScratch(database, places));
  insertEmptySummaries(database, places);
};

/**
 * Takes over a part of what the engine has read: some people, some refused rows, or who brought some people. One transaction; the scratch
 * file stays attached for the next part. Errors: conflict (the store has changed since the file was read), not_found, disk_full.
 */
export const takeOverPart = (context: StoreContext, input: ImportPart): Timed => timed(() => takeOver(context, input));

const takeOver = (context: StoreContext, { importId: id, scratchPath, part, ...places }: ImportPart): object => {
  const { database } = context;
  const importId = toImportId(id);
  requireCommitting(context, importId);
  attachScratch(database, scratchPath);
  if (part === 'people') takeOverPeopleAt(context, importId, places);
  else if (part === 'rejectedRows') takeOverRejectedRows(database, places);
  else takeOverReferrers(database, places);
  return {};
};

/** All has come in: from here on the import stands. The scratch file is let go of when this is over. */
export const finishImport = (context: StoreContext, input: ImportOfFile): null => {
  const { database } = context;
  const importId = toImportId(input.importId);
  requireCommitting(context, importId);
  setImportState(database, importId, 'finished');
  keepMapping(context, input);
  recordAudit(context, {
    operation: 'imports.run',
    details: { importId, file: input.fileName, form: input.form, ...figuresIn(input.counts) },
  });
  invalidateRun(database);
  context.changed(topicsOfImport);
  return null;
};
