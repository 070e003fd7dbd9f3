import type { Points } from '../../types/amounts.ts';
import type { LocalDate } from '../../types/time.ts';
import type { PartialDateParts } from '../partialDate.ts';
import type { ParsedPhone } from '../phones.ts';
import { columnOf, refused, type ImportField, type Mapping, type Parsed } from './fields.ts';
import { importedPhone, isNoPhone } from './phone.ts';
import { remembering } from './remember.ts';
import { shapeProblem } from './rowShape.ts';
import { cellText, textOrNull } from './text.ts';
import { parseBirthday, parseCalendar, parseDate, parseGender, parsePoints, type Gender } from './values.ts';

/** One person of a list. Null is "the file does not say", never "empty". */
export interface CustomerDraft {
  readonly number: string | null;
  readonly name: string | null;
  readonly phone: ParsedPhone | null;
  readonly cardNo: string | null;
  readonly gender: Gender | null;
  readonly birthday: PartialDateParts | null;
  readonly wechat: string | null;
  readonly email: string | null;
  readonly region: string | null;
  readonly address: string | null;
  readonly occupation: string | null;
  readonly source: string | null;
  readonly note: string | null;
  readonly safetyNote: string | null;
  readonly points: Points | null;
  readonly createdOn: LocalDate | null;
}

/** The longest text each field of a customer takes, as in the form on the screen. */
const longest = {
  number: 40,
  name: 60,
  cardNo: 40,
  wechat: 60,
  email: 120,
  region: 60,
  address: 200,
  occupation: 60,
  source: 60,
  note: 2000,
  safetyNote: 500,
} as const satisfies Partial<Record<ImportField, number>>;
type TextField = keyof typeof longest;
const isTextField = (field: ImportField): field is TextField => Object.hasOwn(longest, field);

/**
 * A reader of customer rows. Refuses half a row, a person without name, number and phone, and values that cannot be read exactly, so
 * that nothing is guessed; the person can mend the row and import the file again.
 */
export const customerReader = (mapping: Mapping, today: LocalDate): ((cells: readonly string[]) => Parsed<CustomerDraft>) => {
  const columns = columnOf(mapping);
  const mappedTexts = [...columns.keys()].filter(isTextField);
  const column = (field: ImportField): number => columns.get(field) ?? -1;
  const [phoneColumn, genderColumn, birthdayColumn, calendarColumn, pointsColumn, createdColumn] = [
    column('phone'),
    column('gender'),
    column('birthday'),
    column('birthdayCalendar'),
    column('points'),
    column('createdOn'),
  ];

  const birthdayIn = {
    solar: remembering((text) => parseBirthday(text, 'solar', today)),
    lunar: remembering((text) => parseBirthday(text, 'lunar', today)),
  };
  const dayOf = remembering(parseDate);

  return (cells) => {
    const problem = shapeProblem(cells, mapping);
    if (problem) return { ok: false, rejection: problem };
    const texts: Partial<Record<TextField, string | null>> = {};
    for (const field of mappedTexts) {
      const text = textOrNull(cells[column(field)] ?? '');
      if (text !== null && text.length > longest[field]) return refused('text_too_long', field, text.slice(0, 200));
      texts[field] = text;
    }
    const valueAt = (at: number): string | null => (at === -1 ? null : textOrNull(cells[at] ?? ''));

    const phoneText = phoneColumn === -1 ? '' : cellText(cells[phoneColumn] ?? '');
    const phone = isNoPhone(phoneText) ? null : importedPhone(phoneText);
    if (phone === null && !isNoPhone(phoneText)) return refused('phone_invalid', 'phone', phoneText.slice(0, 200));
    const [number, name] = [texts.number ?? null, texts.name ?? null];
    if (number === null && name === null && phone === null)
      return refused('field_missing', columns.has('name') ? 'name' : columns.has('number') ? 'number' : 'phone', '');

    const genderText = valueAt(genderColumn);
    const gender = genderText === null ? null : parseGender(genderText);
    if (genderText !== null && gender === null) return refused('gender_invalid', 'gender', genderText.slice(0, 200));

    const calendarText = valueAt(calendarColumn);
    const calendar = calendarText === null ? 'solar' : parseCalendar(calendarText);
    if (calendar === null) return refused('birthday_invalid', 'birthdayCalendar', (calendarText ?? '').slice(0, 200));
    const birthdayText = valueAt(birthdayColumn);
    const birthday =
      birthdayText === null || /^0000|^1900-0?1-0?[01]$/.test(birthdayText) ? null : birthdayIn[calendar](birthdayText);
    if (birthday === null && birthdayText !== null && !/^0000|^1900-0?1-0?[01]$/.test(birthdayText))
      return refused('birthday_invalid', 'birthday', birthdayText.slice(0, 200));

    const pointsText = valueAt(pointsColumn);
    const points = pointsText === null ? null : parsePoints(pointsText);
    if (pointsText !== null && points === null) return refused('points_invalid', 'points', pointsText.slice(0, 200));

    const createdText = valueAt(createdColumn);
    const createdOn = createdText === null ? null : dayOf(createdText);
    if (createdText !== null && createdOn === null) return refused('date_invalid', 'createdOn', createdText.slice(0, 200));
    if (createdOn !== null && createdOn > today) return refused('date_in_future', 'createdOn', createdText?.slice(0, 200) ?? '');

    return {
      ok: true,
      value: {
        number,
        name,
        phone,
        gender,
        birthday,
        points,
        createdOn,
        cardNo: texts.cardNo ?? null,
        wechat: texts.wechat ?? null,
        email: texts.email ?? null,
        region: texts.region ?? null,
        address: texts.address ?? null,
        occupation: texts.occupation ?? null,
        source: texts.source ?? null,
        note: texts.note ?? null,
        safetyNote: texts.safetyNote ?? null,
      },
    };
  };
};
