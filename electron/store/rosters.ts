import { storedShiftsSchema } from '../../shared/contract/rosters.ts';
import type { Roster, Shift } from '../../shared/domain/appointments/rosters.ts';
import type { StaffId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// Who works when (X34): a few rows for each person.

const shiftsOf = (text: string): Shift[] => storedShiftsSchema.safeParse(JSON.parse(text)).data ?? [];

type WeeklyShift = Roster['weekly'][number];
export interface RosterDay {
  readonly on: LocalDate;
  readonly shifts: readonly Shift[];
  readonly note: string | null;
}

const weekly = hotQuery<{ staffId: StaffId }, WeeklyShift>(
  sqlite
    .selectFrom('roster_hours')
    .select(['weekday', 'from_minute as fromMinute', 'to_minute as toMinute'])
    .where('staff_id', '=', parameter<StaffId>('staffId'))
    .orderBy('weekday')
    .orderBy('from_minute'),
);
const days = hotQuery<
  { staffId: StaffId; from: LocalDate; to: LocalDate },
  { on: LocalDate; shifts: string; note: string | null }
>(
  sqlite
    .selectFrom('roster_days')
    .select(['on_date as on', 'shifts', 'note'])
    .where('staff_id', '=', parameter<StaffId>('staffId'))
    .where('on_date', '>=', parameter<LocalDate>('from'))
    .where('on_date', '<=', parameter<LocalDate>('to'))
    .orderBy('on_date'),
);

export const listWeeklyHours = (database: StoreDatabase, staffId: StaffId): WeeklyShift[] => weekly.rows(database, { staffId });

/** The days between two, both included, on which somebody's hours differ. */
export const listRosterDays = (database: StoreDatabase, staffId: StaffId, from: LocalDate, to: LocalDate): RosterDay[] =>
  days.rows(database, { staffId, from, to }).map((row) => ({ ...row, shifts: shiftsOf(row.shifts) }));

/** Somebody's hours as far as they matter between two days. */
export const readRoster = (
  database: StoreDatabase,
  staffId: StaffId,
  from: LocalDate,
  to: LocalDate,
): { readonly weekly: readonly WeeklyShift[]; readonly days: readonly RosterDay[] } => ({
  weekly: listWeeklyHours(database, staffId),
  days: listRosterDays(database, staffId, from, to),
});

export const replaceWeeklyHours = (database: StoreDatabase, staffId: StaffId, shifts: readonly WeeklyShift[]): void => {
  execute(database, sqlite.deleteFrom('roster_hours').where('staff_id', '=', staffId));
  for (const { weekday, fromMinute, toMinute } of shifts)
    execute(
      database,
      sqlite.insertInto('roster_hours').values({ staff_id: staffId, weekday, from_minute: fromMinute, to_minute: toMinute }),
    );
};

/** The hours of one day; null goes by the week again. */
export const saveRosterDay = (
  database: StoreDatabase,
  staffId: StaffId,
  on: LocalDate,
  day: Omit<RosterDay, 'on'> | null,
): void => {
  execute(database, sqlite.deleteFrom('roster_days').where('staff_id', '=', staffId).where('on_date', '=', on));
  if (day !== null)
    execute(
      database,
      sqlite
        .insertInto('roster_days')
        .values({ staff_id: staffId, on_date: on, shifts: JSON.stringify(day.shifts), note: day.note }),
    );
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const rosterQueries = { weekly: weekly.sql, days: days.sql };
