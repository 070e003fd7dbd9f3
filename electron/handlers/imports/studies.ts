import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { importCountsSchema } from '../../../shared/contract/imports.ts';
import { AppError } from '../../../shared/errors.ts';
import { cents } from '../../../shared/types/amounts.ts';
import { importId as toImportId } from '../../../shared/types/ids.ts';
import type { ImportForm } from '../../../shared/domain/imports/fields.ts';
import { nextCustomerNumber } from '../../store/customers.ts';
import { findStandingImport } from '../../store/imports.ts';
import { createScratch, removeStaleScratches } from '../../store/scratch.ts';
import type { StudiesOf, StudyContext } from '../context.ts';
import { takeIn } from './intake.ts';
import { requireLayout, seeLayout } from './layout.ts';
import type { Layout } from './layout.ts';
import { beginImporting } from './newcomers.ts';
import { surveyFile } from './survey.ts';
import type { Survey } from './survey.ts';

const SAMPLE_ROWS = 20;

const standingImport = (context: StudyContext, survey: Survey, form: ImportForm) => {
  const standing = findStandingImport(context.database, survey.sha256, form);
  return standing ? { importId: standing.id, at: standing.at } : null;
};

const ignoredColumns = ({ columns, mapping }: Layout): string[] => columns.filter((_, column) => mapping[column] === null);

/** One import at a time: a second one would be read against a store that is about to change. */
let isRunning = false;

/** Long work of the imports area. */
export const importsStudies: StudiesOf<'imports'> = {
  'imports.inspect': async (context, input) => {
    const survey = await surveyFile(context.pathOf(input.file), context);
    const { layout, head } = await seeLayout(survey, { form: input.form, preset: input.preset, mapping: null });
    return {
      fileName: survey.fileName,
      bytes: survey.bytes,
      encoding: survey.encoding,
      delimiter: layout.delimiter,
      hasHeader: layout.headerLine !== null,
      form: layout.form,
      columns: [...layout.columns],
      mapping: [...layout.mapping],
      sample: head
        .filter(({ line }) => layout.headerLine === null || line > layout.headerLine)
        .slice(0, SAMPLE_ROWS)
        .map(({ cells }) => [...cells]),
      alreadyImported: standingImport(context, survey, layout.form),
    };
  },

  'imports.preview': async (context, input) => {
    const survey = await surveyFile(context.pathOf(input.file), context);
    const layout = await requireLayout(survey, input);
    const importing = beginImporting(context, toImportId(context.newId()), null);
    const { counts, rejected, sample } = await takeIn(importing, survey, layout, input);
    return { counts, rejected: [...rejected], ignoredColumns: ignoredColumns(layout), sample: [...sample] };
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

const runImport = async (context: StudyContext, input: HandlerInput<'imports.run'>): Promise<OutputOf<'imports.run'>> => {
  const survey = await surveyFile(context.pathOf(input.file), context);
  const standing = input.again ? undefined : findStandingImport(context.database, survey.sha256, input.form);
  if (standing) return nothingAdded(standing);
  const layout = await requireLayout(survey, input);

  removeStaleScratches(context.storePath);
  const importId = toImportId(context.newId());
  const scratch = createScratch(context.storePath, importId);
  try {
    const { counts, rejected } = await takeIn(beginImporting(context, importId, scratch), survey, layout, input);
    const first = context.settings().firstCustomerNumber;
    scratch.giveNumbers((above) => Number(nextCustomerNumber(context.database, Math.max(first, above))));
    scratch.finish();
    context.throwIfCancelled();
    context.progress('commit', 0, null);
    const { fileName, sha256 } = survey;
    const { form, mapping } = layout;
    await context.write('imports.commit', {
      scratchPath: scratch.path,
      importId,
      fileName,
      sha256,
      form,
      mapping,
      counts,
      again: input.again,
    });
    return { ...counts, importId, alreadyImported: null, rejectedRows: [...rejected], ignoredColumns: ignoredColumns(layout) };
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
    ignoredColumns: [],
  };
};
