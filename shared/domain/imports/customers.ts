import type { Points } from '../../types/amounts.ts';
import type { LocalDate } from '../../types/time.ts';
import type { PartialDateParts } from '../partialDate.ts';
import type { PackedContact } from '../exports/packed.ts';
import { parsePhone, type ParsedPhone } from '../phones.ts';
import { cardValuesReader, type CardValues } from './cardValues.ts';
import { foreignCells, type CellReading } from './cells.ts';
import { longestText, textReader } from './customerTexts.ts';
import { extrasReader, type ImportedExtras } from './extras.ts';
import { factsReader, type ImportedFacts } from './facts.ts';
import { columnOf, columnsOf, refused, type ImportField, type Mapping, type Parsed } from './fields.ts';
import { readIdentityNumber } from './identityNumber.ts';
import { importedPhone, phonesOfCell } from './phone.ts';
import { remembering } from './remember.ts';
import { hasExponent } from './rounded.ts';
import { shapeProblem } from './rowShape.ts';
import { birthdayKey } from './suspectBirthdays.ts';
import { cellText } from './text.ts';
import {
  parseBirthday,
  parseCalendar,
  parseDate,
  parseGender,
  parsePoints,
  type CalendarCodes,
  type Gender,
  type GenderCodes,
} from './values.ts';

/** One person of a list. Null is "the file does not say", never "empty". */
export interface CustomerDraft {
  readonly number: string | null;
  readonly name: string | null;
  readonly phone: ParsedPhone | null;
  /** Further numbers and addresses, the first aside. */
  readonly otherPhones: readonly ParsedPhone[];
  readonly otherEmails: readonly string[];
  readonly cardNo: string | null;
  readonly gender: Gender | null;
  readonly birthday: PartialDateParts | null;
  readonly wechat: string | null;
  readonly qq: string | null;
  readonly email: string | null;
  readonly region: string | null;
  readonly address: string | null;
  readonly occupation: string | null;
  readonly source: string | null;
  readonly note: string | null;
  readonly safetyNote: string | null;
  readonly points: Points | null;
  readonly createdOn: LocalDate | null;
  /** Number, card or phone of whoever brought them. */
  readonly referrer: string | null;
  /** Name of the member of staff to whom they belong. */
  readonly owner: string | null;
  /** Since when somebody new is inactive, and why; whoever is here stays as the shop says. */
  readonly inactive: { readonly on: LocalDate; readonly reason: string | null } | null;
  readonly card: CardValues;
  readonly facts: ImportedFacts;
  /** Every way to reach them, where the file has all of them with their marks; null where it has plain columns. */
  readonly contacts: readonly PackedContact[] | null;
  readonly extras: ImportedExtras;
}

/** What the person has said about values that can be read in two ways. */
export interface ReadingWishes {
  readonly genderCodes: GenderCodes;
  readonly calendarCodes: CalendarCodes;
  /** How the cells of this file say what they mean. */
  readonly reading: CellReading;
  /** What an identity number is good for: nothing, or the birth date and sex it tells; it is not kept itself. */
  readonly identityNumbers: 'leave_out' | 'derive';
  /** Days of birth that an old system invented; whoever is "born" on one comes in without a birthday. */
  readonly suspectBirthdays: ReadonlySet<string>;
  /** Names of the file's columns: groups of tags and own fields are called by them. */
  readonly headers: readonly string[];
}
export const plainReading: ReadingWishes = {
  genderCodes: 'zero_male',
  calendarCodes: 'zero_lunar',
  reading: foreignCells,
  identityNumbers: 'leave_out',
  suspectBirthdays: new Set(),
  headers: [],
};

/** What programs write for "no birthday". */
const noBirthday = /^0000|^1900-0?1-0?[01]$|^0+([-/.])0+\1/;

/** Reads the birthday of a row by itself: what the search for invented days counts. */
export const birthdayReader = (
  mapping: Mapping,
  today: LocalDate,
  { reading, calendarCodes }: Pick<ReadingWishes, 'reading' | 'calendarCodes'> = plainReading,
): ((cells: readonly string[]) => Parsed<PartialDateParts | null>) => {
  const columns = columnOf(mapping);
  const [birthdayColumn, calendarColumn] = [columns.get('birthday') ?? -1, columns.get('birthdayCalendar') ?? -1];
  const birthdayIn = {
    solar: remembering((text) => parseBirthday(text, 'solar', today)),
    lunar: remembering((text) => parseBirthday(text, 'lunar', today)),
  };
  return (cells) => {
    const calendarText = calendarColumn === -1 ? null : reading.textOrNull(cells[calendarColumn] ?? '');
    const calendar = calendarText === null ? 'solar' : parseCalendar(calendarText, calendarCodes);
    if (calendar === null) return refused('birthday_invalid', 'birthdayCalendar', (calendarText ?? '').slice(0, 200));
    const text = birthdayColumn === -1 ? null : reading.textOrNull(cells[birthdayColumn] ?? '');
    if (text === null || (!reading.isOwn && noBirthday.test(text))) return { ok: true, value: null };
    const birthday = birthdayIn[calendar](text);
    return birthday === null ? refused('birthday_invalid', 'birthday', text.slice(0, 200)) : { ok: true, value: birthday };
  };
};

const phoneReader = (mapping: Mapping, reading: CellReading): ((cells: readonly string[]) => Parsed<ParsedPhone[]>) => {
  const columns = columnsOf(mapping, 'phone');
  if (reading.isOwn)
    return (cells) => {
      const texts = columns.flatMap((column) => reading.textOrNull(cells[column] ?? '') ?? []);
      return { ok: true, value: texts.map(parsePhone) };
    };
  return (cells) => {
    const phones: ParsedPhone[] = [];
    for (const column of columns) {
      const text = cellText(cells[column] ?? '');
      for (const part of text === '' ? [] : phonesOfCell(text)) {
        const phone = importedPhone(part);
        if (phone === null) return refused(hasExponent(part) ? 'number_rounded' : 'phone_invalid', 'phone', text.slice(0, 200));
        if (!phones.some((known) => (known.e164 ?? known.value) === (phone.e164 ?? phone.value))) phones.push(phone);
      }
    }
    // The number that messages reach comes first.
    const mobile = phones.findIndex(({ type }) => type === 'mobile');
    if (mobile > 0) phones.unshift(...phones.splice(mobile, 1));
    return { ok: true, value: phones };
  };
};

/**
 * A reader of customer rows. Refuses half a row, a person without name, number and phone, and values that cannot be read exactly, so
 * that nothing is guessed; the person can mend the row and import the file again.
 */
export const customerReader = (
  mapping: Mapping,
  today: LocalDate,
  wishes: ReadingWishes = plainReading,
): ((cells: readonly string[]) => Parsed<CustomerDraft>) => {
  const columns = columnOf(mapping);
  const column = (field: ImportField): number => columns.get(field) ?? -1;
  const [genderColumn, pointsColumn, createdColumn] = [column('gender'), column('points'), column('createdOn')];
  const identityColumn = wishes.identityNumbers === 'leave_out' ? -1 : column('identityNumber');
  const { reading } = wishes;
  const [readTexts, readPhones] = [textReader(mapping, reading), phoneReader(mapping, reading)];
  const readBirthday = birthdayReader(mapping, today, wishes);
  const readExtras = extrasReader(mapping, wishes.headers, reading, today);
  const [readCard, readFacts] = [cardValuesReader(mapping, reading, today), factsReader(mapping, reading, today)];
  const [referrerColumn, ownerColumn] = [column('referrer'), column('owner')];
  const [inactiveColumn, reasonColumn] = [column('inactiveOn'), column('inactiveReason')];
  const dayOf = remembering(parseDate);

  return (cells) => {
    const problem = shapeProblem(cells, mapping);
    if (problem) return { ok: false, rejection: problem };
    const read = readTexts(cells);
    if (!read.ok) return read;
    const texts = read.value;
    const valueAt = (at: number): string | null => (at === -1 ? null : reading.textOrNull(cells[at] ?? ''));

    const said = readFacts(cells);
    if (!said.ok) return said;
    const { facts, contacts } = said.value;
    const phones = contacts === null ? readPhones(cells) : phonesAmong(contacts);
    if (!phones.ok) return phones;
    const [phone = null, ...otherPhones] = phones.value;
    if (texts.number === null && texts.name === null && texts.cardNo === null && phone === null)
      return refused('field_missing', columns.has('name') ? 'name' : columns.has('number') ? 'number' : 'phone', '');

    const genderText = valueAt(genderColumn);
    const gender = genderText === null ? null : parseGender(genderText, wishes.genderCodes);
    if (genderText !== null && gender === null) return refused('gender_invalid', 'gender', genderText.slice(0, 200));

    const born = readBirthday(cells);
    if (!born.ok) return born;
    const isInvented = born.value !== null && wishes.suspectBirthdays.has(birthdayKey(born.value) ?? '');
    const birthday = isInvented ? null : born.value;

    const identityText = valueAt(identityColumn);
    const identity = identityText === null ? null : readIdentityNumber(identityText, today);
    // The number itself is nobody's business, not even in the list of refused rows.
    if (identityText !== null && identity === null) return refused('identity_invalid', 'identityNumber', '');

    const pointsText = valueAt(pointsColumn);
    const points = pointsText === null ? null : parsePoints(pointsText);
    if (pointsText !== null && points === null) return refused('points_invalid', 'points', pointsText.slice(0, 200));

    const createdText = valueAt(createdColumn);
    const createdOn = createdText === null ? null : dayOf(createdText);
    if (createdText !== null && createdOn === null) return refused('date_invalid', 'createdOn', createdText.slice(0, 200));
    if (createdOn !== null && createdOn > today) return refused('date_in_future', 'createdOn', createdText?.slice(0, 200) ?? '');

    const inactiveText = valueAt(inactiveColumn);
    const inactiveOn = inactiveText === null ? null : dayOf(inactiveText);
    if (inactiveText !== null && inactiveOn === null) return refused('date_invalid', 'inactiveOn', inactiveText.slice(0, 200));

    const extras = readExtras(cells);
    if (!extras.ok) return extras;
    const card = readCard(cells);
    if (!card.ok) return card;
    const ofType = (type: PackedContact['type']): string[] =>
      contacts?.flatMap((contact) => (contact.type === type ? [contact.value] : [])) ?? [];
    const [email = null, ...otherEmails] = contacts === null ? texts.emails : ofType('email');
    const wechat = contacts === null ? texts.single.wechat : (ofType('wechat')[0] ?? null);
    if (email !== null && [email, ...otherEmails].some((one) => one.length > longestText.email))
      return refused('text_too_long', 'email', email.slice(0, 200));
    return {
      ok: true,
      value: {
        ...texts.single,
        wechat,
        referrer: valueAt(referrerColumn),
        owner: valueAt(ownerColumn),
        card: card.value,
        inactive: inactiveOn === null ? null : { on: inactiveOn, reason: valueAt(reasonColumn)?.slice(0, 200) ?? null },
        facts,
        contacts,
        number: texts.number,
        name: texts.name,
        cardNo: texts.cardNo,
        phone,
        otherPhones,
        email,
        otherEmails,
        gender: gender ?? identity?.gender ?? null,
        birthday: birthday ?? (identity === null ? null : solarDay(identity.bornOn)),
        points,
        createdOn,
        extras: extras.value,
      },
    };
  };
};

/** The phones among all the ways to reach somebody, in their order. */
const phonesAmong = (contacts: readonly PackedContact[]): Parsed<ParsedPhone[]> => ({
  ok: true,
  value: contacts.flatMap(({ type, value }) => {
    if (type !== 'mobile' && type !== 'landline') return [];
    const phone = parsePhone(value);
    return [phone.e164 === null ? { ...phone, type } : phone];
  }),
});

const solarDay = (day: LocalDate): PartialDateParts => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return { calendar: 'solar', year, month, day: date, isLeapMonth: false };
};
