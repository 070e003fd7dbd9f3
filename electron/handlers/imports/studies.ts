import { z } from 'zod';
import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { importChoicesSchema, importCountsSchema, mappingSchema } from '../../../shared/contract/imports.ts';
import { sensitiveFields } from '../../../shared/domain/customers/sensitive.ts';
import {
  foreignCells,
  ownCardCells,
  ownSheetCells,
  ownTextCells,
  type CellReading,
} from '../../../shared/domain/imports/cells.ts';
import { originOf } from '../../../shared/domain/imports/origin.ts';
import { AppError } from '../../../shared/errors.ts';
import { cents } from '../../../shared/types/amounts.ts';
import { importId as toImportId } from '../../../shared/types/ids.ts';
import type { ImportId } from '../../../shared/types/ids.ts';
import { fieldsOfKey, type ImportForm, type MatchKey } from '../../../shared/domain/imports/fields.ts';
import { knownHeaders } from '../../../shared/domain/imports/headers.ts';
import { nextCustomerNumber } from '../../store/customers.ts';
import { findImportMapping, findStandingImport } from '../../store/imports.ts';
import { createScratch, removeStaleScratches } from '../../store/scratch.ts';
import type { StudiesOf, StudyContext } from '../context.ts';
import { bringIn, takeBack } from './bringIn.ts';
import { oneAtATime } from '../oneAtATime.ts';
import { findOut, type Findings } from './findings.ts';
import { foundFile } from './foundFile.ts';
import { takeIn, type Intake } from './intake.ts';
import { columnsLeftOut, requireLayout, seeLayout, type Layout } from './layout.ts';
import { beginImporting } from './newcomers.ts';
import type { RowWishes } from './purchaseRows.ts';
import { surveyFile, type Survey } from './survey.ts';
import { contentDigest, forgetTable, openTable, type Table } from './table.ts';
import type { ImportChoices, ImportFindings, RejectedFileRow } from './types.ts';

const standingImport = (context: StudyContext, digest: string, form: ImportForm) => {
  const standing = findStandingImport(context.database, digest, form);
  return standing ? { importId: standing.id, at: standing.at } : null;
};

const savedMapping = (context: StudyContext, signature: string) => {
  const row = findImportMapping(context.database, signature);
  if (!row) return null;
  const mapping = mappingSchema.safeParse(JSON.parse(row.mapping));
  const choices = importChoicesSchema.safeParse(JSON.parse(row.choices));
  return mapping.success && choices.success
    ? { form: row.form, mapping: mapping.data, choices: choices.data, usedAt: row.used_at }
    : null;
};

const alone = oneAtATime();

/** The refused rows of the last preview: asked for page by page, and gone with the next. */
let lastPreview: {
  readonly id: ImportId;
  readonly columns: readonly string[];
  readonly rows: readonly RejectedFileRow[];
} | null = null;
const MOST_KEPT_REJECTED = 100_000;

/** A key that no column holds would make everybody a new customer. */
const requireKey = ({ form, mapping, columns }: Layout, matchBy: MatchKey): void => {
  const fields = fieldsOfKey[matchBy];
  const [first] = fields;
  const isThere = matchBy === 'nameBirthday' ? mapping.includes('birthday') : fields.some((field) => mapping.includes(field));
  if (first !== undefined && !isThere)
    throw new AppError('column_missing', {
      field: matchBy === 'nameBirthday' ? 'birthday' : first,
      columns: columns.slice(0, 50),
      known: knownHeaders(form),
    });
};

/** Whoever may not see income and education on the card cannot bring them either (R004). */
const allowed = ({ actor }: StudyContext, layout: Layout): Layout =>
  actor.permissions.includes('private.income')
    ? layout
    : {
        ...layout,
        mapping: layout.mapping.map((field) => (sensitiveFields.some((sensitive) => sensitive === field) ? null : field)),
      };

/** Opens the file of an import, from its bytes to the meaning of its columns. */
const openSource = async (
  context: StudyContext,
  { survey, table }: { readonly survey: Survey; readonly table: Table },
  input: HandlerInput<'imports.preview'>,
) => {
  const layout = allowed(context, await requireLayout(table, input, (signature) => savedMapping(context, signature)));
  requireKey(layout, input.matchBy);
  return { survey, table, layout };
};

/** How our own export writes cells into each format. */
const ownReadings: Readonly<Record<Table['format'], CellReading>> = {
  text: ownTextCells,
  xlsx: ownSheetCells,
  xls: ownSheetCells,
  page: ownSheetCells,
  vcard: ownCardCells,
};

/** The person's choices together with what the file as a whole says. */
const rowWishes = (
  input: ImportChoices,
  found: Findings,
  { layout, table }: { readonly layout: Layout; readonly table: Table },
): RowWishes => ({
  ...input,
  headers: layout.columns,
  reading: layout.isOwnForm ? ownReadings[table.format] : foreignCells,
  calendarCodes: input.calendarCodes ?? found.likelyCalendarCodes,
  genderCodes: input.genderCodes ?? found.likelyGenderCodes,
  suspectBirthdays: new Set(input.keepSuspectBirthdays ? [] : found.suspectDays.map(({ date }) => date)),
});

const findingsOf = (
  source: { readonly table: Table; readonly layout: Layout },
  found: Findings,
  wishes: RowWishes,
  intake: Intake,
): ImportFindings => ({
  ...columnsLeftOut(source.layout),
  leftOut: [...source.table.leftOut],
  reasons: [...intake.reasons],
  suspectBirthdays: [...found.suspectDays],
  genderFigures: found.genderFigures.map(({ figure, names }) => ({ figure, names: [...names] })),
  genderCodes: wishes.genderCodes,
  calendarFigures: found.calendarFigures.map(({ figure, birthdays }) => ({ figure, birthdays: [...birthdays] })),
  calendarCodes: wishes.calendarCodes,
  isOwnForm: source.layout.isOwnForm,
  unknownReferrers: [...intake.unknownReferrers],
  unknownStaff: [...intake.unknownStaff],
  sharedPhones: intake.sharedPhones,
});

/** Long work of the imports area. */
export const importsStudies: StudiesOf<'imports'> = {
  'imports.inspect': async (context, input) => {
    const survey = await surveyFile(context.pathOf(input.file), context);
    const table = await openTable(survey, input, context);
    const { layout, head } = await seeLayout(table, { ...input, mapping: null }, (signature) => savedMapping(context, signature));
    const saved = savedMapping(context, layout.signature);
    return {
      ...foundFile({ survey, table, head, ...layout }),
      form: layout.form,
      mapping: [...layout.mapping],
      origin: originOf(layout.columns),
      saved:
        saved === null || saved.form !== layout.form
          ? null
          : { signature: layout.signature, usedAt: saved.usedAt, choices: saved.choices },
      alreadyImported: standingImport(context, contentDigest(survey, table), layout.form),
    };
  },

  'imports.preview': async (context, input) => {
    const survey = await surveyFile(context.pathOf(input.file), context);
    const table = await openTable(survey, input, context);
    const source = await openSource(context, { survey, table }, input);
    const previewId = toImportId(context.newId());
    const importing = beginImporting(context, previewId, null);
    const found = await findOut(source.table, source.layout, importing.today, context);
    const wishes = rowWishes(input, found, source);
    const rows: RejectedFileRow[] = [];
    const intake = await takeIn(importing, source, wishes, (row) => {
      if (rows.length < MOST_KEPT_REJECTED) rows.push(row);
    });
    lastPreview = { id: previewId, columns: source.layout.columns, rows };
    const { counts, rejected, sample } = intake;
    return {
      ...findingsOf(source, found, wishes, intake),
      previewId,
      counts,
      rejected: [...rejected],
      sample: [...sample],
    };
  },

  'imports.previewRejected': (_context, { previewId, offset, limit }) => {
    if (lastPreview?.id !== previewId) return Promise.reject(new AppError('not_found', { what: 'preview' }));
    const { columns, rows } = lastPreview;
    return Promise.resolve({ total: rows.length, rows: rows.slice(offset, offset + limit), columns: [...columns] });
  },

  'imports.run': (context, input) => alone('imports.run', () => runImport(context, input)),

  'imports.undo': (context, { importId }) => alone('imports.undo', () => takeBack(context, importId)),
};

/** What the person chose, without the rest of what was asked. */
const choicesSchema = z.object(importChoicesSchema.shape);

const runImport = async (context: StudyContext, input: HandlerInput<'imports.run'>): Promise<OutputOf<'imports.run'>> => {
  const survey = await surveyFile(context.pathOf(input.file), context);
  const table = await openTable(survey, input, context);
  const digest = contentDigest(survey, table);
  const standing = input.again ? undefined : findStandingImport(context.database, digest, input.form);
  if (standing) return nothingAdded(standing);
  const source = await openSource(context, { survey, table }, input);
  const { layout } = source;

  removeStaleScratches(context.storePath);
  const importId = toImportId(context.newId());
  const scratch = createScratch(context.storePath, importId, context.database.key);
  try {
    const importing = beginImporting(context, importId, scratch);
    const found = await findOut(source.table, layout, importing.today, context);
    const wishes = rowWishes(input, found, source);
    const intake = await takeIn(importing, source, wishes);
    const first = context.settings().firstCustomerNumber;
    scratch.giveNumbers((above) => Number(nextCustomerNumber(context.database, Math.max(first, above))));
    const extent = scratch.finish();
    context.throwIfCancelled();
    context.progress('commit', 0, null);
    const { counts, rejected } = intake;
    const ofFile = {
      importId,
      fileName: survey.fileName,
      sha256: digest,
      form: layout.form,
      mapping: layout.mapping,
      columns: layout.columns,
      signature: input.preset === 'auto' && layout.headerLine !== null ? layout.signature : null,
      choices: choicesSchema.parse(input),
      counts,
      highestNumber: extent.highestNumber,
      again: input.again,
    };
    await bringIn(context, ofFile, { path: scratch.path, extent });
    forgetTable();
    return {
      ...counts,
      ...findingsOf(source, found, wishes, intake),
      importId,
      alreadyImported: null,
      rejectedRows: [...rejected],
    };
  } finally {
    scratch.remove();
  }
};

/** The answer to a file that has been imported already: every row is passed over. */
const nothingAdded = (standing: NonNullable<ReturnType<typeof findStandingImport>>): OutputOf<'imports.run'> => {
  const { rows } = importCountsSchema.parse(JSON.parse(standing.counts));
  return {
    rows,
    customers: 0,
    visits: 0,
    items: 0,
    amountCents: cents(0),
    added: 0,
    updated: 0,
    skipped: rows,
    rejected: 0,
    importId: null,
    alreadyImported: { importId: standing.id, at: standing.at },
    rejectedRows: [],
    reasons: [],
    ignoredColumns: [],
    secretColumns: [],
    storedValueColumns: [],
    leftOut: [],
    suspectBirthdays: [],
    genderFigures: [],
    genderCodes: 'zero_male',
    calendarFigures: [],
    calendarCodes: 'zero_lunar',
    isOwnForm: false,
    keptIdentityColumns: [],
    unknownReferrers: [],
    unknownStaff: [],
    sharedPhones: { inShop: 0, inFile: 0 },
  };
};
