import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { MOST_LABELS } from '../../../shared/contract/exports.ts';
import { householdsOf } from '../../../shared/domain/labels/households.ts';
import type { Addressee } from '../../../shared/domain/labels/households.ts';
import { placeLabels } from '../../../shared/domain/labels/layout.ts';
import { labelSheets } from '../../../shared/domain/labels/sheets.ts';
import { AppError } from '../../../shared/errors.ts';
import { amongAgreed, amongTold } from '../../store/consents.ts';
import { readExportedCustomers } from '../../store/exports.ts';
import type { StudyContext } from '../context.ts';
import { inBatches, peopleOf } from './customers.ts';

const MOST_NAMES = 20;

/** Lays out mailing labels, one a household (X41). Errors: file_too_large when there are more labels than one should print at once. */
export const layLabels = async (
  context: StudyContext,
  input: HandlerInput<'exports.labels'>,
): Promise<OutputOf<'exports.labels'>> => {
  const chosen = peopleOf(context, input.selection);
  // Whoever took a consent back, or wants to be left alone, gets nothing by post (R190).
  const told = amongTold(context.database, chosen, 'post');
  const mayGet = input.onlyAgreed ? amongAgreed(context.database, chosen, 'post') : told;
  const ids = chosen.filter((id) => mayGet.has(id));
  const shop = context.settings();
  const people: Addressee[] = [];
  const batches = inBatches(context, ids, (some) => ({ ids: some, found: readExportedCustomers(context.database, some, shop) }));
  for await (const { found } of batches)
    for (const { number, name, region, address, phone, contactMethods } of found)
      people.push({
        id: number,
        name,
        region,
        address,
        phone,
        phones: contactMethods
          .filter(({ type, isValid }) => isValid && (type === 'mobile' || type === 'landline'))
          .map(({ e164, value }) => e164 ?? value),
      });
  const { households, withoutAddress } = householdsOf(people);
  if (households.length > MOST_LABELS) throw new AppError('file_too_large', { limitRows: MOST_LABELS });
  const { startAt, withPhone, language } = input;
  const pages = placeLabels(households, { sheet: labelSheets[input.sheet], startAt, withPhone, language });
  if (input.printedTo !== null)
    await context.write('exports.register', {
      kind: 'labels',
      format: 'pdf',
      rows: households.length,
      columns: withPhone ? ['name', 'address', 'phone'] : ['name', 'address'],
      fileName: input.printedTo,
    });
  return {
    people: people.length,
    refused: chosen.length - told.size,
    unasked: told.size - ids.length,
    labels: households.length,
    sheetCount: pages.length,
    withoutAddress: withoutAddress.length,
    withoutAddressNames: withoutAddress.slice(0, MOST_NAMES).map(({ name }) => name),
    sheets: pages
      .slice(input.firstSheet, input.firstSheet + input.sheets)
      .map((page) => page.map((label) => ({ ...label, lines: [...label.lines] }))),
  };
};
