import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { importChoicesSchema, importCountsSchema, mappingSchema } from '../../../shared/contract/imports.ts';
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
import { findOut, type Findings } from './findings.ts';
import { takeIn, type Intake } from './intake.ts';
import { columnsLeftOut, requireLayout, secretPlaces, seeLayout, type Layout } from './layout.ts';
import { beginImporting } from './newcomers.ts';
import type { RowWishes } from './purchaseRows.ts';
import { surveyFile, type Survey } from './survey.ts';
import { contentDigest, forgetTable, openTable, type Table } from './table.ts';
import type { ImportChoices, ImportFindings, RejectedFileRow } from './types.ts';

const SAMPLE_ROWS = 20;
const FIRST_LINES = 10;
const LONGEST_LINE = 120;

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

/** One import at a time: a second one would be read against a store that is about to change. */
let isRunning = false;
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

/** Opens the file of an import, from its bytes to the meaning of its columns. */
const openSource = async (
  context: StudyContext,
  { survey, table }: { readonly survey: Survey; readonly table: Table },
  input: HandlerInput<'imports.preview'>,
) => {
  const layout = await requireLayout(table, input, (signature) => savedMapping(context, signature));
  requireKey(layout, input.matchBy);
  return { survey, table, layout };
};

/** The person's choices together with what the file as a whole says. */
const rowWishes = (input: ImportChoices, found: Findings, headers: readonly string[]): RowWishes => ({
  ...input,
  headers,
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
  sharedPhones: intake.sharedPhones,
});

/** Long work of the imports area. */
export const importsStudies: StudiesOf<'imports'> = {
  'imports.inspect': async (context, input) => {
    const survey = await surveyFile(context.pathOf(input.file), context);
    const table = await openTable(survey, input, context);
    const { layout, head } = await seeLayout(table, { ...input, mapping: null }, (signature) => savedMapping(context, signature));
    const saved = savedMapping(context, layout.signature);
    const secret = secretPlaces(layout.columns);
    const shownCells = (cells: readonly string[]): string[] =>
      cells.map((cell, at) => (secret.has(at) && cell !== '' ? '•••' : cell));
    return {
      fileName: survey.fileName,
      bytes: survey.bytes,
      format: table.format,
      encoding: survey.encoding,
      delimiter: table.delimiter,
      sheets: [...table.sheets],
      sheet: table.sheet,
      hasHeader: layout.headerLine !== null,
      headerLine: layout.headerLine,
      firstLines:
        table.format === 'vcard'
          ? []
          : head.slice(0, FIRST_LINES).map(({ line, cells }) => ({
              line,
              text: shownCells(cells)
                .filter((cell) => cell !== '')
                .join(' · ')
                .slice(0, LONGEST_LINE),
            })),
      form: layout.form,
      columns: [...layout.columns],
      mapping: [...layout.mapping],
      origin: originOf(layout.columns),
      saved:
        saved === null || saved.form !== layout.form
          ? null
          : { signature: layout.signature, usedAt: saved.usedAt, choices: saved.choices },
      sample: head
        .filter(({ line }) => layout.headerLine === null || line > layout.headerLine)
        .slice(0, SAMPLE_ROWS)
        .map(({ cells }) => shownCells(cells)),
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
    const wishes = rowWishes(input, found, source.layout.columns);
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

  'imports.run': async (context, input) => {
    if (isRunning) throw new AppError('job_running', { operation: 'imports.run' });
    isRunning = true;
    try {
      return await runImport(context, input);
    } finally {
      isRunning = false;
    }
  },
};

const choicesOf = ({
  matchBy,
  onExisting,
  onNew,
  onConflict,
  genderCodes,
  keepSuspectBirthdays,
  identityNumbers,
  earnPoints,
}: ImportChoices): ImportChoices => ({
  matchBy,
  onExisting,
  onNew,
  onConflict,
  genderCodes,
  keepSuspectBirthdays,
  identityNumbers,
  earnPoints,
});

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
  const scratch = createScratch(context.storePath, importId);
  try {
    const importing = beginImporting(context, importId, scratch);
    const found = await findOut(source.table, layout, importing.today, context);
    const wishes = rowWishes(input, found, source.layout.columns);
    const intake = await takeIn(importing, source, wishes);
    const first = context.settings().firstCustomerNumber;
    scratch.giveNumbers((above) => Number(nextCustomerNumber(context.database, Math.max(first, above))));
    scratch.finish();
    context.throwIfCancelled();
    context.progress('commit', 0, null);
    const { counts, rejected } = intake;
    await context.write('imports.commit', {
      scratchPath: scratch.path,
      importId,
      fileName: survey.fileName,
      sha256: digest,
      form: layout.form,
      mapping: layout.mapping,
      columns: layout.columns,
      signature: input.preset === 'auto' && layout.headerLine !== null ? layout.signature : null,
      choices: choicesOf(input),
      counts,
      again: input.again,
    });
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
    sharedPhones: { inShop: 0, inFile: 0 },
  };
};
