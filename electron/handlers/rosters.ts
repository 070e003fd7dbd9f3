import { isRostered, shiftsOn } from '../../shared/domain/appointments/rosters.ts';
import { addDays, daysBetween } from '../../shared/types/time.ts';
import { listRosterDays, listWeeklyHours, readRoster, replaceWeeklyHours, saveRosterDay } from '../store/rosters.ts';
import { listStaff } from '../store/staff.ts';
import { requireSpan } from './appointments/read.ts';
import type { HandlersOf } from './context.ts';
import { requireStaff } from './references.ts';

/** So many days ahead that differ are shown. */
const DAYS_AHEAD = 366;

/** Who works when (排班, X34). */
export const rostersHandlers: HandlersOf<'rosters'> = {
  'rosters.between': ({ database }, { from, to }) => {
    requireSpan(from, to);
    const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));
    return {
      staff: listStaff(database, false).map(({ id, name }) => {
        const roster = readRoster(database, id, from, to);
        return {
          staffId: id,
          name,
          isRostered: isRostered(roster),
          days: days.map((on) => ({
            on,
            shifts: shiftsOn(roster, on),
            note: roster.days.find((day) => day.on === on)?.note ?? null,
          })),
        };
      }),
    };
  },
  'rosters.ofStaff': (context, { staffId }) => {
    requireStaff(context, [staffId]);
    const today = context.today();
    const days = listRosterDays(context.database, staffId, today, addDays(today, DAYS_AHEAD));
    return {
      weekly: listWeeklyHours(context.database, staffId),
      days: days.map(({ on, shifts, note }) => ({ on, shifts: [...shifts], note })),
    };
  },
  'rosters.saveWeek': (context, { staffId, weekly }) => {
    requireStaff(context, [staffId]);
    const before = listWeeklyHours(context.database, staffId);
    replaceWeeklyHours(context.database, staffId, weekly);
    context.changed(['appointments'], []);
    return { before };
  },
  'rosters.saveDay': (context, { staffId, on, shifts, note }) => {
    requireStaff(context, [staffId]);
    const [before] = listRosterDays(context.database, staffId, on, on);
    saveRosterDay(context.database, staffId, on, shifts && { shifts, note: note === '' ? null : note });
    context.changed(['appointments'], []);
    return { before: before === undefined ? null : { on, shifts: [...before.shifts], note: before.note } };
  },
};
