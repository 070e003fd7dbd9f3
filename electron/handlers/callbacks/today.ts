import type { CallRow } from '../../../shared/contract/callbacks.ts';
import type { OutputOf } from '../../../shared/contract.ts';
import { ageOn } from '../../../shared/domain/ages.ts';
import { birthdayOptionsOf } from '../../../shared/domain/birthdays.ts';
import type { BirthdayOptions } from '../../../shared/domain/birthdays.ts';
import { isGoodHour } from '../../../shared/domain/callbacks.ts';
import { cents } from '../../../shared/types/amounts.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { wallClock } from '../../../shared/types/time.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { openReminders, reasonOfRow } from '../../engine/judge.ts';
import {
  countCallable,
  countSettledPeople,
  handledOn,
  findCallPerson,
  promisedIds,
  weightiestIds,
} from '../../store/callbacks.ts';
import type { CallPerson } from '../../store/callbacks.ts';
import { listContactMethods } from '../../store/contactMethods.ts';
import type { ContactMethodRow } from '../../store/contactMethods.ts';
import type { StoreContext } from '../context.ts';

/** Never more over the bridge. */
const MAXIMUM_ROWS = 200;

/** The number to call: the first that is not known to be wrong, the primary one before others. */
export const phoneToCall = (methods: readonly ContactMethodRow[]): ContactMethodRow | undefined =>
  methods.find(({ type, is_valid: isValid }) => isValid === 1 && (type === 'mobile' || type === 'landline'));

const ageOf = (person: CallPerson, today: LocalDate, options: BirthdayOptions): number | null =>
  person.birth_calendar === null
    ? null
    : ageOn(
        {
          calendar: person.birth_calendar,
          year: person.birth_year,
          month: person.birth_month,
          day: person.birth_day,
          isLeapMonth: person.birth_is_leap_month === 1,
        },
        today,
        options,
      );

const rowOf = ({ database }: StoreContext, id: CustomerId, today: LocalDate, options: BirthdayOptions): CallRow[] => {
  const person = findCallPerson(database, id);
  const open = openReminders(database, id);
  if (!person || open.length === 0) return [];
  return [
    {
      customerId: person.id,
      customerNo: person.number,
      name: person.name,
      isVip: person.is_vip === 1,
      gender: person.gender,
      age: ageOf(person, today, options),
      phone: phoneToCall(listContactMethods(database, person.id))?.value ?? null,
      preferredChannel: person.preferred_channel,
      contactFromHour: person.contact_from_hour,
      contactToHour: person.contact_to_hour,
      safetyNote: person.safety_note,
      likes: person.likes,
      ownerName: person.owner_name,
      since: person.first_visit_on,
      visitCount: person.visit_count,
      yearSpendCents: person.year_spend_cents ?? cents(0),
      pointsBalance: person.points_balance,
      reasons: open.map((row) => reasonOfRow(row, today)),
      score: person.score,
      attempts: Math.max(...open.map((row) => row.attempts)),
      lastOutcome: person.last_outcome,
    },
  ];
};

const isPromised = ({ reasons }: CallRow): boolean => reasons[0]?.code === 'promised';

/** Whoever does not like to be contacted in this hour comes after the others of the day; a promised time stands as it is (R008). */
const goodHoursFirst = (rows: readonly CallRow[], hour: number): CallRow[] => {
  const isNow = (row: CallRow): boolean => isPromised(row) || isGoodHour(row, hour);
  return [...rows.filter(isNow), ...rows.filter((row) => !isNow(row))];
};

/**
 * Today's list, one row a person: promised times first and always, then the weightiest as far as the day's capacity goes. Who was
 * called today counts against it until their next attempt has come.
 */
export const today = (context: StoreContext, limit: number | null): OutputOf<'callbacks.today'> => {
  const { database } = context;
  const [date, now] = [context.today(), context.now()];
  const settings = context.settings();
  const options = birthdayOptionsOf(settings);
  const capacity = Math.max(0, settings.dailyCapacity - countSettledPeople(database, date, now));
  const most = Math.min(MAXIMUM_ROWS, limit ?? MAXIMUM_ROWS);
  const promised = promisedIds(database, now, most);
  const free = Math.max(0, Math.min(most, capacity) - promised.length);
  const people = [...promised, ...(free === 0 ? [] : weightiestIds(database, now, free))];
  return {
    date,
    capacity,
    rows: goodHoursFirst(
      people.flatMap((id) => rowOf(context, id, date, options)),
      wallClock(now, settings.timeZone).hour,
    ),
    waiting: Math.max(0, countCallable(database, now) - people.length),
    handled: handledOn(database, date, MAXIMUM_ROWS).map((call) => ({
      callbackId: call.id,
      customerId: call.customer_id,
      customerNo: call.number,
      name: call.name,
      outcome: call.outcome,
      nextAttemptAt: call.next_attempt_at,
      note: call.note,
      at: call.at,
    })),
  };
};
