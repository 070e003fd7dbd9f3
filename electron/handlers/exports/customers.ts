import { basename } from 'node:path';
import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { columnsOfForm, headersOf } from '../../../shared/domain/exports/forms.ts';
import { exportColumns } from '../../../shared/domain/exports/columns.ts';
import type { ExportedCustomer } from '../../../shared/domain/exports/columns.ts';
import { vcardOf } from '../../../shared/domain/exports/vcard.ts';
import type { ExportColumnName } from '../../../shared/domain/exports/columns.ts';
import { sensitiveFields } from '../../../shared/domain/customers/sensitive.ts';
import { neededHealthFacts, neededPatchTests } from '../../../shared/domain/privateGroups.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { filterBasis, listIdsBySelection } from '../../store/customerFilter.ts';
import { amongAgreed } from '../../store/consents.ts';
import { listCustomFields } from '../../store/customFields.ts';
import { readExportedCustomers } from '../../store/exports.ts';
import { hiddenFields, hidesNumbers, maySeeGroup } from '../sight.ts';
import { maskedCell, maskedCustomer } from './shown.ts';
import { forgetSearchIndex } from '../../store/searchIndex.ts';
import type { StudyContext } from '../context.ts';
import { fillWholeFile } from '../../files/wholeFile.ts';
import type { OutFile } from '../../files/wholeFile.ts';
import { MOST_SHEET_ROWS, writeCsv } from './tables.ts';
import { writeWorkbook } from './workbook.ts';

/** So many people are read and written at a time: some milliseconds, and a large shop does not stand in memory. */
const BATCH = 500;

/** The people meant, in the order in which they came to the shop. */
export const peopleOf = (context: StudyContext, selection: HandlerInput<'exports.customers'>['selection']): CustomerId[] => {
  const { database } = context;
  const ids = listIdsBySelection(database, selection, filterBasis(context)).toSorted();
  // A filter by text has made an index on this thread too, which nobody will ask again soon.
  forgetSearchIndex(database);
  return ids;
};

/** Batches of whatever is read by id, telling how far it is and stopping when asked to. */
export async function* inBatches<Read>(
  context: StudyContext,
  ids: readonly CustomerId[],
  read: (ids: readonly CustomerId[]) => Read,
): AsyncGenerator<Read> {
  for (let from = 0; from < ids.length; from += BATCH) {
    context.throwIfCancelled();
    yield read(ids.slice(from, from + BATCH));
    context.progress('rows', Math.min(from + BATCH, ids.length), ids.length);
  }
}

const writeCards = async (
  out: OutFile,
  version: '3.0' | '4.0',
  batches: AsyncIterable<readonly ExportedCustomer[]>,
): Promise<number> => {
  let count = 0;
  for await (const people of batches) {
    const cards = people.map((person) => vcardOf({ ...person, tags: person.tags.map(({ name }) => name) }, version));
    await out.write(cards.join(''));
    count += people.length;
  }
  return count;
};

async function* mapped<From, To>(batches: AsyncIterable<readonly From[]>, map: (value: From) => To): AsyncGenerator<To[]> {
  for await (const batch of batches) yield batch.map(map);
}

/** Whoever may not see income and education on the card cannot take them along either (R004). */
const allowedColumns = ({ actor }: StudyContext, columns: readonly ExportColumnName[]): readonly ExportColumnName[] =>
  actor.permissions.includes('private.income')
    ? columns
    : columns.filter((name) => !sensitiveFields.some((field) => field === name));

const seenFields = (context: StudyContext): string[] => {
  const hidden = hiddenFields(context);
  return listCustomFields(context.database).flatMap(({ id, name }) => (hidden.has(id) ? [] : [name]));
};

const codes: readonly unknown[] = [exportColumns.number, exportColumns.cardNo, exportColumns.referrer];
/** Numbers of customers and cards are no phones, however long. */
const isCode = (column: unknown): boolean => codes.includes(column);

/**
 * Writes customers into the chosen file. An older file of that name stays until the new one is whole. Errors: disk_full,
 * folder_missing, folder_readonly, file_too_large (more rows than a sheet holds), cancelled.
 */
export const exportCustomers = async (
  context: StudyContext,
  input: HandlerInput<'exports.customers'>,
): Promise<OutputOf<'exports.customers'>> => {
  const { format, language } = input;
  const chosen = peopleOf(context, input.selection);
  const agreed = input.promotion === null ? null : amongAgreed(context.database, chosen, input.promotion);
  const ids = agreed === null ? chosen : chosen.filter((id) => agreed.has(id));
  if (format === 'xlsx' && ids.length > MOST_SHEET_ROWS) throw new AppError('file_too_large', { limitRows: MOST_SHEET_ROWS });
  const hides = hidesNumbers(context);
  // A phone's address book without numbers is none.
  if (hides && format === 'vcf') throw new AppError('not_permitted', { permission: 'customers.phones' });
  const shop = context.settings();
  const ownFields = input.ownFields ? seenFields(context) : [];
  const columns = columnsOfForm(input.form, allowedColumns(context, input.columns), ownFields);
  const headers = headersOf(columns, language);
  const path = context.pathOf(input.file);
  let rows = 0;
  const written = await fillWholeFile(path, async (out) => {
    const people = inBatches(context, ids, (some) => {
      const all = readExportedCustomers(context.database, some, shop);
      const found = maySeeGroup(context, 'health')
        ? all
        : all.map((person) => ({
            ...person,
            safetyFacts: neededHealthFacts(person.safetyFacts),
            patchTests: neededPatchTests(person.patchTests),
          }));
      return hides ? found.map(maskedCustomer) : found;
    });
    const cells = mapped(people, (person) => {
      const row = columns.map((column) => column.read(person, language));
      return hides ? row.map((cell, index) => maskedCell(cell, isCode(columns[index]))) : row;
    });
    if (format === 'vcf') rows = await writeCards(out, input.vcardVersion, people);
    else if (format === 'csv') rows = await writeCsv(out, headers, cells);
    else rows = await writeWorkbook(out, language === 'en' ? 'Customers' : '顾客', headers, cells);
    context.throwIfCancelled();
    // Written down before the file gets its name: what cannot be audited is not handed over (R192).
    await context.write('exports.register', {
      kind: 'customers',
      format,
      rows,
      columns: format === 'vcf' ? [`vCard ${input.vcardVersion}`] : headers,
      fileName: basename(path),
    });
  });
  return { ...written, rows, leftOut: chosen.length - ids.length };
};
