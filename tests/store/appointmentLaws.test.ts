import { fc, test as property } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { plainRows } from '../../electron/store/database.ts';
import { overlap } from '../../shared/domain/appointments/slots.ts';
import { appointmentStatuses, isOccupying } from '../../shared/domain/appointments/statuses.ts';
import type { Appointment } from '../../shared/contract/appointments.ts';
import { AppError } from '../../shared/errors.ts';
import type { AppointmentChangeId, AppointmentId } from '../../shared/types/ids.ts';
import { addDays } from '../../shared/types/time.ts';
import { diaryAt } from '../helpers/appointments.ts';
import { openDesk } from '../helpers/desk.ts';
import { TEST_TODAY } from '../helpers/store.ts';

const EVERYTHING = ['staff_busy', 'customer_elsewhere', 'off_roster'] as const;
const day = fc.integer({ min: 1, max: 3 });
/** A coarse grid, so that bookings meet often. */
const slot = fc.record({
  day,
  startMinute: fc.integer({ min: 0, max: 47 }).map((half) => half * 30),
  lengthMinutes: fc.constantFrom(30, 60, 90, 600),
});
const step = fc.oneof(
  fc.record({ kind: fc.constant('book' as const), slot, chair: fc.nat({ max: 1 }), times: fc.constantFrom(1, 1, 3) }),
  fc.record({
    kind: fc.constant('change' as const),
    which: fc.nat(),
    slot,
    chair: fc.nat({ max: 1 }),
    scope: fc.constantFrom('this' as const, 'following' as const),
  }),
  fc.record({ kind: fc.constant('status' as const), which: fc.nat(), status: fc.constantFrom(...appointmentStatuses) }),
  fc.record({
    kind: fc.constant('cancel' as const),
    which: fc.nat(),
    scope: fc.constantFrom('this' as const, 'following' as const),
  }),
  fc.record({ kind: fc.constant('remove' as const), which: fc.nat() }),
  fc.record({ kind: fc.constant('restore' as const), which: fc.nat() }),
  fc.record({ kind: fc.constant('undo' as const), which: fc.nat() }),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** A salon with two chairs; what the gate refuses does not happen. */
const openSalon = () => {
  const desk = openDesk();
  const diary = diaryAt(desk);
  const customerId = desk.addCustomer();
  const chairs = ['一', '二'].map((name) => diary.saveResource({ name, kind: 'chair' }).resourceId);
  const booked: AppointmentId[] = [];
  const changes: AppointmentChangeId[] = [];
  const attempt = (work: () => void): boolean => {
    try {
      work();
      return true;
    } catch (error) {
      if (error instanceof AppError) return false;
      throw error;
    }
  };
  const pick = <T>(from: readonly T[], which: number): T | undefined => from[which % Math.max(1, from.length)];
  const draftOf = (wanted: { day: number; startMinute: number; lengthMinutes: number }, chair: number) => ({
    customerId,
    on: addDays(TEST_TODAY, wanted.day),
    startMinute: wanted.startMinute,
    lengthMinutes: wanted.lengthMinutes,
    resourceId: chairs[chair] ?? null,
    acknowledged: [...EVERYTHING],
  });
  const rows = (): Appointment[] => diary.between(TEST_TODAY, addDays(TEST_TODAY, 20)).rows;
  const run = (one: Step): boolean =>
    attempt(() => {
      switch (one.kind) {
        case 'book': {
          const repeat = one.times === 1 ? null : ({ unit: 'day', every: 1, times: one.times } as const);
          booked.push(...diary.book({ ...draftOf(one.slot, one.chair), repeat }).appointmentIds);
          return;
        }
        case 'change': {
          const appointmentId = pick(booked, one.which);
          if (appointmentId !== undefined)
            changes.push(diary.change({ appointmentId, scope: one.scope, ...draftOf(one.slot, one.chair) }).changeId);
          return;
        }
        case 'status': {
          const appointmentId = pick(booked, one.which);
          if (appointmentId !== undefined)
            changes.push(diary.setStatus({ appointmentIds: [appointmentId], status: one.status }).changeId);
          return;
        }
        case 'cancel': {
          const appointmentId = pick(booked, one.which);
          if (appointmentId !== undefined) changes.push(diary.cancel({ appointmentId, scope: one.scope }).changeId);
          return;
        }
        case 'remove':
        case 'restore': {
          const appointmentId = pick(booked, one.which);
          if (appointmentId !== undefined) diary[one.kind]({ appointmentIds: [appointmentId] });
          return;
        }
        case 'undo': {
          const changeId = pick(changes, one.which);
          if (changeId !== undefined) diary.undo({ changeId });
        }
      }
    });
  const total = (): number =>
    plainRows<{ total: number }>(desk.database, 'SELECT count(*) AS total FROM appointments')[0]?.total ?? 0;
  return { desk, diary, booked, changes, run, rows, total };
};

const meetings = (rows: readonly Appointment[]): string[] => {
  const standing = rows.filter(({ status, resourceId }) => resourceId !== null && isOccupying(status));
  return standing.flatMap((one, index) =>
    standing
      .slice(index + 1)
      .filter((other) => other.resourceId === one.resourceId && overlap(one, other))
      .map((other) => `${one.id} ${other.id}`),
  );
};

describe('laws of the diary (R049, X34)', () => {
  property.prop([fc.array(step, { maxLength: 40, size: 'max' })], { numRuns: 20 })(
    'no two bookings ever stand in one chair at one time, whatever is booked, moved, cancelled, brought back or undone',
    (steps) => {
      const salon = openSalon();
      try {
        for (const one of steps) {
          salon.run(one);
          expect(meetings(salon.rows())).toEqual([]);
        }
      } finally {
        salon.desk.close();
      }
    },
  );

  property.prop([fc.array(step, { maxLength: 30, size: 'max' })], { numRuns: 12 })(
    'moving never doubles a booking: there are as many rows as were booked, and each stands once',
    (steps) => {
      const salon = openSalon();
      try {
        for (const one of steps) {
          salon.run(one);
          expect(salon.total()).toBe(salon.booked.length);
        }
        const shown = salon.rows().map(({ id }) => id);
        expect(shown).toHaveLength(new Set(shown).size);
      } finally {
        salon.desk.close();
      }
    },
  );

  property.prop([fc.array(step, { maxLength: 20, size: 'max' }), step], { numRuns: 20 })(
    'a refused step changes nothing, and undoing the last change gives back what was',
    (steps, last) => {
      const salon = openSalon();
      try {
        for (const one of steps) salon.run(one);
        const before = salon.rows();
        const known = salon.changes.length;
        if (!salon.run(last)) expect(salon.rows()).toEqual(before);
        const changeId = salon.changes.at(known);
        // A status it had already is no change.
        const isSame = JSON.stringify(salon.rows()) === JSON.stringify(before);
        if (changeId !== undefined && !isSame) {
          salon.diary.undo({ changeId });
          expect(salon.rows()).toEqual(before);
        }
      } finally {
        salon.desk.close();
      }
    },
  );

  property.prop(
    [
      fc.constantFrom('day' as const, 'week' as const),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 4, max: 47 }).map((half) => half * 30),
    ],
    { numRuns: 6 },
  )('a row booked across the change of the clocks keeps its time of day', (unit, every, startMinute) => {
    const salon = openSalon();
    try {
      salon.desk.settings({ timeZone: 'America/New_York' });
      const { diary } = salon;
      // From before the clocks go back (1 November 2026 is past) to after they go forward (14 March 2027).
      const on = addDays(TEST_TODAY, 90);
      const { appointmentIds } = diary.book({
        name: '赵姐',
        on,
        startMinute,
        lengthMinutes: 30,
        repeat: { unit, every, times: 30 },
        leaveOut: true,
      });
      const times = appointmentIds.map((appointmentId) => diary.findById({ appointmentId }).appointment.startMinute);
      expect(times.length).toBeGreaterThanOrEqual(29);
      expect(new Set(times)).toEqual(new Set([startMinute]));
    } finally {
      salon.desk.close();
    }
  });
});
