import { makeRandom } from '../../../shared/domain/demo/random.ts';
import type { DemoOptions, DemoPerson } from '../../../shared/domain/demo/person.ts';
import { nameSortKey } from '../../../shared/domain/names.ts';
import { phoneE164 } from '../../../shared/domain/phones.ts';
import { customerId } from '../../../shared/types/ids.ts';
import type { CustomerId, StaffId } from '../../../shared/types/ids.ts';
import { addDays } from '../../../shared/types/time.ts';
import { rowInserter } from '../../store/bulk.ts';
import type { DemoWriter } from './shop.ts';

const REFERRED_BY_A_CUSTOMER = 0.7;
const JOINED_AT_MINUTE = 11 * 60;

/** Someone who was there before, for most of those whom a friend brought. */
const referrerOf = (options: DemoOptions, person: DemoPerson, ids: readonly CustomerId[]): CustomerId | null => {
  if (person.source !== '朋友介绍' || person.index === 0) return null;
  const random = makeRandom(options.seed, person.index, 77);
  return random.chance(REFERRED_BY_A_CUSTOMER) ? (ids[random.whole(0, person.index - 1)] ?? null) : null;
};

const writeContactMethods = (writer: DemoWriter): ((person: DemoPerson, id: CustomerId) => void) => {
  const insert = rowInserter(writer.database, 'contact_methods');
  return (person, id) => {
    const createdAt = writer.at(person.joinedOn, JOINED_AT_MINUTE);
    const common = { customer_id: id, is_valid: 1, verified_on: null, created_at: createdAt } as const;
    const e164 = phoneE164(person.phone);
    insert({ id: writer.newId(), type: 'mobile', value: person.phone, e164, is_primary: 1, ...common });
    if (person.wechat !== null)
      insert({ id: writer.newId(), type: 'wechat', value: person.wechat, e164: null, is_primary: 0, ...common });
  };
};

const writeDates = (writer: DemoWriter): ((person: DemoPerson, id: CustomerId) => void) => {
  const insertDate = rowInserter(writer.database, 'important_dates');
  const insertChild = rowInserter(writer.database, 'family_members');
  return ({ birthday, child }, id) => {
    if (birthday !== null) {
      const { calendar, year, month, day, isLeapMonth } = birthday;
      const is_leap_month = isLeapMonth ? 1 : 0;
      insertDate({ id: writer.newId(), customer_id: id, kind: 'birthday', label: '', calendar, year, month, day, is_leap_month });
    }
    if (child !== null)
      insertChild({
        id: writer.newId(),
        customer_id: id,
        name: child.name,
        relation: '孩子',
        calendar: 'solar',
        birth_year: child.birthYear,
        birth_month: child.birthMonth,
        birth_day: null,
        is_leap_month: 0,
      });
  };
};

/** Writes everyone with what is known of them, numbered from `firstNumber`; returns their ids by index. */
export const writePeople = (
  writer: DemoWriter,
  options: DemoOptions,
  people: readonly DemoPerson[],
  staff: readonly StaffId[],
  firstNumber: number,
): CustomerId[] => {
  const insert = rowInserter(writer.database, 'customers');
  const insertChange = rowInserter(writer.database, 'customer_changes');
  const insertContactMethods = writeContactMethods(writer);
  const insertDates = writeDates(writer);
  const ids: CustomerId[] = [];
  for (const person of people) {
    const id = customerId(writer.newId());
    const createdAt = writer.at(person.joinedOn, JOINED_AT_MINUTE);
    insert({
      id,
      number: String(firstNumber + person.index),
      name: person.name,
      name_pinyin: nameSortKey(person.name),
      gender: person.gender,
      card_no: person.cardNo,
      occupation: person.occupation,
      region: person.region,
      source: person.source,
      referrer_id: referrerOf(options, person, ids),
      owner_id: person.owner === null ? null : (staff[person.owner] ?? null),
      is_vip: person.isVip ? 1 : 0,
      vip_reason: person.isVip ? '老熟客，常带朋友来' : null,
      need_type: person.needType,
      preferred_channel: person.preferredChannel,
      do_not_contact: person.index % 97 === 96 ? 1 : 0,
      consent_on: person.index % 3 === 0 ? person.joinedOn : null,
      safety_note: person.safetyNote,
      likes: person.likes,
      status: 'customer',
      verified_on: person.index % 5 === 0 ? addDays(person.joinedOn, 0) : null,
      created_at: createdAt,
      changed_at: createdAt,
    });
    insertContactMethods(person, id);
    insertDates(person, id);
    insertChange({
      id: writer.newId(),
      customer_id: id,
      at: createdAt,
      business_date: person.joinedOn,
      action: 'created',
      fields: '[]',
      before: '{}',
      import_id: null,
      staff_id: null,
    });
    ids.push(id);
  }
  return ids;
};
