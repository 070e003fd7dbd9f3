import { z } from 'zod';
import { LATEST_SHIFT_END, MOST_SHIFTS, shiftsOverlap } from '../domain/appointments/rosters.ts';
import { minuteSchema } from './appointments.ts';
import { plainText } from './masking.ts';
import { command, query } from './operation.ts';
import { localDateSchema, staffIdSchema } from './values.ts';

const shiftFields = { fromMinute: minuteSchema, toMinute: z.int().min(1).max(LATEST_SHIFT_END) };
const endsAfterItBegins = ({ fromMinute, toMinute }: { readonly fromMinute: number; readonly toMinute: number }): boolean =>
  toMinute > fromMinute;
const ENDS_BEFORE = { error: 'shift_ends_before_it_begins', path: ['toMinute'] };

const shiftSchema = z.strictObject(shiftFields).refine(endsAfterItBegins, ENDS_BEFORE);
const shiftsSchema = z
  .array(shiftSchema)
  .max(MOST_SHIFTS)
  .refine((shifts) => !shiftsOverlap(shifts), { error: 'shifts_overlap' });
/** As the store keeps the hours of a day. */
export const storedShiftsSchema = z.array(z.object(shiftFields));
/** Hours of each weekday; 1 is Monday. */
const weeklySchema = z
  .array(z.strictObject({ weekday: z.int().min(1).max(7), ...shiftFields }).refine(endsAfterItBegins, ENDS_BEFORE))
  .max(7 * MOST_SHIFTS)
  .refine((week) => [1, 2, 3, 4, 5, 6, 7].every((weekday) => !shiftsOverlap(week.filter((shift) => shift.weekday === weekday))), {
    error: 'shifts_overlap',
  });
const daySchema = z.object({
  on: localDateSchema,
  shifts: z.array(z.object(shiftFields)),
  note: plainText(z.string()).nullable(),
});

/** Who works when (排班, X34). Somebody without a roster counts as always there. */
export const rostersContract = {
  /** The hours of everybody at work on each day between two days (at most 31): for the diary. */
  between: query({
    permission: 'appointments.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ from: localDateSchema, to: localDateSchema }),
    output: z.object({
      staff: z.array(
        z.object({
          staffId: staffIdSchema,
          name: plainText(z.string()),
          /** Whether hours are written down for this person at all. */
          isRostered: z.boolean(),
          days: z.array(daySchema),
        }),
      ),
    }),
  }),
  /** One person's weekly hours, and the days from today on that differ. Errors: not_found. */
  ofStaff: query({
    permission: 'appointments.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ staffId: staffIdSchema }),
    output: z.object({
      weekly: z.array(z.object({ weekday: z.int().min(1).max(7), ...shiftFields })),
      days: z.array(daySchema),
    }),
  }),
  /** Replaces the weekly hours; none at all means always there. `before` takes it back. */
  saveWeek: command({
    permission: 'staff.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ staffId: staffIdSchema, weekly: weeklySchema }),
    output: z.object({ before: z.array(z.object({ weekday: z.int().min(1).max(7), ...shiftFields })) }),
  }),
  /** The hours of one day that differ: none is a day off, null goes by the week again. `before` takes it back. */
  saveDay: command({
    permission: 'staff.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({
      staffId: staffIdSchema,
      on: localDateSchema,
      shifts: shiftsSchema.nullable(),
      note: z.string().trim().max(60).default(''),
    }),
    output: z.object({ before: daySchema.nullable() }),
  }),
};
