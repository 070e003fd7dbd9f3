import { birthdayReader } from '../../../shared/domain/imports/customers.ts';
import { columnOf } from '../../../shared/domain/imports/fields.ts';
import { birthdayKey, suspectBirthdays, type SuspectDay } from '../../../shared/domain/imports/suspectBirthdays.ts';
import { isTotalsRow, textOrNull } from '../../../shared/domain/imports/text.ts';
import {
  calendarOfDay,
  isCalendarFigure,
  isGenderFigure,
  likelyCalendarCodes,
  likelyGenderCodes,
  type CalendarCodes,
  type GenderCodes,
} from '../../../shared/domain/imports/values.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import type { Layout } from './layout.ts';
import type { Watch } from './survey.ts';
import type { Table } from './table.ts';

/** What a list as a whole says about how its cells are to be read. */
export interface Findings {
  readonly suspectDays: readonly SuspectDay[];
  readonly genderFigures: readonly { readonly figure: string; readonly names: readonly string[] }[];
  readonly likelyGenderCodes: GenderCodes;
  readonly calendarFigures: readonly { readonly figure: string; readonly birthdays: readonly string[] }[];
  readonly likelyCalendarCodes: CalendarCodes;
}

const NAMES_A_FIGURE = 4;
export const nothingFound: Findings = {
  suspectDays: [],
  genderFigures: [],
  likelyGenderCodes: 'zero_male',
  calendarFigures: [],
  likelyCalendarCodes: 'zero_lunar',
};

/** The column that says who a row is about, for a sample that a person can judge. */
const nameColumn = (layout: Layout): number => {
  const columns = columnOf(layout.mapping);
  return columns.get('name') ?? columns.get('givenName') ?? columns.get('number') ?? -1;
};

/** A few examples of what stands beside a figure. */
const addSample = (samples: Map<string, string[]>, figure: string, text: string | null): void => {
  const known = samples.get(figure) ?? [];
  if (text !== null && known.length < NAMES_A_FIGURE && !known.includes(text)) known.push(text);
  samples.set(figure, known);
};

/** Reads a list of people once before it is taken in: birthdays that an old system invented, and figures for genders. */
export const findOut = async (table: Table, layout: Layout, today: LocalDate, watch: Watch): Promise<Findings> => {
  const columns = columnOf(layout.mapping);
  const [genderColumn, hasBirthday] = [columns.get('gender') ?? -1, columns.has('birthday')];
  // Our own form says what it means.
  if (layout.form !== 'customers' || layout.isOwnForm || (genderColumn === -1 && !hasBirthday)) return nothingFound;
  const [calendarColumn, birthdayColumn] = [columns.get('birthdayCalendar') ?? -1, columns.get('birthday') ?? -1];
  const [readBirthday, nameAt] = [birthdayReader(layout.mapping, today), nameColumn(layout)];
  const days = new Map<string, number>();
  const figures = new Map<string, string[]>();
  const calendars = new Map<string, string[]>();
  const proven = new Map<string, 'solar' | 'lunar'>();
  const noteCalendar = (cells: readonly string[]): void => {
    const figure = calendarColumn === -1 ? null : textOrNull(cells[calendarColumn] ?? '');
    const day = textOrNull(cells[birthdayColumn] ?? '');
    if (figure === null || day === null || !isCalendarFigure(figure)) return;
    addSample(calendars, figure, day);
    const calendar = calendarOfDay(day);
    if (calendar !== null) proven.set(figure, calendar);
  };
  for await (const batch of table.records()) {
    watch.throwIfCancelled();
    for (const { line, cells } of batch) {
      if ((layout.headerLine !== null && line <= layout.headerLine) || isTotalsRow(cells)) continue;
      noteCalendar(cells);
      const birthday = hasBirthday ? readBirthday(cells) : null;
      const day = birthday?.ok === true && birthday.value !== null ? birthdayKey(birthday.value) : null;
      if (day !== null) days.set(day, (days.get(day) ?? 0) + 1);
      const gender = genderColumn === -1 ? null : textOrNull(cells[genderColumn] ?? '');
      if (gender === null || !isGenderFigure(gender)) continue;
      addSample(figures, gender, textOrNull(cells[nameAt] ?? ''));
    }
  }
  return {
    suspectDays: suspectBirthdays(days, today).slice(0, 20),
    genderFigures: [...figures]
      .map(([figure, names]) => ({ figure, names }))
      .toSorted((a, b) => a.figure.localeCompare(b.figure)),
    likelyGenderCodes: likelyGenderCodes(new Set(figures.keys())),
    calendarFigures: [...calendars]
      .map(([figure, birthdays]) => ({ figure, birthdays }))
      .toSorted((a, b) => a.figure.localeCompare(b.figure)),
    likelyCalendarCodes: likelyCalendarCodes(new Set(calendars.keys()), proven),
  };
};
