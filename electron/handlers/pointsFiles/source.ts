import { AppError } from '../../../shared/errors.ts';
import type { HandlerInput } from '../../../shared/contract.ts';
import {
  guessPointsFileMapping,
  missingPointsFileField,
  pointsFileHeaders,
  recognisedPointsFile,
} from '../../../shared/domain/loyalty/pointsFile.ts';
import type { PointsFileMapping } from '../../../shared/domain/loyalty/pointsFile.ts';
import type { StudyContext } from '../context.ts';
import { firstRecords, headingOf } from '../imports/heading.ts';
import type { FileRecord } from '../imports/records.ts';
import { surveyFile } from '../imports/survey.ts';
import type { Survey } from '../imports/survey.ts';
import { contentDigest, openTable } from '../imports/table.ts';
import type { Table } from '../imports/table.ts';
import { refuseField } from '../refuseField.ts';

/** A file as far as it is read before its rows. */
export interface Source {
  readonly survey: Survey;
  readonly table: Table;
  readonly head: readonly FileRecord[];
  /** The last line of the header; null without one. */
  readonly headerLine: number | null;
  readonly columns: readonly string[];
  readonly mapping: PointsFileMapping;
  /** What tells one content from another. */
  readonly digest: string;
}

const checked = (mapping: PointsFileMapping, columns: readonly string[]): PointsFileMapping => {
  if (mapping.length > columns.length) refuseField('mapping', 'too_many_columns');
  const chosen = mapping.filter((field) => field !== null);
  if (new Set(chosen).size < chosen.length) refuseField('mapping', 'field_twice');
  return columns.map((_, column) => mapping[column] ?? null);
};

type Wish = Pick<HandlerInput<'pointsFiles.preview'>, 'file' | 'sheet' | 'headerLine' | 'mapping'>;

/** Opens a file with the readers of the imports. Errors: those of `surveyFile` and `openTable`; bad_input for a mapping that does not fit. */
export const openSource = async (context: StudyContext, { file, sheet, headerLine, mapping }: Wish): Promise<Source> => {
  const survey = await surveyFile(context.pathOf(file), context);
  const table = await openTable(survey, { preset: 'auto', sheet }, context);
  const head = await firstRecords(table);
  const { last, columns } = headingOf(head, { headerLine, recognised: recognisedPointsFile });
  return {
    survey,
    table,
    head,
    headerLine: last === null ? null : (head[last]?.line ?? null),
    columns,
    mapping: mapping === null ? guessPointsFileMapping(columns) : checked(mapping, columns),
    digest: contentDigest(survey, table),
  };
};

/** Throws column_missing unless there are points and something by which the customer is found. */
export const requireColumns = ({ mapping, columns }: Source): void => {
  const field = missingPointsFileField(mapping);
  if (field !== null) throw new AppError('column_missing', { field, columns: columns.slice(0, 50), known: pointsFileHeaders });
};
