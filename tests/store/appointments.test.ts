import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plainRows } from '../../electron/store/database.ts';
import type { CallInput } from '../../shared/contract.ts';
import { cents } from '../../shared/types/amounts.ts';
import type { AppointmentId, CustomerId, ResourceId, StaffId } from '../../shared/types/ids.ts';
import { addDays, instant, instantAt, localDate } from '../../shared/types/time.ts';
import { diaryAt } from '../helpers/appointments.ts';
import type { Diary } from '../helpers/appointments.ts';
import { failureOf, openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';
import { TEST_TODAY } from '../helpers/store.ts';

const TOMORROW = addDays(TEST_TODAY, 1);
let desk: Desk;
let diary: Diary;
let customerId: CustomerId;
let staffId: StaffId;
let chair: ResourceId;
beforeEach(() => {
  desk = openDesk();
  diary = diaryAt(desk);
  customerId = desk.addCustomer();
  staffId = desk.addStaff('小李');
  chair = diary.saveResource({ name: '1 号椅', kind: 'chair' }).resourceId;
});
afterEach(() => {
  desk.close();
});

const at = (startMinute: number, more: Partial<CallInput<'appointments.book'>> = {}): CallInput<'appointments.book'> => ({
  customerId,
  service: '护理',
  on: TOMORROW,
  startMinute,
  lengthMinutes: 60,
  ...more,
});
const book = (startMinute: number, more: Partial<CallInput<'appointments.book'>> = {}): AppointmentId => {
  const [id] = diary.book(at(startMinute, more)).appointmentIds;
  return id ?? expect.fail('nothing booked');
};
const setTime = (on: string, hour: number): void => {
  desk.clock.today = localDate(on);
  desk.clock.now = instantAt(localDate(on), hour, 'Asia/Shanghai');
};

describe('the diary (R049, X34)', () => {
  test('keeps who, what, with whom, where and when, for a customer or for a name alone', () => {
    const productId = desk.addProduct('护理', 200_00, null);
    book(600, { staffId, resourceId: chair, productId, note: '靠窗' });
    book(660, { customerId: null, name: '路过的赵姐', contact: '13800138000' });
    expect(diary.between(TOMORROW).rows).toMatchObject([
      { customerId, name: '王芳', staffName: '小李', resourceName: '1 号椅', startMinute: 600, status: 'booked', note: '靠窗' },
      { customerId: null, name: '路过的赵姐', contact: '13800138000', staffName: null, lengthMinutes: 60 },
    ]);
    expect(failureOf(() => diary.book({ ...at(600), customerId: '01900000-0000-7000-8000-00000000ffff' })).code).toBe(
      'not_found',
    );
    expect(() => diary.book({ ...at(600), customerId: null })).toThrow(/appointment_for_nobody/);
    expect(failureOf(() => diary.book(at(600, { on: '2126-01-01' }))).details).toEqual({
      issues: [{ path: 'on', message: 'date_out_of_reach' }],
    });
  });

  test('refuses two bookings in one chair whatever is acknowledged, and one that ends as the next begins is none of them', () => {
    book(600, { resourceId: chair });
    const other = desk.addCustomer();
    const all = ['resource_taken', 'staff_busy', 'customer_elsewhere', 'off_roster', 'time_skipped'] as const;
    const again = { customerId: other, resourceId: chair, acknowledged: [...all] };
    expect(failureOf(() => diary.book(at(630, again)))).toMatchObject({
      code: 'conflict',
      details: { reason: 'resource_taken', conflicts: [{ kind: 'resource_taken', other: { name: '王芳', startMinute: 600 } }] },
    });
    book(660, again);
    expect(diary.between(TOMORROW).total).toBe(2);
    const evening = book(23 * 60 + 30, { ...again, on: TEST_TODAY });
    expect(failureOf(() => diary.book(at(0, again))).details['reason']).toBe('resource_taken');
    diary.setStatus({ appointmentIds: [evening], status: 'cancelled' });
    book(0, again);
  });

  test('warns of a busy person, a customer in two places and hours off the roster, and goes on once that was seen', () => {
    book(600, { staffId });
    diary.saveWeek({ staffId, weekly: [{ weekday: 7, fromMinute: 540, toMinute: 640 }] });
    const kinds = diary.check({ on: TOMORROW, startMinute: 630, lengthMinutes: 60, customerId, staffId }).map(({ kind }) => kind);
    expect(kinds).toEqual(['staff_busy', 'customer_elsewhere', 'off_roster']);
    expect(failureOf(() => diary.book(at(630, { staffId, acknowledged: ['staff_busy'] })))).toMatchObject({
      details: { reason: 'appointment_conflicts', conflicts: [{ kind: 'customer_elsewhere' }, { kind: 'off_roster' }] },
    });
    expect(diary.between(TOMORROW).total).toBe(1);
    book(630, { staffId, acknowledged: ['staff_busy', 'customer_elsewhere', 'off_roster'] });
    expect(diary.between(TOMORROW).total).toBe(2);
  });

  test('refuses a time that the clocks skip, and keeps the wall time of a row across their change', () => {
    desk.settings({ timeZone: 'Europe/Berlin' });
    setTime('2026-03-20', 10);
    expect(failureOf(() => diary.book(at(150, { on: '2026-03-29', lengthMinutes: 30 }))).details['reason']).toBe('time_skipped');
    const row = at(150, { on: '2026-03-28', lengthMinutes: 30, repeat: { unit: 'day', every: 1, times: 3 } });
    expect(failureOf(() => diary.book(row)).details['reason']).toBe('time_skipped');
    expect(diary.book({ ...row, leaveOut: true }).leftOut).toEqual(['2026-03-29']);
    expect(diary.between('2026-03-28', '2026-03-30').rows.map(({ on, startMinute }) => [on, startMinute])).toEqual([
      ['2026-03-28', 150],
      ['2026-03-30', 150],
    ]);
  });

  test('moves an appointment without doubling it, says where it was and why, and takes the move back', () => {
    const id = book(600, { staffId });
    const { changeId } = diary.change({ ...at(720), appointmentId: id, staffId, on: addDays(TOMORROW, 1), reason: '客人改期' });
    expect(diary.between(TOMORROW).total).toBe(0);
    expect(diary.findById({ appointmentId: id })).toMatchObject({
      appointment: { on: addDays(TOMORROW, 1), startMinute: 720 },
      events: [
        { event: 'moved', before: { on: TOMORROW, startMinute: 600 }, after: { startMinute: 720 }, reason: '客人改期' },
        { event: 'booked', before: null },
      ],
    });
    diary.undo({ changeId });
    expect(diary.findById({ appointmentId: id }).events.map(({ event }) => event)).toEqual(['booked']);
    expect(diary.between(TOMORROW).rows[0]).toMatchObject({ id, startMinute: 600 });
    expect(failureOf(() => diary.undo({ changeId })).code).toBe('already_undone');
  });

  test('does not take back what was changed again since, nor into a chair given away', () => {
    const id = book(600, { resourceId: chair });
    const { changeId } = diary.change({ ...at(720, { resourceId: chair }), appointmentId: id });
    const taken = book(600, { resourceId: chair, customerId: desk.addCustomer() });
    expect(failureOf(() => diary.undo({ changeId })).details['reason']).toBe('resource_taken');
    expect(diary.findById({ appointmentId: id }).appointment.startMinute).toBe(720);
    diary.remove({ appointmentIds: [taken] });
    diary.setStatus({ appointmentIds: [id], status: 'confirmed' });
    expect(failureOf(() => diary.undo({ changeId })).details['reason']).toBe('changed_since');
    book(600, { resourceId: chair, customerId: desk.addCustomer() });
    expect(failureOf(() => diary.restore({ appointmentIds: [taken] })).details['reason']).toBe('resource_taken');
  });

  test('repeats every so many weeks, and changes this one or this and the following', () => {
    const { appointmentIds } = diary.book(at(600, { repeat: { unit: 'week', every: 2, times: 4 } }));
    const [first, second] = appointmentIds;
    if (first === undefined || second === undefined) throw new Error('four');
    const days = () =>
      appointmentIds.map((appointmentId) => {
        const { on, startMinute } = diary.findById({ appointmentId }).appointment;
        return `${on} ${startMinute}`;
      });
    const booked = days();
    expect(booked).toEqual(['2026-11-22 600', '2026-12-06 600', '2026-12-20 600', '2027-01-03 600']);
    diary.change({ ...at(660), appointmentId: first });
    const { changeId, changed } = diary.change({
      ...at(630),
      appointmentId: second,
      on: '2026-12-07',
      scope: 'following',
    });
    expect(changed).toBe(3);
    expect(days()).toEqual(['2026-11-22 660', '2026-12-07 630', '2026-12-21 630', '2027-01-04 630']);
    diary.undo({ changeId });
    expect(days()).toEqual(['2026-11-22 660', ...booked.slice(1)]);
    expect(diary.cancel({ appointmentId: second, scope: 'following' }).cancelled).toBe(3);
    expect(diary.ofCustomer({ customerId }).upcoming.map(({ id }) => id)).toEqual([first]);
  });

  test('by the month until a day keeps to the day of the month when this and the following are moved', () => {
    const on = localDate('2027-01-31');
    const repeat = { unit: 'month', every: 1, until: '2027-04-30' } as const;
    const { appointmentIds } = diary.book(at(600, { on, repeat }));
    const days = () => appointmentIds.map((appointmentId) => diary.findById({ appointmentId }).appointment.on);
    expect(days()).toEqual(['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']);
    const [first = '', second = ''] = appointmentIds;
    const { changeId } = diary.change({ ...at(600), appointmentId: first, on: '2027-01-30', scope: 'following' });
    expect(days()).toEqual(['2027-01-30', '2027-02-28', '2027-03-30', '2027-04-30']);
    diary.undo({ changeId });
    diary.change({ ...at(660), appointmentId: second, on: '2027-02-28', scope: 'following' });
    expect(days()).toEqual(['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']);
    const refused = (until: string) => failureOf(() => diary.book(at(720, { on, repeat: { ...repeat, until } }))).details;
    expect(refused('2027-01-30')).toEqual({ issues: [{ path: 'repeat.until', message: 'ends_before_it_begins' }] });
  });

  test('counts no-shows and late cancels of a customer, and asks for a deposit by the shop’s rule', () => {
    desk.settings({ depositAfterNoShows: 2, depositCents: cents(80_00), lateCancelHours: 24 });
    const ids = [600, 700, 800, 900].map((minute) => book(minute));
    const [one, two, three, four] = ids;
    if (one === undefined || two === undefined || three === undefined || four === undefined) throw new Error('four');
    expect(failureOf(() => diary.setStatus({ appointmentIds: [one], status: 'no_show' })).details['reason']).toBe(
      'appointment_still_to_come',
    );
    setTime(TOMORROW, 12);
    diary.setStatus({ appointmentIds: [one, two], status: 'no_show' });
    const { changeId } = diary.setStatus({ appointmentIds: [three], status: 'done' });
    expect(diary.cancel({ appointmentId: four, reason: '临时有事' }).status).toBe('late_cancelled');
    expect(diary.ofCustomer({ customerId })).toMatchObject({
      counts: { done: 1, noShows: 2, lateCancels: 1 },
      depositCents: 80_00,
    });
    diary.undo({ changeId });
    expect(diary.ofCustomer({ customerId }).counts.done).toBe(0);
    const next = book(600, { on: addDays(TOMORROW, 5) });
    expect(diary.findById({ appointmentId: next }).appointment).toMatchObject({ depositDueCents: 80_00, depositPaidCents: 0 });
    expect(diary.saveDeposit({ appointmentId: next, dueCents: 80_00, paidCents: 30_00 }).before.paidCents).toBe(0);
    expect(diary.ofCustomer({ customerId }).upcoming.at(-1)).toMatchObject({ id: next, depositPaidCents: 30_00 });
    expect(diary.book(at(700, { on: addDays(TOMORROW, 6), depositCents: 0 })).depositCents).toBe(0);
  });

  test('lists tomorrow’s unconfirmed with how to reach them; a confirmed one is gone from it', () => {
    const id = book(600);
    book(660, { customerId: null, name: '赵姐', contact: '13800138000' });
    desk.command(() =>
      plainRows(
        desk.database,
        `INSERT INTO contact_methods (id, customer_id, type, value, is_primary, created_at)
         VALUES ('p', @customerId, 'mobile', '13912345678', 1, 1) RETURNING id`,
        { customerId },
      ),
    );
    expect(diary.unconfirmed({ on: TOMORROW }).rows.map(({ contact }) => contact)).toEqual(['13912345678', '13800138000']);
    diary.setStatus({ appointmentIds: [id], status: 'confirmed' });
    expect(diary.unconfirmed({ on: TOMORROW })).toMatchObject({ total: 1, rows: [{ name: '赵姐' }] });
  });

  test('stands on the timeline once, as it is now', () => {
    const id = book(600, { staffId });
    setTime(TOMORROW, 12);
    diary.setStatus({ appointmentIds: [id], status: 'no_show' });
    const { entries } = desk.timeline({ customerId, kinds: ['appointment'] });
    expect(entries).toMatchObject([{ on: TOMORROW, staffName: '小李', appointment: { status: 'no_show', startMinute: 600 } }]);
    diary.remove({ appointmentIds: [id] });
    expect(desk.timeline({ customerId, kinds: ['appointment'] }).entries).toEqual([]);
  });
});

describe('rooms, beds and chairs (床位, X34)', () => {
  test('have names of their own, and one out of use stays with its bookings', () => {
    expect(failureOf(() => diary.saveResource({ name: '1 号椅', kind: 'bed' })).details['reason']).toBe('resource_name_taken');
    book(600, { resourceId: chair });
    diary.saveResource({ resourceId: chair, name: '窗边椅', kind: 'chair', isActive: false });
    expect(diary.between(TOMORROW).rows[0]?.resourceName).toBe('窗边椅');
    expect(diary.resources()).toMatchObject([{ name: '窗边椅', isActive: false }]);
  });
});

describe('rosters (排班, X34)', () => {
  test('are weekly hours and single days that differ, and tell what they replaced', () => {
    const weekly = [{ weekday: 6, fromMinute: 540, toMinute: 1080 }];
    expect(diary.saveWeek({ staffId, weekly }).before).toEqual([]);
    diary.saveDay({ staffId, on: TEST_TODAY, shifts: [], note: '请假' });
    const [person] = diary.rosters({ from: TEST_TODAY, to: addDays(TEST_TODAY, 7) });
    expect(person).toMatchObject({ name: '小李', isRostered: true });
    expect(person?.days.map(({ shifts }) => shifts.length)).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
    expect(diary.roster({ staffId })).toMatchObject({ weekly, days: [{ on: TEST_TODAY, note: '请假' }] });
    expect(diary.saveDay({ staffId, on: TEST_TODAY, shifts: null }).before).toMatchObject({ shifts: [], note: '请假' });
    expect(diary.rosters({ from: TEST_TODAY, to: TEST_TODAY })[0]?.days[0]?.shifts).toEqual([
      { fromMinute: 540, toMinute: 1080 },
    ]);
    expect(() => diary.saveWeek({ staffId, weekly: [...weekly, { weekday: 6, fromMinute: 600, toMinute: 700 }] })).toThrow(
      /shifts_overlap/,
    );
  });
});

describe('the queue and its turns (排钟, X34)', () => {
  test('serves by arrival, shares by turns among those at work, and takes a step back', () => {
    const other = desk.addStaff('小陈');
    const absent = desk.addStaff('小周');
    diary.saveWeek({ staffId: absent, weekly: [{ weekday: 7, fromMinute: 0, toMinute: 1440 }] });
    desk.settings({ queueByTurns: true });
    const first = diary.join({ customerId, service: '剪发' });
    desk.clock.now = instant(desk.clock.now + 60_000);
    const second = diary.join({ name: '散客', requestedStaffId: staffId });
    const third = diary.join({ name: '赵姐' });
    expect(diary.queue().turns.map(({ name }) => name)).toEqual(['小李', '小陈']);
    diary.setQueueState({ queueEntryId: second, state: 'served', staffId });
    // Asked for: it cost no turn.
    expect(diary.queue().turns.map(({ name }) => name)).toEqual(['小李', '小陈']);
    diary.setQueueState({ queueEntryId: first, state: 'served', staffId });
    const { entries, turns, isByTurns } = diary.queue();
    expect(isByTurns).toBe(true);
    expect(turns.map(({ staffId: id }) => id)).toEqual([other, staffId]);
    expect(entries.map(({ id, state }) => [id, state])).toEqual([
      [third, 'waiting'],
      [second, 'served'],
      [first, 'served'],
    ]);
    diary.setQueueState({ queueEntryId: first, state: 'waiting' });
    expect(diary.queue().entries[0]).toMatchObject({ id: first, name: '王芳', staffId: null });
    diary.setQueueState({ queueEntryId: third, state: 'left' });
    desk.clock.today = TOMORROW;
    expect(diary.queue().entries).toEqual([]);
  });
});

describe('the waitlist (候补, X34)', () => {
  test('offers a slot that a cancelling freed to those it suits, who has waited longest first', () => {
    const id = book(600, { staffId });
    const wish = { fromOn: TOMORROW, untilOn: addDays(TOMORROW, 3), lengthMinutes: 60 };
    const longest = diary.saveWish({ ...wish, name: '赵姐', contact: '13800138000' });
    const hers = diary.saveWish({ ...wish, customerId, staffId });
    diary.saveWish({ ...wish, name: '太长', lengthMinutes: 90 });
    diary.saveWish({ ...wish, name: '别人的', staffId: desk.addStaff('小陈') });
    expect(diary.wishes().total).toBe(4);
    const { offers, changeId } = diary.cancel({ appointmentId: id });
    expect(offers).toEqual([
      { id: longest, name: '赵姐', contact: '13800138000' },
      { id: hers, name: '王芳', contact: null },
    ]);
    diary.undo({ changeId });
    diary.setWishState({ waitlistEntryId: longest, state: 'booked' });
    expect(diary.fitting({ on: TOMORROW, startMinute: 600, lengthMinutes: 60, staffId }).map(({ id: one }) => one)).toEqual([
      hers,
    ]);
    desk.clock.today = addDays(TOMORROW, 4);
    expect(diary.wishes().total).toBe(0);
    expect(() => diary.saveWish({ ...wish, name: '窄', fromMinute: 600, untilMinute: 630 })).toThrow(/wish_too_narrow/);
  });
});
