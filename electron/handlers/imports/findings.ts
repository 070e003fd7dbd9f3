import { birthdayReader } from '../../../shared/domain/imports/customers.ts';
import { columnOf } from '../../../shared/domain/imports/fields.ts';
import { birthdayKey, suspectBirthdays, type SuspectDay } from '../../../shared/domain/imports/suspectBirthdays.ts';
import { isTotalsRow, textOrNull } from '../../../shared/domain/imports/text.ts';
import { isGenderFigure, likelyGenderCodes, type GenderCodes } from '../../../shared/domain/imports/values.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import type { Layout } from './layout.ts';
import type { Watch } from './survey.ts';
import type { Table } from './table.ts';

/** What a list as a whole says about how its cells are to be read. */
export interface Findings {
  readonly suspectDays: readonly SuspectDay[];
  readonly genderFigures: readonly { readonly figure: string; readonly names: readonly string[] }[];
  readonly likelyGenderCodes: GenderCodes;
}

const NAMES_A_FIGURE = 4;
export const nothingFound: Findings = { suspectDays: [], genderFigures: [], likelyGenderCodes: 'zero_male' };

/** The column that says who a row is about, for a sample that a person can judge. */
const nameColumn = (layout: Layout): number => {
  const columns = columnOf(layout.mapping);
  return columns.get('name') ?? columns.get('givenName') ?? columns.get('number') ?? -1;
};

/** Reads a list of people once before it is taken in: birthdays that an old system invented, and figures for genders. */
export const findOut = async (table: Table, layout: Layout, today: LocalDate, watch: Watch): Promise<Findings> => {
  const columns = columnOf(layout.mapping);
  const [genderColumn, hasBirthday] = [columns.get('gender') ?? -1, columns.has('birthday')];
  if (layout.form !== 'customers' || (genderColumn === -1 && !hasBirthday)) return nothingFound;
  const [readBirthday, nameAt] = [birthdayReader(layout.mapping, today), nameColumn(layout)];
  const days = new Map<string, number>();
  const figures = new Map<string, string[]>();
  for await (const batch of table.records()) {
    watch.throwIfCancelled();
    for (const { line, cells } of batch) {
      if ((layout.headerLine !== null && line <= layout.headerLine) || isTotalsRow(cells)) continue;
      const birthday = hasBirthday ? readBirthday(cells) : null;
      const day = birthday?.ok === true && birthday.value !== null ? birthdayKey(birthday.value) : null;
      if (day !== null) days.set(day, (days.get(day) ?? 0) + 1);
      const gender = genderColumn === -1 ? null : textOrNull(cells[genderColumn] ?? '');
      if (gender === null || !isGenderFigure(gender)) continue;
      const names = figures.get(gender) ?? [];
      const name = textOrNull(cells[nameAt] ?? '');
      if (name !== null && names.length < NAMES_A_FIGURE && !names.includes(name)) names.push(name);
      figures.set(gender, names);
    }
  }
  return {
    suspectDays: suspectBirthdays(days, today).slice(0, 20),
    genderFigures: [...figures]
      .map(([figure, names]) => ({ figure, names }))
      .toSorted((a, b) => a.figure.localeCompare(b.figure)),
    likelyGenderCodes: likelyGenderCodes(new Set(figures.keys())),
  };
};
